import type { Facts, TallyValue } from '../../facts/facts.ts';
import { FIGURE_FIELDS, partsIn, type SingleFigure, TALLIES } from '../../facts/figure-fields.ts';

/** How officials call a fact's figure in prose, and which counting words they give it. */
export interface FigureNoun {
  readonly place: SingleFigure;
  readonly nouns: readonly string[];
  /** Counting words, the base of 万元 being 元. */
  readonly units: readonly string[];
  /** What a figure of the facts counts in prose' units: 万元 are 10000 元. */
  readonly factor: number;
  readonly isOnlyOfAll: boolean;
  /** The counting word that needs no noun: 全镇共有7812户. */
  readonly ownUnit?: string;
  /** The fact that says what it was a year before. */
  readonly previous?: SingleFigure;
}

export const PERSON_UNITS: readonly string[] = ['名', '人', '位', '个'];

/** In which words prose counts what the facts give in a unit, where not in that word alone. */
const SAID_UNITS: ReadonlyMap<string, readonly string[]> = new Map([
  ['名', PERSON_UNITS],
  ['户', ['户', '个']],
  ['万元', ['元']],
]);

/** The facts whose figures are looked for in prose. */
export const FIGURE_NOUNS: readonly FigureNoun[] = FIGURE_FIELDS.flatMap((place) => {
  const { said, unit = '' } = place.field;
  if (said === undefined) return [];
  const { nouns, isOnlyOfAll = false, hasOwnUnit = false } = said;
  const previous = FIGURE_FIELDS.find(({ field }) => field.lastYearOf === place.path);
  return [
    {
      place,
      nouns,
      units: saidUnits(unit),
      factor: unit === '万元' ? 10_000 : 1,
      isOnlyOfAll,
      ...(hasOwnUnit && { ownUnit: unit }),
      ...(previous !== undefined && { previous }),
    },
  ];
});

function saidUnits(unit: string): readonly string[] {
  return SAID_UNITS.get(unit) ?? [unit];
}

/** The parts of a tally, as prose calls them: 机关党支部3个 is the fact 党支部.分类.机关, 其中35岁以下48名 党员.年龄.35岁以下. */
export interface TallyNoun {
  readonly path: string;
  readonly tallyOf: (facts: Facts) => TallyValue | undefined;
  readonly noun: string;
  readonly units: readonly string[];
  /** By a key, what prose calls it too. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

export const TALLY_NOUNS: readonly TallyNoun[] = TALLIES.flatMap((place) => {
  const { said, unit } = place.field;
  if (said === undefined) return [];
  const { noun, aliases = {} } = said;
  return [
    {
      path: place.path,
      tallyOf: (facts: Facts) => partsIn(facts, place),
      noun,
      units: saidUnits(unit),
      aliases: new Map(Object.entries(aliases)),
    },
  ];
});

const POST_FIELDS = [
  { field: 'authorized', word: '核定' },
  { field: 'actual', word: '实有' },
] as const;

/** Posts are named by their category: 行政编制核定20名, 股级职数实有12名. */
export const POST_NOUNS = [
  { list: 'posts', suffix: '编制', fields: POST_FIELDS },
  { list: 'leadershipPosts', suffix: '职数', fields: POST_FIELDS },
] as const;
