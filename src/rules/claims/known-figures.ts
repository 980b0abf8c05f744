import type { Facts } from '../../facts/facts.ts';
import { chinesePath, stepsOf } from '../../facts/labels.ts';
import { FIELD_ALIASES, FIGURE_NOUNS, PERSONS, POST_NOUNS, TALLY_NOUNS } from './figure-nouns.ts';

/** A figure of the facts, as prose would call it. */
export interface KnownFigure {
  readonly path: string;
  /** What it is called, where its path's label is not its name. */
  readonly name?: string;
  /** As the file has it. */
  readonly figure: number;
  /** As prose counts it: 万元 multiplied out. */
  readonly value: number;
  readonly units: readonly string[];
  /** Its noun is said of other things too: only 全镇共… is about this figure. */
  readonly isOnlyPlain?: boolean;
  /** Its noun is said of nothing else: it need not follow other claims. */
  readonly isSpecific?: boolean;
  /** A part is claimed only behind its whole: 其中机关3个. */
  readonly isPart?: boolean;
}

/** The figures that a facts file gives, by the nouns that name them. */
export type KnownFigures = ReadonlyMap<string, readonly KnownFigure[]>;

/** What prose may claim about, of one township's facts. */
export function knownFigures(facts: Facts): KnownFigures {
  const known = new Map<string, KnownFigure[]>();
  for (const { nouns, ...figure } of [
    ...plainFigures(facts),
    ...parts(facts),
    ...posts(facts),
    ...indicators(facts),
  ]) {
    for (const noun of nouns) {
      const named = known.get(noun);
      if (named === undefined) known.set(noun, [figure]);
      else named.push(figure);
    }
  }
  return known;
}

type Named = KnownFigure & { readonly nouns: readonly string[] };

function plainFigures(facts: Facts): Named[] {
  return FIGURE_NOUNS.flatMap(({ factor = 1, ...noun }) => {
    const figure = valueAt(facts, noun.path);
    if (typeof figure !== 'number') return [];
    const value = Number((figure * factor).toPrecision(15));
    return [{ ...noun, figure, value }];
  });
}

function parts(facts: Facts): Named[] {
  return TALLY_NOUNS.flatMap(({ path, noun, units }) => {
    const tally = valueAt(facts, path);
    if (!(tally instanceof Map)) return [];
    return [...tally].flatMap(([name, figure]: [string, unknown]) => {
      if (typeof figure !== 'number') return [];
      const names = path === 'branches.byKind' ? [name, ...(FIELD_ALIASES[name] ?? [])] : [name];
      const nouns = names.flatMap((each) => [each, `${each}${noun}`]);
      return [{ nouns, path: `${path}.${name}`, figure, value: figure, units, isPart: true }];
    });
  });
}

/** 行政编制核定20名, 实有 by the same name. */
function posts(facts: Facts): Named[] {
  return POST_NOUNS.flatMap(({ list, suffix, fields }) =>
    (facts[list] ?? []).flatMap((post, index) => {
      const { category } = post;
      if (category === undefined) return [];
      const name = category.endsWith(suffix) ? category : `${category}${suffix}`;
      return fields.flatMap(({ field, word }) => {
        const figure = post[field];
        if (typeof figure !== 'number') return [];
        const nouns = [`${name}${word}`, `${word}${name}`];
        const path = `${list}.${index}.${field}`;
        return [
          { nouns, path, name: `${name}${word}`, figure, value: figure, units: PERSONS, isSpecific: true },
        ];
      });
    }),
  );
}

/** A unit's own figures go by their own names; those of another year are another year's. */
function indicators(facts: Facts): Named[] {
  const year = String(facts.report?.date?.year ?? '');
  return (facts.indicators ?? []).flatMap(({ name, value, unit, year: own }, index) => {
    if (name === undefined || unit === undefined || typeof value !== 'number') return [];
    if (own !== undefined && !own.includes(year)) return [];
    const units = PERSONS.includes(unit) ? PERSONS : [unit];
    return [{ nouns: [name], path: `indicators.${index}.value`, name, figure: value, value, units }];
  });
}

function valueAt(facts: Facts, path: string): unknown {
  let value: unknown = facts;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** 党员总数; 党支部分类“机关” for a part; the Chinese path where the vocabulary has no name of its own. */
export function labelOf({ path, name }: KnownFigure): string {
  if (name !== undefined) return name;
  const last = stepsOf(path)?.at(-1);
  if (last?.kind === 'part') {
    return `${chinesePath(path.slice(0, -last.name.length - 1)).replaceAll('.', '')}“${last.name}”`;
  }
  return (last?.kind === 'field' ? last.field.label : undefined) ?? chinesePath(path).replaceAll('.', '');
}
