import type { Claim } from './claim.ts';
import { type Figure, isCount, isSameUnit } from './figure.ts';
import { gap, type Interval, overlap, plainNumber, quotient } from './interval.ts';
import { holdsOne, numberWritten, operand, placeOf, type Site } from './reader.ts';

/** Rates by name (整改率, 到会率, 贫困发生率), a plan's fulfilment, and averages (人口密度). */
export function readRates(site: Site): Claim[] {
  const { text } = site.passage;
  const claims: Claim[] = [];
  if (site.quantities.length < 3 || !holdsOne(text, RATED)) return claims;
  for (const figure of site.figures) {
    if (figure.role === 'rate' && figure.quantity.unit === '%') claims.push(...rateClaim(site, figure));
    else if (figure.role === 'of-base') claims.push(...fulfilment(site, figure));
  }
  if (text.includes('密度') || text.includes('性别比')) claims.push(...averages(site));
  return claims;
}

/** Without one of these there is neither a rate nor an average. */
const RATED = ['%', '％', '密度', '性别比'];

/** How many figures ahead are looked at. */
const MOST_FIGURES = 14;

/** The counts of a rate's sentence ahead of it. */
function countsAhead({ figures }: Site, rate: Figure): Figure[] {
  const counts: Figure[] = [];
  for (let at = rate.index - 1; at >= Math.max(0, rate.index - MOST_FIGURES); at -= 1) {
    const figure = figures[at];
    if (figure === undefined || figure.clause.sentence !== rate.clause.sentence) break;
    if (figure.role !== 'change' && isCount(figure.quantity.unit)) counts.unshift(figure);
  }
  return counts;
}

const NAME = /([一-鿿]{1,10})率(?:已|均|约|分别)*(?:为|达到?|是|：)?$/;
/** Rates that are no part of a whole. */
const NO_PART =
  /增长|税|利|汇|费|倍|功|效|频|速|生产|收益|回报|负债|周转|性别比|产销|贡献|净资产|毛利|抚养|死亡|出生|增殖|利润/;

function rateClaim(site: Site, rate: Figure): Claim[] {
  const name = NAME.exec(rate.ahead)?.[1];
  if (name === undefined || NO_PART.test(name)) return [];
  const counts = countsAhead(site, rate);
  if (counts.length < 2) return [];
  for (const [index, whole] of counts.entries()) {
    for (const part of counts) {
      if (part === whole || !isPartOf(part, whole)) continue;
      if (fits(part, whole, rate)) return [claimOf(site, { rate, part, whole, isCertain: true })];
    }
    if (index > MOST_FIGURES) break;
  }
  const stems = stemsOf(name);
  const done = counts.filter((figure) => isDone(figure, stems, site.figures));
  const part = done.at(-1);
  if (part === undefined || done.filter(({ quantity }) => quantity.unit === part.quantity.unit).length > 1)
    return [];
  const wholes = counts.filter(
    (figure) => figure.index < part.index && isSameUnit(figure.quantity.unit, part.quantity.unit),
  );
  const usual = wholes.filter(({ ahead }) => name.endsWith('贫困发生') && RURAL.test(ahead));
  const meant = usual.length === 1 ? usual : wholes;
  const values = new Set(meant.map(({ quantity }) => quantity.value));
  const [whole] = meant;
  if (whole === undefined || (!isPartOf(part, whole) && !WHOLE.test(whole.clause.text))) return [];
  if (values.size > 1 && !WHOLE.test(whole.clause.text)) return [];
  return [claimOf(site, { rate, part, whole, isCertain: values.size === 1 })];
}

/** Poverty is reckoned among those who live in the country. */
const RURAL = /农村|农业|乡村/;
const WHOLE = /反馈|查摆|查出|排查|梳理|发现|应|共|总|受理|接到|收到|发放|发出/;

function isPartOf(part: Figure, whole: Figure): boolean {
  return isSameUnit(part.quantity.unit, whole.quantity.unit) && part.quantity.low <= whole.quantity.high;
}

function fits(part: Figure, whole: Figure, rate: Figure): boolean {
  return whole.quantity.low > 0 && overlap(quotient(part.quantity, whole.quantity, 100), rate.quantity);
}

/** By a rate's name, what its numerator is called besides the name's own words. */
const ALSO_CALLED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/到会|出席|参会|出勤/, ['实到', '到会', '参会', '出席', '出勤']],
  [/参选|投票/, ['参选', '投票', '参加']],
  [/参学|参训|参评|参加|参与/, ['参学', '参训', '参评', '参加', '实到']],
  [/整改|完成|销号/, ['整改', '完成', '销号']],
  [/办结|办理|结案/, ['办结', '结案', '办理']],
  [/回收|收回/, ['收回', '回收']],
  [/满意/, ['满意']],
  [/覆盖/, ['覆盖']],
  [/贫困发生/, ['贫困']],
];
const PREFIX = /^(?:.*[的，])?(?:全部|总体|综合|平均|总|实际|全[镇乡县市区省]|问题|任务)*/;

function stemsOf(name: string): readonly string[] {
  const stem = name.replace(PREFIX, '');
  const also = ALSO_CALLED.find(([words]) => words.test(stem))?.[1];
  return also ?? (stem.length >= 2 ? [stem.slice(-4), stem.slice(-2)] : []);
}

/** 完成整改42个, 实到104名; not 未完成3个, 应到120名. */
function isDone(figure: Figure, stems: readonly string[], figures: readonly Figure[]): boolean {
  const { behind, index, clause } = figure;
  const before = figures[index - 1];
  const ahead = figure.ahead === '' && before?.clause === clause ? before.ahead : figure.ahead;
  const words = behind.includes('率') ? ahead : `${ahead}${behind}`;
  return stems.some((stem) => words.includes(stem)) && !NOT_DONE.test(words);
}

const NOT_DONE = /未|不|正在|应|需|待|拟|计划|反馈|中$|基本|比较|较/;

interface Rated {
  readonly rate: Figure;
  readonly part: Figure;
  readonly whole: Figure;
  readonly isCertain: boolean;
}

function claimOf({ passage }: Site, { rate, part, whole, isCertain }: Rated): Claim {
  const stated = rate.quantity;
  const due = quotient(part.quantity, whole.quantity, 100);
  const isAbout = [rate, part, whole].some(({ quantity }) => quantity.isApproximate);
  const holds = overlap(due, stated);
  const isNear = gap(due, stated) <= stated.step * 1.0001;
  const decimals = Math.max(0, Math.round(-Math.log10(stated.step)));
  const right = ((part.quantity.value / whole.quantity.value) * 100).toFixed(decimals);
  const shown = `${numberWritten(passage, part.quantity)}÷${numberWritten(passage, whole.quantity)}`;
  const near = isNear ? '，末位差一' : '';
  return {
    kind: 'rate',
    rule: 'prose-rate',
    at: placeOf(passage, stated),
    operands: [operand('分子', passage, part.quantity), operand('分母', passage, whole.quantity)],
    verdict: holds ? 'holds' : isAbout || (isNear && !isCertain) ? 'unjudged' : 'wrong',
    isCertain: isCertain && !isNear,
    reckoning: `${shown}＝${right}%`,
    why: holds
      ? ''
      : isAbout
        ? '有约数'
        : `比率写的是${plainNumber(stated.value)}%，按${shown}计算是${right}%${near}`,
    hint: '比率 = 已做到的 ÷ 应做到的；按别的口径计算的，写明口径。',
  };
}

/** 收入20000万元，完成预算52000万元的38.5%. */
function fulfilment(site: Site, rate: Figure): Claim[] {
  const whole = site.figures[rate.index - 1];
  const part = site.figures[rate.index - 2];
  if (
    whole === undefined ||
    part === undefined ||
    !/(?:完成|为|占)[^占]{0,10}(?:预算|计划|任务|目标)/.test(whole.ahead)
  )
    return [];
  const isBeside = part.clause.sentence === rate.clause.sentence && part.at >= rate.at - 1;
  if (!isBeside || part.role !== 'level' || !isSameUnit(part.quantity.unit, whole.quantity.unit)) return [];
  return [claimOf(site, { rate, part, whole, isCertain: true })];
}

/** 人口31000人，面积420平方公里，人口密度为每平方公里74人; 男女之比. */
function averages(site: Site): Claim[] {
  return site.figures.flatMap((figure): Claim[] => {
    const { clause, ahead, quantity } = figure;
    if (clause.text.includes('密度') && /平方(?:公里|千米)/.test(ahead) && isSameUnit(quantity.unit, '人'))
      return average(site, figure, { of: POPULATION, per: AREA, factor: 1 });
    if (
      quantity.unit === '' &&
      SEX_RATIO.test(clause.text + (site.clauses[figure.at - 2]?.text ?? '')) &&
      quantity.value > 60 &&
      quantity.value !== 100 &&
      !/[:：∶]/.test(clause.before)
    )
      return average(site, figure, { of: MEN, per: WOMEN, factor: 100 });
    return [];
  });
}

const SEX_RATIO = /^(?!.*出生).*性别比/;

type Test = (figure: Figure) => boolean;

const isPersons = ({ quantity: { unit } }: Figure) => isSameUnit(unit, '人');
const POPULATION: Test = (figure) => isPersons(figure) && /人口/.test(figure.ahead);
const AREA: Test = ({ quantity: { unit } }) => unit === '平方公里';
const MEN: Test = (figure) => isPersons(figure) && /男/.test(figure.ahead);
const WOMEN: Test = (figure) => isPersons(figure) && /女/.test(figure.ahead);

interface Average {
  readonly of: Test;
  readonly per: Test;
  readonly factor: number;
}

/** Judged where the passage has one figure of each kind alone. */
function average(site: Site, stated: Figure, { of, per, factor }: Average): Claim[] {
  const ahead = site.figures.slice(Math.max(0, stated.index - MOST_FIGURES), stated.index);
  const [part, ...otherParts] = ahead.filter((figure) => figure.role === 'level' && of(figure));
  const [whole, ...otherWholes] = ahead.filter((figure) => figure.role === 'level' && per(figure));
  if (part === undefined || whole === undefined || otherParts.length > 0 || otherWholes.length > 0) return [];
  const due = quotient(part.quantity, whole.quantity, factor);
  const isAbout = [stated, part, whole].some(({ quantity }) => quantity.isApproximate);
  const asMeasure: Interval = {
    low: stated.quantity.value - stated.quantity.step / 2,
    high: stated.quantity.value + stated.quantity.step / 2,
  };
  const holds = gap(due, asMeasure) <= stated.quantity.step / 2;
  const right = plainNumber((part.quantity.value / whole.quantity.value) * factor, 2);
  const shown = `${plainNumber(part.quantity.value)}÷${plainNumber(whole.quantity.value)}${factor === 1 ? '' : `×${factor}`}`;
  return [
    {
      kind: 'average',
      rule: 'prose-rate',
      at: placeOf(site.passage, stated.quantity),
      operands: [operand('分子', site.passage, part.quantity), operand('分母', site.passage, whole.quantity)],
      verdict: holds ? 'holds' : isAbout ? 'unjudged' : 'wrong',
      isCertain: false,
      reckoning: `${shown}＝${right}`,
      why: holds
        ? ''
        : isAbout
          ? '有约数'
          : `写的是${plainNumber(stated.quantity.value)}，按${shown}计算是${right}`,
      hint: '核对平均数、总量和除数。',
    },
  ];
}
