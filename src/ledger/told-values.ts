import { type CalendarDate, PERMANENT } from '../facts/dates.ts';
import { nearest } from '../facts/suggest.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { findIdentityCards } from '../prose/private-data/identity-card.ts';
import { quote } from '../rosters/quote.ts';
import { readDate } from '../rosters/read-date.ts';
import { yesOrNo } from '../rosters/read-people.ts';
import type { FieldId } from '../rosters/roster-fields.ts';
import { textOf } from '../rosters/table.ts';
import type { CellValue } from '../xlsx/cell-value.ts';
import { comparableDate, type Fillable, ITEM_MARK, mark } from './fillable.ts';
import { open } from './ledger.ts';
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
export interface Told {
  /** In the form in which it is compared; empty where the cell is. */
  readonly comparable: string;
  /** As it is written in a facts file; items of a text each for itself. */
  readonly value: string | readonly string[];
  readonly place: string;
}

/** A cell that cannot be taken: where, what was seen, what to do. */
export interface BadCell {
  readonly message: string;
  readonly hint: string;
}

export interface RowValues {
  /** Without what the sheet has no column for. */
  readonly told: ReadonlyMap<Fillable, Told>;
  readonly bad: readonly BadCell[];
}

/** What a row says of its measure, each cell for itself. */
export function readValues(row: ReturnedRow): RowValues {
  const told = new Map<Fillable, Told>();
  const bad: BadCell[] = [];
  const add = (key: Fillable, read: Read, place = row.placeOf(FIELD_OF[key])) => {
    if (!row.hasColumn(FIELD_OF[key]) && !isFilled(read)) return;
    if ('hint' in read) bad.push({ message: `${place} ${read.message}`, hint: read.hint });
    else told.set(key, { ...read, place });
  };
  const state = readState(row.cell('state'));
  add('status', state.status);
  for (const key of ['completed', 'results'] as const) {
    const own = key === 'completed' ? readDay(row.cell('completed')) : readItems(row.cell('results'));
    const together = state[key];
    if (together === undefined || isSame(own, together)) add(key, own);
    else if (!isFilled(own) || isAsWritten(own, row.stub?.[key])) add(key, together, row.placeOf('state'));
    else bad.push(refuseTwo(row, key));
  }
  add('deadline', readDeadline(row.cell('deadline')));
  add('evidence', readItems(row.cell('evidence')));
  add('closed', readYesNo(row.cell('closed')));
  return { told, bad };
}

type Read = Omit<Told, 'place'> | BadCell;

function isFilled(read: Read): boolean {
  return 'hint' in read || read.comparable !== '';
}

function isSame(one: Read, other: Read): boolean {
  return !('hint' in one) && !('hint' in other) && mark(one.comparable) === mark(other.comparable);
}

function isAsWritten(read: Read, written: string | undefined): boolean {
  return !('hint' in read) && mark(read.comparable) === written;
}

function refuseTwo(row: ReturnedRow, key: 'completed' | 'results'): BadCell {
  return {
    message: `${row.placeOf('state')} 里写的与 ${row.placeOf(FIELD_OF[key])} 不一样`,
    hint: '完成情况一列只写状态；完成日期和成效写在各自的列里。',
  };
}

const NOTHING: Read = { comparable: '', value: '' };

const { choices } = VOCABULARY.measures.item.status;

interface State {
  readonly status: Read;
  readonly completed?: Read;
  readonly results?: Read;
}

/** 推进中, or as the table of a report puts it together: 已完成（2023年9月20日），超期3天。建立了台账. */
function readState(value: CellValue | undefined): State {
  const text = textOf(value);
  if (text === '') return { status: NOTHING };
  const [, stage = '', day, results] = TOGETHER.exec(text.trim()) ?? [];
  const status = choices.find((each) => each === stage.replace(/\s/gu, ''));
  if (status === undefined) return { status: refuseState(text) };
  return {
    status: { comparable: status, value: status },
    ...(day !== undefined && { completed: readDay(day) }),
    ...(results !== undefined && results.trim() !== '' && { results: readItems(results) }),
  };
}

const TOGETHER =
  /^([^（(，,。；;]*?)\s*(?:[（(]([^）)]*)[）)])?(?:[，,]?超期\d+天)?(?:[。；;，,]([\s\S]*))?$/u;

function refuseState(text: string): BadCell {
  const guess = nearest(text, [...choices]);
  return {
    message: `写的是“${quote(text)}”，不是完成情况的一种`,
    hint: `${guess === undefined ? '' : `您是不是想写“${guess}”？`}请从 ${choices.join('、')} 里选一个。`,
  };
}

function readDay(value: CellValue | undefined): Read {
  const date = dateIn(value);
  if (date === undefined) return NOTHING;
  return 'hint' in date ? date : { comparable: comparableDate(date), value: writeDate(date) };
}

function readDeadline(value: CellValue | undefined): Read {
  const text = textOf(value).replace(/\s/gu, '');
  if (text === PERMANENT) return { comparable: PERMANENT, value: PERMANENT };
  return readDay(value);
}

function dateIn(value: CellValue | undefined): CalendarDate | BadCell | undefined {
  const text = textOf(value);
  if (text === '') return undefined;
  if (typeof value === 'object' && value.kind === 'day' && value.isMonth) {
    return inRange({ year: value.year, month: value.month });
  }
  const read = readDate(value);
  if (read.kind === 'empty') return undefined;
  if (read.kind === 'date' && read.isDoubtful !== true) return inRange(read.date);
  if (read.kind === 'date') return refuseDate(text, '可能是10月（末尾的0没有显示），也可能是1月');
  return refuseDate(text, read.kind === 'serial' ? '是数字，不是日期' : '读不出是哪一天，或者没有这一天');
}

/** A year that nobody means is a slip of the key, which spreadsheet programs take. */
function inRange(date: CalendarDate): CalendarDate | BadCell {
  const isMeant = date.year >= 1990 && date.year <= 2100;
  return isMeant ? date : refuseDate(writeDate(date), '年份不对');
}

function refuseDate(text: string, why: string): BadCell {
  return { message: `写的是“${quote(text)}”，${why}`, hint: '请写成 2024-03-05 或 2024年3月5日。' };
}

/** 2024-03-05, 2024-03 */
export function writeDate({ year, month, day }: CalendarDate): string {
  return [year, month, ...(day === undefined ? [] : [day])]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Texts on lines of their own, or parted by ；. */
function readItems(value: CellValue | undefined): Read {
  const text = textOf(value);
  if (findIdentityCards(text.normalize('NFKC')).length > 0) {
    return {
      message: '里有公民身份号码',
      hint: '号码不能写进台账和事实文件，请删去，只写材料的名称。',
    };
  }
  const items = text
    .split(/[；;\n\r]+/u)
    .map((item) => open(item.trim()))
    .filter((item) => item !== '');
  return { comparable: items.join(ITEM_MARK), value: items };
}

function readYesNo(value: CellValue | undefined): Read {
  const text = textOf(value);
  if (text === '') return NOTHING;
  const isYes = yesOrNo(text);
  if (isYes === undefined) {
    return {
      message: `写的是“${quote(text)}”，不是 是 或 否`,
      hint: '已经销号的写 是，没有的写 否，或者留空。',
    };
  }
  const said = isYes ? '是' : '否';
  return { comparable: said, value: said };
}
