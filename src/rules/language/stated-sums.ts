import type { Clause } from './clauses.ts';
import { opensWithVerb } from './own-verb.ts';
import type { Quantity } from './quantities.ts';

/** A total and the parts that a text gives of it. */
export interface StatedSum {
  readonly total: Quantity;
  /** What the total counts, as far as its clause says. */
  readonly totalLabel: string;
  readonly parts: readonly Part[];
  /** What ties them: 其中 and the like, 分别为, a colon or bracket, 共计 behind the parts, or nothing but their order. */
  readonly tie: 'among' | 'respectively' | 'list' | 'altogether' | 'order';
}

export interface Part {
  readonly quantity: Quantity;
  readonly label: string;
}

/** Every total of a passage with the parts that follow it, or go ahead of 共计. One pass over its clauses. */
export function statedSums(clauses: readonly Clause[]): StatedSum[] {
  const sums: StatedSum[] = [];
  for (let index = 0; index < clauses.length; index += 1) {
    const sum = sumBehind(clauses, index) ?? sumInFront(clauses, index);
    if (sum !== undefined) sums.push(sum);
  }
  return sums;
}

/** 名 and 人 count the same. */
export function isSameUnit(a: string, b: string): boolean {
  return a === b || (PERSONS.includes(a) && PERSONS.includes(b));
}

const PERSONS = ['名', '人', '位'];
const AMONG = /其中|包括|包含|(?<!包)含(?!量|义|金)/;
const RESPECTIVELY = /分别[为是](?!.*(?:较|比|增|减|降|升))/;
const RESTART = /^(?:现有|共有|全[镇乡县市区村]|下辖|另有|另外|此外|同时|较|比|同比)/;
const ALTOGETHER = /^(?:共计|合计|总计|总共|一共|共)[有为是]?/;
/** How many clauses back a total is looked for, and how many parts a list has at most. */
const REACH = 3;
const MOST_PARTS = 40;

/** The total in front, the parts from this clause on. */
function sumInFront(clauses: readonly Clause[], index: number): StatedSum | undefined {
  const clause = clauses[index];
  if (clause === undefined) return undefined;
  const among = AMONG.exec(clause.text);
  const respectively = RESPECTIVELY.exec(clause.text);
  const word = among ?? respectively;
  const tie = among ? 'among' : respectively ? 'respectively' : tieOfMark(clause);
  if (tie === undefined) return undefined;
  const from = word === null ? clause.start : clause.start + word.index + word[0].length;
  const unit = firstUnit(clauses, index, from);
  if (unit === undefined) return undefined;
  const total = totalBefore(clauses, { index, from, unit, tie });
  if (total === undefined) return undefined;
  const parts = partsFrom(clauses, { index, from, unit });
  return parts.length === 0 ? undefined : { ...total, parts, tie };
}

/** 党支部8个：机关3个…, 党支部8个（机关3个…）, and, weakest, 党员300名，男200名…. */
function tieOfMark({ before, quantities, text }: Clause): StatedSum['tie'] | undefined {
  if (quantities.length === 0) return undefined;
  if (before === '：' || before === ':' || before === '（' || before === '(') return 'list';
  const isNext = before === '，' || before === ',' || before === '；';
  return isNext && FIRST_PART.test(text) ? 'order' : undefined;
}

/** What a list of parts begins with where no word ties it to its total. */
const FIRST_PART = /男|女|正式|预备|汉族|少数民族|机关|村|行政|事业|完成|整改/;

function firstUnit(clauses: readonly Clause[], index: number, from: number): string | undefined {
  for (const clause of clauses.slice(index, index + 2)) {
    const quantity = clause.quantities.findLast(({ start, unit }) => start >= from && isCount(unit));
    if (quantity !== undefined) return quantity.unit;
  }
  return undefined;
}

/** Years, ages and percentages say something of a part; they are no parts. */
function isCount(unit: string): boolean {
  return unit !== '' && !['%', '‰', '岁', '年', '月', '天', '个百分点'].includes(unit);
}

interface Site {
  readonly index: number;
  readonly from: number;
  readonly unit: string;
}

function totalBefore(
  clauses: readonly Clause[],
  { index, from, unit, tie }: Site & { tie: StatedSum['tie'] },
) {
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
    return { total, totalLabel: labelOf(clause, total, clause.start) };
  }
  return undefined;
}

/** The parts, one a clause, until a clause has none, or begins something new. */
function partsFrom(clauses: readonly Clause[], { index, from, unit }: Site): Part[] {
  const parts: Part[] = [];
  const depth = clauses[index]?.depth ?? 0;
  const first = clauses[index]?.text.slice(from - (clauses[index]?.start ?? 0)) ?? '';
  const isOfDeeds = opensWithVerb(first);
  for (let at = index; at < index + MOST_PARTS; at += 1) {
    const clause = clauses[at];
    if (clause === undefined) break;
    if (clause.depth > depth) continue;
    const isNew =
      at > index && (clause.sentence !== clauses[index]?.sentence || startsAnew(clause, isOfDeeds));
    if (clause.depth < depth || isNew) break;
    const counted = clause.quantities.filter((quantity) => quantity.start >= from && isCount(quantity.unit));
    const quantity = counted.at(-1);
    if (quantity === undefined) {
      if (clause.quantities.some((share) => share.unit === '%') || clause.end <= from) continue;
      break;
    }
    if (counted.length > 1 || !isSameUnit(quantity.unit, unit)) break;
    parts.push({ quantity, label: labelOf(clause, quantity, Math.max(from, clause.start)) });
  }
  return parts;
}

/** A clause with a verb of its own continues only a list of deeds: 其中提拔4名，交流5名. */
function startsAnew({ text, before }: Clause, isOfDeeds: boolean): boolean {
  if (AMONG.test(text) || RESTART.test(text) || ALTOGETHER.test(text)) return true;
  return !isOfDeeds && before !== '、' && opensWithVerb(text);
}

/** What a clause says besides the number. */
function labelOf({ text, start }: Clause, quantity: Quantity, from: number): string {
  return (text.slice(from - start, quantity.start - start) + text.slice(quantity.end - start)).trim();
}

/** 机关3个、村6个，共计9个: the parts in front, the total in this clause. */
function sumBehind(clauses: readonly Clause[], index: number): StatedSum | undefined {
  const clause = clauses[index];
  const total = clause?.quantities.find(({ unit }) => isCount(unit));
  if (clause === undefined || total === undefined || !ALTOGETHER.test(clause.text)) return undefined;
  const parts: Part[] = [];
  for (let back = index - 1; back >= Math.max(0, index - MOST_PARTS); back -= 1) {
    const part = clauses[back];
    const quantity = part?.quantities.at(-1);
    if (part === undefined || quantity === undefined || part.sentence !== clause.sentence) break;
    if (!isSameUnit(quantity.unit, total.unit) || AMONG.test(part.text)) break;
    parts.unshift({ quantity, label: labelOf(part, quantity, part.start) });
  }
  const totalLabel = labelOf(clause, total, clause.start).replace(ALTOGETHER, '');
  return parts.length < 2 ? undefined : { total, totalLabel, parts, tie: 'altogether' };
}
