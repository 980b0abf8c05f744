import type { Passage } from '../../facts/passages.ts';
import type { Claim } from './claim.ts';
import { isCount, isOfOtherTime, isSameUnit, OTHER_TIME, type ProseFigure } from './figure.ts';
import { difference, type Interval, overlap, plainNumber, quotient } from './interval.ts';
import { sharesWord } from './names.ts';
import { type FigurePassage, numberWritten, operand, rangeOfFigure } from './reader.ts';

/**
 * Rates of growth beside which only one of 今年, 上年 and 增减额 stands. Of the counts before that may be the other, one that gives the rate holds; one that gives it the
 * wrong way round (下降 for 上升), or only if this period's count is divided by, shows the mistake.
 */
export function readLoneGrowth(site: FigurePassage, claims: readonly Claim[]): Claim[] {
  const judged = new Set(claims.filter(({ kind }) => kind === 'growth').map(({ at }) => at.start));
  return site.figures.flatMap((rate): Claim[] => {
    if (rate.role !== 'growth' || rate.quantity.unit !== '%' || rate.quantity.isApproximate) return [];
    if (judged.has(rate.quantity.start) || rate.quantity.step >= 1) return [];
    const claim = loneClaim(site, rate);
    return claim === undefined ? [] : [claim];
  });
}

interface LoneRate {
  readonly rate: ProseFigure;
  /** What the text gives beside the rate: by how much it changed, or what it was. */
  readonly known: ProseFigure;
  readonly isChange: boolean;
}

/** What is reckoned at other prices or by another measure. */
const OTHER_MEASURE = /生产总值|增加值|产值|可比|同口径|年均|平均增长|剔除|不变价|扣除|预计|力争|实际增长/;

function loneClaim(site: FigurePassage, rate: ProseFigure): Claim | undefined {
  const known = site.figures[rate.index - 1];
  if (known === undefined || known.clause.sentence !== rate.clause.sentence || known.quantity.isApproximate)
    return undefined;
  if (
    !isNextClause(site, known, rate) ||
    known.clause.depth !== rate.clause.depth ||
    !NO_SUBJECT.test(rate.ahead)
  )
    return undefined;
  const isChange = known.role === 'change' && known.sign === rate.sign;
  const isLast = known.role !== 'change' && LAST_COUNT.test(known.ahead);
  if (
    (!isChange && !isLast) ||
    !isCount(known.quantity.unit) ||
    OTHER_MEASURE.test(known.clause.text + rate.clause.text)
  )
    return undefined;
  const lone = { rate, known, isChange };
  const nows = countsBefore(site, lone);
  if (nows.some(({ figure }) => OTHER_MEASURE.test(figure.clause.text))) return undefined;
  if (nows.some((now) => fits(lone, now))) return undefined;
  const mistaken = nows.find((now) => isMistaken(lone, now));
  return mistaken && wrongGrowth(site, lone, mistaken);
}

/** 减少216件（批）次，下降11.1%: nothing but the rest of a counting word stands between. */
function isNextClause({ clauses }: FigurePassage, { at }: ProseFigure, rate: ProseFigure): boolean {
  return clauses
    .slice(at + 1, rate.at)
    .every(({ text, quantities }) => quantities.length === 0 && text.trim().length <= 1);
}

const NO_SUBJECT =
  /^(?:同比|环比|[比较](?:上年|去年|上届|上期)(?:同期)?)?(?:分别|也|均|又)?(?:负?增长|上升|上涨|提高|增加|增幅|涨幅|降幅|减少|下降|下滑|降低|减幅|跌幅)(?:了|率|幅度|为|达|约)*$/;
const LAST_COUNT = /^(?:上年|去年|上届|上期)(?:同期)?[一-鿿]{0,6}$/;

interface CountBefore {
  readonly figure: ProseFigure;
  readonly passage: Passage;
}

/** How many figures and passages ahead are looked at. */
const MOST_LONE_FIGURES = 24;
const MOST_LONE_PASSAGES = 2;

/** This period's counts that the change may be of: nearest first, those that are called so where some are. */
function countsBefore(site: FigurePassage, { known }: LoneRate): readonly CountBefore[] {
  const found: CountBefore[] = [];
  let looked = 0;
  for (let back = site.index; back >= Math.max(0, site.index - MOST_LONE_PASSAGES); back -= 1) {
    const other = site.sites[back];
    if (other === undefined) break;
    const last = back === site.index ? known.index - 1 : other.figures.length - 1;
    for (let at = last; at >= 0 && looked < MOST_LONE_FIGURES; at -= 1) {
      const figure = other.figures[at];
      looked += 1;
      if (figure === undefined || !isSameUnit(figure.quantity.unit, known.quantity.unit)) continue;
      if (figure.role !== 'level' && figure.role !== 'last') continue;
      if (!figure.quantity.isApproximate) found.push({ figure, passage: other.passage });
    }
  }
  const name = known.ahead.replace(
    /^(?:上年|去年|上届|上期|同比|环比)(?:同期)?|(?:减少|增加|上升|下降|增长)$/g,
    '',
  );
  const called = found.filter(({ figure }) => sharesWord(name, figure.lead ?? figure.ahead));
  return called.length > 0 ? called : found;
}

/** Whether a count makes the rate true, as this period's or, where it says so or is an earlier one, as what it was. */
function fits({ rate, known, isChange }: LoneRate, { figure }: CountBefore): boolean {
  const { quantity: stated, sign } = rate;
  if (!isChange) return overlap(rateBetween(figure.quantity, known.quantity, sign), stated);
  const before = beforeOf(figure.quantity, known);
  return (
    overlap(quotient(known.quantity, before, 100), stated) ||
    (isEarlier(figure) && overlap(quotient(known.quantity, figure.quantity, 100), stated))
  );
}

function isMistaken({ rate, known, isChange }: LoneRate, { figure }: CountBefore): boolean {
  const { quantity: stated, sign } = rate;
  if (isEarlier(figure)) return false;
  return isChange
    ? overlap(quotient(known.quantity, figure.quantity, 100), stated)
    : overlap(rateBetween(figure.quantity, known.quantity, sign === 1 ? -1 : 1), stated);
}

function isEarlier(figure: ProseFigure): boolean {
  return (
    figure.role === 'last' ||
    isOfOtherTime(figure) ||
    OTHER_TIME.test(figure.clause.text) ||
    /\d{4}年|此前|原/.test(figure.clause.text)
  );
}

function beforeOf(now: Interval, { quantity, sign }: ProseFigure): Interval {
  const change = sign > 0 ? quantity : { low: -quantity.high, high: -quantity.low };
  return difference(now, change);
}

/** In per cent, positive where it went the way of `sign`. */
function rateBetween(now: Interval, last: Interval, sign: 1 | -1): Interval {
  const by = sign > 0 ? difference(now, last) : difference(last, now);
  return quotient(by, last, 100);
}

function wrongGrowth(
  { passage }: FigurePassage,
  { rate, known, isChange }: LoneRate,
  now: CountBefore,
): Claim {
  const [a, b] = [numberWritten(now.passage, now.figure.quantity), numberWritten(passage, known.quantity)];
  const before = isChange
    ? now.figure.quantity.value - known.quantity.value * known.sign
    : known.quantity.value;
  const by = isChange ? known.quantity.value : Math.abs(now.figure.quantity.value - before);
  const decimals = Math.max(0, Math.round(-Math.log10(rate.quantity.step)));
  const right = `${plainNumber((by / before) * 100, decimals)}%`;
  const shown = isChange ? `${b}÷（${a}${known.sign > 0 ? '－' : '＋'}${b}）` : `（${a}与${b}之差）÷${b}`;
  return {
    kind: 'growth',
    rule: 'prose-growth',
    at: rangeOfFigure(passage, rate.quantity),
    operands: [
      operand('本期', now.passage, now.figure.quantity),
      operand(isChange ? '增减额' : '上期', passage, known.quantity),
    ],
    verdict: 'wrong',
    isCertain: false,
    reckoning: `${shown}＝${right}`,
    why: isChange
      ? `增减率写的是${plainNumber(rate.quantity.value)}%，是拿增减额除以本期数；按${shown}计算是${right}`
      : `${a}与${b}相比是${now.figure.quantity.value > known.quantity.value ? '增长' : '下降'}${right}，与写的方向相反`,
    hint: '增减率 = 增减额 ÷ 上年数；按统计口径不能直接计算的（可比价格、调整口径），写明口径。',
  };
}
