import { type CalendarDate, type Deadline, PERMANENT } from '../facts/dates.ts';

/** A date as facts files are proposed to write it: 2023-11-06, 2023-11. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
}

export function deadlineText(deadline: Deadline): string {
  return deadline === PERMANENT ? PERMANENT : isoDate(deadline);
}
