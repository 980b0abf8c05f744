/** A day, or a month where `day` is absent. Always a date that exists. */
export interface CalendarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day?: number;
}

/** What needs no date because it never ends. */
export const PERMANENT = '长期坚持';
export type Deadline = CalendarDate | typeof PERMANENT;

/**
 * Reads `2023-10-20`, `2023.10.20`, `2023年10月20日` and, by month, `2023-10`, `2023.10`, `2023年10月`.
 * Undefined for anything else, an impossible day (2月30日) too.
 */
export function parseDate(text: string): CalendarDate | undefined {
  const match = WRITTEN_DATE.exec(text.trim());
  if (match === null) return undefined;
  const [, dashYear, , dashMonth, dashDay, hanYear, hanMonth, hanDay] = match;
  const year = Number(dashYear ?? hanYear);
  const month = Number(dashMonth ?? hanMonth);
  const dayText = dashDay ?? hanDay;
  const day = dayText === undefined ? undefined : Number(dayText);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { year, month };
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

const WRITTEN_DATE = /^(?:(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?|(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?)$/;

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** As official documents write it: 2023年11月6日, 2023年11月. */
export function formatDate(date: CalendarDate): string {
  return `${date.year}年${date.month}月${date.day === undefined ? '' : `${date.day}日`}`;
}

/** The date's first day as a number that orders dates; a month begins on its first and ends on its last day. */
export function firstDay(date: CalendarDate): number {
  return Date.UTC(date.year, date.month - 1, date.day ?? 1);
}

export function lastDay(date: CalendarDate): number {
  return Date.UTC(date.year, date.month - 1, date.day ?? daysIn(date.year, date.month));
}

/** A date as facts files are proposed to write it: 2023-11-06, 2023-11. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
}

export function deadlineText(deadline: Deadline): string {
  return deadline === PERMANENT ? PERMANENT : isoDate(deadline);
}

/** Whether a fact is a date, 长期坚持 not among them. */
export function isDate(value: unknown): value is CalendarDate {
  return typeof value === 'object' && value !== null && 'year' in value && 'month' in value;
}
