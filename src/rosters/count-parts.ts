import { bandsOf } from '../account/bands.ts';
import { isSameKind } from '../facts/same-name.ts';
import { ageAt } from './age.ts';
import type { CountOptions } from './count-options.ts';
import type { CountedFigure } from './figure.ts';
import { hasLongNumber } from './quote.ts';
import { countPeople, type PeopleGroup } from './tally.ts';

/** The bands by age where the facts name none. */
const COUNTED_AGES = ['35岁及以下', '36～45岁', '46～60岁', '61岁及以上'] as const;

/** People by the bands of age that the facts name at `path`, else by the four usual ones. */
export function countAges(
  groups: readonly PeopleGroup[],
  path: string,
  { asOf, parts }: CountOptions,
): CountedFigure[] {
  if (asOf === undefined) return [];
  return bandsOf(parts?.get(path) ?? COUNTED_AGES, true).map(({ name, low, high }) =>
    countPeople(groups, `${path}.${name}`, ['born', 'identity'], ({ born }) => {
      const age = born === undefined ? Number.NaN : ageAt(born, asOf);
      return age >= low && age <= high;
    }),
  );
}

/** Education from the highest down; which words say which, `account/bands.ts` knows. */
const COUNTED_EDUCATION = ['研究生', '大学本科', '大学专科', '高中及中专', '初中及以下'] as const;

/** Members by the levels of education that the facts name, else by those of the usual five that there are. */
export function countEducation(
  groups: readonly PeopleGroup[],
  path: string,
  { parts }: CountOptions,
): CountedFigure[] {
  const named = parts?.get(path);
  const bands = bandsOf(named ?? COUNTED_EDUCATION, false);
  const figures = bands.map(({ name, low, high }) =>
    countPeople(groups, `${path}.${name}`, ['education'], ({ education }) => {
      const level = educationLevel(education);
      return level !== undefined && level >= low && level <= high;
    }),
  );
  return named === undefined ? figures.filter(({ value }) => value > 0) : figures;
}

/** A level on the scale of `account/bands.ts`; of a text that names several (大专及高中) none. */
export function educationLevel(education: string): number | undefined {
  const [band] = bandsOf([education], false);
  if (band === undefined || band.scale !== 'education') return undefined;
  if (band.low === -Infinity) return band.high === -Infinity ? undefined : band.high;
  return band.low === band.high || band.high === Infinity ? band.low : undefined;
}

/** People by what a column says, in the order in which it first says it; or by the names that the facts have. */
export function countKinds(
  groups: readonly PeopleGroup[],
  path: string,
  { parts }: CountOptions,
  kindOf: (person: PeopleGroup['people'][number]) => string,
): CountedFigure[] {
  const seen = new Set(groups.flatMap(({ people }) => people.map(kindOf)));
  const named = parts?.get(path) ?? [];
  const names = [
    ...new Set([...named, ...[...seen].filter((kind) => !named.some((name) => isSameKind(name, kind)))]),
  ];
  return names
    .filter((name) => name !== '' && !hasLongNumber(name))
    .map((name) =>
      countPeople(groups, `${path}.${name}`, ['category'], (person) => isSameKind(name, kindOf(person))),
    );
}
