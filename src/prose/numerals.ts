/** By their codes. */
const DIGITS_BY_CODE = byCode(['零〇', '一', '二两', '三', '四', '五', '六', '七', '八', '九'].entries());
const POWERS = byCode([[10, '十'] as const, [100, '百'] as const, [1000, '千'] as const]);

function byCode(values: Iterable<readonly [value: number, characters: string]>): ReadonlyMap<number, number> {
  const codes = new Map<number, number>();
  for (const [value, characters] of values) {
    for (const character of characters) codes.set(character.charCodeAt(0), value);
  }
  return codes;
}

/** Reads a number in characters up to 9999: 六, 十二, 二十三, 三百零五. Undefined for anything else: 三四, 二〇二三. */
export function parseNumeral(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let last = 10_000;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const power = POWERS.get(code);
    if (power === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS_BY_CODE.get(code);
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
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGIT_NAMES.charAt(tens)}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : DIGIT_NAMES.charAt(ones)}`;
}

const DIGIT_NAMES = '〇一二三四五六七八九';
