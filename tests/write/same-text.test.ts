import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WRITERS } from '../../src/write/writers.ts';
import { samples } from '../sample-size.ts';
import { paragraphsOf, plain } from './docx-parts.ts';
import { documents, PROPERTIES } from './sample-document.ts';

const lines = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.split('\t'))
    .map((text) => text.trim())
    .filter((text) => text !== '');

it('prints the same text as .docx, as a page and as plain text', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const txt = lines(new TextDecoder().decode(WRITERS.txt(document, PROPERTIES)).split('\n'));
      expect(lines(paragraphsOf(WRITERS.docx(document, PROPERTIES)))).toEqual(txt);
      expect(lines(pageLines(WRITERS.html(document, PROPERTIES)))).toEqual(txt);
    }),
    { seed: 9704, numRuns: samples(100) },
  );
});

it('writes the same bytes for the same document', () => {
  fc.assert(
    fc.property(documents, (document) => {
      for (const writer of Object.values(WRITERS)) {
        expect(writer(structuredClone(document), PROPERTIES)).toEqual(writer(document, PROPERTIES));
      }
    }),
    { seed: 9704, numRuns: samples(20) },
  );
});

/** The texts of the page's elements, one a paragraph or cell, without the mark 草稿. */
function pageLines(bytes: Uint8Array): readonly string[] {
  const elements = new TextDecoder().decode(bytes).matchAll(/<(p|h\d|td|th)\b[^>]*>(.*?)<\/\1>/gs);
  return [...elements].map(([, , content = '']) => plain(content.replace(/<[^>]*>/g, '')));
}
