import type { CalendarDate } from '../facts/dates.ts';

/** Whole years on a day; of a month alone its last day is meant, and a birth without a day is one on the month's first. */
export function ageAt(born: CalendarDate, day: CalendarDate): number {
  const years = day.year - born.year;
  if (day.month !== born.month) return day.month > born.month ? years : years - 1;
  return day.day !== undefined && born.day !== undefined && day.day < born.day ? years - 1 : years;
}
