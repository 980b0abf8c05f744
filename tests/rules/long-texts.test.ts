import { describe, expect, it } from 'vitest';
import { findBankCards } from '../../src/prose/bank-card.ts';
import { findIdentityCards } from '../../src/prose/identity-card.ts';
import { findPhoneNumbers } from '../../src/prose/phone-number.ts';
import { findSharedPassages } from '../../src/prose/shared-passages.ts';
import { digestUnit } from '../../src/prose/unit-digest.ts';

const LENGTH = 400_000;
/** Texts that a search with a cost above its length would take hours for. */
const TEXTS = ['啊', '甲乙丙丁', '1', '1 ', '6222 ', '13900000000，', '委员会镇'].map((piece) =>
  piece.repeat(LENGTH / piece.length),
);

describe('a text of 400,000 characters', () => {
  it.each(TEXTS)('is searched in a moment (text %#)', (text) => {
    for (const find of [findIdentityCards, findBankCards, findPhoneNumbers]) {
      expect(find(text).length).toBeLessThan(LENGTH);
    }
    const passages = [{ path: 'work.0.body', role: 'body', text, offset: 0, references: [] } as const];
    expect(digestUnit({ file: 'a.yaml', facts: {}, passages }).grams.length).toBeLessThan(LENGTH);
    const [first] = findSharedPassages(
      ['a', 'b', 'c'].map((unit) => ({ unit, text })),
      () => true,
    );
    expect(first).toMatchObject({ text: 0, start: 0, end: text.length });
  });
});
