import { type Facts, isNumber, type TallyValue } from '../facts/facts.ts';

type FactsRoster = NonNullable<NonNullable<Facts['branches']>['roster']>;

/** A kind of branch of which the tally and the roster say different numbers. */
export interface KindDifference {
  /** As the tally writes it. */
  readonly kind: string;
  readonly stated: number;
  readonly counted: number;
  /** Where the roster has that kind, from 0. */
  readonly rows: readonly number[];
}

/**
 * Compares the tally of kinds with a whole roster. A branch without a kind may be of any, so that the roster then only
 * shows too many; a kind that the tally does not name shows as what another kind lacks.
 */
export function kindDifferences(byKind: TallyValue | undefined, roster: FactsRoster): KindDifference[] {
  const isComplete = roster.every(({ kind }) => kind !== undefined);
  const rowsByKind = kindsOfRows(roster);
  const differences: KindDifference[] = [];
  for (const [kind, stated] of byKind ?? NO_KINDS) {
    const rows = rowsByKind.get(plainRosterKind(kind)) ?? [];
    const isWrong = isNumber(stated) && (rows.length > stated || (isComplete && rows.length < stated));
    if (isWrong) differences.push({ kind, stated, counted: rows.length, rows });
  }
  return differences;
}

const NO_KINDS: TallyValue = new Map();

function kindsOfRows(roster: FactsRoster): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [index, { kind }] of roster.entries()) {
    if (kind === undefined) continue;
    const plain = plainRosterKind(kind);
    const others = rows.get(plain);
    if (others === undefined) rows.set(plain, [index]);
    else others.push(index);
  }
  return rows;
}

/** 村党支部, 行政村 and 农村 are 村. */
function plainRosterKind(kind: string): string {
  const plain = kind.replace(/类$|党?支部$|党组织$/u, '');
  return /^(?:行政村|农村|村级?)$/u.test(plain) ? '村' : plain;
}
