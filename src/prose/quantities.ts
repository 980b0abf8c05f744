import { parseNumeral } from './numerals.ts';
import { marksIn, SIGN, signsAt } from './signs.ts';

/** A number with its counting word as it stands in a text: 300名, 2.2万人, 六个, 44%. */
export interface Quantity {
  readonly start: number;
  /** Behind the counting word. */
  readonly end: number;
  /** Behind the number itself, its 万 or 亿 included. */
  readonly numberEnd: number;
  /** 万 and 亿 multiplied out: 900万元 is 9000000 元. */
  readonly value: number;
  /** The weight of the last digit written: 2.2万 stands for anything within half of 1000. */
  readonly step: number;
  readonly unit: string;
  /** 余, 多, 约, 近, 超过, 以上 …: not an exact figure. */
  readonly isApproximate: boolean;
}

/** What holds no such character holds no quantity. */
export const NUMBERS = SIGN.digit | SIGN.numeral;

/**
 * The quantities of a text in their order; ordinals (第3) and numbers in characters without a counting word are none. Read by its
 * marks and their signs, which on prose is several times faster than a pattern.
 */
export function quantitiesOf(text: string, marks: readonly number[] = marksIn(text)): Quantity[] {
  const quantities: Quantity[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark < end || (signsAt(text, mark) & NUMBERS) === 0) continue;
    const written = readNumber(text, mark);
    const quantity = quantityOf(text, written);
    if (quantity !== undefined) quantities.push(quantity);
    end = written.end;
  }
  return quantities;
}

/** A number as it is written, with what stands directly behind it. */
interface WrittenNumber extends Pick<Quantity, 'start' | 'end' | 'numberEnd' | 'unit'> {
  /** Behind its digits, or its characters. */
  readonly digitsEnd: number;
  readonly multiplier: number;
  /** 余, 多, 几, 来 behind any part of it, or 以上 and the like behind all. */
  readonly isRounded: boolean;
}

function readNumber(text: string, start: number): WrittenNumber {
  const isNumeral = (signsAt(text, start) & SIGN.digit) === 0;
  const digitsEnd = isNumeral ? endOfRun(text, start, SIGN.numeral) : endOfDigits(text, start);
  const some = (signsAt(text, digitsEnd) & SIGN.some) === 0 ? 0 : 1;
  const multiplier = MULTIPLIERS.get(text.charCodeAt(digitsEnd + some)) ?? 1;
  const numberEnd = digitsEnd + some + (multiplier === 1 ? 0 : 1);
  const more = (signsAt(text, numberEnd) & SIGN.more) === 0 ? 0 : 1;
  const unit = unitAt(text, numberEnd + more);
  const unitEnd = numberEnd + more + unit.length;
  const late = (signsAt(text, unitEnd) & SIGN.more) === 0 ? 0 : 1;
  const end = unitEnd + late;
  const isRounded = some + more + late > 0 || isSaidToBeRounded(text, end);
  return { start, digitsEnd, numberEnd: numberEnd + more, end, multiplier, unit, isRounded };
}

/** Behind digits, with their commas and decimals: 1,000.5. */
function endOfDigits(text: string, start: number): number {
  let at = endOfRun(text, start, SIGN.digit);
  while (text.charCodeAt(at) === COMMA && areThreeDigits(text, at + 1)) at += 4;
  const hasDecimals = text.charCodeAt(at) === POINT && (signsAt(text, at + 1) & SIGN.digit) !== 0;
  return hasDecimals ? endOfRun(text, at + 1, SIGN.digit) : at;
}

function areThreeDigits(text: string, at: number): boolean {
  return (signsAt(text, at) & signsAt(text, at + 1) & signsAt(text, at + 2) & SIGN.digit) !== 0;
}

function endOfRun(text: string, start: number, sign: number): number {
  let at = start;
  while ((signsAt(text, at) & sign) !== 0) at += 1;
  return at;
}

const COMMA = 0x2c;
const POINT = 0x2e;
const MULTIPLIERS: ReadonlyMap<number, number> = new Map([
  ['万'.charCodeAt(0), 10_000],
  ['亿'.charCodeAt(0), 100_000_000],
]);

function unitAt(text: string, at: number): string {
  const units = UNITS_BY_HEAD.get(text.charCodeAt(at)) ?? NONE;
  return units.find((unit) => text.startsWith(unit, at)) ?? '';
}

const NONE: readonly string[] = [];

/** Counting words by their first characters, longer ones first: 人次 is not 人. */
const UNITS_BY_HEAD: ReadonlyMap<number, readonly string[]> = new Map(
  [
    ['人次', '人'],
    ['场次', '场'],
    ['个百分点', '个'],
    ['平方公里', '平方米'],
    ['公里', '公顷'],
    ...'名位户家元亩岁期次批项条件支所处座套份倍类门年天月吨起例%％‰',
  ].map((units) => [(units[0] ?? '').charCodeAt(0), [units].flat()]),
);

/** Hardly any number stands ahead of one of these words' first characters: then there is no need to look for the words. */
function isSaidToBeRounded(text: string, end: number): boolean {
  return (signsAt(text, end) & SIGN.orSo) !== 0 && OR_SO.some((word) => text.startsWith(word, end));
}

const OR_SO = ['以上', '以下', '以内', '左右', '上下', '开外', '多'];

function quantityOf(text: string, written: WrittenNumber): Quantity | undefined {
  const { start, digitsEnd, numberEnd, end, multiplier, unit, isRounded } = written;
  const isNumeral = (signsAt(text, start) & SIGN.digit) === 0;
  if (text.charCodeAt(start - 1) === ORDINAL || (isNumeral && unit === '')) return undefined;
  const number = text.slice(start, digitsEnd);
  const value = isNumeral ? parseNumeral(number) : numberOf(number);
  if (value === undefined) return undefined;
  return {
    start,
    end,
    numberEnd,
    value: multiplier === 1 ? value : roundOff(value * multiplier),
    step: multiplier * stepOf(number),
    unit: unit === '％' ? '%' : unit,
    isApproximate: isRounded || isLedToApproximate(text, start),
  };
}

const ORDINAL = '第'.charCodeAt(0);

function numberOf(digits: string): number {
  return Number(digits.includes(',') ? digits.replaceAll(',', '') : digits);
}

/** The weight of the last of some digits: 0.1 of 2.2. */
function stepOf(digits: string): number {
  const point = digits.indexOf('.');
  return point === -1 ? 1 : 10 ** (point + 1 - digits.length);
}

/** Hardly any number stands behind one of these words' last characters: then there is no need to look for the words. */
function isLedToApproximate(text: string, start: number): boolean {
  const isLikely = start > 0 && (signsAt(text, start - 1) & SIGN.leading) !== 0;
  return isLikely && LEADS_TO_APPROXIMATE.test(text.slice(Math.max(0, start - 6), start));
}

const LEADS_TO_APPROXIMATE =
  /(?:约|近|超|超过|大约|将近|接近|突破|不足|不到|不少于|至少|最多|高于|低于|达到或超过)$/;

/** 2.2 × 10000 is 22000, without binary dust. */
function roundOff(value: number): number {
  return Number.isInteger(value) && value < 1e15 ? value : Number(value.toPrecision(15));
}
