import type { Claim } from './claim.ts';
import { isCount, isSameUnit, nameBeforeBracket, type ProseFigure } from './figure.ts';
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
const AVERAGED = ['均', '每', '性别比'];

/** What an average divides by. */
interface Per {
  /** The counting words of what it divides by. */
  readonly units: readonly string[];
  /** What that is called, where its counting word does not tell. */
  readonly noun: RegExp | undefined;
  /** What is divided, as far as the average says so: 床位数. */
  readonly what: string;
  /** Of a hundred, of a thousand; what it may be multiplied by, the likeliest first. */
  readonly factors: readonly number[];
  /** Not of what the text counts, but of a time: 日均. */
  readonly days: readonly number[] | undefined;
  /** 每亩90元 says a price; 平均 says that it was reckoned. */
  readonly isReckoned: boolean;
}

const AVERAGE =
  /(人次|[站组队园]|[人户村场期次件案亩日生校企店班座镇乡])均(?![衡等])([一-鿿]{0,12}?)(?:为|达到?|约|是)*$|(亩)产(?:量)?(?:为|达到?|约|是)*$|单产(?:为|达到?|约|是)*$/;
const PER_EACH =
  /(平均)?每一?(百|千|万)?(人次|[家户批件]次|平方公里|公里|公斤|斤|吨|人口|团队|网格|支部|[站组队馆厂园室校班]|[笔个名位支座处家户场期次件亩辆台人村天日株所间套批栋条项份头只羽])([一-鿿]{0,14}?)(?:为|达到?|约|是|有)*$/;
/** What is no quotient of figures that a report gives. */
const NO_QUOTIENT =
  /可支配|纯收入|寿命|生产总值|消费|年龄|受教育|预期|最低|最高|标准|不低于|不少于|至少|增长|递增/;
const PER_PERSON_WORDS = ['人', '名', '位', '人次'];
const UNITS_OF: Readonly<Record<string, readonly string[]>> = {
  ...{
    人: PER_PERSON_WORDS,
    名: PER_PERSON_WORDS,
    位: PER_PERSON_WORDS,
    生: PER_PERSON_WORDS,
    人口: PER_PERSON_WORDS,
  },
  ...{
    村: ['个'],
    ...{ 镇: ['个'], 站: ['个'], 组: ['个'], 网格: ['个'], 支部: ['个'], 室: ['个', '间'] },
    ...{ 队: ['支', '个'], 团队: ['支', '个'], 馆: ['个', '座'], 厂: ['个', '家'], 园: ['个', '所'] },
    乡: ['个'],
    案: ['件'],
    场: ['场', '个'],
    校: ['所'],
    企: ['家'],
    店: ['家'],
    班: ['个'],
    次: ['次', '人次'],
  },
};
const NOUNS: Readonly<Record<string, RegExp>> = {
  ...{ 站: /站/, 组: /组/, 网格: /网格/, 支部: /支部/, 室: /室/, 队: /队/, 团队: /团队/ },
  ...{ 馆: /馆/, 厂: /厂/, 园: /园/ },
  ...{ 村: /村/, 镇: /镇|乡|街道/, 乡: /乡|镇/, 班: /班/, 人口: /人口/, 生: /学生|在校|在园/ },
};
/** 平均每个家庭户的人口. */
const HOUSEHOLD: Per = {
  ...{ units: ['户'], noun: /家庭户/, what: '家庭户人口', factors: [1], days: undefined, isReckoned: true },
};
const AVERAGE_SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };

/** What a figure is an average of; undefined for one that is none. */
function perOf({ clauses }: FigurePassage, figure: ProseFigure): Per | undefined {
  const { quantity, role, clause, at } = figure;
  if (SEX_RATIO.test(clause.text + (clauses[at - 2]?.text ?? '')))
    return quantity.unit === '' &&
      quantity.value > 60 &&
      quantity.value !== 100 &&
      !/[:：∶]/.test(clause.before)
      ? {
          units: PER_PERSON_WORDS,
          noun: /女/,
          what: '男性',
          factors: [100],
          days: undefined,
          isReckoned: true,
        }
      : undefined;
  if (role !== 'level' && quantity.unit !== '') return undefined;
  if (quantity.isApproximate && !isToldFinely(figure)) return undefined;
  const ahead = /[）)]/.test(clause.before) ? nameBeforeBracket(clauses, at) + figure.ahead : figure.ahead;
  if (!holdsOne(ahead, AVERAGED) || (NO_QUOTIENT.test(ahead) && !isReckonedBy(clauses, figure)))
    return undefined;
  const average = AVERAGE.exec(ahead);
  if (average !== null) {
    const [, per = average[3] ?? '亩', what = ''] = average;
    const isOfMonth = ahead.charAt(average.index - 1) === '月';
    return perUnit({ per, what: isOfMonth ? `月${what}` : what, isReckoned: true, scale: 1 });
  }
  const [, reckoned, scale = '', each = '', rest = ''] = PER_EACH.exec(ahead) ?? [];
  if (each === '') return undefined;
  if (rest.startsWith('家庭户')) return HOUSEHOLD;
  return perUnit({
    per: each,
    what: rest,
    isReckoned: reckoned !== undefined || scale !== '' || each === '平方公里' || each === '人口',
    scale: AVERAGE_SCALES[scale] ?? 1,
  });
}

/** 约57.5万元: said with 约, and to three digits nevertheless. */
function isToldFinely({ ahead, quantity: { value, step } }: ProseFigure): boolean {
  return ahead.endsWith('约') && value / step >= 100;
}

/** 按年平均常住人口31.35万人计算，人均地区生产总值: the text says by what it was divided. */
function isReckonedBy(clauses: FigurePassage['clauses'], { ahead, at }: ProseFigure): boolean {
  return /生产总值$/.test(ahead) && /^按.*计算$/.test(clauses[at - 1]?.text.trim() ?? '');
}

const SEX_RATIO = /^(?!.*出生).*性别比/;

interface AverageUnit {
  readonly per: string;
  readonly what: string;
  readonly isReckoned: boolean;
  readonly scale: number;
}

function perUnit({ per, what, isReckoned, scale }: AverageUnit): Per {
  const isOfTime = per === '日' || per === '天';
  const noun = NOUNS[per] ?? (per === '个' || scale > 1 ? nounOf(what) : undefined);
  return {
    units: UNITS_OF[per] ?? [per],
    noun: per === '人' && scale > 1 ? /人口/ : noun,
    what,
    factors: what.startsWith('月') || what.includes('每月') ? [scale / 12, scale] : [scale],
    days: isOfTime ? [] : undefined,
    isReckoned,
  };
}

/** 每个项目投资: 项目. */
function nounOf(what: string): RegExp | undefined {
  return what.length < 2 ? undefined : new RegExp(what.slice(0, 2));
}

/** What an average may be of, and by what it may divide, nearest first. */
interface Sides {
  readonly dividends: readonly ProseFigure[];
  readonly divisors: readonly Divisor[];
}

interface Divisor {
  readonly value: Interval;
  readonly shown: string;
  readonly figure: ProseFigure | undefined;
}

/** How many figures ahead and sentences are looked at. */
const MOST_AVERAGE_FIGURES = 24;
const AVERAGE_SENTENCES = 2;

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

/** Two figures of one passage: another passage's clauses are others. */
function isOfSentence(a: ProseFigure, b: ProseFigure, { clauses }: Pick<FigurePassage, 'clauses'>): boolean {
  return a.clause.sentence === b.clause.sentence && clauses[a.at] === a.clause && clauses[b.at] === b.clause;
}

/** And in no bracket of its own. */
function isBesideOf(a: ProseFigure, b: ProseFigure, site: FigurePassage): boolean {
  return isOfSentence(a, b, site) && a.clause.depth <= b.clause.depth;
}

function sidesOf(site: FigurePassage, stated: ProseFigure, per: Per): Sides {
  const around = figuresAround(site, stated);
  const near = around.filter((figure) => mayBeDividend(figure, stated, per));
  const dividends = near.some((figure) => isOfSentence(figure, stated, site))
    ? near
    : [...near, ...farDividends(site, stated, per)];
  if (per.days !== undefined) return { dividends, divisors: daysOf(site, stated) };
  const divisors = around.filter((figure) => mayBeDivisor(figure, per));
  const noun =
    per.noun ??
    (divisors.length === 0 && PARTY.test(stated.clause.text) && per.units === PER_PERSON_WORDS
      ? PARTY_MEMBERS
      : undefined);
  const isOfThings = noun === undefined && per.units !== PER_PERSON_WORDS;
  const isFar = divisors.length === 0 && (noun !== undefined || isOfThings);
  const far = isFar
    ? farDivisors(site, { ...per, noun }, stated.index, isOfThings ? NEAR_PASSAGES : MOST_AVERAGE_PASSAGES)
    : [];
  return {
    dividends,
    divisors: [...divisors, ...far].map((figure) => ({
      value: figure.quantity,
      shown: plainNumber(figure.quantity.value),
      figure,
    })),
  };
}

/** 人均党建经费: what is given for each member of the Party. */
const PARTY = /党/;
const PARTY_MEMBERS = /党员/;

/** Nearest first: those before it, then what its sentence says after it. */
function figuresAround({ figures, clauses }: FigurePassage, stated: ProseFigure): ProseFigure[] {
  const around: ProseFigure[] = [];
  const inner: ProseFigure[] = [];
  for (let at = stated.index - 1; at >= Math.max(0, stated.index - MOST_AVERAGE_FIGURES); at -= 1) {
    const figure = figures[at];
    if (figure === undefined || figure.clause.sentence < stated.clause.sentence - AVERAGE_SENTENCES) break;
    (figure.clause.depth <= stated.clause.depth ? around : inner).push(figure);
  }
  for (let at = stated.index + 1; at < stated.index + 4; at += 1) {
    const figure = figures[at];
    if (figure === undefined || !isOfSentence(figure, stated, { clauses }) || figure.clause.before === '；')
      break;
    around.push(figure);
  }
  return [...around, ...inner];
}

/** 公用经费468万元. … 供养人员186人，人均公用经费2.52万元: what is called so in the passages ahead. */
function farDividends(site: FigurePassage, stated: ProseFigure, per: Per): ProseFigure[] {
  const name = per.what.replace(/^(?:月|年|拥有|完成|实现|选出|投入|有)+/, '');
  if (name.length < 2) return [];
  const found: ProseFigure[] = [];
  for (let back = site.index; back >= Math.max(0, site.index - NEAR_PASSAGES - 1); back -= 1) {
    for (const figure of nearFigures(site, back, stated.index)) {
      const isBefore =
        back < site.index || figure.clause.sentence < stated.clause.sentence - AVERAGE_SENTENCES;
      if (isBefore && figure.ahead.endsWith(name) && mayBeDividend(figure, stated, per)) found.push(figure);
    }
  }
  return found;
}

/** Of its own passage those right before it, of another the last. */
function nearFigures(site: FigurePassage, at: number, before: number): readonly ProseFigure[] {
  const figures = site.sites[at]?.figures ?? [];
  const end = at === site.index ? before : figures.length;
  return figures.slice(Math.max(0, end - MOST_FAR_FIGURES), end);
}

const MOST_FAR_FIGURES = 80;

/** How many passages ahead the population is looked for. */
const MOST_AVERAGE_PASSAGES = 8;
const NEAR_PASSAGES = 2;

function farDivisors(site: FigurePassage, per: Per, before: number, most: number): ProseFigure[] {
  const found: ProseFigure[] = [];
  for (let back = site.index; back >= Math.max(0, site.index - most); back -= 1)
    found.push(
      ...(site.sites[back]?.figures ?? []).filter(
        (figure) => mayBeDivisor(figure, per) && (back < site.index || figure.index < before),
      ),
    );
  return found;
}

function mayBeDivisor({ quantity, role, ahead, behind, clause }: ProseFigure, { units, noun }: Per): boolean {
  if (role !== 'level' && role !== 'base') return false;
  if (!units.includes(quantity.unit) || /[均每]/.test(ahead)) return false;
  return (
    noun === undefined || noun.test(ahead + behind.slice(0, 6)) || (ahead === '' && noun.test(clause.text))
  );
}

function mayBeDividend(figure: ProseFigure, stated: ProseFigure, per: Per): boolean {
  const { quantity, role } = figure;
  if (role !== 'level' || /[均每]/.test(figure.ahead)) return false;
  if (quantity.value < stated.quantity.value) return false;
  if (per.noun !== undefined && per.noun.source === '女')
    return isSameUnit(quantity.unit, '人') && /男/.test(figure.ahead);
  return weightBetween(quantity.unit, stated.quantity.unit) !== undefined;
}

/** How many of the average's counting word one of the dividend's is: 吨 and 公斤. */
function weightBetween(from: string, to: string): number | undefined {
  if (to === '' || !isCount(from)) return undefined;
  if (isSameUnit(from, to)) return 1;
  if (from === '吨') return to === '公斤' || to === '千克' ? 1000 : to === '斤' ? 2000 : undefined;
  return undefined;
}

/** The days of the time that the text names: 全年, 上半年. */
function daysOf({ passage: { text } }: FigurePassage, { clause }: ProseFigure): Divisor[] {
  const sentence = text.slice(Math.max(0, clause.start - DAYS_REACH), clause.end);
  const days = PERIOD_DAYS.find(([words]) => words.test(sentence))?.[1] ?? [];
  return days.map((value) => ({
    value: { low: value, high: value },
    shown: `${value}天`,
    figure: undefined,
  }));
}

const DAYS_REACH = 60;
const PERIOD_DAYS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/上半年/, [181, 182]],
  [/下半年/, [184]],
  [/前三季度|1—9月|1至9月/, [273, 274]],
  [/[一二三四]季度/, [90, 91, 92]],
  [/./, [365, 366]],
];

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
