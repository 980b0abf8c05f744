/** A number in one of the formats of `w:numFmt` (ST_NumberFormat); formats that Chinese reports do not use count in digits. */
export function formatListNumber(value: number, format: string): string {
  if (CHINESE.has(format)) return chineseNumber(value);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese') {
    return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
  }
  if (format === 'lowerLetter') return letter(value, 'a');
  if (format === 'upperLetter') return letter(value, 'A');
  return String(value);
}

const CHINESE: ReadonlySet<string> = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
  'ideographDigital',
  'koreanDigital2',
]);

const DIGITS = '〇一二三四五六七八九';

/** Up to 99; lists of headings are never longer. */
function chineseNumber(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return `${head}${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

function letter(value: number, first: string): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(first.charCodeAt(0) + value - 1) : String(value);
}
