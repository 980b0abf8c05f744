import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Built, buildReport } from '../../src/use/build.ts';
import type { OutputFormat } from '../../src/write/writer.ts';
import { BUILT_IN } from '../built-in.ts';

/**
 * Every sample with every template as plain text (with what does not fit the template ahead of it), and with its own template as a document tree and as the word parts. A folder in
 * `tests/cases/special` is a case of its own: facts.yaml, and what must come of it. `npm run goldens` rewrites what is expected.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const SPECIAL = join(import.meta.dirname, 'special');
const SAMPLES = readdirSync(join(ROOT, 'data-samples')).filter((name) => name.endsWith('.yaml'));
const TEMPLATES = readdirSync(join(ROOT, 'templates')).filter((name) =>
  existsSync(join(ROOT, 'templates', name, 'template.yaml')),
);

describe.each(SAMPLES)('%s', (sample) => {
  const file = join(ROOT, 'data-samples', sample);
  const folder = join(import.meta.dirname, basename(sample, '.yaml'));

  it.each(TEMPLATES)('as %s', async (template) => {
    const { value, diagnostics } = await outcomeOf(file, 'txt', { template });
    const unfit = diagnostics.filter(({ rule }) => rule === 'template-fit');
    expect(diagnostics).toEqual(unfit);
    const said = unfit.map(({ severity, message }) => `${severity}: ${message}\n`).join('');
    const printed = value === undefined ? '' : text(value.bytes);
    await expect(said + printed).toMatchFileSnapshot(join(folder, `${template}.txt`));
  });

  it('as a document and as word parts', async () => {
    await expectParts(await build(file, 'docx'), folder);
  });
});

describe.each(readdirSync(SPECIAL))('the special case %s', (name) => {
  const folder = join(SPECIAL, name);

  it('gives its document and word parts', async () => {
    const built = await build(join(folder, 'facts.yaml'), 'docx', { isDraft: name.startsWith('draft') });
    await expectParts(built, folder);
  });
});

async function build(
  path: string,
  format: OutputFormat,
  options: { template?: string; isDraft?: boolean } = {},
): Promise<Built> {
  const outcome = await outcomeOf(path, format, options);
  expect(options.isDraft ? [] : outcome.diagnostics).toEqual([]);
  if (outcome.value === undefined) throw new Error(`${path} does not build`);
  return outcome.value;
}

function outcomeOf(path: string, format: OutputFormat, options: { template?: string; isDraft?: boolean }) {
  const source = { file: basename(path), bytes: readFileSync(path) };
  return buildReport(source, { ...BUILT_IN, format, isDraft: false, ...options });
}

async function expectParts({ document, bytes }: Built, folder: string): Promise<void> {
  await expect(`${JSON.stringify(document, undefined, 1)}\n`).toMatchFileSnapshot(join(folder, 'document.json'));
  const parts = unzipSync(bytes);
  for (const part of PARTS) {
    await expect(pretty(text(parts[part] ?? new Uint8Array()))).toMatchFileSnapshot(join(folder, part));
  }
}

const PARTS = ['word/document.xml', 'docProps/core.xml'];

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** An element a line, so that a change shows as one. */
function pretty(xml: string): string {
  return `${xml.replaceAll('><', '>\n<')}\n`;
}
