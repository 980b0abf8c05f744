import { type CalendarDate, firstDay, lastDay } from '../facts/dates.ts';
import { ageAt } from './age.ts';
import type { CountOptions } from './count-options.ts';
import { countAges, countEducation, countKinds, educationLevel } from './count-parts.ts';
import type { CountedFigure } from './figure.ts';
import type { Person, RosterGap } from './person.ts';
import type { Roster } from './roster.ts';
import type { FieldId } from './roster-fields.ts';
import { countPeople, type PeopleGroup, rosterPlace } from './tally.ts';

/** Whether every person of the rosters says something: without it a part would be missing and the figure wrong. */
type IsWhole = (fields: readonly FieldId[], isKnown: (person: Person) => boolean) => boolean;

/** 党员: all who are members already or on probation. */
export function countMembers(groups: readonly PeopleGroup[], options: CountOptions): CountedFigure[] {
  const isWhole = wholeness(groups);
  const { period } = options;
  const figures = [countPeople(groups, 'members.total', ['name', 'identity'], () => true)];
  if (isWhole(['status'], ({ status }) => status !== undefined)) {
    figures.push(
      countPeople(groups, 'members.full', ['status'], ({ status }) => status === 'full'),
      countPeople(groups, 'members.probationary', ['status'], ({ status }) => status === 'probationary'),
    );
  }
  if (isWhole(['sex', 'identity'], ({ sex }) => sex !== undefined)) {
    figures.push(
      countPeople(groups, 'members.male', ['sex', 'identity'], ({ sex }) => sex === '男'),
      countPeople(groups, 'members.female', ['sex', 'identity'], ({ sex }) => sex === '女'),
    );
  }
  if (isWhole(['nation'], (person) => person.isMinority !== undefined)) {
    figures.push(countPeople(groups, 'members.minority', ['nation'], (person) => person.isMinority === true));
  }
  if (isWhole(['mobile'], ({ isMobile }) => isMobile !== undefined)) {
    figures.push(countPeople(groups, 'members.mobile', ['mobile'], ({ isMobile }) => isMobile === true));
  }
  if (isWhole(['born', 'identity'], ({ born }) => born !== undefined)) {
    figures.push(...countAges(groups, 'members.byAge', options));
  }
  if (isWhole(['education'], ({ education }) => educationLevel(education) !== undefined)) {
    figures.push(...countEducation(groups, 'members.byEducation', options));
  }
  if (period !== undefined && isWhole(['joined'], ({ joined }) => joined !== undefined)) {
    figures.push(
      countPeople(groups, 'members.admitted.total', ['joined'], ({ joined }) => isInPeriod(joined, period)),
    );
  }
  return figures;
}

/** 干部 with their categories where a column says them, and the 班子 where one says who is in it. */
export function countCadres(groups: readonly PeopleGroup[], options: CountOptions): CountedFigure[] {
  const isWhole = wholeness(groups);
  const figures = countCadreGroup(groups, 'cadres', isWhole, options);
  if (isWhole(['category'], ({ category }) => category !== '')) {
    figures.push(...countKinds(groups, 'cadres.byCategory', options, ({ category }) => category));
  }
  if (isWhole(['team'], ({ isInTeam }) => isInTeam !== undefined)) {
    const team = groups.map(({ roster, people }) => ({
      roster,
      people: people.filter(({ isInTeam }) => isInTeam === true),
    }));
    figures.push(...countCadreGroup(team, 'cadres.team', isWhole, options));
  }
  return figures;
}

function countCadreGroup(
  groups: readonly PeopleGroup[],
  path: string,
  isWhole: IsWhole,
  options: CountOptions,
): CountedFigure[] {
  const figures = [countPeople(groups, `${path}.total`, ['name', 'identity'], () => true)];
  if (isWhole(['sex', 'identity'], ({ sex }) => sex !== undefined)) {
    figures.push(countPeople(groups, `${path}.female`, ['sex', 'identity'], ({ sex }) => sex === '女'));
  }
  if (isWhole(['born', 'identity'], ({ born }) => born !== undefined)) {
    figures.push(...countAges(groups, `${path}.byAge`, options));
  }
  return figures;
}

/** 村两委: the average of whole years, with one decimal. */
export function countVillageTeams(groups: readonly PeopleGroup[], { asOf }: CountOptions): CountedFigure[] {
  const isWhole = wholeness(groups);
  const members = countPeople(groups, 'villageTeams.members', ['name', 'identity'], () => true);
  const figures = [members];
  if (isWhole(['bothPosts'], ({ holdsBothPosts }) => holdsBothPosts !== undefined)) {
    figures.push(
      countPeople(
        groups,
        'villageTeams.bothPosts',
        ['bothPosts'],
        ({ holdsBothPosts }) => holdsBothPosts === true,
      ),
    );
  } else if (isWhole(['duty'], ({ duty }) => duty !== '')) {
    figures.push(countPeople(groups, 'villageTeams.bothPosts', ['duty'], ({ duty }) => isBoth(duty)));
  }
  if (
    asOf !== undefined &&
    members.value > 0 &&
    isWhole(['born', 'identity'], ({ born }) => born !== undefined)
  ) {
    const ages = groups.flatMap(({ people }) =>
      people.flatMap(({ born }) => (born === undefined ? [] : ageAt(born, asOf))),
    );
    const average = ages.reduce((sum, age) => sum + age, 0) / ages.length;
    figures.push({
      path: 'villageTeams.averageAge',
      value: Math.round(average * 10) / 10,
      places: groups.map(({ roster, people }) =>
        rosterPlace(
          roster,
          ['born', 'identity'],
          people.map(({ row }) => row),
        ),
      ),
    });
  }
  return figures;
}

/** 党支部书记、村委会主任 in one hand; a 副书记 or a 副主任 is neither. */
function isBoth(duty: string): boolean {
  return (
    /(?<!副)书记/u.test(duty) && /(?:村|居|委会|、|兼|，|,|^|\s|\/)主任/u.test(duty.replace(/副主任/gu, ''))
  );
}

function wholeness(groups: readonly PeopleGroup[]): IsWhole {
  return (fields, isKnown) =>
    groups.every(
      ({ roster, people }) => fields.some((field) => roster.columns.has(field)) && people.every(isKnown),
    );
}

/** A month is within a period that it touches. */
function isInPeriod(
  date: CalendarDate | undefined,
  { from, to }: NonNullable<CountOptions['period']>,
): boolean {
  if (date === undefined || (from === undefined && to === undefined)) return false;
  return (
    (from === undefined || lastDay(date) >= firstDay(from)) &&
    (to === undefined || firstDay(date) <= lastDay(to))
  );
}

/** What is not counted of a kind where a column has gaps. */
export function uncountedBy({ kind, columns }: Roster, people: readonly Person[]) {
  const isBirthLost = people.some(({ born }) => born === undefined);
  return (field: FieldId): string | undefined => {
    if (field === 'born' || field === 'identity')
      return isBirthLost ? (kind === '村两委' ? '平均年龄' : '年龄') : undefined;
    if (field === 'sex') return kind === '村两委' ? undefined : '性别';
    if (field === 'category') return '分类';
    if (field === 'bothPosts') return '一肩挑';
    if (field === 'team') return '班子';
    if (kind !== '党员' || !columns.has(field)) return undefined;
    return {
      status: '正式、预备',
      nation: '少数民族',
      mobile: '流动',
      education: '学历',
      joined: '本期发展',
    }[field as string];
  };
}

/** Members whose education is not told, as gaps of that column; and of 干部 those without a category. */
export function textGaps(roster: Roster, people: readonly Person[]): RosterGap[] {
  const gap = (field: FieldId, { row, name }: Person, seen: string): RosterGap => ({
    field,
    row,
    name,
    seen,
  });
  if (roster.kind === '党员' && roster.columns.has('education')) {
    return people.flatMap((person) =>
      educationLevel(person.education) === undefined ? gap('education', person, person.education) : [],
    );
  }
  if (roster.kind !== '干部' || !roster.columns.has('category')) return [];
  return people.flatMap((person) => (person.category === '' ? gap('category', person, '') : []));
}
