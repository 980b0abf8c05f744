import { type CalendarDate, firstDay, lastDay } from '../facts/dates.ts';
import type { Person } from './person.ts';
import type { People } from './read-people.ts';
import type { Roster } from './roster.ts';
import { type RowProblem, rowProblem } from './row-problem.ts';
import { tablePlace } from './table.ts';

/** A person where she was listed first. */
export interface Listed {
  readonly roster: Roster;
  readonly person: Person;
}

/** Rows that cannot be right by themselves, or beside another row of this roster or of one before it (`known`). */
export function judgePeople(
  roster: Roster,
  { people, problems }: People,
  known: Map<string, Listed> = new Map(),
): RowProblem[] {
  const found = people.flatMap((person) => [
    ...judgeDates(roster, person),
    ...judgeTwice(roster, person, known),
  ]);
  return [...problems, ...found].toSorted((a, b) => rowNumber(a) - rowNumber(b));
}

function rowNumber({ cells = '' }: RowProblem): number {
  return Number(/\d+$/.exec(cells)?.[0] ?? 0);
}

const CORRECT = '请与本人的材料核对，在名册里改正。';

function judgeDates(roster: Roster, person: Person): RowProblem[] {
  const { born, joined, confirmed, identity, sex } = person;
  const problems: RowProblem[] = [];
  const say = (message: string, fields: Parameters<typeof rowProblem>[4]) =>
    problems.push(rowProblem(roster, person, message, CORRECT, fields));
  if (identity !== undefined && born !== undefined && !mayBeSame(born, identity.born)) {
    say('出生日期与公民身份号码里的不一致', ['born']);
  }
  if (identity !== undefined && sex !== undefined && sex !== identity.sex) {
    say(`性别是“${sex}”，与公民身份号码不一致`, ['sex']);
  }
  if (born !== undefined && born.year < 1920) say(`出生在${born.year}年，请核对`, ['born', 'identity']);
  if (born !== undefined && joined !== undefined && lastDay(joined) < birthday(born, 18)) {
    say('入党时不满18岁', ['joined']);
  }
  if (joined !== undefined && confirmed !== undefined) {
    if (lastDay(confirmed) < firstDay(joined)) say('转正日期早于入党日期', ['confirmed']);
    else if (hasProbation(joined) && lastDay(confirmed) < anniversary(joined)) {
      say('入党不满一年就转正', ['confirmed']);
    }
  }
  return problems;
}

/** From 1969 to 1977 the Party's constitution knew no probation; what was before is left alone. */
function hasProbation({ year }: CalendarDate): boolean {
  return year >= 1978;
}

function mayBeSame(a: CalendarDate, b: CalendarDate): boolean {
  return a.year === b.year && a.month === b.month && (a.day ?? b.day) === (b.day ?? a.day);
}

/** The earliest day on which somebody may have reached an age. */
function birthday(born: CalendarDate, age: number): number {
  return firstDay({ ...born, year: born.year + age });
}

function anniversary(joined: CalendarDate): number {
  return firstDay({ ...joined, year: joined.year + 1 });
}

/** By the identity number, else by name and birth. */
function judgeTwice(roster: Roster, person: Person, known: Map<string, Listed>): RowProblem[] {
  const key = personKey(person);
  if (key === undefined) return [];
  const other = known.get(key);
  known.set(key, other ?? { roster, person });
  if (other === undefined) return [];
  const isSame = other.roster.file === roster.file && other.roster.sheet === roster.sheet;
  const { file, sheet } = other.roster;
  const place = isSame ? '' : tablePlace({ file, ...(sheet !== undefined && { name: sheet }) });
  const first = `${place}第${other.person.row}行（${other.person.name}）`;
  const message =
    person.identity === undefined
      ? `与${first}姓名、出生日期相同，一个人可能列了两次`
      : `与${first}的公民身份号码相同，一个人列了两次`;
  return [rowProblem(roster, person, message, '请删去重复的一行，或者改正号码。', ['name'])];
}

/** What tells people of several rosters apart; undefined where only the name is known. */
export function personKey({ identity, name, born }: Person): string | undefined {
  if (identity !== undefined) return identity.key;
  return born === undefined || name === ''
    ? undefined
    : `${name} ${born.year}-${born.month}-${born.day ?? ''}`;
}
