import type { Facts } from '../../facts/facts.ts';
import { figureIn } from '../../facts/figure-fields.ts';
import { FIGURE_NOUNS, type FigureNoun } from './figure-nouns.ts';
import type { KnownFigure } from './known-figure.ts';
import { NounIndex } from './noun-index.ts';

/** By their nouns the facts that go by the same ones in every file. Made once: of a township's facts only those are looked up that its prose names. */
export const FIXED_NOUNS: NounIndex<FigureNoun> = indexNouns();

/** By its counting word, what all of the unit is counted in. */
export const COUNTED_IN: ReadonlyMap<string, FigureNoun> = new Map(
  FIGURE_NOUNS.flatMap((figure) => (figure.ownUnit === undefined ? [] : [[figure.ownUnit, figure]])),
);

function indexNouns(): NounIndex<FigureNoun> {
  const index = new NounIndex<FigureNoun>();
  for (const figure of FIGURE_NOUNS) for (const noun of figure.nouns) index.add(noun, figure);
  return index;
}

/** What the facts give for it; undefined where that is no number. */
export function fixedFigure(facts: Facts, fixed: FigureNoun): KnownFigure | undefined {
  const { place, units, factor, isOnlyOfAll, previous } = fixed;
  const figure = figureIn(facts, place);
  if (typeof figure !== 'number') return undefined;
  const known = { path: place.path, figure, value: scaledFigure(figure, factor), units, isOnlyOfAll };
  const before = previous && figureIn(facts, previous);
  return typeof before === 'number' ? { ...known, previous: scaledFigure(before, factor) } : known;
}

/** The same of a figure that nobody has stated. */
export function unknownFigure({ place, units, isOnlyOfAll }: FigureNoun): KnownFigure {
  return { path: place.path, figure: Number.NaN, value: Number.NaN, units, isOnlyOfAll };
}

/** 万元 multiplied out, without binary dust. */
function scaledFigure(figure: number, factor: number): number {
  return factor === 1 ? figure : Number((figure * factor).toPrecision(15));
}
