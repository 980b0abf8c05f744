import { describe, expect, test } from 'vitest';
import { PROSE_RULES } from '../../src/judge/registry.ts';
import { claimContext } from '../../src/prose/claims/claim-context.ts';
import { claimsIn } from '../../src/prose/claims/prose-claims.ts';
import { readPassages } from '../../src/prose/clauses.ts';
import { DEFAULT_WORD_LISTS } from '../../src/prose/generated/default-word-lists.ts';

const LENGTH = 100_000;
/** Far above what one pass takes, far below what a quadratic one would. */
const LIMIT = 3000;

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
const TEXTS = [
  ...[...ALPHABET, ...PHRASES].map((piece) => piece.repeat(Math.ceil(LENGTH / piece.length))),
  '（'.repeat(LENGTH / 2) + '）'.repeat(LENGTH / 2),
  `党${' '.repeat(LENGTH)}党`,
  `。${'9'.repeat(LENGTH)}年`,
];

describe.each(PROSE_RULES)('$id takes one pass over a long paragraph', (rule) => {
  test('whatever it is made of', () => {
    const slow = TEXTS.map((text) => [text.slice(0, 12), timeOf(() => checkOne(rule, text))] as const);
    expect(slow.filter(([, time]) => time > LIMIT)).toEqual([]);
  });
});

test('claims about figures are found in one pass', () => {
  const context = claimContext({ members: { total: 300 }, unit: { name: '云溪镇' } });
  const slow = TEXTS.map((text) => [
    text.slice(0, 12),
    timeOf(() => readPassages([passageOf(text)]).map((read) => claimsIn(read, context))),
  ]);
  expect(slow.filter(([, time]) => Number(time) > LIMIT)).toEqual([]);
});

function checkOne(rule: (typeof PROSE_RULES)[number], text: string): void {
  rule.check({ passages: [passageOf(text)], lists: DEFAULT_WORD_LISTS }, () => {});
}

function passageOf(text: string) {
  return { path: '0', role: 'body' as const, text, offset: 0, references: [] };
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return Math.round(performance.now() - start);
}
