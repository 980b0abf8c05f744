import type { Clause, ReadPassage } from './clauses.ts';
import { ALTOGETHER, AMONG } from './list-ends.ts';
import {
  doCountAlike,
  isCount,
  isSameUnit,
  type ListSite,
  labelOf,
  MOST_PARTS,
  type Part,
  partsFrom,
} from './part-lists.ts';
import type { Quantity } from './quantities.ts';

/** A total and the parts that a text gives of it. */
export interface StatedSum {
  readonly total: Quantity;
  /** What the total counts, as far as its clause says. */
  readonly totalLabel: string;
  readonly parts: readonly Part[];
  /** A greater count ahead of the total that the parts may be of as well: 党员486名，预备党员15名，其中女党员134名; 0 for none. */
  readonly rival: number;
  /** More counts follow that may be parts or not. */
  readonly isOpen: boolean;
  /** What ties them: 其中 and the like, 党支部中, 分别为, a colon or bracket, 共计 behind the parts, or nothing but their order. */
  readonly tie: 'among' | 'within' | 'respectively' | 'list' | 'altogether' | 'order';
}

/** Every total of a passage with the parts that follow it, or go ahead of 共计. One pass over its clauses. */
export function statedSums({ passage: { text }, quantities, clauses }: ReadPassage): readonly StatedSum[] {
  if (!doCountAlike(quantities)) return NONE;
  const sums: StatedSum[] = [];
  const mayTie = AMONG.test(text) || text.includes('分别');
  for (let index = 0; index < clauses.length; index += 1) {
    const sum = sumBehind(clauses, index) ?? sumInFront(clauses, index, mayTie);
    if (sum !== undefined) sums.push(sum);
  }
  return sums;
}

const NONE: readonly StatedSum[] = [];
const RESPECTIVELY = /分别[为是](?!.*(?:较|比|增|减|降|升))/;
/** How many clauses back a total is looked for. */
const REACH = 3;

/** The total in front, the parts from this clause on; words are looked for where the passage holds one that `mayTie` them. */
function sumInFront(clauses: readonly Clause[], index: number, mayTie: boolean): StatedSum | undefined {
  const clause = clauses[index];
  if (clause === undefined || !countsSoon(clauses, index)) return undefined;
  const among = mayTie ? AMONG.exec(clause.text) : null;
  const respectively = mayTie ? RESPECTIVELY.exec(clause.text) : null;
  const word = among ?? respectively;
  const tie = among ? 'among' : respectively ? 'respectively' : tieOfMark(clause, clauses[index - 1]);
  if (tie === undefined) return undefined;
  const from = word === null ? clause.start : clause.start + word.index + word[0].length;
  const unit = firstUnit(clauses, index, from);
  if (unit === undefined) return undefined;
  const found = totalBefore(clauses, { index, from, unit, tie });
  if (found === undefined) return undefined;
  const { total, totalLabel, rival } = found;
  const { parts, isOpen } = partsFrom(clauses, { index, from, unit, totalLabel });
  return parts.length === 0 ? undefined : { total, totalLabel, parts, rival, isOpen, tie };
}

/** Whether there is a number in this clause or in the next: without one no list of parts begins here. */
function countsSoon(clauses: readonly Clause[], index: number): boolean {
  const [here, next] = [clauses[index], clauses[index + 1]];
  return here?.quantities.length !== 0 || (next !== undefined && next.quantities.length > 0);
}

/** 党支部8个：机关3个…, 党支部8个（机关3个…）, 8个党支部中，机关3个…, and, weakest, 党员300名，男200名…. */
function tieOfMark(
  { before, quantities, text }: Clause,
  ahead: Clause | undefined,
): StatedSum['tie'] | undefined {
  if (quantities.length === 0) return undefined;
  if (before === '：' || before === ':' || before === '（' || before === '(') return 'list';
  const isNext = before === '，' || before === ',' || before === '；';
  if (isNext && ahead !== undefined && WITHIN.test(ahead.text)) return 'within';
  return isNext && FIRST_PART.test(text) ? 'order' : undefined;
}

const WITHIN = /[个名]?[一-鿿]中$/;
/** What a list of parts begins with where no word ties it to its total. */
const FIRST_PART = /男|女|正式|预备|汉族|少数民族|机关|村|行政|事业|完成|整改/;

function firstUnit(clauses: readonly Clause[], index: number, from: number): string | undefined {
  for (const clause of clauses.slice(index, index + 2)) {
    const quantity = clause.quantities.findLast(({ start, unit }) => start >= from && isCount(unit));
    if (quantity !== undefined) return quantity.unit;
  }
  return undefined;
}

type TotalSite = Omit<ListSite, 'totalLabel'> & Pick<StatedSum, 'tie'>;

function totalBefore(clauses: readonly Clause[], { index, from, unit, tie }: TotalSite) {
  const reach = tie === 'among' || tie === 'respectively' ? REACH : 1;
  const here = clauses[index];
  for (let back = index; back >= Math.max(0, index - reach); back -= 1) {
    const clause = clauses[back];
    if (clause === undefined || here === undefined || clause.depth > here.depth) continue;
    if (clause.sentence < here.sentence && !/^\s*其中/.test(here.text)) return undefined;
    const counted = clause.quantities.filter((quantity) => quantity.end <= from && isCount(quantity.unit));
    const total = counted.at(-1);
    if (total === undefined) continue;
    if (!isSameUnit(total.unit, unit)) return undefined;
    const totalLabel = labelOf(clause, total, clause.start).replace(/中$/, '');
    return { total, totalLabel, rival: rivalOf(clauses.slice(Math.max(0, back - REACH), back + 1), total) };
  }
  return undefined;
}

/** The greatest count of the same unit that stands ahead of a total in its sentence. */
function rivalOf(clauses: readonly Clause[], total: Quantity): number {
  const sentence = clauses.at(-1)?.sentence;
  const counts = clauses
    .filter((clause) => clause.sentence === sentence)
    .flatMap(({ quantities }) => quantities)
    .filter((other) => other.end <= total.start && isSameUnit(other.unit, total.unit));
  return Math.max(0, ...counts.map(({ value }) => value));
}

/** 机关3个、村6个，共计9个: the parts in front, the total in this clause. */
function sumBehind(clauses: readonly Clause[], index: number): StatedSum | undefined {
  const clause = clauses[index];
  if (clause === undefined || clause.quantities.length === 0 || !ALTOGETHER.test(clause.text))
    return undefined;
  const total = clause.quantities.find(({ unit }) => isCount(unit));
  if (total === undefined) return undefined;
  const parts: Part[] = [];
  for (let back = index - 1; back >= Math.max(0, index - MOST_PARTS); back -= 1) {
    const part = clauses[back];
    const quantity = part?.quantities.at(-1);
    if (part === undefined || quantity === undefined || part.sentence !== clause.sentence) break;
    if (!isSameUnit(quantity.unit, total.unit) || AMONG.test(part.text)) break;
    parts.unshift({ quantity, label: labelOf(part, quantity, part.start) });
  }
  const totalLabel = labelOf(clause, total, clause.start).replace(ALTOGETHER, '');
  const isNamed = ALTOGETHER.exec(clause.text)?.[0].length !== total.start - clause.start;
  if (parts.length < 2 || (isNamed && !parts.every(({ label }) => label.endsWith(totalLabel))))
    return undefined;
  return { total, totalLabel, parts, rival: 0, isOpen: false, tie: 'altogether' };
}
