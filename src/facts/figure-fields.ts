import { everyField } from './every-field.ts';
import { segmentsOfPath, valueAt } from './fact-path.ts';
import type { Facts, Figure, TallyValue } from './facts.ts';
import type { Field, FigureField, TallyField } from './field.ts';

/** A figure that a facts file has once, with what the vocabulary says of it. */
export interface SingleFigure {
  readonly path: string;
  readonly segments: readonly string[];
  /** What a reader calls it: 党员总数. */
  readonly label: string;
  readonly field: FigureField;
}

/** A tally that a facts file has once. */
export interface TallyPlace {
  readonly path: string;
  readonly segments: readonly string[];
  readonly field: TallyField;
}

const ONCE = everyField().filter(({ isInList }) => !isInList);

/** In the table's order. */
export const FIGURE_FIELDS: readonly SingleFigure[] = ONCE.flatMap(({ path, field }) =>
  isFigureField(field)
    ? [{ path, segments: segmentsOfPath(path), label: field.label ?? field.zh, field }]
    : [],
);

/** In the table's order. */
export const TALLIES: readonly TallyPlace[] = ONCE.flatMap(({ path, field }) =>
  field.kind === 'tally' ? [{ path, segments: segmentsOfPath(path), field }] : [],
);

const BY_PATH: ReadonlyMap<string, SingleFigure> = new Map(FIGURE_FIELDS.map((place) => [place.path, place]));

/** The figure of a path that the vocabulary itself names; a path that leads to no figure is a mistake in it. */
export function figureNamed(path: string): SingleFigure {
  const place = BY_PATH.get(path);
  if (place === undefined) throw new Error(`the vocabulary has no figure ${path}`);
  return place;
}

/** What the facts give for a figure. */
export function figureIn(facts: Facts, { segments }: SingleFigure): Figure | undefined {
  return valueAt(facts, segments) as Figure | undefined;
}

/** What the facts give for a tally. */
export function partsIn(facts: Facts, { segments }: TallyPlace): TallyValue | undefined {
  return valueAt(facts, segments) as TallyValue | undefined;
}

function isFigureField(field: Field): field is FigureField {
  return ['count', 'difference', 'amount', 'denominator'].includes(field.kind);
}
