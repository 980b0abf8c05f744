import { AVERAGED, type Per, perOf } from './average-names.ts';
import {
  type Divisor,
  figuresAround,
  isBesideOf,
  isOfSentence,
  MOST_AVERAGE_FIGURES,
  type Sides,
  sidesOf,
  weightBetween,
} from './average-sides.ts';
import type { Claim } from './claim.ts';
import type { ProseFigure } from './figure.ts';
import { type Interval, plainNumber, quotient } from './interval.ts';
import { sharesWord } from './names.ts';
import { type FigurePassage, holdsOne, operand, rangeOfFigure, written } from './reader.ts';
import { isMiswritten } from './slip.ts';

/** Averages and prices with what they are reckoned from: 参训1242人次，平均每期207人次; 58240亩，每亩90元，发放524.16万元; 人口密度. */
export function readAverages(site: FigurePassage): Claim[] {
  if (site.quantities.length < 3 || !holdsOne(site.passage.text, AVERAGED)) return NO_AVERAGES;
  const claims: Claim[] = [];
  for (const figure of site.figures) {
    const per = perOf(site, figure);
    const claim = per === undefined ? undefined : averageClaim(site, figure, per);
    if (claim !== undefined) claims.push(claim);
  }
  return claims;
}

const NO_AVERAGES: Claim[] = [];

function averageClaim(site: FigurePassage, stated: ProseFigure, per: Per): Claim | undefined {
  const { dividends, divisors } = sidesOf(site, stated, per);
  const paired =
    sidesBeside(dividends, divisors, per) ?? pairBefore(site, stated, per, { dividends, divisors });
  if (paired !== undefined) return judgedAverage(site, stated, { ...per, isBeside: true }, paired);
  for (const dividend of dividends) {
    for (const divisor of divisors) {
      if (dividend === divisor.figure) continue;
      const factor = per.factors.find((each) => averageFits(stated, dividend, divisor, each));
      if (factor === undefined) continue;
      const own = ownDividend(site, stated, dividend, dividends);
      return own === undefined
        ? claimOfAverage(site, { stated, dividend, divisor, factor, verdict: 'holds' })
        : judgedAverage(site, stated, { ...per, isBeside: true }, { dividend: own, divisor });
    }
  }
  const dividend = naturalDividend(site, { dividends, stated }, per);
  const divisor = dividend && naturalDivisor(divisors, dividend);
  if (dividend !== undefined && divisor !== undefined) {
    const isUnique =
      dividends.filter((each) => isBesideOf(each, stated, site)).length === 1 &&
      divisors.filter(({ figure }) => figure !== undefined && isBesideOf(figure, stated, site)).length === 1;
    const before = site.figures.slice(Math.max(0, stated.index - 2), stated.index);
    const isBeside = [dividend, divisor.figure].every((each) => each !== undefined && before.includes(each));
    const claim = mistaken(site, stated, { ...per, isUnique, isBeside }, { dividend, divisor });
    if (claim !== undefined) return claim;
  }
  const apart = dividend && divisor && unjudgedAverage(site, stated, per, { dividend, divisor });
  const [only, ...others] = dividends.flatMap((each) =>
    divisors.flatMap(
      (by) =>
        mistaken(
          site,
          stated,
          { ...per, isUnique: false, isOnlySlip: true },
          { dividend: each, divisor: by },
        ) ?? [],
    ),
  );
  if (only !== undefined && others.length === 0) return only;
  return ofOtherMagnitude(site, stated, per, divisors) ?? apart;
}

/** 在营5台、日发班10个往返，平均每台日发2个往返: the two counts right before, where one is divided and the other divides. */
function pairBefore(
  { figures }: FigurePassage,
  stated: ProseFigure,
  { isReckoned }: Per,
  { dividends, divisors }: Sides,
): Sided | undefined {
  if (!isReckoned) return undefined;
  const before = figures
    .slice(Math.max(0, stated.index - MOST_AVERAGE_FIGURES), stated.index)
    .filter(({ clause }) => clause.depth <= stated.clause.depth)
    .slice(-2);
  if (before.some(({ at, clause }) => clause.sentence !== stated.clause.sentence || at < stated.at - 2))
    return undefined;
  const divisor = divisors.find(({ figure }) => figure !== undefined && before.includes(figure));
  const dividend = dividends.find((each) => each !== divisor?.figure && before.includes(each));
  return dividend && divisor && divisor.figure?.clause.before !== '、' ? { dividend, divisor } : undefined;
}

/**
 * The dividend that stands right before an average, where another was found to fit that is the whole of it (其中), or that an average before has used up: 核定1120名，平均每个80名；实有986人，平均每个70人.
 */
function ownDividend(
  { figures, clauses }: FigurePassage,
  stated: ProseFigure,
  fitting: ProseFigure,
  dividends: readonly ProseFigure[],
): ProseFigure | undefined {
  const own = dividends.find(
    (each) =>
      each.clause.sentence === stated.clause.sentence &&
      each.at === stated.at - 1 &&
      clauses[each.at] === each.clause,
  );
  if (
    own === undefined ||
    own === fitting ||
    own.index < fitting.index ||
    clauses[fitting.at] !== fitting.clause
  )
    return undefined;
  const isBracketed = stated.clause.depth === own.clause.depth + 1;
  const isUsed = figures.slice(fitting.index + 1, own.index).some(({ ahead }) => /[均每]/.test(ahead));
  return isBracketed || isUsed || /^其中/.test(own.ahead) ? own : undefined;
}

const MAGNITUDES = [10_000, 1 / 10_000, 100_000_000, 1 / 100_000_000];

/** 86人…追回资金25.8万元，人均3000万元: what the two give, but for 万. */
function ofOtherMagnitude(
  site: FigurePassage,
  stated: ProseFigure,
  per: Per,
  divisors: readonly Divisor[],
): Claim | undefined {
  if (stated.quantity.unit !== '元') return undefined;
  const amounts = figuresAround(site, stated).filter(
    ({ role, ahead, quantity }) =>
      role === 'level' &&
      quantity.unit === '元' &&
      !/[均每]/.test(ahead) &&
      (!quantity.isApproximate || quantity.value / quantity.step >= 100),
  );
  for (const dividend of amounts) {
    for (const divisor of divisors) {
      if (divisor.figure !== undefined && !isOfSentence(divisor.figure, stated, site)) continue;
      const factor = per.factors.find((each) =>
        MAGNITUDES.some((magnitude) => averageFits(stated, dividend, divisor, each * magnitude)),
      );
      if (factor === undefined) continue;
      const claim = claimOfAverage(site, { stated, dividend, divisor, factor, verdict: 'wrong' });
      return { ...claim, rule: 'prose-unit', hint: '核对平均数和总额的“万”“亿”。' };
    }
  }
  return undefined;
}

/** An average that is far from what the two beside it give may be of something else. */
function unjudgedAverage(
  site: FigurePassage,
  stated: ProseFigure,
  per: Per,
  { dividend, divisor }: Sided,
): Claim | undefined {
  if (!isOfSentence(dividend, stated, site)) return undefined;
  return claimOfAverage(site, {
    stated,
    dividend,
    divisor,
    factor: per.factors[0] ?? 1,
    verdict: 'unjudged',
  });
}

type Sided = Pick<AveragePair, 'dividend' | 'divisor'>;

/** 村级队伍18支270人，平均每支村级队伍15人: what is called so, and is in one clause, is meant alone. */
function sidesBeside(
  dividends: readonly ProseFigure[],
  divisors: readonly Divisor[],
  { what }: Per,
): Sided | undefined {
  for (const divisor of divisors) {
    const { figure } = divisor;
    if (figure === undefined || !sharesWord(what, figure.ahead)) continue;
    const dividend = dividends.find((each) => each !== figure && each.at === figure.at);
    if (dividend !== undefined) return { dividend, divisor };
  }
  return undefined;
}

function judgedAverage(
  site: FigurePassage,
  stated: ProseFigure,
  per: Per & Pick<JudgedAverage, 'isBeside'>,
  { dividend, divisor }: Sided,
): Claim | undefined {
  const factor = per.factors.find((each) => averageFits(stated, dividend, divisor, each));
  return factor === undefined
    ? (mistaken(site, stated, { ...per, isUnique: true }, { dividend, divisor }) ??
        unjudgedAverage(site, stated, per, { dividend, divisor }))
    : claimOfAverage(site, { stated, dividend, divisor, factor, verdict: 'holds' });
}

function mistaken(
  site: FigurePassage,
  stated: ProseFigure,
  per: JudgedAverage,
  { dividend, divisor }: Sided,
): Claim | undefined {
  if (dividend.quantity.isApproximate || divisor.figure?.quantity.isApproximate === true) return undefined;
  if (dividend === divisor.figure || divisor.value.low <= 0) return undefined;
  const isBeside =
    isOfSentence(dividend, stated, site) ||
    divisor.figure === undefined ||
    isOfSentence(divisor.figure, stated, site);
  if (!isBeside && (per.noun === undefined || !sharesWord(per.what, dividend.ahead))) return undefined;
  const factor = per.factors.find((each) => isOff(stated, { dividend, divisor, factor: each }, per));
  return factor === undefined
    ? undefined
    : claimOfAverage(site, { stated, dividend, divisor, factor, verdict: 'wrong' });
}

interface JudgedAverage extends Per {
  /** Nothing else of the sentence can be meant. */
  readonly isUnique: boolean;
  /** The two come right before the average: 3216户、8624人，户均2.7人. */
  readonly isBeside?: boolean;
  /** Nothing but a slip of the pen shows what is meant. */
  readonly isOnlySlip?: boolean;
}

/** 茶叶总产量 is of 茶叶12600亩. */
function naturalDivisor(divisors: readonly Divisor[], dividend: ProseFigure): Divisor | undefined {
  const others = divisors.filter(({ figure }) => figure !== dividend);
  return (
    others.find(({ figure }) => figure !== undefined && sharesWord(figure.ahead, dividend.ahead)) ?? others[0]
  );
}

/** The one that is called as the average says, else the nearest of the sentence. */
function naturalDividend(
  site: FigurePassage,
  { dividends, stated }: { readonly dividends: readonly ProseFigure[]; readonly stated: ProseFigure },
  { what }: Per,
): ProseFigure | undefined {
  const own = dividends.filter((figure) => isOfSentence(figure, stated, site));
  const isNamed = ({ ahead, behind }: ProseFigure) =>
    sharesWord(what, ahead) || sharesWord(what, behind.slice(0, 4));
  return (
    own.find(isNamed) ??
    own[0] ??
    dividends.find(isNamed) ??
    (dividends.length === 1 ? dividends[0] : undefined)
  );
}

interface AveragePair {
  readonly dividend: ProseFigure;
  readonly divisor: Divisor;
  readonly factor: number;
}

function dueOf(stated: ProseFigure, { dividend, divisor, factor }: AveragePair): Interval {
  const weight = (weightBetween(dividend.quantity.unit, stated.quantity.unit) ?? 1) * factor;
  return quotient(dividend.quantity, divisor.value, weight);
}

function averageFits(stated: ProseFigure, dividend: ProseFigure, divisor: Divisor, factor: number): boolean {
  const { value, step } = stated.quantity;
  const due = dueOf(stated, { dividend, divisor, factor });
  return due.high >= value - step * HALF_OF_AVERAGE && due.low < value + step;
}

/** With binary dust. What is cut off counts as well as what is rounded. */
const HALF_OF_AVERAGE = 0.50001;

/** Whether the average is meant of this pair, and mistaken: it is what they give with a slip of the pen, or little else. */
function isOff(
  { quantity }: ProseFigure,
  pair: AveragePair,
  { isReckoned, isUnique, isBeside, isOnlySlip, days }: JudgedAverage,
): boolean {
  const { low, high } = dueOf({ quantity } as ProseFigure, pair);
  const due = (low + high) / 2;
  if (isMiswritten(quantity, due)) return true;
  if (isOnlySlip === true || days !== undefined) return false;
  const { dividend } = pair;
  if (isUnique && isMiswritten(dividend.quantity, (dividend.quantity.value * quantity.value) / due))
    return true;
  const off = Math.abs(quantity.value / due - 1);
  if (isReckoned && isBeside === true) return true;
  const isWhole = Math.abs(due / quantity.step - Math.round(due / quantity.step)) < 1e-6;
  if (!isUnique) return off <= 0.1;
  return off <= (isReckoned ? (isWhole ? 0.5 : 0.3) : isWhole ? 0.2 : 0.1);
}

interface StatedAverage extends AveragePair, Pick<Claim, 'verdict'> {
  readonly stated: ProseFigure;
}

function claimOfAverage({ passage }: FigurePassage, { stated, verdict, ...pair }: StatedAverage): Claim {
  const { dividend, divisor } = pair;
  const { low, high } = dueOf(stated, pair);
  const places = Math.max(0, Math.round(-Math.log10(stated.quantity.step)));
  const right = plainNumber((low + high) / 2, places + 1);
  const factor = plainNumber(
    pair.factor * (weightBetween(dividend.quantity.unit, stated.quantity.unit) ?? 1) * 12,
    0,
  );
  const times = factor === '12' ? '' : pair.factor < 1 ? '÷12' : `×${plainNumber(Number(factor) / 12)}`;
  const shown = `${plainNumber(dividend.quantity.value)}÷${divisor.shown}${times}`;
  return {
    kind: 'average',
    rule: 'prose-rate',
    at: rangeOfFigure(passage, stated.quantity),
    operands: [
      operand('总量', passage, dividend.quantity),
      ...(divisor.figure === undefined ? [] : [operand('除数', passage, divisor.figure.quantity)]),
    ],
    verdict,
    isCertain: false,
    reckoning: `${shown}＝${right}`,
    why:
      verdict === 'holds'
        ? ''
        : verdict === 'unjudged'
          ? '相差太远，可能说的是别的数'
          : `平均数写的是${written(passage, stated.quantity)}，按${shown}计算是${right}`,
    hint: '核对平均数、总量和除数。',
  };
}
