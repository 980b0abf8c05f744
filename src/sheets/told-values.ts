import { nearestWord } from '../facts/suggest.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { quoteCell } from '../rosters/quote.ts';
import type { FieldId } from '../rosters/roster-fields.ts';
import { cellText } from '../rosters/table.ts';
import type { CellValue } from '../xlsx/cell-value.ts';
import {
  type Answer,
  type BadCell,
  NO_ANSWER,
  type ReadAnswer,
  readDay,
  readDeadlineAnswer,
  readItemsAnswer,
  readYesNoAnswer,
} from './cell-answers.ts';
import { type Fillable, mark } from './fillable.ts';
import type { ReturnedRow } from './read-returned.ts';

/** The column in which each value stands. */
export const FIELD_OF = {
  status: 'state',
  completed: 'completed',
  deadline: 'deadline',
  results: 'results',
  evidence: 'evidence',
  closed: 'closed',
} as const satisfies Record<Fillable, FieldId>;

/** A value that a row says. */
export interface ToldValue extends Answer {
  readonly place: string;
}

export interface RowValues {
  /** Without what the sheet has no column for. */
  readonly told: ReadonlyMap<Fillable, ToldValue>;
  readonly bad: readonly BadCell[];
}

/** What a row says of its measure, each cell for itself. */
export function readValues(row: ReturnedRow): RowValues {
  const told = new Map<Fillable, ToldValue>();
  const bad: BadCell[] = [];
  const add = (key: Fillable, read: ReadAnswer, place = row.placeOf(FIELD_OF[key])) => {
    if (!row.hasColumn(FIELD_OF[key]) && !isFilled(read)) return;
    if ('hint' in read) bad.push({ message: `${place} ${read.message}`, hint: read.hint });
    else told.set(key, { ...read, place });
  };
  const state = readState(row.cell('state'));
  add('status', state.status);
  for (const key of ['completed', 'results'] as const) {
    const own = key === 'completed' ? readDay(row.cell('completed')) : readItemsAnswer(row.cell('results'));
    const together = state[key];
    if (together === undefined || isSameAnswer(own, together)) add(key, own);
    else if (!isFilled(own) || saysAsWritten(own, row.stub?.[key])) add(key, together, row.placeOf('state'));
    else bad.push(refuseTwo(row, key));
  }
  add('deadline', readDeadlineAnswer(row.cell('deadline')));
  add('evidence', readItemsAnswer(row.cell('evidence')));
  add('closed', readYesNoAnswer(row.cell('closed')));
  return { told, bad };
}

function isFilled(read: ReadAnswer): boolean {
  return 'hint' in read || read.comparable !== '';
}

function isSameAnswer(one: ReadAnswer, other: ReadAnswer): boolean {
  return !('hint' in one) && !('hint' in other) && mark(one.comparable) === mark(other.comparable);
}

function saysAsWritten(read: ReadAnswer, written: string | undefined): boolean {
  return !('hint' in read) && mark(read.comparable) === written;
}

function refuseTwo(row: ReturnedRow, key: 'completed' | 'results'): BadCell {
  return {
    message: `${row.placeOf('state')} 里写的与 ${row.placeOf(FIELD_OF[key])} 不一样`,
    hint: '完成情况一列只写状态；完成日期和成效写在各自的列里。',
  };
}

const { choices } = VOCABULARY.measures.item.status;

interface ToldState {
  readonly status: ReadAnswer;
  readonly completed?: ReadAnswer;
  readonly results?: ReadAnswer;
}

/** 推进中, or as the table of a report puts it together: 已完成（2023年9月20日），超期3天。建立了台账. */
function readState(value: CellValue | undefined): ToldState {
  const text = cellText(value);
  if (text === '') return { status: NO_ANSWER };
  const [, stage = '', day, results] = TOGETHER.exec(text.trim()) ?? [];
  const status = choices.find((each) => each === stage.replace(/\s/gu, ''));
  if (status === undefined) return { status: refuseState(text) };
  return {
    status: { comparable: status, value: status },
    ...(day !== undefined && { completed: readDay(day) }),
    ...(results !== undefined && results.trim() !== '' && { results: readItemsAnswer(results) }),
  };
}

const TOGETHER =
  /^([^（(，,。；;]*?)\s*(?:[（(]([^）)]*)[）)])?(?:[，,]?超期\d+天)?(?:[。；;，,]([\s\S]*))?$/u;

function refuseState(text: string): BadCell {
  const guess = nearestWord(text, [...choices]);
  return {
    message: `写的是“${quoteCell(text)}”，不是完成情况的一种`,
    hint: `${guess === undefined ? '' : `您是不是想写“${guess}”？`}请从 ${choices.join('、')} 里选一个。`,
  };
}
