import { countBranches } from './count-branches.ts';
import type { CountOptions } from './count-options.ts';
import { countCadres, countMembers, countVillageTeams, textGaps, uncountedBy } from './count-people.ts';
import { countPosts } from './count-posts.ts';
import { rosterGaps } from './describe-gaps.ts';
import type { CountedFigure } from './figure.ts';
import { judgePeople, type Listed } from './judge-people.ts';
import type { People } from './read-people.ts';
import { readPeople } from './read-people.ts';
import type { Roster } from './roster.ts';
import type { RosterProblem } from './roster-problem.ts';
import type { PeopleGroup } from './tally.ts';

/** What rosters say, and which of their rows cannot be right. */
export interface Count {
  readonly figures: readonly CountedFigure[];
  readonly problems: readonly RosterProblem[];
}

/**
 * Counts rosters of one kind together, as the facts have their figures. A figure to which some row gives no answer (no birth, no sex) is left
 * out and its rows are named: a part is never taken for the whole. A roster with an error counts for nothing, nor do the others of its kind.
 */
export function countRosters(rosters: readonly Roster[], options: CountOptions = {}): Count {
  const kind = rosters[0]?.kind;
  if (rosters.some(({ problems }) => problems.some(({ severity }) => severity === 'error')))
    return EMPTY_COUNT;
  switch (kind) {
    case '编制':
    case '职数':
      return countPosts(rosters);
    case '党支部':
      return countBranches(rosters, options);
    case '党员':
      return countGroups(rosters, (groups) => countMembers(groups, options));
    case '干部':
      return countGroups(rosters, (groups) => countCadres(groups, options));
    case '村两委':
      return countGroups(rosters, (groups) => countVillageTeams(groups, options));
    default:
      return EMPTY_COUNT;
  }
}

const EMPTY_COUNT: Count = { figures: [], problems: [] };

function countGroups(
  rosters: readonly Roster[],
  count: (groups: readonly PeopleGroup[]) => readonly CountedFigure[],
): Count {
  const read = rosters.map((roster) => ({ roster, ...membersAmong(roster, readPeople(roster)) }));
  const known = new Map<string, Listed>();
  const problems = read.flatMap(({ roster, people, gaps, problems: found }) => [
    ...rosterGaps(roster, [...gaps, ...textGaps(roster, people)], uncountedBy(roster, people)),
    ...judgePeople(roster, { people, gaps, problems: found }, known),
  ]);
  return { figures: count(read), problems };
}

/** A roster of 党员 may list 积极分子 and 发展对象 too, who are none yet. */
function membersAmong(roster: Roster, read: People): People {
  return roster.kind === '党员'
    ? { ...read, people: read.people.filter(({ status }) => status !== 'none') }
    : read;
}
