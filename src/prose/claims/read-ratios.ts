import { matchesIn } from '../matches.ts';
import type { Claim } from './claim.ts';
import { isSameUnit, type ProseFigure } from './figure.ts';
import { type Interval, plainNumber, quotient } from './interval.ts';
import { type FigurePassage, holdsOne, operand } from './reader.ts';
import { isMiswritten } from './slip.ts';

/** One count to another: 生师比12.4∶1, 医护比为1∶1.24, 城乡居民收入比. */
export function readRatios(site: FigurePassage): Claim[] {
  const { text } = site.passage;
  if (site.quantities.length < 3 || !text.includes('比') || !holdsOne(text, COLONS)) return NO_RATIOS;
  return matchesIn(text, STATED_RATIO).flatMap((match): Claim[] => {
    const [whole, name = '', first = '', second = ''] = match;
    if (first !== '1' && second !== '1') return [];
    const end = match.index + whole.length;
    const number = first === '1' && second !== '1' ? second : first;
    const stated = {
      ...{ value: Number(number), step: ratioStep(number), isReversed: number !== first },
      ...{ start: end - first.length - second.length - 1, end },
    };
    const claim = ratioClaim(site, { name, stated });
    return claim === undefined ? [] : [claim];
  });
}

const NO_RATIOS: Claim[] = [];
const COLONS = ['∶', ':', '：'];
const STATED_RATIO =
  /([一-鿿]{1,16}?)(?:之)?比(?:例)?(?:（[^（）]{1,20}）)?(?:约|已|仅)?(?:为|达到?|是)?(\d{1,4}(?:\.\d{1,2})?)[∶:：](\d{1,4}(?:\.\d{1,2})?)(?![∶:：\d.])/g;

function ratioStep(number: string): number {
  const point = number.indexOf('.');
  return point === -1 ? 1 : 10 ** (point + 1 - number.length);
}

interface Ratio {
  readonly value: number;
  readonly step: number;
  /** 1∶1.24: the second count to the first. */
  readonly isReversed: boolean;
  readonly start: number;
  readonly end: number;
}

/** How many counts ahead are looked at. */
const MOST_RATIO_COUNTS = 16;

function ratioClaim(
  site: FigurePassage,
  { name, stated }: { readonly name: string; readonly stated: Ratio },
): Claim | undefined {
  const own = site.figures.filter(({ quantity, role }) => quantity.end <= stated.start && role === 'level');
  const before = (site.sites[site.index - 1]?.figures ?? []).filter(({ role }) => role === 'level');
  const counts = [...before, ...own].slice(-MOST_RATIO_COUNTS).reverse();
  const names = ratioNames(name);
  const [a, b] = (names ?? []).map((each) => namedOne(counts, each, name));
  if (a === undefined || b === undefined || a === b) return anyPair(site, { name, stated, counts: own });
  if (ratioFits(stated, a, b) || ratioFits(stated, b, a))
    return claimOfRatio(site, { name, stated, a, b, verdict: 'holds' });
  const [over, under] = stated.isReversed ? [b, a] : [a, b];
  const due = over.quantity.value / under.quantity.value;
  const isKnown = NAMED_RATIOS.some(([words]) => words.test(name));
  const isMeant =
    isKnown || isMiswritten(stated, due, 2) || Math.abs(stated.value / due - 1) <= MOST_OFF_RATIO;
  return claimOfRatio(site, { name, stated, a: over, b: under, verdict: isMeant ? 'wrong' : 'unjudged' });
}

const MOST_OFF_RATIO = 0.3;

interface Among {
  readonly name: string;
  readonly stated: Ratio;
  readonly counts: readonly ProseFigure[];
}

/** Of a ratio whose name says nothing, any two counts that give it. */
function anyPair(site: FigurePassage, { name, stated, counts }: Among): Claim | undefined {
  for (const a of counts) {
    const b = counts.find(
      (each) => each !== a && isSameUnit(a.quantity.unit, each.quantity.unit) && ratioFits(stated, a, each),
    );
    if (b !== undefined) return claimOfRatio(site, { name, stated, a, b, verdict: 'holds' });
  }
  return undefined;
}

function ratioFits(
  { value, step }: Ratio,
  { quantity: a }: ProseFigure,
  { quantity: b }: ProseFigure,
): boolean {
  const due = quotient(a, b);
  return due.high >= value - step * HALF_OF_RATIO && due.low < value + step;
}

/** With binary dust. What is cut off counts as well as what is rounded. */
const HALF_OF_RATIO = 0.50001;

/** By a ratio's name, what its two counts are called, in its order. */
const NAMED_RATIOS: readonly (readonly [RegExp, readonly [RegExp, RegExp]])[] = [
  [/生师$/, [/学生|在校生|初中(?!.*教师)|小学(?!.*教师)|高中(?!.*教师)/, /教师/]],
  [/师生$/, [/教师/, /学生|在校生/]],
  [/医护$/, [/医师|医生/, /护士/]],
  [/城乡.*收入$/, [/城镇.*收入/, /农村.*收入/]],
  [/(?:竞争|招录|报录)$/, [/报名|报考/, /招[聘录]|计划|岗位/]],
];

function ratioNames(name: string): readonly [RegExp, RegExp] | undefined {
  const known = NAMED_RATIOS.find(([words]) => words.test(name))?.[1];
  if (known !== undefined) return known;
  const [, first, second] = /([一-鿿]{2,10})[与和]([一-鿿]{2,10})$/.exec(name) ?? [];
  return first === undefined || second === undefined
    ? undefined
    : [new RegExp(first.slice(-2)), new RegExp(second.slice(-2))];
}

/** 小学生师比: the one of 小学, where there are several. */
function namedOne(counts: readonly ProseFigure[], called: RegExp, name: string): ProseFigure | undefined {
  const found = counts.filter(
    ({ ahead, behind, quantity }) =>
      called.test(ahead + behind) && quantity.unit !== '个' && quantity.unit !== '所',
  );
  const level = /小学|初中|高中|幼儿园/.exec(name)?.[0];
  const own = level === undefined ? found : found.filter(({ ahead }) => ahead.includes(level));
  return own.length === 1 ? own[0] : found.length === 1 ? found[0] : undefined;
}

interface StatedRatio extends Pick<Claim, 'verdict'> {
  readonly name: string;
  readonly stated: Ratio;
  readonly a: ProseFigure;
  readonly b: ProseFigure;
}

function claimOfRatio({ passage }: FigurePassage, { name, stated, a, b, verdict }: StatedRatio): Claim {
  const due: Interval = quotient(a.quantity, b.quantity);
  const places = Math.max(0, Math.round(-Math.log10(stated.step)));
  const right = plainNumber((due.low + due.high) / 2, Math.max(places, 1));
  const shown = `${plainNumber(a.quantity.value)}÷${plainNumber(b.quantity.value)}`;
  const written = passage.text.slice(stated.start, stated.end);
  return {
    kind: 'average',
    rule: 'prose-rate',
    at: { passage, start: stated.start, end: stated.end },
    operands: [operand('前项', passage, a.quantity), operand('后项', passage, b.quantity)],
    verdict,
    isCertain: false,
    reckoning: `${shown}＝${right}`,
    why:
      verdict === 'holds'
        ? ''
        : verdict === 'unjudged'
          ? '相差太远，可能说的是别的数'
          : `${name}比写的是${written}，按${shown}计算是${right}`,
    hint: '核对两个数和它们的比。',
  };
}
