import { problemLinks } from '../account/problem-links.ts';
import { type CalendarDate, firstDay } from '../facts/dates.ts';
import type { Facts, ListItem } from '../facts/facts.ts';
import { daysOverdue, type Stage, stageOf } from '../facts/progress.ts';
import { passagesOf } from '../facts/read-passages.ts';

/** The facts of one unit, as far as a ledger needs them. */
export interface LedgerSource {
  readonly facts: Facts;
  /** Figures that a number would print otherwise: path → text. */
  readonly written: ReadonlyMap<string, string>;
}

/** 整改台账 of one unit or several. */
export interface Ledger {
  readonly rows: readonly LedgerRow[];
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

/** The ledger of some units. `asOf` holds for all of them; without it each is held against its own report's date. */
export function ledgerOf(
  sources: readonly LedgerSource[],
  asOf?: CalendarDate,
  leftOut: readonly LeftOutUnitRow[] = [],
): Ledger {
  const units = sources.map((source) => unitLedger(source, asOf ?? source.facts.report?.date));
  const dates = new Map(units.flatMap(({ date }) => (date === undefined ? [] : [[firstDay(date), date]])));
  const [date] = dates.values();
  return {
    rows: units.flatMap(({ rows }) => rows),
    units: sources.map(({ facts }) => facts.unit?.name ?? ''),
    ...(date !== undefined && dates.size === 1 && { asOf: date }),
    totals: totalsOf(
      units.flatMap(({ measures }) => measures),
      sources.reduce((sum, { facts }) => sum + (facts.problems?.length ?? 0), 0),
    ),
    leftOut,
  };
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
  return { rows: [...rows, ...rest], measures, date };
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

function totalsOf(measures: readonly LedgerMeasure[], problems: number): LedgerTotals {
  const byStage = new Map<Stage | '未注明状态', number>(
    (['已完成', '推进中', '未开始', '长期坚持'] as const).map((stage) => [stage, 0]),
  );
  for (const { facts } of measures) {
    const stage = stageOf(facts) ?? '未注明状态';
    byStage.set(stage, (byStage.get(stage) ?? 0) + 1);
  }
  const overdue = measures.filter((measure) => measure.overdue > 0).length;
  return { problems, measures: measures.length, byStage, overdue };
}
