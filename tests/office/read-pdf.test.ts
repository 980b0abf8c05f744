import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sealed } from '../../src/bytes/trailing-mark.ts';
import { readPdf } from '../../src/office/read-pdf.ts';
import { samples } from '../sample-size.ts';

function stream(content: string, entries = ''): string {
  const bytes = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  return `<<${entries}/Length ${bytes.length}/Filter/FlateDecode>>\nstream\n${bytes}\nendstream`;
}

function pdf(objects: Readonly<Record<number, string>>): Uint8Array {
  const body = Object.entries(objects).map(([number, value]) => `${number} 0 obj\n${value}\nendobj\n`);
  return Buffer.from(`%PDF-1.7\n${body.join('')}trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`, 'latin1');
}

const MAP =
  '1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <4E2D> <02> <6751> endbfchar ' +
  '2 beginbfrange <10> <12> <4E00> <20> <21> [<7532> <4E59>] endbfrange';

const TREE = {
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/Resources<</Font<</F1 5 0 R/F2 7 0 R>>>>>>',
  3: '<</Type/Page/Parent 2 0 R/Contents 8 0 R>>',
  4: '<</Type/Page/Parent 2 0 R/Contents[9 0 R 10 0 R]>>',
  5: '<</Type/Font/BaseFont/ABCDEF+FangSong_GB2312/ToUnicode 6 0 R>>',
  6: stream(MAP),
  7: '<</Type/Font/BaseFont/#B7#C2#CB#CE>>',
  8: stream('BT /F1 16 Tf [<01>-12<0210>] TJ (\\020\\\\) Tj /F2 9 Tf (No \\(1\\)) Tj ET'),
  9: stream('BT /F1 16 Tf'),
  10: stream('<2021>Tj 1 0 0 1 0 0 Tm /None 3 Tf ET'),
};

it('reads the text of each page, and the names of the fonts that it is set in', () => {
  expect(readPdf(pdf(TREE))).toEqual({
    pages: [{ text: '中村一一No(1)' }, { text: '甲乙' }],
    fonts: ['FangSong_GB2312', '仿宋'],
  });
});

it('reads objects that stand in streams, as later programs write them', () => {
  const { 6: map, 8: one, 9: two, 10: three, ...plain } = TREE;
  const parts = Object.values(plain);
  const offsets = parts.map((_, index) => parts.slice(0, index).join(' ').length + (index > 0 ? 1 : 0));
  const heads = Object.keys(plain)
    .map((number, index) => `${number} ${offsets[index]}`)
    .join(' ');
  const packed = stream(
    `${heads} ${parts.join(' ')}`,
    `/Type/ObjStm/N ${parts.length}/First ${heads.length + 1}`,
  );
  expect(readPdf(pdf({ 6: map, 8: one, 9: two, 10: three, 20: packed }))).toEqual(readPdf(pdf(TREE)));
});

it('reads one that carries our fingerprint, and none that is cut off', () => {
  const bytes = pdf(TREE);
  expect(readPdf(sealed(bytes, 'pdf', 'final'))).toEqual(readPdf(bytes));
  expect(readPdf(bytes.subarray(0, bytes.length - 20))).toBeUndefined();
  expect(readPdf(Buffer.from('%PDF-1.7\n%%EOF\n'))).toBeUndefined();
  expect(readPdf(new Uint8Array())).toBeUndefined();
});

it('ends, and throws nothing, whatever has become of a file', () => {
  const whole = Buffer.from(pdf({ ...TREE, 2: TREE[2].replace('4 0 R', '4 0 R 2 0 R') }));
  const damage = fc.array(
    fc.tuple(fc.nat(whole.length - 8), fc.constantFrom('<', '(', '[', '0', ' ', '>>', '\0')),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(damage, (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, sign] of changes) bytes.write(sign, at, 'latin1');
      expect(readPdf(bytes)?.pages.length ?? 1).toBeLessThanOrEqual(9);
    }),
    { seed: 1704, numRuns: samples(200) },
  );
});
