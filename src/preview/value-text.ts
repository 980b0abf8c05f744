import type { CalendarDate } from '../facts/dates.ts';
import { isDate } from '../facts/dates.ts';
import { segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import type { Reading } from '../facts/read-facts.ts';

/** A single value as a person would write it in the file; empty where there is none, or several. */
export function valueText({ facts, written }: Reading, path: string): string {
  const value = valueAt(facts, segmentsOfPath(path));
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return written.get(path) ?? String(value);
  if (typeof value === 'string') return value;
  return isDate(value) ? shownDate(value) : '';
}

function shownDate({ year, month, day }: CalendarDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
}
