import type { Clause } from './clauses.ts';
import { continuesList, isAside, isNewSubject, isOfMoves } from './list-ends.ts';
import type { Quantity } from './quantities.ts';

/** One part of a whole as a text states it: what it is called, and its count. */
export interface Part {
  readonly quantity: Quantity;
  readonly label: string;
}

/** The parts of one list. */
export interface PartList {
  readonly parts: readonly Part[];
  /** More counts follow that may belong to the list or not: then it shows what is too much, never what is too little. */
  readonly isOpen: boolean;
}

/** Where a list of parts begins, what it counts, and what its whole is called. */
export interface ListSite {
  readonly index: number;
  readonly from: number;
  readonly unit: string;
  readonly totalLabel: string;
}

/** How many parts a list has at most. */
export const MOST_PARTS = 40;

/** The parts of a list, one a clause, until a clause has none, or begins something new. */
export function partsFrom(clauses: readonly Clause[], site: ListSite): PartList {
  const { candidates, isCut } = candidatesFrom(clauses, site);
  const rest = candidates.findIndex(({ part }) => /^其[他它]/.test(part.label));
  const first = candidates[0]?.part.label ?? '';
  const doubtful = candidates.findIndex(
    ({ part: { label }, clause: { before } }, index) =>
      index > 0 && !continuesList({ first, label, total: site.totalLabel }, before),
  );
  const isDoubtful = doubtful >= 0 && doubtful > rest;
  const listed = isDoubtful ? candidates.slice(0, doubtful) : candidates;
  return { parts: listed.map(({ part }) => part), isOpen: isDoubtful || isCut };
}

interface Candidate {
  readonly clause: Clause;
  readonly part: Part;
}

interface Candidates {
  readonly candidates: readonly Candidate[];
  /** What ends the list counts the same, and may be of it after all. */
  readonly isCut: boolean;
}

/** What stands in the list as far as marks and verbs show. */
function candidatesFrom(clauses: readonly Clause[], site: ListSite): Candidates {
  const candidates: Candidate[] = [];
  let isCut = false;
  const here = clauses[site.index];
  for (let at = site.index; at < site.index + MOST_PARTS; at += 1) {
    const clause = clauses[at];
    if (here === undefined || clause === undefined) break;
    if (clause.depth > here.depth) continue;
    if (clause.depth < here.depth || clause.sentence !== here.sentence) break;
    if (at > site.index && isAside(clause.text)) continue;
    if (at > site.index && isNewSubject(clause, isOfMoves(candidates[0]?.part.label))) {
      isCut = clause.quantities.some(({ unit }) => isSameUnit(unit, site.unit));
      break;
    }
    const counted = clause.quantities.filter(
      (quantity) => quantity.start >= site.from && isCount(quantity.unit),
    );
    const quantity = counted.at(-1);
    if (quantity === undefined) {
      if (clause.quantities.some((share) => share.unit === '%') || clause.end <= site.from) continue;
      break;
    }
    if (counted.length > 1 || !isSameUnit(quantity.unit, site.unit)) break;
    const part = { quantity, label: labelOf(clause, quantity, Math.max(site.from, clause.start)) };
    candidates.push({ clause, part });
  }
  return { candidates, isCut };
}

/** Years, ages and percentages say something of a part; they are no parts. */
export function isCount(unit: string): boolean {
  return !NO_COUNT.has(unit);
}

const NO_COUNT: ReadonlySet<string> = new Set(['', '%', '‰', '岁', '年', '月', '天', '个百分点']);

/** Whether two of the quantities count the same kind of thing, as a total and its part do. */
export function doCountAlike(quantities: readonly Quantity[]): boolean {
  const units: string[] = [];
  for (const { unit } of quantities) {
    if (!isCount(unit)) continue;
    if (units.some((other) => isSameUnit(other, unit))) return true;
    units.push(unit);
  }
  return false;
}

/** 名 and 人 count the same. */
export function isSameUnit(a: string, b: string): boolean {
  return a === b || (PERSONS.includes(a) && PERSONS.includes(b));
}

const PERSONS = ['名', '人', '位'];

/** What a clause says besides the number. */
export function labelOf({ text, start }: Clause, quantity: Quantity, from: number): string {
  return (text.slice(from - start, quantity.start - start) + text.slice(quantity.end - start)).trim();
}
