import { expect, test } from 'vitest';
import { PROSE_RULES } from '../../src/judge/registry.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { claimsOf, faultsIn } from './one-passage.ts';

/** Whether the time grows with the text alone is measured by `npm run bench:growth`. */
const LENGTH = 2_000;

test.each(PROSE_RULES)('$id finds fault with parts of the text alone, whatever it is made of', (rule) => {
  for (const text of HOSTILE_TEXTS.map((make) => make(LENGTH))) {
    const outside = faultsIn(rule, text).filter(
      ([start, end]) => start < 0 || end < start || end > text.length,
    );
    expect(outside).toEqual([]);
  }
});

test('claims about figures are looked for in any text', () => {
  for (const make of HOSTILE_TEXTS) expect(() => claimsOf(make(LENGTH))).not.toThrow();
});
