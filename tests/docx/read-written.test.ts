import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWord } from '../../src/docx/read/read-word.ts';
import { shownParagraphs } from '../../src/docx/shown-paragraphs.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { buildReport } from '../../src/use/build.ts';
import { WRITERS } from '../../src/write/writers.ts';
import { BUILT_IN } from '../built-in.ts';
import { fittingSamples, readSample } from '../fitting-samples.ts';
import { documents, PROPERTIES } from '../write/sample-document.ts';

/** Whatever is written as .docx is read back: paragraph by paragraph what the plain text of the same document says. */
const ROOT = join(import.meta.dirname, '..', '..');
const TEMPLATES = readdirSync(join(ROOT, 'templates')).filter((name) =>
  existsSync(join(ROOT, 'templates', name, 'template.yaml')),
);

describe('a report read back', () => {
  it('says what was written, for any document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const docx = WRITERS.docx(document, PROPERTIES);
        expect(docxLines(docx)).toEqual(txtLines(WRITERS.txt(document, PROPERTIES)));
      }),
      { seed: 9704, numRuns: 150 },
    );
  });

  it.each(TEMPLATES)('says what was written, for every sample that fits %s', async (template) => {
    let built = 0;
    for (const sample of fittingSamples(template)) {
      const build = (format: 'docx' | 'txt') =>
        buildReport(readSample(sample), { ...BUILT_IN, format, isDraft: false, template });
      const [docx, txt] = [(await build('docx')).value, (await build('txt')).value];
      if (docx === undefined || txt === undefined) continue;
      built += 1;
      expect(docxLines(docx.bytes)).toEqual(txtLines(txt.bytes));
    }
    expect(built).toBeGreaterThan(0);
  });
});

/** A title is broken into lines by its meaning in .docx only. */
function docxLines(bytes: Uint8Array): string[] {
  const read = readWord(bytes);
  if (read instanceof OoxmlFault) throw new Error(read.kind);
  const shown = shownParagraphs(read.document).paragraphs.filter(({ story }) => story === 'body');
  return plain(shown.map(({ text, number }) => (number?.text ?? '') + text.replaceAll('\n', '')));
}

function txtLines(bytes: Uint8Array): string[] {
  return plain(new TextDecoder().decode(bytes).split('\n'));
}

/** Tables and legends stand with tabs in plain text, and in cells or with tabs in the other. */
function plain(lines: readonly string[]): string[] {
  const pieces = lines.flatMap((line) => line.split('\t')).map((line) => line.trim());
  return pieces.filter((line) => line !== '');
}
