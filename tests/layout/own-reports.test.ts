import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildReport } from '../../src/use/build.ts';
import { BUILT_IN } from '../built-in.ts';
import { samples } from '../sample-size.ts';
import { judged } from './judged.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLES = readdirSync(join(ROOT, 'data-samples')).filter((name) => name.endsWith('.yaml'));
const TEMPLATES = readdirSync(join(ROOT, 'templates')).filter((name) =>
  existsSync(join(ROOT, 'templates', name, 'template.yaml')),
);

/** Each template once in CI, with another sample each; all with all in the long run. */
const PAIRS = Array.from({ length: SAMPLES.length }, (_, turn) =>
  TEMPLATES.map((template, at) => [SAMPLES[(turn + at) % SAMPLES.length] ?? '', template] as const),
)
  .flat()
  .slice(0, samples(TEMPLATES.length));

test.each(PAIRS)('%s with %s is 合 wherever a program can tell', async (sample, template) => {
  const source = { file: sample, bytes: readFileSync(join(ROOT, 'data-samples', sample)) };
  const { value } = await buildReport(source, { ...BUILT_IN, format: 'docx', isDraft: false, template });
  if (value === undefined) return;
  const { layout, sheet } = await judged(value.bytes);
  expect(layout).toEqual([]);
  expect(sheet.filter(({ verdict }) => verdict === '不合')).toEqual([]);
  expect(sheet.filter(({ verdict }) => verdict === '合').length).toBeGreaterThan(15);
});
