import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typeset } from '../../src/typeset/typeset.ts';
import { buildReport } from '../../src/use/build.ts';
import { BUILT_IN } from '../built-in.ts';
import { savedAgain } from '../edit-docx.ts';
import { samples } from '../sample-size.ts';
import { bodyOf, set } from './set.ts';

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

test.each(PAIRS)('%s with %s, taken apart and set anew, is what it was', async (sample, template) => {
  const source = { file: sample, bytes: readFileSync(join(ROOT, 'data-samples', sample)) };
  const { value } = await buildReport(source, { ...BUILT_IN, format: 'docx', isDraft: false, template });
  if (value === undefined) return;
  expect(typeset('报告.docx', value.bytes).value).toMatchObject({ isOwn: true, file: value.bytes });
  expect(bodyOf(set(savedAgain(value.bytes)).file)).toBe(bodyOf(value.bytes));
});
