import { segmentsOfPath, siblingOf, valueAt } from '../facts/fact-path.ts';
import type { Facts, ListItem, TallyValue } from '../facts/facts.ts';
import {
  FIGURE_FIELDS,
  figureIn,
  partsIn,
  type SingleFigure,
  TALLIES,
  type TallyPlace,
} from '../facts/figure-fields.ts';
import { postTotals } from './post-totals.ts';
import type { Whole, WholeDivision, WholePart } from './whole.ts';

/** Every total of a facts file that is stated beside its parts; the vocabulary says what is part of what. */
export function findWholes(facts: Facts): Whole[] {
  return [
    ...DIVIDED_TOTALS.map(({ total, pairs, tallies }) => ({
      path: total.path,
      label: total.label,
      total: figureIn(facts, total),
      divisions: [
        ...pairs.map((pair) => pairIn(facts, pair)),
        ...tallies.map((tally) => tallyIn(facts, tally)),
      ],
    })),
    ...indicatorWholes(facts),
    ...postTotals('posts', facts.posts),
    ...postTotals('leadershipPosts', facts.leadershipPosts),
  ];
}

/** Whether an indicator's figures add up, over its kinds or over the units of a county; shares, rates and averages do not. */
export function isAdditive({ name = '', unit = '' }: ListItem<'indicators'>): boolean {
  return !NO_SUM.test(unit) && !NO_SUM.test(name);
}

const NO_SUM = /[%％‰率岁倍]|百分|比例|占比|比重|平均|人均|户均|村均|满意度/u;

/** A total that the vocabulary divides. */
interface DividedTotal {
  readonly total: SingleFigure;
  readonly pairs: readonly FigurePair[];
  readonly tallies: readonly DividingTally[];
}

/** Figures that together always are the whole: 正式 and 预备. */
interface FigurePair {
  readonly label: string;
  readonly path: string;
  readonly figures: readonly SingleFigure[];
}

interface DividingTally extends TallyPlace {
  /** Where 不完整 stands. */
  readonly partial: readonly string[];
}

const DIVIDED_TOTALS: readonly DividedTotal[] = FIGURE_FIELDS.map((total) => ({
  total,
  pairs: figurePairs(total.path),
  tallies: TALLIES.filter(({ field }) => field.partOf === total.path).map((tally) => ({
    ...tally,
    partial: segmentsOfPath(siblingOf(tally.path, 'partial')),
  })),
})).filter(({ pairs, tallies }) => pairs.length + tallies.length > 0);

function figurePairs(total: string): FigurePair[] {
  const pairs = new Map<string, FigurePair>();
  for (const figure of FIGURE_FIELDS) {
    const { partOf: [whole] = [], division } = figure.field;
    if (whole !== total || division === undefined) continue;
    const { path = figure.path, figures = [] } = pairs.get(division) ?? {};
    pairs.set(division, { label: division, path, figures: [...figures, figure] });
  }
  return [...pairs.values()];
}

/** As long as one of them is not stated nothing is known of the sum. */
function pairIn(facts: Facts, { label, path, figures }: FigurePair): WholeDivision {
  const parts = figures.map((place) => ({
    name: place.field.zh,
    path: place.path,
    figure: figureIn(facts, place),
  }));
  const isStated = parts.every(({ figure }) => figure !== undefined);
  return { path, label, parts: isStated ? parts : [], isPartial: false, isFree: false };
}

function tallyIn(facts: Facts, tally: DividingTally): WholeDivision {
  const isPartial = valueAt(facts, tally.partial) === true;
  return factsDivision(tally.path, tally.field.division, partsIn(facts, tally), isPartial);
}

function factsDivision(
  path: string,
  label: string,
  tally: TallyValue | undefined,
  isPartial: boolean,
): WholeDivision {
  const parts: WholePart[] = [];
  for (const [name, figure] of tally ?? UNDIVIDED) parts.push({ name, path: `${path}.${name}`, figure });
  return { path, label, parts, isPartial, isFree: true };
}

const UNDIVIDED: TallyValue = new Map();

/** Those that are divided. */
function indicatorWholes({ indicators = [] }: Facts): Whole[] {
  return indicators.flatMap((indicator, index) => {
    const { name = '指标', value, byKind, partial = false } = indicator;
    if (byKind === undefined || !isAdditive(indicator)) return [];
    const divisions = [factsDivision(`indicators.${index}.byKind`, '分类', byKind, partial)];
    return [{ path: `indicators.${index}.value`, label: name, total: value, divisions }];
  });
}
