const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads a number in characters up to 9999: 六, 十二, 二十三, 三百零五. Undefined for anything else: 三四, 二〇二三. */
export function parseNumeral(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let last = 10_000;
  for (const character of text) {
    const power = POWERS[character];
    if (power === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[character];
      if (digit === undefined) return undefined;
    } else {
      if (power >= last || (digit === undefined && power !== 10)) return undefined;
      total += (digit ?? 1) * power;
      digit = undefined;
      last = power;
    }
  }
  return text === '' ? undefined : total + (digit ?? 0);
}

/** 1 as 一, 12 as 十二, up to 99. */
export function formatNumeral(value: number): string {
  const ones = value % 10;
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? '' : `${tens === 1 ? '' : NAMES.charAt(tens)}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : NAMES.charAt(ones)}`;
}

const NAMES = '〇一二三四五六七八九';
