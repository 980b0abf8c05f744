/**
 * Bank-card numbers in a text, as UTF-16 spans: an issuer's prefix, its length and the Luhn check digit (ISO/IEC 7812-1).
 * The number may be set in groups of four digits, as on the card.
 */
export function findBankCards(text: string): (readonly [number, number])[] {
  return [...text.matchAll(CARD_NUMBER)]
    .filter(([written]) => isBankCard(written.replace(/[ -]/gu, '')))
    .map((match) => [match.index, match.index + match[0].length]);
}

const CARD_NUMBER = /(?<![\dA-Za-z.])(?:\d{15,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?)(?![\dA-Za-z])/gu;

function isBankCard(digits: string): boolean {
  return ISSUERS.some((issuer) => issuer.test(digits)) && hasLuhnDigit(digits);
}

/** UnionPay, ICBC's old cards, Visa, Mastercard, JCB, American Express. */
const ISSUERS = [
  /^(?:62|81)\d{14,17}$/u,
  /^9558\d{15}$/u,
  /^4\d{15}$/u,
  /^5[1-5]\d{14}$/u,
  /^35(?:2[89]|[3-8]\d)\d{12}$/u,
  /^3[47]\d{13}$/u,
];

function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
