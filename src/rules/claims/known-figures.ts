import type { Facts, TallyValue } from '../../facts/facts.ts';
import { FigureIndex } from './figure-index.ts';
import { FIELD_ALIASES, FIGURE_NOUNS, PERSONS, POST_NOUNS, TALLY_NOUNS } from './figure-nouns.ts';
import type { NamedFigure } from './known-figure.ts';

/** What prose may claim about, of one township's facts. */
export function knownFigures(facts: Facts): FigureIndex {
  return new FigureIndex([...plainFigures(facts), ...parts(facts), ...posts(facts), ...indicators(facts)]);
}

function plainFigures(facts: Facts): NamedFigure[] {
  const known: NamedFigure[] = [];
  for (const { steps, path, nouns, units, factor, isOnlyPlain = false, ownUnit, previous } of PLAIN) {
    const figure = valueAt(facts, steps);
    if (typeof figure !== 'number') continue;
    const named = { path, figure, value: scaled(figure, factor), units, isOnlyPlain };
    const before = previous === undefined ? undefined : valueAt(facts, previous.split('.'));
    const isGrown = typeof before === 'number';
    known.push({
      nouns,
      figure: isGrown ? { ...named, previous: scaled(before, factor) } : named,
      ...(ownUnit !== undefined && { ownUnit }),
    });
  }
  return known;
}

/** 万元 multiplied out, without binary dust. */
function scaled(figure: number, factor = 1): number {
  return factor === 1 ? figure : Number((figure * factor).toPrecision(15));
}

const PLAIN = FIGURE_NOUNS.map((noun) => ({ ...noun, steps: noun.path.split('.') }));

function parts(facts: Facts): NamedFigure[] {
  const known: NamedFigure[] = [];
  for (const { steps, path, noun, units } of TALLIES) {
    const tally = (valueAt(facts, steps) ?? NO_PARTS) as TallyValue;
    for (const [name, figure] of tally) {
      if (typeof figure !== 'number') continue;
      const nouns = [name, name + noun];
      const aliases = path === 'branches.byKind' ? (FIELD_ALIASES[name] ?? []) : [];
      for (const alias of aliases) nouns.push(alias, alias + noun);
      known.push({ nouns, figure: { path: `${path}.${name}`, figure, value: figure, units, isPart: true } });
    }
  }
  return known;
}

const NO_PARTS: TallyValue = new Map();
const TALLIES = TALLY_NOUNS.map((tally) => ({ ...tally, steps: tally.path.split('.') }));

/** 行政编制核定20名, 实有 by the same name. */
function posts(facts: Facts): NamedFigure[] {
  return POST_NOUNS.flatMap(({ list, suffix, fields }) =>
    (facts[list] ?? []).flatMap((post, index) => {
      const { category } = post;
      if (category === undefined) return [];
      const name = category.endsWith(suffix) ? category : `${category}${suffix}`;
      return fields.flatMap(({ field, word }) => {
        const figure = post[field];
        if (typeof figure !== 'number') return [];
        const path = `${list}.${index}.${field}`;
        const known = {
          path,
          name: `${name}${word}`,
          figure,
          value: figure,
          units: PERSONS,
          isSpecific: true,
        };
        return [{ nouns: [`${name}${word}`, `${word}${name}`], figure: known }];
      });
    }),
  );
}

/** A unit's own figures go by their own names; those of another year are another year's. */
function indicators(facts: Facts): NamedFigure[] {
  const year = String(facts.report?.date?.year ?? '');
  return (facts.indicators ?? []).flatMap(({ name, value, unit, year: own }, index) => {
    if (name === undefined || unit === undefined || typeof value !== 'number') return [];
    if (own !== undefined && !own.includes(year)) return [];
    const units = PERSONS.includes(unit) ? PERSONS : [unit];
    return [
      { nouns: [name], figure: { path: `indicators.${index}.value`, name, figure: value, value, units } },
    ];
  });
}

function valueAt(facts: Facts, steps: readonly string[]): unknown {
  let value: unknown = facts;
  for (const name of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
