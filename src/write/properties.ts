import type { Properties } from './writer.ts';

/** What a report says of itself. */
export interface ReportProperties {
  readonly signatory?: string | undefined;
  readonly unit?: string | undefined;
  readonly date?: { readonly year: number; readonly month: number; readonly day?: number } | undefined;
}

/**
 * The properties of a finished file: the author is who signs, or the unit; the date is SOURCE_DATE_EPOCH (seconds since 1970) where it
 * is set, or the report's own at 00:00 UTC, or the first that a ZIP archive can hold.
 */
export function propertiesOf(
  { signatory, unit, date }: ReportProperties,
  epoch: string | undefined,
): Properties {
  return { author: signatory ?? unit ?? '', date: epochDate(epoch) ?? reportDate(date) };
}

/** SOURCE_DATE_EPOCH as a date; undefined where it is not set, or is no number of seconds. */
export function epochDate(epoch: string | undefined): Date | undefined {
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
}

function reportDate(date: ReportProperties['date']): Date {
  return date === undefined
    ? new Date(Date.UTC(1980, 0, 1))
    : new Date(Date.UTC(date.year, date.month - 1, date.day ?? 1));
}
