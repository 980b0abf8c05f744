import { type Became, becameOf } from '../county/became.ts';
import { type Decimal, decimalOf, minus, multiply, printDecimal, quotientOf } from '../county/decimal.ts';
import { type ListedFigure, listFigures } from '../county/listed-figures.ts';
import { extractUnit } from '../county/unit-extract.ts';
import type { Reading } from '../facts/read-facts.ts';

/** What became of a unit's figures and measures since last time. */
export interface UnitComparison {
  readonly unit: string;
  readonly figures: readonly ComparedFigure[];
  readonly measures: readonly Became[];
}

export interface ComparedFigure {
  /** The facts path, in English. */
  readonly path: string;
  /** As clerks know it: 党员.总数. */
  readonly name: string;
  /** As written; undefined where it is absent or 待补. */
  readonly last?: string;
  readonly now?: string;
  /** This time less last time, exactly. */
  readonly difference?: string;
  /** In per cent of last time, to one place; undefined where that is 0 or missing. */
  readonly rate?: string;
}

/** Holds a unit's facts against those of last time, figure by figure. */
export function compareFacts(last: Reading, now: Reading): UnitComparison {
  const before = new Map(listFigures(extractUnit(last)).map((figure) => [figure.name, figure]));
  const after = listFigures(extractUnit(now));
  const names = new Set(after.map(({ name }) => name));
  const gone = [...before.values()].filter(({ name }) => !names.has(name));
  return {
    unit: now.facts.unit?.name ?? last.facts.unit?.name ?? '',
    figures: [
      ...after.map((figure) => compared(before.get(figure.name), figure)),
      ...gone.map((figure) => compared(figure, undefined)),
    ],
    measures: becameOf(last.facts, now.facts),
  };
}

function compared(last: ListedFigure | undefined, now: ListedFigure | undefined): ComparedFigure {
  const { path = '', name = '' } = now ?? last ?? {};
  const [before, after] = [decimalIn(last), decimalIn(now)];
  return {
    path,
    name,
    ...(before !== undefined && { last: printDecimal(before) }),
    ...(after !== undefined && { now: printDecimal(after) }),
    ...(before !== undefined && after !== undefined && changed(before, after)),
  };
}

/** Undefined where it is absent or 待补. */
function decimalIn(figure: ListedFigure | undefined): Decimal | undefined {
  return figure === undefined || figure.text === '' ? undefined : decimalOf(figure.text);
}

function changed(last: Decimal, now: Decimal): Pick<ComparedFigure, 'difference' | 'rate'> {
  const difference = minus(now, last);
  const base = last.digits < 0n ? { ...last, digits: -last.digits } : last;
  return {
    difference: printDecimal(difference),
    ...(last.digits !== 0n && {
      rate: printDecimal(quotientOf(multiply(difference, WHOLE_HUNDRED), base, 1)),
    }),
  };
}

const WHOLE_HUNDRED: Decimal = { digits: 100n, scale: 0 };
