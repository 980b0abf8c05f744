import { groupBy } from './group-by.ts';
import { personKey } from './judge-people.ts';
import { readPeople } from './read-people.ts';
import type { Roster } from './roster.ts';
import { type RosterProblem, refuseSource } from './roster-problem.ts';

/**
 * Several sheets of one kind in a workbook are parts of one roster, a branch each, unless the same people are in two of them: then one is
 * an older copy, and nobody but the clerk can say which. Of posts and branches nobody can tell at all.
 */
export function withoutCopies(rosters: readonly Roster[]): {
  readonly rosters: readonly Roster[];
  readonly problems: readonly RosterProblem[];
} {
  const doubtful = [...groupBy(rosters, ({ kind }) => kind).values()].filter(
    (group) => group.length > 1 && mayBeCopies(group),
  );
  const left = new Set(doubtful.flat());
  return { rosters: rosters.filter((roster) => !left.has(roster)), problems: doubtful.map(describeCopies) };
}

function mayBeCopies(rosters: readonly Roster[]): boolean {
  if (!['党员', '干部', '村两委'].includes(rosters[0]?.kind ?? '')) return true;
  const seen = new Set<string>();
  for (const roster of rosters) {
    const keys = readPeople(roster).people.flatMap((person) => personKey(person) ?? []);
    if (keys.some((key) => seen.has(key))) return true;
    for (const key of keys) seen.add(key);
  }
  return false;
}

function describeCopies(rosters: readonly Roster[]): RosterProblem {
  const names = rosters.map(({ sheet = '' }) => `「${sheet}」`).join('、');
  const [first] = rosters;
  return refuseSource(
    `${first?.file ?? ''} 有几张工作表都是${first?.kind ?? ''}名册：${names}，不知道该统计哪一张`,
    `请在“名册”这一项里写明，例如 工作表: ${first?.sheet ?? ''}；几张都要统计的，每张写一项。`,
  );
}
