import { createHash } from 'node:crypto';
import { type CalendarDate, type Deadline, lastDay, PERMANENT } from '../facts/dates.ts';
import { type LedgerMeasure, withoutEndMark } from './ledger.ts';

/** What people fill in in a ledger, by the fact of the measure that it is. */
export const FILLABLE = ['status', 'completed', 'deadline', 'results', 'evidence', 'closed'] as const;
export type Fillable = (typeof FILLABLE)[number];

/** What a row says of its measure, each value in the one form in which the sheet and the facts are compared; empty where nothing is said. */
export type FilledAnswers = Readonly<Record<Fillable, string>>;

export function filledOf(measure: LedgerMeasure): FilledAnswers {
  const { completed, deadline, closed } = measure.facts;
  return {
    status: stageShown(measure),
    completed: comparableDate(completed),
    deadline: comparableDate(deadline),
    results: joinItems(measure.results),
    evidence: joinItems(measure.evidence),
    closed: closed === undefined ? '' : closed ? '是' : '否',
  };
}

/** What the ledger shows for 状态: a measure without one whose 时限 is 长期坚持 never ends. */
export function stageShown({ facts: { status = '', deadline } }: LedgerMeasure): string {
  return status === '' && deadline === PERMANENT ? PERMANENT : status;
}

/** Several texts in one cell. */
export function joinItems(texts: readonly string[]): string {
  return texts.map(withoutEndMark).join(ITEM_MARK);
}

export const ITEM_MARK = '；';

/** A month is its last day, as which the sheet holds it. */
export function comparableDate(date: Deadline | undefined): string {
  if (date === undefined || date === PERMANENT) return date ?? '';
  return new Date(lastDay(date as CalendarDate)).toISOString().slice(0, 10);
}

/** What was written in a row, so that what people filled in is told from what only stood there: of each value a few characters of its digest. */
export type Stub = Readonly<Record<Fillable | 'title', string>>;

export function writeStub(title: string, filled: FilledAnswers): string {
  return [title, ...FILLABLE.map((key) => filled[key])].map(mark).join('-');
}

/** Undefined for a text that is none. */
export function readStub(text: string): Stub | undefined {
  const marks = text.trim().split('-');
  if (marks.length !== FILLABLE.length + 1 || !marks.every((each) => ROW_MARK.test(each))) return undefined;
  return Object.fromEntries(['title', ...FILLABLE].map((key, at) => [key, marks[at] ?? ''])) as Stub;
}

/** White space is the programs' own: they break lines and trim. Nothing has an empty mark. */
export function mark(text: string): string {
  const plain = text.replace(/\s/gu, '');
  return plain === '' ? NO_MEASURE : createHash('sha256').update(plain).digest('hex').slice(0, 6);
}

const NO_MEASURE = '0';
const ROW_MARK = /^(?:0|[0-9a-f]{6})$/;
