import { type CalendarDate, daysIn, firstDay, formatDate, lastDay } from '../facts/dates.ts';

/** The dates that a report's period is told from. */
export interface PeriodDates {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  /** The report's own date: 今年 is its year. */
  readonly date?: CalendarDate | undefined;
}

/**
 * The period as officials write it: 2022年以来, 今年上半年, 2023年1月至10月; empty where the facts give none. 今年 is said only of
 * the report's own year, 上半年 only of January to June, 以来 only of what runs up to the report.
 */
export function namePeriod({ from, to, date }: PeriodDates): string {
  if (from === undefined) return to === undefined ? '' : `截至${nameDay(to, 'end')}`;
  const half = nameHalf(from, to, date);
  if (half !== undefined) return half;
  return to === undefined || isOpenPeriod(to, date) ? nameOpen(from, date) : nameSpan(from, to);
}

/** The period for a title, where 今年 has no place; empty where the facts do not say when it begins. */
export function nameTerm({ from, to }: PeriodDates): string {
  return from === undefined ? '' : namePeriod({ from, to });
}

/** From one date to another, the year said once: 2024年4月8日至5月31日; both ends are told alike, by their days where both have one. */
export function nameFromTo(from: CalendarDate, to: CalendarDate): string {
  const isByDay = from.day !== undefined && to.day !== undefined;
  const [start, end] = isByDay ? [formatDate(from), formatDate(to)] : [nameMonth(from), nameMonth(to)];
  if (start === end) return start;
  if (from.year !== to.year) return `${start}至${end}`;
  const shared = isByDay && from.month === to.month ? nameMonth(to) : `${to.year}年`;
  return `${start}至${end.slice(shared.length)}`;
}

/** The year that follows a report on a whole year: 2024年; empty for any other period. */
export function yearAfter({ from, to }: PeriodDates): string {
  const isWholeYear = from?.month === 1 && to?.month === 12 && from.year === to.year;
  return isWholeYear && isMonthStart(from) && isMonthEnd(to) ? `${from.year + 1}年` : '';
}

/** Which half of its year a half-year report covers; undefined where the dates do not say. */
export function halfOf({ from, to, date }: PeriodDates): 1 | 2 | undefined {
  if (from === undefined) return to === undefined ? halfBefore(date) : undefined;
  const end = to ?? date;
  if (end === undefined || from.year !== end.year || !isMonthStart(from)) return undefined;
  if (to === undefined) return from.month === 1 && end.month >= 6 && end.month <= 8 ? 1 : undefined;
  if (from.month === 1 && end.month === 6) return 1;
  return from.month === 7 && end.month === 12 ? 2 : undefined;
}

const HALVES: readonly (readonly [first: number, last: number, name: string])[] = [
  [1, 6, '上半年'],
  [7, 12, '下半年'],
  [1, 12, ''],
];

/** A report dated from June to August that names no period looks back on the first half, one of December on the second. */
function halfBefore(date: CalendarDate | undefined): 1 | 2 | undefined {
  if (date === undefined) return undefined;
  if (date.month >= 6 && date.month <= 8) return 1;
  return date.month === 12 ? 2 : undefined;
}

function nameHalf(from: CalendarDate, to: CalendarDate | undefined, date: CalendarDate | undefined) {
  if (from.year !== to?.year || !isMonthStart(from) || !isMonthEnd(to)) return undefined;
  const half = HALVES.find(([first, last]) => first === from.month && last === to.month)?.[2];
  return half === undefined ? undefined : `${nameYear(from.year, date)}${half}`;
}

/** Whether the period runs up to the report: its end is in the report's own month or later. */
function isOpenPeriod(to: CalendarDate, date: CalendarDate | undefined): boolean {
  return date !== undefined && lastDay(to) >= firstDay({ year: date.year, month: date.month });
}

function nameOpen(from: CalendarDate, date: CalendarDate | undefined): string {
  if (from.month === 1 && isMonthStart(from)) return `${nameYear(from.year, date)}以来`;
  return `${nameDay(from, 'start')}以来`;
}

/** Whole months are told as months. */
function nameSpan(from: CalendarDate, to: CalendarDate): string {
  const isWhole = isMonthStart(from) && isMonthEnd(to);
  return isWhole ? nameFromTo(monthAlone(from), monthAlone(to)) : nameFromTo(from, to);
}

function monthAlone({ year, month }: CalendarDate): CalendarDate {
  return { year, month };
}

function nameMonth({ year, month }: CalendarDate): string {
  return formatDate({ year, month });
}

/** A day, or its month alone where the day is the month's first or last. */
function nameDay(date: CalendarDate, side: 'start' | 'end'): string {
  const isWhole = side === 'start' ? isMonthStart(date) : isMonthEnd(date);
  return `${date.year}年${date.month}月${isWhole ? '' : `${date.day}日`}`;
}

function nameYear(year: number, date: CalendarDate | undefined): string {
  return year === date?.year ? '今年' : `${year}年`;
}

function isMonthStart({ day }: CalendarDate): boolean {
  return day === undefined || day === 1;
}

function isMonthEnd({ year, month, day }: CalendarDate): boolean {
  return day === undefined || day === daysIn(year, month);
}
