import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { WRITERS } from '../../src/write/writers.ts';
import { samples } from '../sample-size.ts';
import { paragraphsOf } from './docx-parts.ts';
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
  const found: string[] = [];
  let current: string | undefined;
  const parser = new Parser({
    onopentag: (name) => {
      if (/^(p|h\d|td|th)$/.test(name)) current = '';
    },
    ontext: (text) => {
      if (current !== undefined) current += text;
    },
    onclosetag: (name) => {
      if (!/^(p|h\d|td|th)$/.test(name) || current === undefined) return;
      found.push(current);
      current = undefined;
    },
  });
  parser.end(new TextDecoder().decode(bytes));
  return found;
}
