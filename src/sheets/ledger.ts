import { problemLinks } from '../account/problem-links.ts';
import { PackedList } from '../bytes/packed-list.ts';
import { type CalendarDate, firstDay } from '../facts/dates.ts';
import type { Facts, ListItem } from '../facts/facts.ts';
import { daysOverdue, STAGES, type Stage, stageOf } from '../facts/progress.ts';
import { passagesOf } from '../facts/read-passages.ts';

/** The facts of one unit, as far as a ledger needs them. */
export interface LedgerSource {
  readonly facts: Facts;
  /** Figures that a number would print otherwise: path → text. */
  readonly written: ReadonlyMap<string, string>;
}

/** 整改台账 of one unit or several. */
export interface Ledger {
  readonly rows: Iterable<LedgerRow> & { readonly length: number };
  /** The units' names, in the order given. */
  readonly units: readonly string[];
  /** The day that deadlines are held against, where it is the same for all units. */
  readonly asOf?: CalendarDate;
  readonly totals: LedgerTotals;
  /** Units that should be in it and are not, and why: said in the ledger itself. */
  readonly leftOut: readonly LeftOutUnitRow[];
}

/** A unit whose problems and measures could not be read. */
export interface LeftOutUnitRow {
  readonly unit: string;
  readonly why: string;
}

/** A problem and one of the measures that answer it; a measure stands with every problem that it answers. */
export interface LedgerRow {
  readonly unit: string;
  /** The problem's number within its unit; absent for measures that answer no problem in particular. */
  readonly number?: number;
  readonly problem: string;
  readonly signs: string;
  /** Which of the problem's rows this is, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  readonly measure?: LedgerMeasure;
}

export interface LedgerMeasure {
  readonly text: string;
  readonly facts: ListItem<'measures'>;
  readonly results: readonly string[];
  readonly evidence: readonly string[];
  /** Days since the deadline of what is not done; 0 where it is not over. */
  readonly overdue: number;
}

/** Each measure counts once, however many problems it answers. */
export interface LedgerTotals {
  readonly problems: number;
  readonly measures: number;
  readonly byStage: ReadonlyMap<Stage | '未注明状态', number>;
  readonly overdue: number;
}

/**
 * Takes units one after another, and keeps their rows alone. `asOf` holds for all of them; without it each is held against its own
 * report's date.
 */
export class LedgerBuilder {
  readonly #asOf: CalendarDate | undefined;
  readonly #rows = new PackedList<LedgerRow>();
  readonly #units: string[] = [];
  readonly #dates = new Map<number, CalendarDate>();
  readonly #byStage = new Map<Stage | '未注明状态', number>(STAGES.map((stage) => [stage, 0]));
  #problems = 0;
  #measures = 0;
  #overdue = 0;

  constructor(asOf?: CalendarDate) {
    this.#asOf = asOf;
  }

  add(source: LedgerSource): void {
    const { facts } = source;
    const date = this.#asOf ?? facts.report?.date;
    const { rows, measures } = unitLedger(source, date);
    this.#rows.push(rows);
    this.#units.push(facts.unit?.name ?? '');
    if (date !== undefined) this.#dates.set(firstDay(date), date);
    this.#problems += facts.problems?.length ?? 0;
    this.#measures += measures.length;
    for (const measure of measures) {
      const stage = stageOf(measure.facts) ?? '未注明状态';
      this.#byStage.set(stage, (this.#byStage.get(stage) ?? 0) + 1);
      if (measure.overdue > 0) this.#overdue += 1;
    }
  }

  ledger(leftOut: readonly LeftOutUnitRow[]): Ledger {
    const [date] = this.#dates.values();
    return {
      rows: this.#rows,
      units: this.#units,
      ...(date !== undefined && this.#dates.size === 1 && { asOf: date }),
      totals: {
        problems: this.#problems,
        measures: this.#measures,
        byStage: this.#byStage,
        overdue: this.#overdue,
      },
      leftOut,
    };
  }
}

/** The ledger of some units at once. */
export function ledgerOf(
  sources: readonly LedgerSource[],
  asOf?: CalendarDate,
  leftOut: readonly LeftOutUnitRow[] = [],
): Ledger {
  const builder = new LedgerBuilder(asOf);
  for (const source of sources) builder.add(source);
  return builder.ledger(leftOut);
}

function unitLedger(source: LedgerSource, date: CalendarDate | undefined) {
  const { facts } = source;
  const textsOf = printedTexts(source);
  const measures = (facts.measures ?? []).map((measure, index) =>
    ledgerMeasure(measure, `measures.${index}`, textsOf, date),
  );
  const unit = facts.unit?.name ?? '';
  const { answers } = problemLinks(facts, 'measures');
  const rows = answers.flatMap((indexes, problem) => {
    const head = {
      unit,
      number: problem + 1,
      problem: textsOf(`problems.${problem}.title`).join(''),
      signs: joinedSentences([
        ...textsOf(`problems.${problem}.body`),
        ...textsOf(`problems.${problem}.cases`),
      ]),
    };
    return ledgerRows(
      head,
      indexes.flatMap((index) => measures[index] ?? []),
    );
  });
  const answering = new Set(answers.flat());
  const general = measures.filter((_, index) => !answering.has(index));
  const rest = general.length === 0 ? [] : ledgerRows({ unit, problem: '综合性措施', signs: '' }, general);
  return { rows: [...rows, ...rest], measures };
}

type RowHead = Pick<LedgerRow, 'unit' | 'number' | 'problem' | 'signs'>;

/** A problem without a measure has a row of its own all the same. */
function ledgerRows(head: RowHead, measures: readonly LedgerMeasure[]): LedgerRow[] {
  if (measures.length === 0) return [{ ...head, index: 0, count: 1 }];
  return measures.map((measure, index) => ({ ...head, index, count: measures.length, measure }));
}

/** A measure as a ledger shows it. */
export function ledgerMeasure(
  facts: ListItem<'measures'>,
  path: string,
  textsOf: (path: string) => readonly string[],
  date?: CalendarDate | undefined,
): LedgerMeasure {
  return {
    text: joinedSentences([...textsOf(`${path}.title`), ...textsOf(`${path}.body`)]),
    facts,
    results: textsOf(`${path}.results`),
    evidence: textsOf(`${path}.evidence`),
    overdue: daysOverdue(facts, date),
  };
}

/** The facts' prose as it is printed, paragraph by paragraph; a list's path gives all of its texts. */
export function printedTexts({ facts, written }: LedgerSource): (path: string) => readonly string[] {
  const texts = new Map<string, string[]>();
  for (const { path, text } of passagesOf(facts, written).passages) {
    for (const name of new Set([path, path.replace(/\.\d+$/, '')])) {
      texts.set(name, [...(texts.get(name) ?? []), text]);
    }
  }
  return (path) => texts.get(path) ?? [];
}

function joinedSentences(texts: readonly string[]): string {
  return texts
    .map((text) => (/[。！？…][”’）》]*$/.test(text) ? text : `${withoutEndMark(text)}。`))
    .join('');
}

/** Without a mark at its end. */
export function withoutEndMark(text: string): string {
  return text.replace(/[。；，、：\s]+$/, '');
}
