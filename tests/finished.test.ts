import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFinished } from '../src/document/read-finished.ts';
import { finishedPassages } from '../src/judge/finished-passages.ts';
import { runProseRules } from '../src/judge/run.ts';
import { buildReport } from '../src/use/build.ts';
import { BUILT_IN } from './built-in.ts';

/** What we write ourselves passes our own check: every sample with every template, as .docx and as plain text. */
const ROOT = join(import.meta.dirname, '..');
const SAMPLES = readdirSync(join(ROOT, 'data-samples')).filter((name) => name.endsWith('.yaml'));
const TEMPLATES = readdirSync(join(ROOT, 'templates')).filter((name) =>
  existsSync(join(ROOT, 'templates', name, 'template.yaml')),
);

describe.each(TEMPLATES)('a finished %s', (template) => {
  it.each(SAMPLES)('of %s has no findings', async (sample) => {
    const source = { file: sample, bytes: readFileSync(join(ROOT, 'data-samples', sample)) };
    for (const format of ['docx', 'txt'] as const) {
      // A draft, because what does not fit the template is stopped otherwise.
      const built = await buildReport(source, { ...BUILT_IN, format, isDraft: true, template });
      const bytes = built.value?.bytes ?? new Uint8Array();
      const { value: document } = readFinished(`a.${format}`, bytes);
      if (document === undefined) throw new Error(`the ${format} of ${sample} cannot be read`);
      const findings = runProseRules(finishedPassages(document), BUILT_IN.settings);
      const quoted = findings.map(({ rule, message, at }) => {
        const text = document.paragraphs.find(({ number }) => number - 1 === at.paragraph)?.text;
        return `${rule} ${message} ${text}`;
      });
      expect(quoted).toEqual([]);
    }
  });
});
