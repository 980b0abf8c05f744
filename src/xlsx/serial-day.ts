import type { DayValue } from './cell-value.ts';

const DAY = 86_400_000;

/**
 * The day that a serial number counts to (ISO/IEC 29500-1, 18.17.4.1): from 1904-01-01 on as 0, or from 1900-01-01 on as 1 with a
 * 29 February 1900 that never was. Undefined for a number that is no day up to the year 9999.
 */
export function dayOfSerial(serial: number, is1904: boolean): DayValue | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 0 && whole <= LAST_SERIAL)) return undefined;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const date = new Date(epoch + whole * DAY);
  return { kind: 'day', year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const LAST_SERIAL = 2_958_465;

/** The day of a cell of type `d`, which holds it as ISO 8601 writes it; undefined where it does not. */
export function dayOfIso(text: string): DayValue | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(text.trim());
  if (match === null) return undefined;
  return { kind: 'day', year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}
