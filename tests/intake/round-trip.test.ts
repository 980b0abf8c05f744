import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diffChars } from 'diff';
import { describe, expect, it } from 'vitest';
import { readFinished } from '../../src/document/read-finished.ts';
import { fillSkeleton } from '../../src/intake/fill-skeleton.ts';
import { readReport } from '../../src/intake/report/read-report.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { buildReport } from '../../src/use/build.ts';
import type { OutputFormat } from '../../src/write/writer.ts';
import { samples } from '../sample-size.ts';

const SAMPLES = fileURLToPath(new URL('../../data-samples', import.meta.url));
const FACTS = readdirSync(SAMPLES).filter((name) => name.endsWith('.yaml'));
const RECTIFIED = 'rectification-qingyanxi-town.yaml';
const TEMPLATES = [
  ...['self-review', 'inspection-briefing', 'half-year-summary', 'special-report', 'grassroots-briefing'],
  ...['rectification-report', 'county-summary'],
];
const PAIRS = TEMPLATES.flatMap((template) => FACTS.map((facts) => ({ template, facts })));

/** One sample a template in `npm test`, every pair in `npm run test:long`. */
const TRIED =
  samples(1) > 1
    ? PAIRS
    : TEMPLATES.map((template, at) => ({
        template,
        facts: template === 'rectification-report' ? RECTIFIED : (FACTS[(at * 3) % FACTS.length] ?? ''),
      }));

async function build(facts: string | Uint8Array, template: string, format: OutputFormat) {
  const bytes = typeof facts === 'string' ? new TextEncoder().encode(facts) : facts;
  const settings = { ...DEFAULT_SETTINGS, isDraft: true };
  const source = { file: 'facts.yaml', bytes };
  const { value } = await buildReport(source, {
    format,
    template,
    settings,
    isDraft: true,
    templateFolders: [],
  });
  return value?.bytes;
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes).replace(/\s/g, '');

/** How much of the longer of two texts is the same. */
function sameShare(a: string, b: string): number {
  const parts = diffChars(a, b) ?? [];
  const same = parts
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  return same / Math.max(a.length, b.length, 1);
}

describe('a report of ours that is read back and built again', () => {
  it.for(TRIED)('says the same: $facts by $template', async ({ template, facts }) => {
    const bytes = readFileSync(`${SAMPLES}/${facts}`);
    const [first, word] = [await build(bytes, template, 'txt'), await build(bytes, template, 'docx')];
    if (first === undefined || word === undefined) throw new Error(`${facts} does not build by ${template}`);
    const document = readFinished('first.docx', word).value;
    if (document === undefined) throw new Error('what was built cannot be read');
    const read = readReport(document);
    const text = fillSkeleton(read.draft, { schema: '', template, head: [], keepsPending: false });
    const again = await build(text, template, 'txt');
    const share = sameShare(textOf(first), textOf(again));
    console.info(`${template} ${facts}: ${(100 * share).toFixed(2)} %`);
    expect(read.template).toBe(template);
    expect(share).toBeGreaterThanOrEqual(0.97);
  });
});
