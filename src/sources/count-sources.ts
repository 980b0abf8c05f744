import type { CalendarDate } from '../facts/dates.ts';
import { segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import type { Facts, ListItem } from '../facts/facts.ts';
import { countBranchMembers, unlistedBranches } from '../rosters/branch-members.ts';
import type { CountOptions } from '../rosters/count-options.ts';
import { countRosters } from '../rosters/count-rosters.ts';
import { groupBy } from '../rosters/group-by.ts';
import { readMeasures } from '../rosters/read-measures.ts';
import { readRosters } from '../rosters/read-rosters.ts';
import type { Roster } from '../rosters/roster.ts';
import { isRosterKind } from '../rosters/roster-kind.ts';
import { type RosterProblem, refuseSource, warn } from '../rosters/roster-problem.ts';
import type { SourceCount, SourceProblem } from '../rosters/source-count.ts';
import type { OpenSource } from './open-beside.ts';

type SourceEntry = ListItem<'sources'>;

/** A roster with the entry that names it. */
export interface NamedRoster {
  readonly roster: Roster;
  readonly entry: number;
}

/** Reads the rosters that facts name and counts them as of the day and by the parts that the facts say. Nothing is thrown over a roster's content. */
export async function countSources(facts: Facts, open: OpenSource): Promise<SourceCount> {
  return countRead(await readNamedSources(facts.sources ?? [], open), facts);
}

/** Rosters that were read and not counted yet, with what was wrong in reading them. */
export interface OpenedSources {
  readonly found: readonly NamedRoster[];
  readonly problems: readonly Omit<SourceProblem, 'path'>[];
  /** By the file as the facts name it: its path as messages give it. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Reads the rosters of some entries. */
export async function readNamedSources(
  entries: readonly SourceEntry[],
  open: OpenSource,
): Promise<OpenedSources> {
  const reader = new SourceReader(open);
  for (const [index, entry] of entries.entries()) await reader.read(entry, index);
  return reader;
}

/** Counts rosters that were read from the entries of the same facts. */
export function countRead(reader: OpenedSources, facts: Facts): SourceCount {
  const { found, paths } = reader;
  const kinds = groupBy(found, ({ roster }) => roster.kind);
  const counts = [...kinds.values()].map((group) => countGroup(group, facts));
  const problems = [...reader.problems, ...counts.flatMap((count) => count.problems)];
  const place = (file: string) => paths.get(file) ?? file;
  return {
    figures: counts
      .flatMap(({ figures }) => figures)
      .map((figure) => ({
        ...figure,
        places: figure.places.map((each) => ({ ...each, file: place(each.file) })),
      })),
    measures: (kinds.get('台账') ?? []).flatMap(({ roster }) =>
      readMeasures({ ...roster, file: place(roster.file) }),
    ),
    problems: problems.map((problem) => ({ ...problem, path: place(problem.file ?? '') })),
  };
}

class SourceReader implements OpenedSources {
  readonly found: NamedRoster[] = [];
  readonly problems: Omit<SourceProblem, 'path'>[] = [];
  readonly paths = new Map<string, string>();
  private readonly open: OpenSource;
  private readonly named = new Map<string, number>();

  constructor(open: OpenSource) {
    this.open = open;
  }

  async read(entry: SourceEntry, index: number): Promise<void> {
    const { file, sheet, kind, columns } = entry;
    if (file === undefined) return;
    const opened = this.open(file);
    if ('message' in opened) return this.report(index, [refuseSource(opened.message, opened.hint)]);
    const before = this.named.get(`${opened.path}\n${sheet ?? ''}`) ?? this.named.get(`${opened.path}\n`);
    if (before !== undefined) {
      const again = `名册“${file}”在第${before + 1}项里已经写过，会重复统计`;
      return this.report(index, [
        refuseSource(again, '请删去一项；统计不同的工作表的，每一项都写上 工作表。'),
      ]);
    }
    this.named.set(`${opened.path}\n${sheet ?? ''}`, index);
    this.paths.set(file, opened.path);
    const read = await readRosters(opened.bytes, {
      file,
      sheet,
      kind: kind !== undefined && isRosterKind(kind) ? kind : undefined,
      columns,
    });
    this.report(index, [...read.problems, ...read.rosters.flatMap(({ problems }) => problems)]);
    this.found.push(...read.rosters.map((roster) => ({ roster, entry: index })));
  }

  private report(entry: number, problems: readonly RosterProblem[]): void {
    this.problems.push(...problems.map((problem) => ({ ...problem, entry })));
  }
}

interface GroupCount {
  readonly figures: SourceCount['figures'];
  readonly problems: readonly Omit<SourceProblem, 'path'>[];
}

function countGroup(group: readonly NamedRoster[], facts: Facts): GroupCount {
  const rosters = group.map(({ roster }) => roster);
  const entries = new Set(group.map(({ entry }) => entry));
  const days = [...entries].flatMap((entry) => facts.sources?.[entry]?.asOf ?? []);
  const asOf = days[0] ?? facts.report?.to ?? facts.report?.date;
  const { from, to } = facts.report ?? {};
  const options: CountOptions = {
    asOf,
    period: from === undefined ? undefined : { from, to: to ?? asOf },
    parts: partsNamed(facts),
  };
  const { figures, problems } = countRosters(rosters, options);
  const branches = facts.branches?.roster?.flatMap(({ name }) => name ?? []) ?? [];
  const entryOf = ({ file, sheet }: RosterProblem) =>
    group.find(({ roster }) => roster.file === file && (sheet === undefined || roster.sheet === sheet))
      ?.entry ??
    group[0]?.entry ??
    0;
  const all = [...problems, ...unlistedBranches(rosters, branches), ...differentDays(rosters, days)];
  return {
    figures: [...figures, ...countBranchMembers(rosters, branches)],
    problems: all.map((problem) => ({ ...problem, entry: entryOf(problem) })),
  };
}

/** Rosters that are counted together have one day. */
function differentDays(rosters: readonly Roster[], days: readonly CalendarDate[]): RosterProblem[] {
  const [first] = days;
  const other = days.find(
    ({ year, month, day }) => year !== first?.year || month !== first.month || day !== first.day,
  );
  if (other === undefined) return [];
  const message = `几个${rosters[0]?.kind ?? ''}名册的截至日期不同，年龄都按第一个统计`;
  return [warn(message, '请把这几项的“截至”写成同一天。')];
}

/** The names that the facts divide their figures by; they are counted instead of the usual ones. */
function partsNamed(facts: Facts): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const path of DIVIDED_TALLIES) {
    const parts = valueAt(facts, segmentsOfPath(path));
    if (parts instanceof Map && parts.size > 0) named.set(path, [...parts.keys()]);
  }
  return named;
}

const DIVIDED_TALLIES = [
  'members.byAge',
  'members.byEducation',
  'cadres.byAge',
  'cadres.byCategory',
  'cadres.team.byAge',
  'branches.byKind',
] as const;
