import type { Facts } from '../../facts/facts.ts';
import { FIGURE_NOUNS, type FigureNoun } from './figure-nouns.ts';
import type { KnownFigure } from './known-figure.ts';
import { NounIndex } from './noun-index.ts';

/** A fact whose nouns are the same in every file. */
type FixedFigure = FigureNoun & {
  readonly steps: readonly string[];
  readonly previousSteps: readonly string[] | undefined;
};

const FIXED: readonly FixedFigure[] = FIGURE_NOUNS.map((noun) => ({
  ...noun,
  steps: noun.path.split('.'),
  previousSteps: noun.previous?.split('.'),
}));

/** Made once: of one township's facts only those are looked up that its prose names. */
export const FIXED_NOUNS: NounIndex<FixedFigure> = indexNouns();

/** By its counting word, what all of the unit is counted in. */
export const COUNTED_IN: ReadonlyMap<string, FixedFigure> = new Map(
  FIXED.flatMap((figure) => (figure.ownUnit === undefined ? [] : [[figure.ownUnit, figure]])),
);

function indexNouns(): NounIndex<FixedFigure> {
  const index = new NounIndex<FixedFigure>();
  for (const figure of FIXED) for (const noun of figure.nouns) index.add(noun, figure);
  return index;
}

/** What the facts give for it; undefined where that is no number. */
export function fixedFigure(facts: Facts, fixed: FixedFigure): KnownFigure | undefined {
  const { steps, path, units, factor, isOnlyPlain = false, previousSteps } = fixed;
  const figure = valueAt(facts, steps);
  if (typeof figure !== 'number') return undefined;
  const known = { path, figure, value: scaled(figure, factor), units, isOnlyPlain };
  const before = previousSteps && valueAt(facts, previousSteps);
  return typeof before === 'number' ? { ...known, previous: scaled(before, factor) } : known;
}

/** 万元 multiplied out, without binary dust. */
function scaled(figure: number, factor = 1): number {
  return factor === 1 ? figure : Number((figure * factor).toPrecision(15));
}

function valueAt(facts: Facts, steps: readonly string[]): unknown {
  let value: unknown = facts;
  for (const name of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
