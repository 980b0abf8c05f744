import { type CalendarDate, parseDate } from '../facts/dates.ts';
import type { CellValue } from '../xlsx/cell-value.ts';

/** What a cell of dates says. */
export type ReadDateCell =
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly isDoubtful?: true }
  | { readonly kind: 'empty' }
  /** A number such as 28990: a day without the format that shows it as one. */
  | { readonly kind: 'serial' }
  | { readonly kind: 'unreadable' };

/**
 * Reads a date in all the forms that people type: `1979.05`, `197905`, `19790503`, `1979-5-3`, `1979年5月`, `一九七九年五月`, and days of the
 * spreadsheet. A number `1979.1` is October, whose 0 the program does not show, or January: it is read as October, and doubtful.
 */
export function readDateCell(value: CellValue | undefined): ReadDateCell {
  if (value === undefined) return EMPTY_DATE;
  if (typeof value === 'string') return readDateText(value);
  if (typeof value === 'number') return readDateNumber(value);
  if (typeof value === 'boolean') return UNREADABLE_DATE;
  if (value.kind === 'day')
    return { kind: 'date', date: { year: value.year, month: value.month, day: value.day } };
  return value.kind === 'shown' ? readDateText(value.shown) : UNREADABLE_DATE;
}

const EMPTY_DATE: ReadDateCell = { kind: 'empty' };
const UNREADABLE_DATE: ReadDateCell = { kind: 'unreadable' };

function readDateNumber(value: number): ReadDateCell {
  if (Number.isInteger(value) && value >= 10_000 && value < 100_000) return { kind: 'serial' };
  const text = String(value);
  if (!/^\d{4}\.1$/.test(text)) return readDateText(text);
  const date = parseDate(`${text}0`);
  return date === undefined ? UNREADABLE_DATE : { kind: 'date', date, isDoubtful: true };
}

function readDateText(written: string): ReadDateCell {
  const plain = ISO_DATE.exec(written);
  if (plain !== null) return dateCellOf(plain[1], plain[2], plain[3]);
  const text = written
    .normalize('NFKC')
    .replace(/\s+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?$|[\s'’‘]|(?:出?生|入党|转正)$/gu, '');
  if (text === '' || /^[-—－/无]+$/u.test(text)) return EMPTY_DATE;
  const digits = DATE_DIGITS.exec(text) ?? PARTED.exec(text) ?? PARTED.exec(fromHan(text));
  if (digits !== null) return dateCellOf(digits[1], digits[2], digits[3]);
  return /^\d{5}$/.test(text) ? { kind: 'serial' } : UNREADABLE_DATE;
}

/** The commonest form first. */
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_DIGITS = /^((?:18|19|20)\d{2})(\d{2})(\d{2})?$/;
const PARTED = /^(\d{4})[-./年。,、](\d{1,2})(?:[-./月。,、](\d{1,2})?日?)?$/u;

function dateCellOf(year = '', month = '', day?: string): ReadDateCell {
  const date = parseDate(day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`);
  return date === undefined ? UNREADABLE_DATE : { kind: 'date', date };
}

/** 二〇〇四年十一月三日 in digits. */
function fromHan(text: string): string {
  if (!/^[〇零○Ｏ一二三四五六七八九十年月日]+$/u.test(text)) return text;
  return text.replace(/[〇零○一二三四五六七八九十]+/gu, (word) =>
    word.includes('十') ? String(tens(word)) : [...word].map(digitOf).join(''),
  );
}

function tens(word: string): number {
  const [before = '', after = ''] = word.split('十');
  return (before === '' ? 1 : digitOf(before)) * 10 + (after === '' ? 0 : digitOf(after));
}

function digitOf(character: string): number {
  return '○零'.includes(character) ? 0 : '〇一二三四五六七八九'.indexOf(character);
}
