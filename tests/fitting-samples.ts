import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReport } from '../src/use/build.ts';
import { BUILT_IN } from './built-in.ts';
import { samples } from './sample-size.ts';

const ROOT = join(import.meta.dirname, '..');
const SAMPLES = readdirSync(join(ROOT, 'data-samples')).filter((name) => name.endsWith('.yaml'));
const TEMPLATES = readdirSync(join(ROOT, 'templates')).filter((name) =>
  existsSync(join(ROOT, 'templates', name, 'template.yaml')),
);

/** What a county's units were added up to; no sample is of a county. */
const COUNTY = '../tests/cases/special/county/facts.yaml';

/** The samples that a template takes, beside each other: a report on rectification needs what inspectors found, a county's summary its units. */
export function fittingSamples(template: string): readonly string[] {
  if (template === 'county-summary') return [COUNTY];
  if (template !== 'rectification-report') return SAMPLES;
  return SAMPLES.filter((name) => readFileSync(join(ROOT, 'data-samples', name), 'utf8').includes('\n反馈:'));
}

/** A sample and a template that takes it: each template once in CI, with another sample each; all with all in the long run. */
export const PAIRS: readonly (readonly [sample: string, template: string])[] = Array.from(
  { length: SAMPLES.length },
  (_, turn) =>
    TEMPLATES.flatMap((template, at) => {
      const names = fittingSamples(template);
      const name = turn < names.length ? names[(turn + at) % names.length] : undefined;
      return name === undefined ? [] : [[name, template] as const];
    }),
)
  .flat()
  .slice(0, samples(TEMPLATES.length));

/** A sample as a facts file that is read. */
export function readSample(name: string) {
  return { file: name, bytes: readFileSync(join(ROOT, 'data-samples', name)) };
}

/** The final report of such a pair, as .docx. Throws where it is not built: a test of it would test nothing. */
export async function buildFitting(sample: string, template: string): Promise<Uint8Array> {
  const options = { ...BUILT_IN, format: 'docx', isDraft: false, template } as const;
  const { value, diagnostics } = await buildReport(readSample(sample), options);
  if (value === undefined) throw new Error(`${sample} does not fit ${template}: ${diagnostics[0]?.message}`);
  return value.bytes;
}
