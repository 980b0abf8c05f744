import { parseDate } from '../facts/dates.ts';

/**
 * Identity-card numbers (GB 11643-1999) in a text, as UTF-16 spans: a province, a date of birth that exists and the right
 * check digit. Groups may be set apart by a space or a hyphen.
 */
export function findIdentityCards(text: string): (readonly [number, number])[] {
  return [...text.matchAll(IDENTITY_NUMBER)]
    .filter(([written]) => isIdentityCard(written.replace(/[ -]/gu, '').toUpperCase()))
    .map((match) => [match.index, match.index + match[0].length]);
}

/** A text in which no identity number stands any more. */
export function hideIdentityCards(text: string): string {
  return text.replace(IDENTITY_NUMBER, (written) =>
    isIdentityCard(written.replace(/[ -]/gu, '').toUpperCase()) ? '（公民身份号码）' : written,
  );
}

const IDENTITY_NUMBER = /(?<![\dA-Za-z.])[1-8]\d{5}[ -]?(?:19|20)\d{6}[ -]?\d{3}[\dXx](?![\dA-Za-z])/gu;

function isIdentityCard(digits: string): boolean {
  const born = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`;
  return (
    PROVINCES.has(digits.slice(0, 2)) && parseDate(born) !== undefined && checkDigit(digits) === digits[17]
  );
}

/** GB/T 2260: the first two digits name the province. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** What the 18th character of an identity number has to be: ISO 7064, MOD 11-2 over the first 17 digits. */
export function checkDigit(digits: string): string | undefined {
  const sum = CHECK_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'[sum % 11];
}

const CHECK_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
