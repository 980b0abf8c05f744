import type { CalendarDate } from '../facts/dates.ts';

/** Months counted from year 0. */
export function monthNumber({ year, month }: Pick<CalendarDate, 'year' | 'month'>): number {
  return year * 12 + month - 1;
}

/** The month that a list writes as 2022-10. */
export function monthOfText(text: string): number {
  const [year, month] = text.split('-').map(Number);
  return monthNumber({ year: year ?? 0, month: month ?? 1 });
}

/** As it is told: 2022年10月. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}年${(month % 12) + 1}月`;
}
