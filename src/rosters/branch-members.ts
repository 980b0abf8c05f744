import { isSameBranch, plainBranch } from '../facts/same-name.ts';
import type { CountedFigure } from './figure.ts';
import { groupBy } from './group-by.ts';
import type { Person } from './person.ts';
import { quoteCell } from './quote.ts';
import { readPeople } from './read-people.ts';
import type { Roster } from './roster.ts';
import { type RowProblem, rowProblem } from './row-problem.ts';
import { countPeople } from './tally.ts';

/** How many members each of some branches has by the rosters of 党员; none where a roster has no column of branches. */
export function countBranchMembers(rosters: readonly Roster[], branches: readonly string[]): CountedFigure[] {
  if (!haveBranches(rosters)) return [];
  const groups = rosters.map((roster) => ({ roster, people: rosterMembers(roster) }));
  return branches.map((item) => ({
    ...countPeople(groups, 'branches.roster.members', ['branch'], ({ branch }) => isSameBranch(branch, item)),
    item,
  }));
}

/** Branches in which a roster has members and which are not among those that are listed: one problem each, at the first row. */
export function unlistedBranches(rosters: readonly Roster[], branches: readonly string[]): RowProblem[] {
  if (branches.length === 0 || !haveBranches(rosters)) return [];
  const known = new Set(branches.map(plainBranch));
  return rosters.flatMap((roster) => {
    const others = rosterMembers(roster).filter(
      ({ branch }) => branch !== '' && !known.has(plainBranch(branch)),
    );
    return [...groupBy(others, ({ branch }) => branch).values()].flatMap((people) => {
      const [first] = people;
      if (first === undefined) return [];
      const count = people.length > 1 ? `（这样的共${people.length}行）` : '';
      const message = `所在党支部“${quoteCell(first.branch)}”不在 党支部.名册 里${count}`;
      return rowProblem(roster, first, message, '请改正支部的名称，或者在 党支部.名册 里补上这个支部。', [
        'branch',
      ]);
    });
  });
}

function haveBranches(rosters: readonly Roster[]): boolean {
  return rosters.length > 0 && rosters.every(({ kind, columns }) => kind === '党员' && columns.has('branch'));
}

function rosterMembers(roster: Roster): readonly Person[] {
  return readPeople(roster).people.filter(({ status }) => status !== 'none');
}
