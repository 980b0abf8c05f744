import type { Facts, TallyValue } from '../../facts/facts.ts';
import { PERSON_UNITS, POST_NOUNS, TALLY_NOUNS } from './figure-nouns.ts';
import type { KnownFigure } from './known-figure.ts';
import { NounIndex } from './noun-index.ts';

/** The figures of a facts file that go by names of its own: parts of wholes, posts and indicators. */
export function ownFigures(facts: Facts): NounIndex<KnownFigure> {
  const index = new NounIndex<KnownFigure>();
  addPartFigures(index, facts);
  addPosts(index, facts);
  addIndicators(index, facts);
  return index;
}

type Index = NounIndex<KnownFigure>;

function addPartFigures(index: Index, facts: Facts): void {
  for (const { path, tallyOf, noun, units, aliases } of TALLY_NOUNS) {
    for (const [name, figure] of tallyOf(facts) ?? NO_TALLY) {
      if (typeof figure !== 'number') continue;
      const known = { path: `${path}.${name}`, figure, value: figure, units, isPart: true };
      for (const word of [name, ...(aliases.get(name) ?? [])]) {
        index.add(word, known);
        index.add(word + noun, known);
      }
    }
  }
}

const NO_TALLY: TallyValue = new Map();

/** 行政编制核定20名, 实有 by the same name. */
function addPosts(index: Index, facts: Facts): void {
  for (const { list, suffix, fields } of POST_NOUNS) {
    for (const [at, post] of (facts[list] ?? []).entries()) {
      const { category } = post;
      if (category === undefined) continue;
      const whole = category.endsWith(suffix) ? category : category + suffix;
      for (const { field, word } of fields) {
        const figure = post[field];
        if (typeof figure !== 'number') continue;
        const name = whole + word;
        const path = `${list}.${at}.${field}`;
        const known = { path, name, figure, value: figure, units: PERSON_UNITS, isSpecific: true };
        index.add(name, known);
        index.add(word + whole, known);
      }
    }
  }
}

/** A unit's own figures go by their own names; those of another year are another year's. */
function addIndicators(index: Index, { report, indicators = [] }: Facts): void {
  const thisYear = String(report?.date?.year ?? '');
  for (const [at, { name, value, unit, year = thisYear }] of indicators.entries()) {
    if (name === undefined || unit === undefined || typeof value !== 'number') continue;
    if (!year.includes(thisYear)) continue;
    const units = PERSON_UNITS.includes(unit) ? PERSON_UNITS : [unit];
    index.add(name, { path: `indicators.${at}.value`, name, figure: value, value, units });
  }
}
