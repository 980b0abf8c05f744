import { matchesIn } from '../matches.ts';
import { parseNumeral } from '../numerals.ts';
import type { Claim } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { plainNumber } from './interval.ts';
import { type FigurePassage, numberWritten, operand } from './reader.ts';

/** 由31.2万元增至62.4万元，翻了一番: two counts of the sentence, the greater of which is so many times doubled. 翻两番 is four times. */
export function readDoublings(site: FigurePassage): Claim[] {
  const { text } = site.passage;
  if (!text.includes('番')) return [];
  let end = 0;
  return matchesIn(text, DOUBLED).flatMap(({ index, 0: words, 1: numeral }): Claim[] => {
    const times = numeral === undefined ? 1 : parseNumeral(numeral.replace('两', '二'));
    while ((site.figures[end]?.quantity.end ?? text.length + 1) <= index) end += 1;
    if (times === undefined) return [];
    if (GOAL.test(text.slice(Math.max(0, index - GOAL_REACH), index))) return [];
    const pair = pairBefore(
      site.figures.slice(Math.max(0, end - MOST_BEFORE), end),
      text.slice(Math.max(0, index - LONGEST_REACH), index).lastIndexOf('。') +
        Math.max(0, index - LONGEST_REACH),
    );
    if (pair === undefined) return [];
    const [last, now] = pair;
    const ratio = now.quantity.value / last.quantity.value;
    const due = 2 ** times;
    const holds = ratio >= due * LEAST_OF_DOUBLE && ratio < due * MOST_OF_DOUBLE;
    const shown = `${numberWritten(site.passage, now.quantity)}÷${numberWritten(site.passage, last.quantity)}＝${plainNumber(ratio, 2)}`;
    return [
      {
        kind: 'multiple',
        rule: 'prose-growth',
        at: { passage: site.passage, start: index, end: index + words.length },
        operands: [operand('上期', site.passage, last.quantity), operand('本期', site.passage, now.quantity)],
        verdict: holds ? 'holds' : 'wrong',
        isCertain: false,
        reckoning: shown,
        why: holds ? '' : `“${words}”是原来的${due}倍，按${shown}倍`,
        hint: '翻一番是原来的2倍，翻两番是4倍。',
      },
    ];
  });
}

const DOUBLED = /翻(?:了)?([一两二三四])?番/g;
/** What is meant to be is not reckoned. */
const GOAL = /力争|争取|预计|目标|计划|确保|将/;
const GOAL_REACH = 40;
/** 翻番 is said of what is nearly twice as much, or rather more. */
const LEAST_OF_DOUBLE = 0.9;
const MOST_OF_DOUBLE = 1.75;

/** How many figures before are looked at. */
const MOST_BEFORE = 8;
const LONGEST_REACH = 160;

/** What it was and what it is: the last two counts of one kind before, told as a change. */
function pairBefore(
  figures: readonly ProseFigure[],
  from: number,
): readonly [ProseFigure, ProseFigure] | undefined {
  const before = figures.filter(
    ({ quantity, role }) =>
      quantity.start > from && isCount(quantity.unit) && role !== 'change' && !quantity.isApproximate,
  );
  const [last, now] = before.slice(-2);
  if (last === undefined || now === undefined || !isSameUnit(last.quantity.unit, now.quantity.unit))
    return undefined;
  const isTold =
    last.role === 'last' || /[到至为]$/.test(now.ahead) || /\d{4}年|上年|去年/.test(last.clause.text);
  return isTold && last.quantity.value > 0 && now.quantity.value > last.quantity.value
    ? [last, now]
    : undefined;
}
