const CHINESE_DIGITS = '零一二三四五六七八九';
const NUMERAL_UNITS = ['', '十', '百', '千'];

/** 1 is 一, 11 is 十一, 105 is 一百零五; for counting headings and items, from 1 to 9999. */
export function toChineseNumeral(count: number): string {
  if (count < 10) return CHINESE_DIGITS.charAt(count);
  const digits = [...String(count)].map(Number);
  const words = digits.map((digit, index) => wordFor(digit, digits.length - 1 - index)).join('');
  const joined = words.replace(/零+/g, '零').replace(/零$/, '');
  return joined.startsWith('一十') ? joined.slice(1) : joined;
}

function wordFor(digit: number, power: number): string {
  return digit === 0 ? '零' : `${CHINESE_DIGITS[digit] ?? ''}${NUMERAL_UNITS[power] ?? ''}`;
}
