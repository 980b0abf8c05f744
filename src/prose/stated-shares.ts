import type { Clause, ReadPassage } from './clauses.ts';
import { isAside } from './list-ends.ts';
import { isSameUnit } from './part-lists.ts';
import type { Quantity } from './quantities.ts';

/** A count with the share that a text gives of it: 22名，占44%. */
export interface StatedShare {
  readonly numerator: Quantity;
  readonly share: Quantity;
  /** What it is a share of, as the text says: 党员总数 in 占党员总数的44%; empty where it says nothing. */
  readonly of: string;
  /** The denominator that the text itself gives: 占干部总数71名的38%. */
  readonly denominator?: Quantity;
  /** What its denominator may be, likeliest first: larger counts of the same unit in the same sentence, but those that are shares themselves. */
  readonly candidates: readonly Quantity[];
  /** Whether 其中 ties the count to the first candidate. */
  readonly isTied: boolean;
}

/** The shares of a text, each with the counts that it may be a share of. */
export function statedShares({ passage, clauses }: ReadPassage): StatedShare[] {
  if (!passage.text.includes('占')) return [];
  const shared = new Set<Quantity>();
  return clauses.flatMap((clause, index) => {
    const found = SHARE.exec(clause.text);
    const share = clause.quantities.findLast(({ unit }) => unit === '%');
    if (found === null || share === undefined || share.isApproximate) return [];
    if (goesOnWithShares(clauses[index + 1])) return [];
    const numerator = numeratorOf(clauses, index, clause.start + found.index);
    if (numerator === undefined || numerator.quantity.isApproximate) return [];
    const { quantity } = numerator;
    const given = clause.quantities.filter(
      ({ start }) => start > clause.start + found.index && start < share.start,
    );
    const [denominator] = given;
    if (denominator !== undefined && (given.length > 1 || !isSameUnit(denominator.unit, quantity.unit)))
      return [];
    const { candidates: ahead, isTied } = denominators(clauses, numerator);
    const candidates = isTied ? ahead : ahead.filter((other) => !shared.has(other));
    shared.add(quantity);
    const of = found[1] ?? '';
    return [{ numerator: quantity, share, of, candidates, isTied, ...(denominator && { denominator }) }];
  });
}

/** 占72.4%、27.6%: shares of the counts ahead in their order. */
function goesOnWithShares(next: Clause | undefined): boolean {
  const [first] = next?.quantities ?? [];
  return next?.before === '、' && first?.unit === '%' && first.start === next.start;
}

const SHARE = /占(?:比|比例)?(?:为|达|达到)?(?:([^\d，、；。]{0,16}?)(?:的(?:比例|比重)?(?:为|达)?)?)?\d/;
const REACH = 12;

interface Numerator {
  readonly quantity: Quantity;
  readonly index: number;
}

/** In the clause of the share itself or in the one ahead of it. */
function numeratorOf(clauses: readonly Clause[], index: number, end: number): Numerator | undefined {
  for (const at of [index, index - 1]) {
    const clause = clauses[at];
    if (clause === undefined || clause.sentence !== clauses[index]?.sentence) return undefined;
    const counted = clause.quantities.filter((quantity) => quantity.end <= end && isCount(quantity));
    const quantity = counted.at(-1);
    if (quantity !== undefined) return counted.length === 1 ? { quantity, index: at } : undefined;
  }
  return undefined;
}

function isCount({ unit }: Quantity): boolean {
  return unit !== '' && unit !== '%' && unit !== '岁' && unit !== '年' && unit !== '月';
}

function denominators(clauses: readonly Clause[], { quantity, index }: Numerator) {
  const candidates: Quantity[] = [];
  let isTied = false;
  const here = clauses[index];
  for (let back = index; back >= Math.max(0, index - REACH); back -= 1) {
    const clause = clauses[back];
    if (clause === undefined || clause.sentence !== here?.sentence) break;
    if (isAside(clause.text)) continue;
    const greater = clause.quantities.filter(
      (other) =>
        other.end <= quantity.start &&
        other.value >= quantity.value &&
        isCount(other) &&
        isSameUnit(other.unit, quantity.unit),
    );
    if (isTied && greater.length > 0) return { candidates: [...greater.slice(-1), ...candidates], isTied };
    candidates.push(...greater.reverse());
    isTied ||= clause.text.includes('其中');
  }
  return { candidates, isTied: false };
}
