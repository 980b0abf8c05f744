import { describe, expect, test } from 'vitest';
import { seeded } from '../../bench/faults/random.ts';
import { readFinishedText } from '../../src/document/read-finished-text.ts';
import { finishedPassages } from '../../src/judge/finished-passages.ts';
import type { Claim } from '../../src/prose/claims/claim.ts';
import { claimsOf } from '../../src/prose/claims/claims-of.ts';
import { Prose } from '../../src/prose/prose.ts';
import { brokenBy, type LedgerText, printText, slip } from './ledger/ledger.ts';
import { ledgerTexts } from './ledger/paragraphs.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

function claimsIn(text: string): readonly Claim[] {
  return claimsOf(new Prose(finishedPassages(readFinishedText('a.txt', text)).passages));
}

function wrongIn(text: string): string[] {
  return claimsIn(text)
    .filter(({ verdict }) => verdict === 'wrong')
    .map(({ why }) => why);
}

/** The texts that one slip of a figure makes out of a right one, where it breaks what they say. */
function brokenTexts(text: LedgerText, random: () => number): string[] {
  const figures = [...new Set(text.relations.flatMap((relation) => relation.figures))];
  return figures.flatMap((figure) => {
    const changed = { figure, value: slip(figure, random) };
    return brokenBy(text, changed).length === 0 ? [] : [printText(text, changed)];
  });
}

describe.each(SEEDS)('texts of ledger %i', (seed) => {
  const random = seeded(seed);
  const texts = ledgerTexts(random);

  test('are right, and nothing is found', () => {
    const found = texts.map((text) => printText(text)).map((text) => [text, wrongIn(text)]);
    expect(found.filter(([, wrong]) => wrong?.length !== 0)).toEqual([]);
  });

  test('with one wrong figure are found, or it is said why they cannot be judged', () => {
    const broken = texts.flatMap((text) => brokenTexts(text, random));
    const passed = broken.filter((text) => wrongIn(text).length === 0);
    const unexplained = passed.filter((text) => claimsIn(text).every(({ verdict }) => verdict === 'holds'));
    expect(unexplained).toEqual([]);
    expect(passed.length / broken.length).toBeLessThan(0.05);
  });
});
