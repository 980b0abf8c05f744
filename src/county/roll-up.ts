import {
  type CalendarDate,
  type Deadline,
  firstDay,
  formatDate,
  lastDay,
  PERMANENT,
} from '../facts/dates.ts';
import type { Stage } from '../facts/progress.ts';
import { type CountyFigure, type CountyTally, FigureSums } from './add-figures.ts';
import { type CountyIndicator, IndicatorSums } from './add-indicators.ts';
import { type CountyPosts, PostSums } from './add-posts.ts';
import { ComplianceGroups, type CountyCompliance } from './compliance-groups.ts';
import { commonCounty, countyOf } from './county-name.ts';
import { mainFigures } from './main-figures.ts';
import { type MeasureProgress, ProgressCount } from './measure-progress.ts';
import { type TitleGroup, TitleGroups } from './title-groups.ts';
import type { MeasureExtract, UnitExtract } from './unit-extract.ts';

/** What a county's facts are made of. */
export interface County {
  readonly name: string;
  /** In the order in which they were added. */
  readonly units: readonly UnitName[];
  /** The main figures of each, where a file has room for so many. */
  readonly listed: readonly ListedUnit[];
  /** How many units of each kind. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Units that are not in it, and why. */
  readonly leftOut: readonly LeftOutUnit[];
  /** The latest unit's. */
  readonly date?: CalendarDate;
  /** What all units say alike. */
  readonly period: { readonly from?: CalendarDate; readonly to?: CalendarDate };
  /** By period, where they differ, the names of the units. */
  readonly mixedPeriods: ReadonlyMap<string, readonly string[]>;
  readonly figures: readonly CountyFigure[];
  readonly tallies: readonly CountyTally[];
  readonly posts: readonly CountyPosts[];
  readonly indicators: readonly CountyIndicator[];
  /** The same of the units of each kind, where it was asked for. */
  readonly subtotals: ReadonlyMap<string, Subtotal>;
  readonly work: readonly TitleGroup[];
  readonly problems: readonly CommonProblem[];
  readonly progress: MeasureProgress;
  readonly organization: readonly TitleGroup[];
  readonly compliance: readonly CountyCompliance[];
  readonly plans: readonly TitleGroup[];
}

/** What the units of one kind come to. */
export type Subtotal = Pick<County, 'figures' | 'indicators'>;

export interface UnitName {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
}

/** A unit with its main figures by their names in the county's list of units, as they are printed; empty where 待补. */
export interface ListedUnit {
  readonly name: string;
  readonly kind: string;
  readonly figures: ReadonlyMap<string, string>;
}

export interface LeftOutUnit {
  readonly unit: string;
  readonly file: string;
  readonly why: string;
}

/** A problem that several units have, with the measures that they take. */
export interface CommonProblem extends TitleGroup {
  readonly measures: readonly CommonMeasure[];
  /** Why the units have it, as they see it. */
  readonly causes: readonly TitleGroup[];
}

export interface CommonMeasure extends TitleGroup {
  /** How many are at each stage; `undefined` where a unit does not say. */
  readonly byStage: ReadonlyMap<Stage | undefined, number>;
  /** The latest; 长期坚持 where all go on. */
  readonly deadline?: Deadline;
  readonly overdue: readonly string[];
  /** Departments and people with how often each is named. */
  readonly owners: ReadonlyMap<string, number>;
}

/** Why a set of units is no county. */
export interface CountyFault {
  readonly file: string;
  readonly path: string;
  readonly message: string;
  readonly hint: string;
  readonly other?: { readonly file: string; readonly path: string; readonly message: string };
}

export interface RollUpOptions {
  /** The county's name; found in the units' names if absent. */
  readonly name?: string;
  readonly leftOut?: readonly LeftOutUnit[];
}

/** Rolls a county up out of what is extracted of its units, added one after another; it keeps sums, names and titles, not units. */
export class CountyRollUp {
  readonly #units: UnitName[] = [];
  readonly #listed: ListedUnit[] = [];
  readonly #faults: CountyFault[] = [];
  readonly #firsts = new Map<string, string>();
  readonly #kinds = new Map<string, number>();
  readonly #periods = new Map<string, Period>();
  readonly #figures = new FigureSums();
  readonly #posts = new PostSums();
  readonly #indicators = new IndicatorSums();
  readonly #byKind: Map<string, KindSums> | undefined;
  readonly #work = new TitleGroups();
  readonly #plans = new TitleGroups();
  readonly #organization = new TitleGroups();
  readonly #compliance = new ComplianceGroups();
  readonly #problems = new ProblemGroups();
  readonly #progress = new ProgressCount();
  #date: CalendarDate | undefined;

  constructor({ isByKind = false }: { readonly isByKind?: boolean } = {}) {
    this.#byKind = isByKind ? new Map() : undefined;
  }

  add(file: string, unit: UnitExtract): void {
    const { name, kind, date } = unit;
    if (this.#refuse(file, unit)) return;
    this.#units.push({ name, kind, file });
    if (this.#units.length <= MOST_LISTED) this.#listed.push({ name, kind, figures: mainFigures(unit) });
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    if (date !== undefined && (this.#date === undefined || firstDay(date) > firstDay(this.#date))) {
      this.#date = date;
    }
    this.#notePeriod(name, unit);
    this.#figures.add(unit);
    this.#posts.add(unit);
    this.#indicators.add(unit);
    this.#addToKind(unit);
    for (const title of unit.work) this.#work.add(name, title);
    for (const title of unit.plans) this.#plans.add(name, title);
    for (const title of unit.organization) this.#organization.add(name, title);
    this.#compliance.add(unit);
    this.#problems.add(unit);
    this.#progress.add(name, unit.measures);
  }

  #addToKind(unit: UnitExtract): void {
    if (this.#byKind === undefined) return;
    const sums = this.#byKind.get(unit.kind) ?? {
      figures: new FigureSums(),
      indicators: new IndicatorSums(),
    };
    this.#byKind.set(unit.kind, sums);
    sums.figures.add(unit);
    sums.indicators.add(unit);
  }

  #refuse(
    file: string,
    { name, kind, committee }: Pick<UnitExtract, 'name' | 'kind' | 'committee'>,
  ): boolean {
    const fault = (path: string, message: string, hint: string): number =>
      this.#faults.push({ file, path, message, hint });
    if (name === '') return fault('unit', '这个单位没有名称，不能汇总', '填上“单位”的“名称”。') > 0;
    if (kind === '县') {
      return (
        fault(
          'unit.kind',
          `“${name}”的类型是县，不是县里的单位`,
          '县的事实文件不要放在所辖单位的文件夹里：移到外面，或者写进 .reportignore。',
        ) > 0
      );
    }
    const key = `${name}\n${committee}`;
    const first = this.#firsts.get(key);
    if (first === undefined) {
      this.#firsts.set(key, file);
      return false;
    }
    this.#faults.push({
      file,
      path: 'unit.name',
      message: `“${name}”有两份事实文件，会加两次`,
      hint: '留下要用的一份，旧的移出文件夹或者写进 .reportignore。',
      other: { file: first, path: 'unit.name', message: '另一份' },
    });
    return true;
  }

  #notePeriod(name: string, { from, to }: Period): void {
    const key = describePeriod({ from, to });
    const known = this.#periods.get(key);
    if (known === undefined) this.#periods.set(key, { from, to, names: [name] });
    else known.names?.push(name);
  }

  /** What is wrong with the set of units; a county is made only where nothing is. */
  faults({ name }: RollUpOptions = {}): CountyFault[] {
    return [...this.#faults, ...this.#strangers(name)];
  }

  /** Units of another county than most; a name that none of them has is meant to hold several counties. */
  #strangers(given: string | undefined): CountyFault[] {
    const counties = new Map<string, UnitName[]>();
    for (const unit of this.#units) {
      const county = countyOf(unit.name);
      if (county === undefined) continue;
      const known = counties.get(county);
      if (known === undefined) counties.set(county, [unit]);
      else known.push(unit);
    }
    if (counties.size < 2 || (given !== undefined && !counties.has(given))) return [];
    const [largest] = [...counties].sort(([, a], [, b]) => b.length - a.length);
    const own = given ?? largest?.[0] ?? '';
    return [...counties].flatMap(([county, units]) =>
      county === own
        ? []
        : units.map(({ name, file }) => ({
            file,
            path: 'unit.name',
            message: `“${name}”是${county}的，不是${own}的`,
            hint: '多半是放错了文件夹。确实要汇总几个县的，用 --name 写明合起来的名称。',
          })),
    );
  }

  finish({ name, leftOut = [] }: RollUpOptions = {}): County {
    const [only] = this.#periods.values();
    const period = this.#periods.size === 1 && only !== undefined ? only : {};
    return {
      name: name ?? commonCounty(this.#units.map((unit) => unit.name)) ?? '全县',
      units: this.#units,
      listed: this.#units.length > MOST_LISTED ? [] : this.#listed,
      kinds: this.#kinds,
      leftOut,
      ...(this.#date !== undefined && { date: this.#date }),
      period: {
        ...(period.from !== undefined && { from: period.from }),
        ...(period.to !== undefined && { to: period.to }),
      },
      mixedPeriods: new Map(
        this.#periods.size < 2 ? [] : [...this.#periods].map(([key, { names = [] }]) => [key, names]),
      ),
      figures: this.#figures.figures(),
      tallies: this.#figures.tallies(),
      posts: this.#posts.results(),
      indicators: this.#indicators.results(),
      subtotals: new Map(
        [...(this.#byKind ?? [])].map(([kind, { figures, indicators }]) => [
          kind,
          { figures: figures.figures(), indicators: indicators.results() },
        ]),
      ),
      work: byUnits(this.#work.results()),
      problems: this.#problems.results(this.#date),
      progress: this.#progress.result(this.#date),
      organization: byUnits(this.#organization.results()),
      compliance: this.#compliance.results(),
      plans: byUnits(this.#plans.results()),
    };
  }
}

/** Units that a county's file lists with their figures. */
const MOST_LISTED = 300;

interface KindSums {
  readonly figures: FigureSums;
  readonly indicators: IndicatorSums;
}

interface Period {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly names?: string[];
}

function describePeriod({ from, to }: Period): string {
  const day = (date: CalendarDate | undefined) => (date === undefined ? '没有写' : formatDate(date));
  return from === undefined && to === undefined ? '没有写起止' : `${day(from)}至${day(to)}`;
}

function byUnits<Group extends TitleGroup>(groups: readonly Group[]): Group[] {
  return groups.toSorted((a, b) => b.units.length - a.units.length);
}

class ProblemGroups {
  readonly #titles = new TitleGroups();
  readonly #measures: Measures[] = [];
  readonly #causes: TitleGroups[] = [];

  add({ name, problems, measures, causes }: UnitExtract): void {
    for (const [index, { title, aspect, measures: answering }] of problems.entries()) {
      const group = this.#titles.add(name, title, aspect);
      const why = this.#causes[group] ?? new TitleGroups();
      this.#causes[group] = why;
      for (const cause of causes) if (cause.problems.includes(index)) why.add(name, cause.title);
      const own = this.#measures[group] ?? new Measures();
      this.#measures[group] = own;
      for (const at of answering) {
        const measure = measures[at];
        if (measure !== undefined) own.add(name, measure);
      }
    }
  }

  results(date: CalendarDate | undefined): CommonProblem[] {
    const groups = this.#titles.results();
    return byUnits(
      groups.map((group, index) => ({
        ...group,
        measures: this.#measures[index]?.results(date) ?? [],
        causes: byUnits(this.#causes[index]?.results() ?? []),
      })),
    );
  }
}

/** What the units do about one problem. */
class Measures {
  readonly #titles = new TitleGroups();
  readonly #details: MeasureDetails[] = [];

  add(unit: string, { title, stage, deadline, owners }: MeasureExtract): void {
    const group = this.#titles.add(unit, title);
    const detail = this.#details[group] ?? noDetails();
    this.#details[group] = detail;
    detail.byStage.set(stage, (detail.byStage.get(stage) ?? 0) + 1);
    for (const owner of owners) detail.owners.set(owner, (detail.owners.get(owner) ?? 0) + 1);
    if (deadline === undefined) return;
    detail.latest = later(detail.latest, deadline);
    if (stage === '已完成' || stage === PERMANENT || deadline === PERMANENT) return;
    detail.open.push(unit);
    detail.due.push(lastDay(deadline));
  }

  results(date: CalendarDate | undefined): CommonMeasure[] {
    return byUnits(
      this.#titles.results().map((group, index) => {
        const { byStage, owners, latest, open, due } = this.#details[index] ?? noDetails();
        const today = date === undefined ? Number.NEGATIVE_INFINITY : firstDay(date);
        const overdue = open.filter((_, at) => (due[at] ?? today) < today);
        return { ...group, byStage, owners, overdue, ...(latest !== undefined && { deadline: latest }) };
      }),
    );
  }
}

interface MeasureDetails {
  readonly byStage: Map<Stage | undefined, number>;
  readonly owners: Map<string, number>;
  latest: Deadline | undefined;
  /** The units that are not done and have a deadline; beside them its last day. */
  readonly open: string[];
  readonly due: number[];
}

function noDetails(): MeasureDetails {
  return { byStage: new Map(), owners: new Map(), latest: undefined, open: [], due: [] };
}

/** A day is later than 长期坚持, which holds only where all go on. */
function later(known: Deadline | undefined, deadline: Deadline): Deadline {
  if (known === undefined || known === PERMANENT) return deadline;
  return deadline !== PERMANENT && lastDay(deadline) > lastDay(known) ? deadline : known;
}
