import { type CalendarDate, parseDate } from '../facts/dates.ts';
import { checkDigit } from '../prose/identity-card.ts';
import type { CellValue } from '../xlsx/cell-value.ts';

/** What an identity number tells. The number itself stays here: whoever has this cannot quote it. */
export interface Identity {
  /** Tells two people apart, within this run alone. */
  readonly key: string;
  readonly born: CalendarDate;
  readonly sex: '男' | '女';
}

export type IdentityCell =
  | { readonly kind: 'identity'; readonly identity: Identity }
  | { readonly kind: 'empty' }
  /** Typed as a number, of which a spreadsheet keeps 15 digits: the rest is lost. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'wrong'; readonly why: string };

/** Reads an identity number of 18 digits (GB 11643-1999), or of the 15 that were given until 1999. */
export function readIdentity(value: CellValue | undefined): IdentityCell {
  if (value === undefined) return { kind: 'empty' };
  if (typeof value === 'number' && value >= 1e15) return { kind: 'cut' };
  if (typeof value !== 'string' && typeof value !== 'number') return wrongIdentity('不是号码');
  const number = String(value)
    .normalize('NFKC')
    .replace(/[\s'’‘-]/gu, '')
    .toUpperCase();
  if (number === '') return { kind: 'empty' };
  if (/^\d(?:\.\d+)?E\+?\d+$/u.test(number)) return { kind: 'cut' };
  return /^\d{15}$/.test(number) ? readOld(number) : readNew(number);
}

function readNew(number: string): IdentityCell {
  if (!/^\d{17}[\dX]$/.test(number)) {
    return wrongIdentity(number.length === 18 ? '有不该有的字符' : `是${number.length}位，不是18位`);
  }
  const born = parseDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (born === undefined) return wrongIdentity('里的出生日期不存在');
  if (checkDigit(number) !== number[17]) return wrongIdentity('的校验位不对');
  return { kind: 'identity', identity: { key: number, born, sex: sexOf(number[16]) } };
}

function readOld(number: string): IdentityCell {
  const born = parseDate(`19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`);
  if (born === undefined) return wrongIdentity('里的出生日期不存在');
  return { kind: 'identity', identity: { key: number, born, sex: sexOf(number[14]) } };
}

function sexOf(digit = '0'): '男' | '女' {
  return Number(digit) % 2 === 1 ? '男' : '女';
}

function wrongIdentity(why: string): IdentityCell {
  return { kind: 'wrong', why };
}
