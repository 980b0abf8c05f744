import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHARACTER_PITCH, TEXT_WIDTH, TWO_CHARACTERS } from '../../src/format/gb9704.ts';
import { STANDARD_LAYOUT } from '../../src/format/layout.ts';
import { textExtent } from '../../src/write/measure.ts';
import { placeSignature } from '../../src/write/place-signature.ts';

/** LibreOffice's own gap between Chinese and digits, measured: 3.2 pt at 16 pt. */
const GAP = 64;

const date = fc
  .tuple(
    fc.integer({ min: 1949, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => `${year}年${month}月${day}日`);
const signatory = fc.integer({ min: 1, max: 28 }).map((length) => '委'.repeat(length));

it('neither line ever wraps, with or without a seal', () => {
  fc.assert(
    fc.property(signatory, date, fc.boolean(), (name, day, hasSeal) => {
      const places = placeSignature(textExtent(name), textExtent(day), { ...STANDARD_LAYOUT, hasSeal });
      const digits = day.replace(/\D/g, '').length;
      const needed = digits * 155 + 3 * CHARACTER_PITCH + 5 * GAP;
      expect(TEXT_WIDTH - places.date.indent).toBeGreaterThanOrEqual(needed + CHARACTER_PITCH / 4);
      expect(TEXT_WIDTH - places.signatory.indent).toBeGreaterThanOrEqual(name.length * CHARACTER_PITCH);
      expect(Math.min(places.date.indent, places.signatory.indent)).toBeGreaterThanOrEqual(0);
    }),
    { seed: 9704, numRuns: 400 },
  );
});

it('the date begins two characters right of the signatory', () => {
  const long = placeSignature(
    textExtent('中共云溪镇委员会办公室'),
    textExtent('2024年1月5日'),
    STANDARD_LAYOUT,
  );
  expect(long.signatory).toEqual({ edge: 'right', indent: TWO_CHARACTERS });
  expect(long.date.edge).toBe('left');
  const tight = placeSignature(textExtent('中共石泉乡委员会'), textExtent('2023年12月31日'), STANDARD_LAYOUT);
  expect(tight.date).toEqual({ edge: 'right', indent: TWO_CHARACTERS });
  const start = (text: string, indent: number) => TEXT_WIDTH - indent - textExtent(text).width;
  expect(start('2023年12月31日', tight.date.indent) - start('中共石泉乡委员会', tight.signatory.indent)).toBe(
    2 * CHARACTER_PITCH,
  );
});
