import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { whyPassedOver } from '../../disk/passed-over.ts';
import { statusName } from '../totals.ts';
import type { Status } from '../unit.ts';
import type { BatchSummary, CountySummary, UnitSummary } from './batch-summary.ts';

/** One part of the page: a heading, and what there is to say of each unit in it. */
export interface SummarySection {
  readonly title: string;
  readonly rows: readonly SummaryRow[];
  /** Long and of little interest: may be folded away. */
  readonly isQuiet: boolean;
}

export interface SummaryRow {
  readonly subject: string;
  readonly notes: readonly string[];
}

/** What an official reads, the most urgent first; empty parts are left out. */
export function summarySections(summary: BatchSummary): SummarySection[] {
  const errors = errorsByFile(summary);
  const failed = (unit: UnitSummary) => ({ subject: unit.facts, notes: failureNotes(unit, errors) });
  const reasoned = (unit: UnitSummary) => ({
    subject: summarySubject(unit),
    notes: reasonNotes(unit.reason),
  });
  const section = (
    status: Status,
    toRow: (unit: UnitSummary) => SummaryRow,
    isQuiet = false,
  ): SummarySection => ({
    title: statusName(status, summary.isDryRun),
    rows: summary.units.filter((unit) => unit.status === status).map(toRow),
    isQuiet,
  });
  const sections = [
    section('failed', failed),
    { title: '几个单位之间的问题', rows: collectionRows(summary), isQuiet: false },
    {
      title: '没有汇总进县的单位',
      rows: (summary.county?.leftOut ?? []).map(leftOutUnitRow),
      isQuiet: false,
    },
    { title: '待补', rows: summary.units.flatMap(pendingRow), isQuiet: false },
    section('kept', reasoned),
    section('orphaned', reasoned),
    section('pruned', reasoned),
    section('left', reasoned),
    { title: '没有处理的文件', rows: summary.passedOver.map(passedOverRow), isQuiet: false },
    section('built', reasoned, true),
    section('unchanged', reasoned, true),
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

/** `3 处：…` of errors that belong to a unit which did not fail for them. */
function collectionRows({ units, diagnostics }: BatchSummary): SummaryRow[] {
  const failed = new Set(units.filter(({ status }) => status === 'failed').map(({ facts }) => facts));
  const shared = diagnostics.filter(({ rule, file }) => COLLECTION.has(rule) && !failed.has(file));
  return shared.map(({ file, start, message }) => ({ subject: `${file}:${start.line}`, notes: [message] }));
}

const COLLECTION = new Set(['foreign-name', 'copied-passage']);

function errorsByFile({ diagnostics }: BatchSummary): Map<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const diagnostic of diagnostics.filter((each) => hasErrors([each]))) {
    const notes = errors.get(diagnostic.file) ?? [];
    notes.push(`第 ${diagnostic.start.line} 行：${diagnostic.message}`);
    errors.set(diagnostic.file, notes);
  }
  return errors;
}

function failureNotes({ facts, problem }: UnitSummary, errors: ReadonlyMap<string, string[]>): string[] {
  const found = errors.get(facts) ?? [];
  const more = found.length > MOST_NOTES ? [`……共 ${found.length} 处错误`] : [];
  return [...(problem === undefined ? [] : [problem]), ...found.slice(0, MOST_NOTES), ...more];
}

/** Who has so many errors to mend looks at the file itself. */
const MOST_NOTES = 10;

function pendingRow({ facts, pending }: UnitSummary): SummaryRow[] {
  return pending.length === 0 ? [] : [{ subject: facts, notes: pending }];
}

function leftOutUnitRow({ unit, file, why }: CountySummary['leftOut'][number]): SummaryRow {
  return { subject: unit, notes: [`${file}：${why}`] };
}

function passedOverRow(entry: BatchSummary['passedOver'][number]): SummaryRow {
  return { subject: entry.path, notes: [whyPassedOver(entry)] };
}

function summarySubject({ status, facts, output }: UnitSummary): string {
  return status === 'orphaned' || status === 'pruned' ? output : facts;
}

function reasonNotes(reason: string): string[] {
  return reason === '' ? [] : [reason];
}
