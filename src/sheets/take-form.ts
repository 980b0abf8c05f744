import { segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import { type Facts, PENDING } from '../facts/facts.ts';
import { quoteCell } from '../rosters/quote.ts';
import type { BadCell } from './cell-answers.ts';
import { answerOf, readAnswer } from './form-answer.ts';
import { type FormRow, formRowAt } from './form-rows.ts';
import { withoutSpaces } from './measure-changes.ts';
import type { FilledForm, FilledRow } from './read-form.ts';

/** A fact that is to say what somebody filled in. */
export interface FormChange {
  readonly path: string;
  readonly value: string;
  /** For people: 党员总数. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly place: string;
}

export interface TakenForm {
  readonly changes: readonly FormChange[];
  /** Cells that cannot be taken: with one of them nothing is. */
  readonly bad: readonly BadCell[];
  /** Facts of which nothing is taken, for two say different things of them. */
  readonly undecided: readonly BadCell[];
  /** Rows that are no fact of the file. */
  readonly unmatched: readonly string[];
}

interface AnsweredRow {
  readonly row: FormRow;
  readonly answers: { readonly comparable: string; readonly value: string; readonly place: string }[];
}

/** What the facts take from forms that came back: what they still lack. A fact that was written meanwhile stays as it is. */
export function takeForm(facts: Facts, forms: readonly FilledForm[]): TakenForm {
  const own = facts.unit?.name ?? '';
  const bad: BadCell[] = [];
  const unmatched: string[] = [];
  const filled = new Map<string, AnsweredRow>();
  for (const form of forms) {
    if (own !== '' && form.unit !== '' && withoutSpaces(form.unit) !== withoutSpaces(own)) {
      bad.push(otherUnit(form, own));
      continue;
    }
    for (const each of form.rows) {
      const row = formRowAt(facts, each.path);
      if (row === undefined || row.label !== each.label) unmatched.push(describeUnmatched(each, row));
      else addAnswer(filled, row, each, bad);
    }
  }
  const undecided: BadCell[] = [];
  const changes = [...filled.values()].flatMap((each) => formChanges(facts, each, undecided));
  return { changes, bad, undecided, unmatched };
}

function otherUnit({ file, unit }: FilledForm, own: string): BadCell {
  return {
    message: `${file} 是“${quoteCell(unit)}”的填报表，事实文件是“${quoteCell(own)}”的`,
    hint: '请核对是不是拿错了文件。',
  };
}

function describeUnmatched({ place, label, path }: FilledRow, row: FormRow | undefined): string {
  if (path === '') return `${place} 这一行没有编号`;
  return row === undefined
    ? `${place}“${quoteCell(label)}”在事实文件里没有这一项`
    : `${place}“${quoteCell(label)}”在事实文件里现在是${row.label}`;
}

function addAnswer(
  filled: Map<string, AnsweredRow>,
  row: FormRow,
  { value, place }: FilledRow,
  bad: BadCell[],
): void {
  const read = readAnswer(value, row.field);
  if ('hint' in read) {
    bad.push({ message: `${place}（${row.label}）${read.message}`, hint: read.hint });
    return;
  }
  if (read.comparable === '') return;
  const known = filled.get(row.path) ?? { row, answers: [] };
  known.answers.push({ comparable: read.comparable, value: String(read.value), place });
  filled.set(row.path, known);
}

function formChanges(facts: Facts, { row, answers }: AnsweredRow, undecided: BadCell[]): FormChange[] {
  const { path, label } = row;
  const [first] = answers;
  const other = answers.find(({ comparable }) => comparable !== first?.comparable);
  if (first === undefined) return [];
  if (other !== undefined) {
    undecided.push({
      message: `${first.place} 与 ${other.place} 填的${label}不一样，没有收回`,
      hint: '请核对，把两处改成一样的，再收回一次。',
    });
    return [];
  }
  const stated = valueAt(facts, segmentsOfPath(path));
  const now = answerOf(stated);
  if (now === first.comparable) return [];
  if (now !== '') {
    undecided.push({
      message: `${first.place} 填的${label}与事实文件里已经写的“${quoteCell(now)}”不一样，没有收回`,
      hint: '请核对：填报表对，直接改事实文件；事实文件对，就不用管。',
    });
    return [];
  }
  const { value, place } = first;
  return [{ path, value, what: label, before: stated === PENDING ? PENDING : '', after: value, place }];
}
