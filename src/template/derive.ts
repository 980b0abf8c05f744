import { type ProblemLinks, problemLinks } from '../account/problem-links.ts';
import type { Facts } from '../facts/facts.ts';
import { halfOf, nameFromTo, namePeriod, nameTerm, yearAfter } from './period.ts';
import { referToSelf } from './self-reference.ts';

/** What follows from the facts and templates need in order; lists hold indexes into the facts' own lists. */
export interface Derived {
  /** For each problem the causes, and the measures, that stand with it: those that name it first. */
  readonly causesOf: readonly (readonly number[])[];
  readonly measuresOf: readonly (readonly number[])[];
  /** Causes and measures that name no problem: they are at the end. */
  readonly generalCauses: readonly number[];
  readonly generalMeasures: readonly number[];
  /** Problems by aspect, in the order in which the aspects first come up; one without an aspect stands alone. */
  readonly aspects: readonly { readonly name: string; readonly problems: readonly number[] }[];
  /** Indicators that no prose refers to. */
  readonly otherIndicators: readonly number[];
  /** 乡党委 and 全乡; the facts' own 自称 comes first. */
  readonly self: string;
  readonly whole: string;
  /** Whose villages and branches the overview counts: the unit by its name; 全县 for a county's department, which has none. */
  readonly area: string;
  /** 2022年以来; empty where the facts give no period. */
  readonly period: string;
  /** The same as a title says it, the year always in full: 2023年; empty where the facts do not say where it begins. */
  readonly term: string;
  /** 2024年, where the report covers the whole of 2023. */
  readonly nextYear: string;
  /** The half of the year that the report covers. */
  readonly half: 1 | 2 | undefined;
  /** 2023年; empty where the facts give no date. */
  readonly year: string;
  /** 2024年4月8日至5月31日; empty where the facts do not say both when the inspection began and when it ended. */
  readonly inspectionPeriod: string;
}

/** Works out all of it; `referenced` are the facts paths that prose refers to. */
export function derive(facts: Facts, referenced: ReadonlySet<string>): Derived {
  const causes = assign(problemLinks(facts, 'causes'));
  const measures = assign(problemLinks(facts, 'measures'));
  const called = referToSelf(facts.unit ?? {}, facts.overview !== undefined);
  return {
    causesOf: causes.byProblem,
    measuresOf: measures.byProblem,
    generalCauses: causes.general,
    generalMeasures: measures.general,
    aspects: groupByAspect((facts.problems ?? []).map(({ aspect }) => aspect)),
    otherIndicators: indexesOf(facts.indicators).filter(
      (index) => !referenced.has(`indicators.${index}.value`),
    ),
    self: facts.unit?.selfName ?? called.committee,
    whole: called.whole,
    area: areaOf(facts.unit ?? {}, called.whole),
    period: namePeriod(facts.report ?? {}),
    term: nameTerm(facts.report ?? {}),
    nextYear: yearAfter(facts.report ?? {}),
    half: halfOf(facts.report ?? {}),
    year: yearOf(facts.report ?? {}),
    inspectionPeriod: inspectionPeriodOf(facts.feedback ?? {}),
  };
}

function areaOf({ name, kind }: NonNullable<Facts['unit']>, whole: string): string {
  return name === undefined || (kind === '县' && !/[县市区旗]$/.test(name)) ? whole : name;
}

function yearOf({ from, to, date }: NonNullable<Facts['report']>): string {
  const year = (from ?? to ?? date)?.year;
  return year === undefined ? '' : `${year}年`;
}

function inspectionPeriodOf({ from, to }: NonNullable<Facts['feedback']>): string {
  return from === undefined || to === undefined ? '' : nameFromTo(from, to);
}

/** An item stands with the first of the problems that it names. */
function assign({ answers, named }: ProblemLinks) {
  const byProblem: number[][] = answers.map(() => []);
  const general: number[] = [];
  for (const [index, problems] of named.entries()) {
    const first = problems.length === 0 ? undefined : byProblem[Math.min(...problems)];
    (first ?? general).push(index);
  }
  return { byProblem, general };
}

function groupByAspect(aspects: readonly (string | undefined)[]) {
  const groups: { name: string; problems: number[] }[] = [];
  for (const [index, aspect] of aspects.entries()) {
    const group = groups.find(({ name }) => name !== '' && name === aspect);
    if (group === undefined) groups.push({ name: aspect ?? '', problems: [index] });
    else group.problems.push(index);
  }
  return groups;
}

function indexesOf(list: readonly unknown[] = []): number[] {
  return [...list.keys()];
}
