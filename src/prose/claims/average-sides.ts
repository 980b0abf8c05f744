import { PER_PERSON_WORDS, type Per } from './average-names.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { type Interval, plainNumber } from './interval.ts';
import type { FigurePassage } from './reader.ts';

/** What an average may be of, and by what it may divide, nearest first. */
export interface Sides {
  readonly dividends: readonly ProseFigure[];
  readonly divisors: readonly Divisor[];
}

export interface Divisor {
  readonly value: Interval;
  readonly shown: string;
  readonly figure: ProseFigure | undefined;
}

/** How many figures ahead and sentences are looked at. */
export const MOST_AVERAGE_FIGURES = 24;
const AVERAGE_SENTENCES = 2;

/** Two figures of one passage: another passage's clauses are others. */
export function isOfSentence(
  a: ProseFigure,
  b: ProseFigure,
  { clauses }: Pick<FigurePassage, 'clauses'>,
): boolean {
  return a.clause.sentence === b.clause.sentence && clauses[a.at] === a.clause && clauses[b.at] === b.clause;
}

/** And in no bracket of its own. */
export function isBesideOf(a: ProseFigure, b: ProseFigure, site: FigurePassage): boolean {
  return isOfSentence(a, b, site) && a.clause.depth <= b.clause.depth;
}

export function sidesOf(site: FigurePassage, stated: ProseFigure, per: Per): Sides {
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
export function figuresAround({ figures, clauses }: FigurePassage, stated: ProseFigure): ProseFigure[] {
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
export function weightBetween(from: string, to: string): number | undefined {
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
