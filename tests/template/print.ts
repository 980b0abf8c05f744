import type { Facts } from '../../src/facts/facts.ts';
import type { Reading } from '../../src/facts/read-facts.ts';
import { passagesLater } from '../../src/facts/read-passages.ts';
import { loadTemplate } from '../../src/template/load-template.ts';
import { BUILT_IN_TEMPLATES } from '../../src/template/precompiled.ts';
import { type PrintOptions, renderMarkup } from '../../src/template/render-markup.ts';

export const IDS = [
  'self-review',
  'inspection-briefing',
  'half-year-summary',
  'special-report',
  'grassroots-briefing',
  'rectification-report',
] as const;

/** Facts as if they had been read of `facts.yaml`; every place in it is its first line. */
export function readingOf(facts: Facts): Reading {
  const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  return {
    source: { file: 'facts.yaml', bytes: new Uint8Array() },
    facts,
    written: new Map(),
    missing: [],
    passages: passagesLater(facts, new Map()),
    places: async () => ({ file: 'facts.yaml', rangeOf: () => range }),
  };
}

/** What a built-in template makes of facts: the outcome as it is. */
export async function render(id: string, facts: Facts, options: Partial<PrintOptions> = {}) {
  const template = (await loadTemplate(id, [BUILT_IN_TEMPLATES]))?.value;
  if (template === undefined) throw new Error(`no template ${id}`);
  return renderMarkup(template, readingOf(facts), { isDraft: false, ...options });
}

/** The markup, which must have been made. */
export async function print(id: string, facts: Facts, options: Partial<PrintOptions> = {}): Promise<string> {
  const { value, diagnostics } = await render(id, facts, options);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** Markup without its tags. */
export function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, '');
}

/** The headings of one level, in order. */
export function headings(markup: string, level: number): string[] {
  return [...markup.matchAll(new RegExp(`<h${level}>(.*?)</h${level}>`, 'g'))].map(([, text]) =>
    textOf(text ?? ''),
  );
}
