import type { Claim } from './claim.ts';
import { type ClaimedComparison, comparisonOf } from './comparison.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { difference, distance, type Interval, overlap, plainNumber, quotient } from './interval.ts';
import { decimalsOf } from './read-shares.ts';
import { type FigurePassage, numberWritten, operand, rangeOfFigure, written, writtenLike } from './reader.ts';
import type { Pair } from './series-comparison.ts';

/** What grew, by how much and at what rate: two of 今年, 上年, 增减额 give the third, and the rate. */
export function readGrowth(site: FigurePassage): Claim[] {
  if (site.quantities.length < 2 || !tellsOfChange(site)) return NO_GROWTH;
  const claims: Claim[] = [];
  for (const figure of site.figures) {
    const { unit } = figure.quantity;
    if (figure.role === 'growth' && unit === '%') push(claims, judgedGrowth(site, figure, growthClaim));
    else if (figure.role === 'change') push(claims, judgedGrowth(site, figure, differenceClaim));
    else if (unit === '倍') push(claims, judgedGrowth(site, figure, multipleClaim));
  }
  return claims;
}

/** Whether a number comes after what ends a verb of change, or counts by multiples. */
function tellsOfChange({ passage: { text }, quantities }: FigurePassage): boolean {
  for (const { start, unit } of quantities) {
    if (unit === '倍' || CHANGE_ENDS.has(text.charCodeAt(start - 1))) return true;
  }
  return false;
}

const CHANGE_ENDS: ReadonlySet<number> = new Set(
  [...'简增减升降涨跌长高落滑收支产多少低小大加了约近达幅率为速快缓窄 '].map((character) =>
    character.charCodeAt(0),
  ),
);
const NO_GROWTH: Claim[] = [];

function push(claims: Claim[], claim: Claim | undefined): void {
  if (claim !== undefined) claims.push(claim);
}

type Judge = (site: FigurePassage, found: ClaimedComparison) => Claim | undefined;

/** After a list the whole may be compared as well as its last part: if one of them fits, that one is meant. */
function judgedGrowth(site: FigurePassage, figure: ProseFigure, judge: Judge): Claim | undefined {
  const found = comparisonOf(site, figure);
  const claim = judge(site, found);
  if (claim?.verdict !== 'wrong') return claim;
  for (const now of found.others) {
    if (now.quantity.isApproximate) continue;
    if (found.change !== undefined && found.last === undefined && isTooSmall(now, found.change)) continue;
    const other = judge(site, { ...found, now });
    if (other?.verdict === 'holds') return other;
  }
  const isListed = found.now?.clause.before === '、' && found.others.length > 0;
  const whole = found.others.at(-1);
  if (isListed && whole !== undefined && isGrowthSlip({ ...found, now: whole })) {
    const other = judge(site, { ...found, now: whole });
    if (other?.verdict === 'wrong') return { ...other, isCertain: false };
  }
  return isListed
    ? { ...claim, verdict: 'unjudged', isCertain: false, why: '不能确定比较的是总数还是分项' }
    : claim;
}

/** What grew by more than it is was not there before. */
function isTooSmall(now: ProseFigure, change: ProseFigure): boolean {
  return change.sign > 0 && now.quantity.value <= change.quantity.value;
}

/** Whether what is stated is about what it should be: then it is meant of this, and mistaken. */
function isGrowthSlip({ figure, now, last, change }: ClaimedComparison): boolean {
  const before =
    last?.quantity.value ??
    (change === undefined || now === undefined
      ? undefined
      : now.quantity.value - change.quantity.value * change.sign);
  if (now === undefined || before === undefined || before <= 0) return false;
  const by = Math.abs(change?.quantity.value ?? now.quantity.value - before);
  const due = figure.role === 'growth' ? (by / before) * 100 : by;
  const off = figure.quantity.value / due;
  return off > 0.7 && off < 1.4;
}

/** 增长12%: of what it was; absent where nothing is there to reckon with. */
function growthClaim(site: FigurePassage, found: ClaimedComparison): Claim | undefined {
  const { figure, now, last, change, doubt } = found;
  const stated = figure.quantity;
  const signed = change === undefined ? undefined : withSign(change.quantity, change.sign);
  const before =
    last?.quantity ??
    (now !== undefined && signed !== undefined ? difference(now.quantity, signed) : undefined);
  const by =
    signed ?? (now !== undefined && last !== undefined ? difference(now.quantity, last.quantity) : undefined);
  if (before === undefined || by === undefined) return undefined;
  const rate = quotient(withSign(by, figure.sign), before, 100);
  const shown = shownGrowth(site, found);
  const right = centreRate(found);
  const text = `${plainNumber(Math.abs(right), decimalsOf(stated.step))}%`;
  const isOfTwo =
    signed !== undefined &&
    now !== undefined &&
    last !== undefined &&
    overlap(
      quotient(withSign(difference(now.quantity, last.quantity), figure.sign), last.quantity, 100),
      stated,
    );
  const holds = overlap(rate, stated) || isOfTwo;
  const isNear = distance(rate, stated) <= stated.step * 1.0001;
  const isTurned = right < 0;
  const isReversed = overlap(quotient(withSign(by, figure.sign === 1 ? -1 : 1), before, 100), stated);
  const why = isTurned
    ? `${shown}，实际是${figure.sign > 0 ? '下降' : '增长'}，与写的方向相反`
    : `${figure.sign > 0 ? '增长' : '下降'}写的是${written(site.passage, stated)}，按${shown}计算是${text}${isNear ? '，末位差一' : ''}`;
  return finishClaim(site, found, {
    kind: 'growth',
    rule: 'prose-growth',
    holds,
    isCertain: !isNear && !found.isLoose,
    doubt:
      change !== undefined && change.sign !== figure.sign && !isReversed ? '增减额与增减率的方向不同' : doubt,
    reckoning: `${shown}＝${text}`,
    why,
    hint: '增减率 = 增减额 ÷ 上年数；按统计口径不能直接计算的（可比价格、调整口径），写明口径。',
  });
}

/** 由475名增至486名，净增11名. */
function differenceClaim(site: FigurePassage, found: ClaimedComparison): Claim | undefined {
  const { figure, now, last, doubt } = found;
  if (now === undefined || last === undefined) return undefined;
  const stated = figure.quantity;
  const by = withSign(difference(now.quantity, last.quantity), figure.sign);
  const isCertain = distance(by, stated) > stated.step * 1.0001 || stated.low === stated.high;
  const [a, b] = figure.sign > 0 ? [now, last] : [last, now];
  const unit = stated.unit === '个百分点' ? '%' : '';
  const value = (now.quantity.value - last.quantity.value) * figure.sign;
  const shown = [a, b].map((each) => shownOf(site, found, each) + unit).join('－');
  const due = writtenLike(site.passage, stated, value);
  return finishClaim(site, found, {
    kind: 'difference',
    rule: 'prose-difference',
    holds: overlap(by, stated),
    isCertain,
    doubt,
    reckoning: `${shown}＝${due}`,
    why: `差数写的是${written(site.passage, stated)}，按${shown}计算是${due}`,
    hint: '核对两个数和它们的差。',
  });
}

/** 增长2.1倍, 是上年的3倍. */
function multipleClaim(site: FigurePassage, found: ClaimedComparison): Claim | undefined {
  const { figure, doubt } = found;
  const isNamed = found.last === undefined;
  const named = isNamed
    ? (ofYear(site, figure, found.now) ?? (found.now === undefined ? namedPair(site, figure) : undefined))
    : undefined;
  const { now, last } = named ?? found;
  if (now === undefined || last === undefined) return undefined;
  const stated = figure.quantity;
  const isMore = figure.sign > 0 && /(?:增长|增加|提高|扩大|上升)了?$/.test(figure.ahead);
  const ratio = quotient(now.quantity, last.quantity);
  const due = isMore ? { low: ratio.low - 1, high: ratio.high - 1 } : ratio;
  const value = now.quantity.value / last.quantity.value - (isMore ? 1 : 0);
  const [a, b] = [now, last].map((each) => shownOf(site, found, each));
  const shown = `${a}÷${b}${isMore ? '－1' : ''}`;
  return finishClaim(
    site,
    { ...found, now, last },
    {
      kind: 'multiple',
      rule: 'prose-growth',
      holds: overlap(due, stated),
      isCertain: false,
      doubt: Math.abs(value - stated.value) < stated.step * WHOLE ? '倍数常取整' : doubt,
      reckoning: `${shown}＝${plainNumber(value, 2)}`,
      why: `倍数写的是${written(site.passage, stated)}，按${shown}计算是${plainNumber(value, decimalsOf(stated.step))}倍`,
      hint: '“增长N倍”是增加的部分，“是N倍”包括原来的部分。',
    },
  );
}

/** 清退金额约为收回金额的6.7倍: the two counts of the sentence that are called so. */
function namedPair({ figures }: FigurePassage, { clause, quantity, index }: ProseFigure): Pair | undefined {
  const words = clause.text.slice(0, quantity.start - clause.start).replace(/[ 　]/g, '');
  const [, a = '', b = ''] = TIMES_OF.exec(words) ?? [];
  if (b === '') return undefined;
  const counts = figures
    .slice(Math.max(0, index - MOST_COUNTS), index)
    .filter(
      (each) =>
        each.role === 'level' && isCount(each.quantity.unit) && each.clause.sentence === clause.sentence,
    );
  const [now, last] = [a === '' ? counts.at(-1) : bestCalled(counts, a), bestCalled(counts, b)];
  return now !== undefined &&
    last !== undefined &&
    now !== last &&
    isSameUnit(now.quantity.unit, last.quantity.unit)
    ? { now, last }
    : undefined;
}

/** 2020年人均收入8260元；2023年达到17346元，是2020年的2.1倍: the first count of its kind after that year. */
function ofYear(
  { figures, passage: { text } }: FigurePassage,
  { clause, quantity }: ProseFigure,
  now: ProseFigure | undefined,
): Pair | undefined {
  const year = /(?:是|为|相当于)(\d{4}年)的$/.exec(text.slice(clause.start, quantity.start))?.[1];
  if (year === undefined || now === undefined) return undefined;
  const near = figures.slice(Math.max(0, now.index - MOST_COUNTS), now.index);
  const told = text.indexOf(year, near[0]?.clause.start ?? 0);
  const last = near.find(
    (each) =>
      each.quantity.start > told &&
      each.role === 'level' &&
      isSameUnit(each.quantity.unit, now.quantity.unit),
  );
  return last !== undefined && last !== now && last.index < now.index ? { now, last } : undefined;
}

const TIMES_OF = /^([一-鿿]{2,12}?)?(?:大?约|已|则|接近)?(?:是|为|相当于|达到?)([一-鿿]{2,12})的(?:近|约)?$/;
const MOST_COUNTS = 10;

/** The one whose name has most pairs of characters in common with a name. */
function bestCalled(counts: readonly ProseFigure[], name: string): ProseFigure | undefined {
  const scores = counts.map(({ ahead }) => {
    let score = 0;
    for (let at = 0; at + 2 <= name.length; at += 1) if (ahead.includes(name.slice(at, at + 2))) score += 1;
    return score;
  });
  const best = Math.max(0, ...scores);
  const found = counts.filter((_, index) => scores[index] === best);
  return best > 0 && found.length === 1 ? found[0] : undefined;
}

/** 2.6倍 may be called 3倍, 3倍 never 4倍. */
const WHOLE = 0.99;

function withSign({ low, high }: Interval, sign: 1 | -1): Interval {
  return sign > 0 ? { low, high } : { low: -high, high: -low };
}

function shownOf(
  { passage }: FigurePassage,
  { now, nowIn = passage }: ClaimedComparison,
  each: ProseFigure,
): string {
  return numberWritten(each === now ? nowIn : passage, each.quantity);
}

function shownGrowth(site: FigurePassage, found: ClaimedComparison): string {
  const { figure, now, last, change } = found;
  const shown = (each: ProseFigure) => shownOf(site, found, each);
  if (change !== undefined && last !== undefined) return `${shown(change)}÷${shown(last)}`;
  if (now !== undefined && last !== undefined) {
    const [a, b] = figure.sign > 0 ? [now, last] : [last, now];
    return `（${shown(a)}－${shown(b)}）÷${shown(last)}`;
  }
  if (change === undefined) return '';
  const before = now === undefined ? '' : `（${shown(now)}${change.sign > 0 ? '－' : '＋'}${shown(change)}）`;
  return `${shown(change)}÷${before}`;
}

/** In per cent, positive where it went the way that is said. */
function centreRate({ figure, now, last, change }: ClaimedComparison): number {
  const before =
    last?.quantity.value ?? (now?.quantity.value ?? 0) - (change?.quantity.value ?? 0) * (change?.sign ?? 1);
  const by = change === undefined ? (now?.quantity.value ?? 0) - before : change.quantity.value * change.sign;
  return (by / before) * 100 * figure.sign;
}

interface Finished extends Pick<Claim, 'kind' | 'rule' | 'isCertain' | 'reckoning' | 'why' | 'hint'> {
  readonly holds: boolean;
  readonly doubt: string | undefined;
}

function finishClaim(
  { passage }: FigurePassage,
  { figure, now, last, change, nowIn = passage }: ClaimedComparison,
  judged: Finished,
): Claim {
  const { holds, doubt, why, ...rest } = judged;
  const others = [
    ...(now ? [operand('本期', nowIn, now.quantity)] : []),
    ...(last ? [operand('上期', passage, last.quantity)] : []),
    ...(change && change !== figure ? [operand('增减额', passage, change.quantity)] : []),
  ];
  const verdict = holds ? 'holds' : doubt !== undefined ? 'unjudged' : 'wrong';
  return {
    ...rest,
    at: rangeOfFigure(passage, figure.quantity),
    operands: others,
    verdict,
    why: holds ? '' : (doubt ?? why),
  };
}
