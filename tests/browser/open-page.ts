import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** The browser that is there; without a screen, and asking nobody for updates. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? '',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
}

/** The screen of an office. */
export const OFFICE = { width: 1366, height: 768 };

/** The id of what has the keyboard. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}
