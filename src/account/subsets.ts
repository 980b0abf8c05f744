import { stepsOf } from '../facts/fact-path.ts';
import { type Facts, type Figure, isNumber } from '../facts/facts.ts';
import type { WholeName } from '../facts/field.ts';
import { FIGURE_FIELDS, figureIn, figureNamed, type SingleFigure } from '../facts/figure-fields.ts';
import { findReferent } from '../facts/references.ts';

/** A figure that counts some of what another counts all of. */
export interface Subset {
  readonly part: LabelledFigure;
  readonly whole: LabelledFigure;
}

export interface LabelledFigure {
  readonly path: string;
  readonly label: string;
  readonly figure: Figure | undefined;
}

/** Every pair of figures of which the first cannot be the larger; the vocabulary says what is part of what. */
export function subsetsOf(facts: Facts): Subset[] {
  const subsets: Subset[] = [];
  for (const { part, wholes, partners } of PARTS_OF_WHOLES) {
    const figure = figureIn(facts, part);
    if (figure === undefined) continue;
    const isSummed = partners.length > 0 && partners.every((other) => figureIn(facts, other) !== undefined);
    for (const [index, whole] of wholes.entries()) {
      if (index === 0 && isSummed) continue;
      const bound = boundIn(facts, whole);
      if (bound !== undefined)
        subsets.push({ part: { path: part.path, label: part.label, figure }, whole: bound });
    }
  }
  return [...subsets, ...indicatorSubsets(facts)];
}

interface PartOfWholes {
  readonly part: SingleFigure;
  readonly wholes: readonly SubsetWhole[];
  /** Which with it are all of its first whole: where they are stated too, that is a sum (`tally-sum`). */
  readonly partners: readonly SingleFigure[];
}

/** The figures that add up to a total, and what their sum is called. */
interface SubsetWhole {
  readonly path: string;
  readonly label: string;
  readonly figures: readonly SingleFigure[];
}

const PARTS_OF_WHOLES: readonly PartOfWholes[] = FIGURE_FIELDS.flatMap((part) => {
  const { partOf } = part.field;
  return partOf === undefined ? [] : [{ part, wholes: partOf.map(subsetWhole), partners: partnersOf(part) }];
});

/** Of several figures the first stands for their sum. */
function subsetWhole(name: WholeName): SubsetWhole {
  const paths = typeof name === 'string' ? [name] : name.sumOf;
  const figures = paths.map(figureNamed);
  const [{ path, label } = { path: '', label: '' }] = figures;
  return { path, label: typeof name === 'string' ? label : name.label, figures };
}

function partnersOf({ path, field: { partOf: [whole] = [], division } }: SingleFigure): SingleFigure[] {
  if (division === undefined) return [];
  return FIGURE_FIELDS.filter(
    ({ path: other, field }) => other !== path && field.division === division && field.partOf?.[0] === whole,
  );
}

/** Undefined where one of the figures is no number. */
function boundIn(facts: Facts, { path, label, figures }: SubsetWhole): LabelledFigure | undefined {
  let sum = 0;
  for (const place of figures) {
    const figure = figureIn(facts, place);
    if (!isNumber(figure)) return undefined;
    sum += figure;
  }
  return { path, label, figure: sum };
}

/** An indicator that counts the same things as its denominator counts some of them. */
function indicatorSubsets(facts: Facts): Subset[] {
  return (facts.indicators ?? []).flatMap(({ name = '指标', value, unit, of }, index) => {
    const referent = typeof of === 'string' ? findReferent(of, facts) : undefined;
    const steps = referent && stepsOf(referent.path);
    const last = steps?.at(-1);
    if (referent === undefined || last?.kind !== 'field' || !('unit' in last.field)) return [];
    if (steps?.some(({ kind }) => kind === 'item') || !countsTheSame(unit, last.field.unit)) return [];
    const whole = {
      path: referent.path,
      label: last.field.label ?? last.field.zh,
      figure: typeof referent.value === 'number' ? referent.value : undefined,
    };
    return [{ part: { path: `indicators.${index}.value`, label: name, figure: value }, whole }];
  });
}

/** 名, 人 and 位 all count people. */
function countsTheSame(a = '', b = ''): boolean {
  return a === b || (PEOPLE.test(a) && PEOPLE.test(b));
}

const PEOPLE = /^[名人位]$/u;
