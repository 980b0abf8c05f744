/** A number in one of the formats of `w:numFmt` (ST_NumberFormat), as Word prints it; formats that no Chinese document has count in digits. */
export function formatNumber(value: number, format: string): string {
  return (NUMBER_FORMATS[format] ?? String)(value);
}

type NumberFormatter = (value: number) => string;

const NUMBER_FORMATS: Readonly<Record<string, NumberFormatter>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => fullWidth(String(value)),
  decimalFullWidth2: (value) => fullWidth(String(value)),
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => oneOf(0x2488, 20, value),
  decimalEnclosedParen: (value) => oneOf(0x2474, 20, value),
  ideographEnclosedCircle: (value) => oneOf(0x3220, 10, value),
  numberInDash: (value) => `- ${value} -`,
  ordinal: englishOrdinal,
  hex: (value) => value.toString(16).toUpperCase(),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: chineseCount,
  chineseCountingThousand: chineseCount,
  japaneseCounting: (value) => chineseCount(value).replace(/零|一(?=[十百千])/g, ''),
  taiwaneseCounting: chineseCount,
  taiwaneseCountingThousand: chineseCount,
  koreanCounting: chineseCount,
  koreanDigital2: digits,
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  chineseLegalSimplified: (value) => formal(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟', '万'),
  ideographLegalTraditional: (value) => formal(value, '零壹貳參肆伍陸柒捌玖', '拾佰仟', '萬'),
  japaneseLegal: (value) => formal(value, '零壱弐参四伍六七八九', '拾百千', '萬'),
  ideographTraditional: (value) => cycled('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => cycled('子丑寅卯辰巳午未申酉戌亥', value),
  ideographZodiacTraditional: (value) => sexagenary(value),
};

function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** ① to ⑳ and on to ㊿. */
function circled(value: number): string {
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36);
  return oneOf(0x2460, 20, value);
}

function oneOf(first: number, count: number, value: number): string {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : String(value);
}

function englishOrdinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** a … z, aa, bb … zz, aaa: Word repeats the letter, 30 times at most. */
function letters(value: number, first: string): string {
  if (value < 1 || value > 780) return value === 0 ? '' : String(value);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 32767) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

const PLAIN_DIGITS = '〇一二三四五六七八九';

/** 一 … 十, 十一, 二十, 一百零一, 一千二百. */
function chineseCount(value: number): string {
  return value < 1 || value >= 100_000_000
    ? String(value)
    : groupedNumber(value, '零一二三四五六七八九', '十百千', '万').replace(/^一十/, '十');
}

function formal(value: number, names: string, units: string, tenThousand: string): string {
  return value < 1 || value >= 100_000_000 ? String(value) : groupedNumber(value, names, units, tenThousand);
}

function groupedNumber(value: number, names: string, units: string, tenThousand: string): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return upToThousands(low, names, units);
  const gap = low > 0 && low < 1000 ? names.charAt(0) : '';
  const rest = low === 0 ? '' : gap + upToThousands(low, names, units);
  return upToThousands(high, names, units) + tenThousand + rest;
}

function upToThousands(value: number, names: string, units: string): string {
  let text = '';
  let hasGap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) hasGap = text !== '';
    else {
      text +=
        (hasGap ? names.charAt(0) : '') + names.charAt(digit) + (power === 0 ? '' : units.charAt(power - 1));
      hasGap = false;
    }
  }
  return text;
}

/** 一〇, 二〇二六: each digit for itself. */
function digits(value: number): string {
  return String(value).replace(/\d/g, (digit) => PLAIN_DIGITS.charAt(Number(digit)));
}

/** 甲 to 癸, then in digits, as Word goes on. */
function cycled(signs: string, value: number): string {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : String(value);
}

/** 甲子, 乙丑 … */
function sexagenary(value: number): string {
  if (value < 1 || value > 60) return String(value);
  return (
    '甲乙丙丁戊己庚辛壬癸'.charAt((value - 1) % 10) + '子丑寅卯辰巳午未申酉戌亥'.charAt((value - 1) % 12)
  );
}
