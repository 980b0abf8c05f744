import { problemLinks } from '../account/problem-links.ts';
import { isAdditive } from '../account/wholes.ts';
import type { CalendarDate, Deadline } from '../facts/dates.ts';
import { segmentsOfPath, siblingOf, valueAt } from '../facts/fact-path.ts';
import type { Facts, ListItem } from '../facts/facts.ts';
import { FIGURE_FIELDS, figureIn, partsIn, TALLIES } from '../facts/figure-fields.ts';
import { type Stage, stageOf } from '../facts/progress.ts';
import { passagesOf } from '../facts/read-passages.ts';
import { findReferent } from '../facts/references.ts';

/** A number as its facts file prints it; empty where it is 待补, null where it is absent. */
export type FigureText = string | null;

/**
 * What a county needs of a unit: figures, and titles as they are printed. Plain data of a kilobyte, so that it can be kept as a line and a unit
 * that did not change need not be read again.
 */
export interface UnitExtract {
  readonly name: string;
  readonly kind: string;
  readonly committee: string;
  readonly date?: CalendarDate;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** In the order of `FIGURE_FIELDS`. */
  readonly figures: readonly FigureText[];
  /** In the order of `TALLIES`; null where the unit has none. */
  readonly tallies: readonly (TallyExtract | null)[];
  readonly posts: readonly PostExtract[];
  readonly leadershipPosts: readonly PostExtract[];
  readonly indicators: readonly IndicatorExtract[];
  readonly work: readonly string[];
  readonly plans: readonly string[];
  readonly problems: readonly ProblemExtract[];
  readonly measures: readonly MeasureExtract[];
  readonly organization: readonly string[];
  readonly causes: readonly CauseExtract[];
  readonly compliance: readonly ComplianceExtract[];
}

export interface TallyExtract {
  readonly parts: readonly (readonly [name: string, figure: string])[];
  readonly isPartial: boolean;
}

export interface PostExtract {
  readonly category: string;
  readonly authorized: FigureText;
  readonly actual: FigureText;
  readonly vacant: FigureText;
}

export interface IndicatorExtract extends Pick<ListItem<'indicators'>, 'id' | 'unit' | 'year' | 'scope'> {
  readonly name: string;
  readonly value: FigureText;
  /** The denominator's own value, also where the facts name another figure. */
  readonly weight: FigureText;
  readonly isAdditive: boolean;
}

export interface ProblemExtract {
  readonly title: string;
  readonly aspect: string;
  /** The measures that answer it, by their places. */
  readonly measures: readonly number[];
}

export interface MeasureExtract {
  readonly title: string;
  readonly stage?: Stage;
  readonly deadline?: Deadline;
  /** 责任单位, 责任领导, 责任人; each once. */
  readonly owners: readonly string[];
}

export interface CauseExtract {
  readonly title: string;
  /** The problems that it explains, by their places. */
  readonly problems: readonly number[];
}

export interface ComplianceExtract {
  readonly item: string;
  readonly answer: string;
}

/** A unit as it was read. */
export interface ReadUnit {
  readonly facts: Facts;
  /** Figures that a number would print otherwise: path → text. */
  readonly written: ReadonlyMap<string, string>;
}

/** Takes out of a unit's facts what its county needs. */
export function extractUnit({ facts, written }: ReadUnit): UnitExtract {
  const { unit = {}, report = {} } = facts;
  const { date, from, to } = report;
  const texts = new Map(passagesOf(facts, written).passages.map(({ path, text }) => [path, text]));
  const titlesOf = (list: 'work' | 'plans' | 'organization') =>
    (facts[list] ?? []).map((_, index) => texts.get(`${list}.${index}.title`) ?? '');
  const figure = (value: unknown, path: string) => extractedText(value, path, written);
  return {
    name: unit.name ?? '',
    kind: unit.kind ?? '',
    committee: unit.committee ?? '',
    ...(date !== undefined && { date }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    figures: FIGURE_FIELDS.map((place) => figure(figureIn(facts, place), place.path)),
    tallies: TALLIES.map((place) => {
      const parts = partsIn(facts, place);
      if (parts === undefined || parts.size === 0) return null;
      const isPartial = valueAt(facts, segmentsOfPath(siblingOf(place.path, 'partial'))) === true;
      return {
        parts: [...parts].map(
          ([name, value]) => [name, figure(value, `${place.path}.${name}`) ?? ''] as const,
        ),
        isPartial,
      };
    }),
    posts: postsOf(facts, 'posts', figure),
    leadershipPosts: postsOf(facts, 'leadershipPosts', figure),
    indicators: (facts.indicators ?? []).map((indicator, index) =>
      extractedIndicator(indicator, `indicators.${index}`, { facts, figure }),
    ),
    work: titlesOf('work'),
    plans: titlesOf('plans'),
    problems: extractedProblems(facts, texts),
    measures: (facts.measures ?? []).map((measure, index) =>
      measureOf(measure, texts.get(`measures.${index}.title`) ?? ''),
    ),
    organization: titlesOf('organization'),
    causes: causesOf(facts, texts),
    compliance: (facts.compliance ?? []).map((_, index) => ({
      item: texts.get(`compliance.${index}.item`) ?? '',
      answer: texts.get(`compliance.${index}.answer`) ?? '',
    })),
  };
}

type PrintFigure = (value: unknown, path: string) => FigureText;

function extractedText(value: unknown, path: string, written: ReadonlyMap<string, string>): FigureText {
  if (value === undefined) return null;
  return typeof value === 'number' ? (written.get(path) ?? String(value)) : '';
}

function postsOf(facts: Facts, list: 'posts' | 'leadershipPosts', figure: PrintFigure): PostExtract[] {
  return (facts[list] ?? []).map(({ category = '', authorized, actual, vacant }, index) => ({
    category,
    authorized: figure(authorized, `${list}.${index}.authorized`),
    actual: figure(actual, `${list}.${index}.actual`),
    vacant: figure(vacant, `${list}.${index}.vacant`),
  }));
}

function extractedIndicator(
  indicator: ListItem<'indicators'>,
  path: string,
  { facts, figure }: { readonly facts: Facts; readonly figure: PrintFigure },
): IndicatorExtract {
  const { id, name = '', unit, year, scope, value, of } = indicator;
  return {
    ...(id !== undefined && { id }),
    name,
    ...(unit !== undefined && { unit }),
    ...(year !== undefined && { year }),
    ...(scope !== undefined && { scope }),
    value: figure(value, `${path}.value`),
    weight: typeof of === 'string' ? referredFigure(of, facts, figure) : figure(of, `${path}.of`),
    isAdditive: isAdditive(indicator),
  };
}

function referredFigure(name: string, facts: Facts, figure: PrintFigure): FigureText {
  const referent = findReferent(name, facts);
  return referent === undefined ? null : figure(valueAt(facts, segmentsOfPath(referent.path)), referent.path);
}

/** A problem alone has all measures that name none. */
function extractedProblems(facts: Facts, texts: ReadonlyMap<string, string>): ProblemExtract[] {
  const { problems = [], measures = [] } = facts;
  const { answers } = problemLinks(facts, 'measures');
  return problems.map(({ aspect = '' }, index) => {
    const linked = answers[index] ?? [];
    return {
      title: texts.get(`problems.${index}.title`) ?? '',
      aspect: aspect.trim(),
      measures: linked.length === 0 && problems.length === 1 ? [...measures.keys()] : linked,
    };
  });
}

function causesOf(facts: Facts, texts: ReadonlyMap<string, string>): CauseExtract[] {
  const { named } = problemLinks(facts, 'causes');
  return (facts.causes ?? []).map((_, index) => ({
    title: texts.get(`causes.${index}.title`) ?? '',
    problems: named[index] ?? [],
  }));
}

function measureOf(measure: ListItem<'measures'>, title: string): MeasureExtract {
  const { department = '', leader = '', owner = '', deadline } = measure;
  const stage = stageOf(measure);
  const owners = new Set([department, leader, owner].filter((name) => name.trim() !== ''));
  return {
    title,
    ...(stage !== undefined && { stage }),
    ...(deadline !== undefined && { deadline }),
    owners: [...owners],
  };
}
