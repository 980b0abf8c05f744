import { cellName } from '../xlsx/cell-reference.ts';
import type { CountOptions } from './count-options.ts';
import { numberIn } from './count-posts.ts';
import type { CountedFigure } from './figure.ts';
import { hasLongNumber, quoteCell } from './quote.ts';
import type { Roster } from './roster.ts';
import { inFile, type RosterProblem, refuseSource } from './roster-problem.ts';
import { cellText, tablePlace } from './table.ts';
import { rosterPlace } from './tally.ts';

/** 党支部: how many, by kind where a column says it, and the members of each. */
export function countBranches(
  rosters: readonly Roster[],
  { parts }: CountOptions,
): { readonly figures: readonly CountedFigure[]; readonly problems: readonly RosterProblem[] } {
  const problems = rosters.flatMap((roster) => inFile(roster.file, unreadableBranches(roster)));
  if (problems.length > 0) return { figures: [], problems };
  const places = rosters.map((roster) =>
    rosterPlace(
      roster,
      ['branchName'],
      roster.rows.map(({ number }) => number),
    ),
  );
  const total = {
    path: 'branches.total',
    value: places.reduce((sum, { rows }) => sum + rows.length, 0),
    places,
  };
  return {
    figures: [
      total,
      ...kindsOf(rosters, parts?.get('branches.byKind') ?? []),
      ...rosters.flatMap(branchMembers),
    ],
    problems,
  };
}

function kindsOf(rosters: readonly Roster[], named: readonly string[]): CountedFigure[] {
  if (!rosters.every(hasKinds)) return [];
  const seen = rosters.flatMap((roster) =>
    roster.rows.map(({ values }) => cellText(values[rosterColumn(roster, 'branchKind')])),
  );
  const others = [...new Set(seen)].filter((kind) => !named.some((name) => isSameBranchKind(name, kind)));
  return [...named, ...others]
    .filter((name) => !hasLongNumber(name))
    .map((name) => {
      const places = rosters.map((roster) => {
        const rows = roster.rows.filter(({ values }) =>
          isSameBranchKind(name, cellText(values[rosterColumn(roster, 'branchKind')])),
        );
        return rosterPlace(
          roster,
          ['branchKind'],
          rows.map(({ number }) => number),
        );
      });
      return {
        path: `branches.byKind.${name}`,
        value: places.reduce((sum, { rows }) => sum + rows.length, 0),
        places,
      };
    });
}

function hasKinds(roster: Roster): boolean {
  const column = roster.columns.get('branchKind');
  return column !== undefined && roster.rows.every(({ values }) => cellText(values[column]) !== '');
}

function rosterColumn(roster: Roster, field: 'branchKind' | 'branchMembers' | 'branchName'): number {
  return roster.columns.get(field) ?? -1;
}

/** 村 and 村党支部, 机关 and 机关党支部 are one kind. */
function isSameBranchKind(a: string, b: string): boolean {
  return plainBranchKind(a) === plainBranchKind(b);
}

function plainBranchKind(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  return plain.replace(/(?:类|领域)$/u, '').replace(/(?:党支部|党组织|支部)$/u, '') || plain;
}

function branchMembers(roster: Roster): CountedFigure[] {
  const column = roster.columns.get('branchMembers');
  if (column === undefined) return [];
  return roster.rows.map(({ number, values }) => ({
    path: 'branches.roster.members',
    item: quoteCell(cellText(values[rosterColumn(roster, 'branchName')])),
    value: numberIn(cellText(values[column])) ?? 0,
    places: [
      {
        file: roster.file,
        ...(roster.sheet !== undefined && { sheet: roster.sheet }),
        cells: cellName(column, number),
        rows: [number],
      },
    ],
  }));
}

function unreadableBranches(roster: Roster): RosterProblem[] {
  const column = roster.columns.get('branchMembers');
  if (column === undefined) return [];
  const place = { file: roster.file, ...(roster.sheet !== undefined && { name: roster.sheet }) };
  return roster.rows.flatMap(({ number, values }) => {
    const text = cellText(values[column]);
    if (text !== '' && numberIn(text) !== undefined) return [];
    const cells = cellName(column, number);
    const seen = text === '' ? '是空的' : `写的是“${quoteCell(text)}”，不是数`;
    return refuseSource(`${tablePlace(place, cells)} ${seen}`, '请写上这个支部的党员人数。', {
      ...(roster.sheet !== undefined && { sheet: roster.sheet }),
      cells,
    });
  });
}
