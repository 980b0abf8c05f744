import { type CalendarDate, PERMANENT } from '../facts/dates.ts';
import { findIllegalCharacters } from '../facts/illegal-characters.ts';
import { findIdentityCards } from '../prose/identity-card.ts';
import { quoteCell } from '../rosters/quote.ts';
import { readDateCell } from '../rosters/read-date.ts';
import { yesOrNo } from '../rosters/read-people.ts';
import { cellText } from '../rosters/table.ts';
import type { CellValue } from '../xlsx/cell-value.ts';
import { comparableDate, ITEM_MARK } from './fillable.ts';
import { withoutEndMark } from './ledger.ts';

/** What somebody filled in in a cell. */
export interface Answer {
  /** In the form in which it is compared; empty where the cell is. */
  readonly comparable: string;
  /** As it is written in a facts file; several texts each for itself. */
  readonly value: string | readonly string[];
}

/** A cell that cannot be taken: what was seen (and, in what is reported, where), and what to do. */
export interface BadCell {
  readonly message: string;
  readonly hint: string;
}

export type ReadAnswer = Answer | BadCell;

export const NO_ANSWER: Answer = { comparable: '', value: '' };

/** What a text holds that must not come into a facts file: an identity number, a character that no document may hold. */
export function faultIn(text: string): BadCell | undefined {
  if (findIdentityCards(text.normalize('NFKC')).length > 0) {
    return { message: '里有公民身份号码', hint: '号码不能写进台账和事实文件，请删去，只写名称。' };
  }
  const [slip] = findIllegalCharacters(text);
  return slip && { message: slip.message.replace(/^这里/u, '里'), hint: slip.hint };
}

/** A day, or a month where the cell says or shows no more. `earliest` is the first year that can be meant. */
export function readDay(value: CellValue | undefined, earliest = 1990): ReadAnswer {
  const date = answeredDate(value, earliest);
  if (date === undefined) return NO_ANSWER;
  return 'hint' in date ? date : { comparable: comparableDate(date), value: writeDate(date) };
}

/** The same, or 长期坚持. */
export function readDeadlineAnswer(value: CellValue | undefined): ReadAnswer {
  const text = cellText(value).replace(/\s/gu, '');
  if (text === PERMANENT) return { comparable: PERMANENT, value: PERMANENT };
  return readDay(value);
}

function answeredDate(value: CellValue | undefined, earliest: number): CalendarDate | BadCell | undefined {
  const text = cellText(value);
  if (text === '') return undefined;
  if (typeof value === 'object' && value.kind === 'day' && value.isMonth) {
    return inRange({ year: value.year, month: value.month }, earliest);
  }
  const read = readDateCell(value);
  if (read.kind === 'empty') return undefined;
  if (read.kind === 'date' && read.isDoubtful !== true) return inRange(read.date, earliest);
  if (read.kind === 'date') return refuseDate(text, '可能是10月（末尾的0没有显示），也可能是1月');
  return refuseDate(text, read.kind === 'serial' ? '是数字，不是日期' : '读不出是哪一天，或者没有这一天');
}

/** A year that nobody means is a slip of the key, which spreadsheet programs take. */
function inRange(date: CalendarDate, earliest: number): CalendarDate | BadCell {
  const isMeant = date.year >= earliest && date.year <= 2100;
  return isMeant ? date : refuseDate(writeDate(date), '年份不对');
}

function refuseDate(text: string, why: string): BadCell {
  return { message: `写的是“${quoteCell(text)}”，${why}`, hint: '请写成 2024-03-05 或 2024年3月5日。' };
}

/** 2024-03-05, 2024-03 */
export function writeDate({ year, month, day }: CalendarDate): string {
  return [year, month, ...(day === undefined ? [] : [day])]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Texts on lines of their own, or parted by ；. None that holds an identity number. */
export function readItemsAnswer(value: CellValue | undefined): ReadAnswer {
  const text = cellText(value);
  const fault = faultIn(text);
  if (fault !== undefined) return fault;
  const items = text
    .split(/[；;\n\r]+/u)
    .map((item) => withoutEndMark(item.trim()))
    .filter((item) => item !== '');
  return { comparable: items.join(ITEM_MARK), value: items };
}

/** 是, 否, √ and the like. */
export function readYesNoAnswer(value: CellValue | undefined): ReadAnswer {
  const text = cellText(value);
  if (text === '') return NO_ANSWER;
  const isYes = yesOrNo(text);
  if (isYes === undefined) {
    return {
      message: `写的是“${quoteCell(text)}”，不是 是 或 否`,
      hint: '请写 是 或 否，或者留空。',
    };
  }
  const said = isYes ? '是' : '否';
  return { comparable: said, value: said };
}
