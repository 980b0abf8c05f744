import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../built-program.ts';
import { RunningPreview } from '../preview/running-preview.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { findChromium } from './find-chromium.ts';
import { focused, launchChromium, OFFICE } from './open-page.ts';

/** Where pictures of the steps go; none are taken without it. */
const PICTURES = process.env.REPORT_PICTURES;

let program: string;
let browser: Browser;
let preview: RunningPreview;

describe.runIf(findChromium() !== undefined)('a clerk’s first day', () => {
  beforeAll(async () => {
    program = await buildProgram();
    browser = await launchChromium();
  });
  afterAll(async () => {
    for (const page of browser?.contexts().flatMap((context) => context.pages()) ?? [])
      await picture(page, 'last');
    await preview?.end();
    await browser?.close();
  });

  /** The steps stand in docs/preview.md in words. */
  it('begins with an empty file and ends with a report, without a line of YAML', async () => {
    const folder = temporaryFolder();
    const file = join(folder, '云溪镇.yaml');
    execFileSync(process.execPath, [program, 'init', '云溪镇.yaml'], { cwd: folder, stdio: 'ignore' });
    preview = await RunningPreview.start(program, ['云溪镇.yaml'], folder);
    const context = await browser.newContext({ viewport: OFFICE, acceptDownloads: true });
    const page = await context.newPage();
    const mistakes: string[] = [];
    page.on('pageerror', (error) => mistakes.push(error.message));
    page.on('console', (message) => mistakes.push(`${message.text()} ${message.location().url}`));
    await page.goto(preview.address.href);
    await page.locator('.pages .sheet').first().waitFor();
    const text = () => readFileSync(file, 'utf8');
    const panel = page.getByRole('tabpanel');
    await picture(page, '1-empty');

    await page.getByRole('tab', { name: '待补' }).click();
    for (const [path, value] of [
      ['unit.name', '青禾县云溪镇'],
      ['overview.villages', '9'],
      ['overview.population', '24600'],
      ['branches.total', '16'],
      ['members.total', '486'],
    ] as const) {
      await page.locator(`[id="value-${path}"]`).fill(value);
      await page.keyboard.press('Enter');
      await expect.poll(text).toContain(value);
      await expect.poll(() => page.locator(`[id="value-${path}"]`).count()).toBe(0);
      await expect.poll(() => focused(page)).toMatch(/^value-/);
    }
    await picture(page, '2-filling');
    for (const [path, value] of [
      ['unit.kind', '镇'],
      ['report.date', '2024-11-08'],
      ['work.0.title', '抓实季度分析,摸清队伍底数'],
      ['problems.0.title', '后备力量储备不足'],
    ] as const) {
      const field = page.locator(`[id="value-${path}"]`);
      if ((await field.evaluate((each) => each.tagName)) === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
      await field.press('Enter');
      await expect.poll(() => field.count()).toBe(0);
    }
    await expect.poll(() => panel.textContent()).toContain('没有待补的了');

    await page.getByRole('tab', { name: '问题' }).click();
    await picture(page, '3-findings');
    await page.getByRole('button', { name: '全部改正' }).click();
    await expect.poll(text).toContain('抓实季度分析，摸清队伍底数');

    await page.locator('.finding button', { hasText: '没有对应的措施' }).click();
    await page.getByRole('button', { name: '全部', exact: true }).click();
    await part(page, '措施');
    await panel.getByRole('button', { name: '添一项' }).click();
    for (const [name, label, value] of [
      ['标题', '措施标题', '实施青苗计划'],
      ['责任单位', '责任单位', '党建办'],
      ['状态', '状态', '推进中'],
      ['时限', '时限', '2025-03'],
    ] as const) {
      await part(page, name);
      const field = panel.getByLabel(label);
      if (name === '状态') await field.selectOption(value);
      else await field.fill(value);
      await field.press('Enter');
      await expect
        .poll(() => saved(text(), value) || panel.getByRole('button', { name: '仍然保存' }).isVisible())
        .toBe(true);
      if (!saved(text(), value)) await field.press('Enter');
      await expect.poll(() => saved(text(), value)).toBe(true);
      await panel.getByRole('button', { name: '第1项' }).click();
    }
    await part(page, '对应问题');
    await panel.getByRole('button', { name: '添一项' }).click();
    await panel.locator('input').fill('问题1');
    await page.keyboard.press('Enter');
    await picture(page, '4-measure');
    await expect.poll(() => page.locator('.bar .state').textContent()).toContain('可以生成');

    await page.locator('[data-value="members.total"]').first().click();
    await panel.getByRole('button', { name: '党员' }).click();
    await part(page, '男');
    await panel.getByLabel('男党员数').fill('353');
    await page.keyboard.press('Enter');
    await expect.poll(text).toMatch(/男: +353/);
    await panel.getByRole('button', { name: '党员' }).click();
    await part(page, '女');
    await panel.getByLabel('女党员数').fill('134');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel.textContent()).toContain('男女之和 487');
    await picture(page, '5-doubtful');
    await panel.getByLabel('女党员数').fill('133');
    await page.keyboard.press('Enter');
    await expect.poll(text).toMatch(/女: +133/);

    writeFileSync(file, text().replace('24600', '24680'));
    await expect.poll(() => page.locator('.pages').textContent()).toContain('24680人');
    await page.getByLabel('模板').selectOption('half-year-summary');
    await expect.poll(() => page.getByRole('button', { name: '写进文件' }).isVisible()).toBe(true);
    await picture(page, '6-template');
    await page.getByLabel('模板').selectOption('self-review');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('云溪镇.docx');
    await download.saveAs(join(folder, '云溪镇.docx'));
    const { status } = spawnSync(process.execPath, [program, 'check', '云溪镇.docx', '云溪镇.yaml'], {
      cwd: folder,
    });
    expect(status).toBe(0);
    await picture(page, '7-done');
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, '8-phone');
    expect(mistakes).toEqual([]);
  });
});

/** Opens what a record holds under a name. */
async function part(page: Page, name: string): Promise<void> {
  await page.locator('.part', { has: page.locator('.label', { hasText: new RegExp(`^${name}$`) }) }).click();
}

function saved(text: string, value: string): boolean {
  return text.includes(`: ${value}`);
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
