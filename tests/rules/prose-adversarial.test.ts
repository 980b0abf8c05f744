import { describe, expect, test } from 'vitest';
import { PROSE_RULES } from '../../src/judge/registry.ts';
import { checkProse } from '../../src/judge/run.ts';
import { readPassages } from '../../src/prose/clauses.ts';
import { claimContext } from '../../src/prose/fact-claims/claim-context.ts';
import { claimsIn } from '../../src/prose/fact-claims/prose-claims.ts';
import { Prose } from '../../src/prose/prose.ts';
import { FACTOR, growsTooFast } from '../growth.ts';
import { proseSubject } from './prose-subject.ts';

const SHORT = 8_000;

const ALPHABET = [
  ...'一十百千万亿三1０、，。；：（）“”‘’《》〈〉()[]【】〔〕.,;:*_xX某年月日至—～-% 　\n"占近约党是',
];
const PHRASES = [
  '一是',
  '1%、',
  '分别占1%、',
  '其中3个、',
  '3个，',
  '机关3个、',
  '1月',
  '2023年',
  '以下三个方面',
  '等3项',
  '党员3名，',
  '《条例》',
  '政治意识、',
  '三、四',
  '核定2名，',
  '23年',
  '约5人左右',
  '3千',
  '1.1',
  '(2024)9号',
  '占党员的',
  '提高到1%',
  '“（',
  '）”',
];
/** Texts by their length. */
const TEXTS: readonly ((length: number) => string)[] = [
  ...[...ALPHABET, ...PHRASES].map(
    (piece) => (length: number) => piece.repeat(Math.ceil(length / piece.length)),
  ),
  (length) => '（'.repeat(length / 2) + '）'.repeat(length / 2),
  (length) => `党${' '.repeat(length)}党`,
  (length) => `。${'9'.repeat(length)}年`,
];

describe.each(PROSE_RULES)('$id takes one pass over a long paragraph', (rule) => {
  test('whatever it is made of', () => {
    expect(slowTexts((text) => checkOne(rule, text))).toEqual([]);
  });
});

test('claims about figures are found in one pass', () => {
  const context = claimContext({ members: { total: 300 }, unit: { name: '云溪镇' } });
  expect(
    slowTexts((text) => readPassages(new Prose([passageOf(text)])).map((read) => claimsIn(read, context))),
  ).toEqual([]);
});

/** How the texts begin that take more time than they are longer. */
function slowTexts(run: (text: string) => void): string[] {
  return TEXTS.filter((text) => growsTooFast(run, [text(SHORT), text(SHORT * FACTOR)])).map((text) =>
    text(12),
  );
}

function checkOne(rule: (typeof PROSE_RULES)[number], text: string): void {
  checkProse(rule, proseSubject({ passages: [passageOf(text)] }), () => {});
}

function passageOf(text: string) {
  return { path: '', paragraph: 0, role: 'body' as const, text, offset: 0, references: [] };
}
