import { type CalendarDate, daysIn, firstDay, lastDay } from '../facts/dates.ts';

/** A report's dates. */
export interface ReportDates {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly date?: CalendarDate | undefined;
}

/**
 * The dates of the report after one: its period begins where the other ended and is as long, and its own date is as much later. A report that
 * names no period is followed a year later.
 */
export function nextPeriod({ from, to, date }: ReportDates): ReportDates {
  const end = to ?? date;
  if (from === undefined || end === undefined || firstDay(from) > lastDay(end)) {
    const later = (day: CalendarDate | undefined) => day && addMonths(day, 12);
    return { from: later(from), to: later(to), date: later(date) };
  }
  const months = wholeMonths(from, end);
  const move = (day: CalendarDate) =>
    months === undefined ? addDays(day, daysBetween(from, end)) : addMonths(day, months);
  return { from: move(from), to: to && move(to), date: date && move(date) };
}

/** How many months a period has that begins with a month and ends with one; of one that is still open those begun. */
function wholeMonths(from: CalendarDate, to: CalendarDate): number | undefined {
  const isStart = from.day === undefined || from.day === 1;
  const isEnd = to.day === undefined || to.day === daysIn(to.year, to.month);
  const count = (to.year - from.year) * 12 + to.month - from.month + 1;
  return isStart && isEnd ? count : undefined;
}

/** The same day some months later; the last of a month stays the last. */
export function addMonths({ year, month, day }: CalendarDate, months: number): CalendarDate {
  const index = year * 12 + month - 1 + months;
  const moved = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  if (day === undefined) return moved;
  const last = daysIn(moved.year, moved.month);
  return { ...moved, day: day === daysIn(year, month) ? last : Math.min(day, last) };
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((lastDay(to) - firstDay(from)) / DAY_LENGTH) + 1;
}

function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(firstDay(date) + days * DAY_LENGTH);
  const month = { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1 };
  return date.day === undefined ? month : { ...month, day: moved.getUTCDate() };
}

/** Milliseconds. */
const DAY_LENGTH = 86_400_000;
