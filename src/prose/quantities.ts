import { SPACE } from '../facts/fast/characters.ts';
import { parseNumeral } from './numerals.ts';
import { SIGN, signsAt, signsIn } from './signs.ts';

/** A number with its counting word as it is in a text: 300名, 2.2万人, 六个, 44%. */
export interface Quantity {
  readonly start: number;
  /** After the counting word. */
  readonly end: number;
  /** After the number itself, its 万 or 亿 included. */
  readonly numberEnd: number;
  /** 万 and 亿 multiplied out: 900万元 is 9000000 元. */
  readonly value: number;
  /** The weight of the last digit written: 2.2万 stands for anything within half of 1000. */
  readonly step: number;
  /** The least that may be meant: 24.3万 may be 242500, 300名 is 300名. */
  readonly low: number;
  /** The most that may be meant. */
  readonly high: number;
  readonly unit: string;
  /** 余, 多, 约, 近, 超过, 以上 …: not an exact figure. */
  readonly isApproximate: boolean;
}

/** What holds no such character holds no quantity. */
export const NUMBERS = SIGN.digit | SIGN.wideDigit | SIGN.numeral;
const DIGIT_SIGNS = SIGN.digit | SIGN.wideDigit;

/**
 * The quantities of a text in their order; ordinals (第3) and numbers in characters without a counting word are none. Read by its
 * marks and their signs, which on prose is several times faster than a pattern.
 */
export function quantitiesOf(text: string, marks: readonly number[] = signsIn(text)): Quantity[] {
  const quantities: Quantity[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark < end || (signsAt(text, mark) & NUMBERS) === 0) continue;
    const written = readWrittenNumber(text, mark);
    const quantity = finishedQuantity(text, written);
    if (quantity !== undefined) quantities.push(quantity);
    end = written.end;
  }
  return quantities;
}

/** A number as it is written, with what follows it. */
interface WrittenNumber extends Pick<Quantity, 'start' | 'end' | 'numberEnd' | 'unit' | 'step'> {
  /** Undefined for what is no number after all: 三四, 二〇二三. */
  readonly value: number | undefined;
  /** 余, 多, 几, 来 after any part of it, or 以上 and the like after all. */
  readonly isRounded: boolean;
  readonly isNumeral: boolean;
}

function readWrittenNumber(text: string, start: number): WrittenNumber {
  if (text.startsWith(PER_CENT, start)) return readPerCent(text, start);
  const isNumeral = (signsAt(text, start) & DIGIT_SIGNS) === 0;
  const first = readNumberPiece(text, start);
  const second = first.multiplier >= TEN_THOUSAND ? readLesserPiece(text, first) : undefined;
  const { end: numberEnd, multiplier, step } = second ?? first;
  const more = (signsAt(text, numberEnd) & SIGN.more) === 0 ? 0 : 1;
  const wide = numberEnd + more;
  const unitStart = text.charCodeAt(wide) === SPACE ? wide + 1 : wide;
  const unit = unitAt(text, unitStart, isNumeral && multiplier === 1 && numberEnd - start < 2);
  const unitEnd = unit === '' ? wide : unitStart + unit.length;
  const late = (signsAt(text, unitEnd) & SIGN.more) === 0 || isBeforeDigit(text, unitEnd) ? 0 : 1;
  const end = unitEnd + late;
  const isRounded =
    first.isSome || second?.isSome === true || more + late > 0 || isSaidToBeRounded(text, end);
  const value = second === undefined ? first.value : addKnown(first.value, second.value);
  return { start, numberEnd: wide, end, value, step, unit, isRounded, isNumeral };
}

/** 比计划的20公里多4.6公里: what follows says by how much. */
function isBeforeDigit(text: string, at: number): boolean {
  return (signsAt(text, at + 1) & DIGIT_SIGNS) !== 0;
}

/** A run of digits or characters with the 千, 万 or 亿 after it. */
interface NumberPiece {
  readonly value: number | undefined;
  readonly multiplier: number;
  readonly step: number;
  readonly end: number;
  readonly isSome: boolean;
}

function readNumberPiece(text: string, start: number): NumberPiece {
  const isNumeral = (signsAt(text, start) & DIGIT_SIGNS) === 0;
  const digitsEnd = isNumeral ? endOfRun(text, start, SIGN.numeral) : endOfDigits(text, start);
  const some = (signsAt(text, digitsEnd) & SIGN.some) === 0 ? 0 : 1;
  const { multiplier, end } = multiplierAt(text, digitsEnd + some, isNumeral);
  const digits = text.slice(start, digitsEnd);
  const value = isNumeral ? parseNumeral(digits) : digitsValue(digits);
  const point = isNumeral && value !== undefined ? pointNumeral(text, digitsEnd) : undefined;
  if (point !== undefined && value !== undefined)
    return {
      value: roundOff(value + point.value),
      multiplier: 1,
      step: point.step,
      end: point.end,
      isSome: false,
    };
  return {
    value: value === undefined || multiplier === 1 ? value : roundOff(value * multiplier),
    multiplier,
    step: multiplier * (isNumeral ? 1 : digitsStep(digits)),
    end: multiplier === 1 ? digitsEnd + some : end,
    isSome: some > 0,
  };
}

/** 点六 of 四十三点六岁, where a counting word follows; 三点二十分 is a time. */
function pointNumeral(
  text: string,
  at: number,
  isPerCent = false,
): { readonly value: number; readonly step: number; readonly end: number } | undefined {
  if (text.charAt(at) !== '点') return undefined;
  let end = at + 1;
  let value = 0;
  let step = 1;
  for (let digit = NUMERAL_DIGITS.indexOf(text.charAt(end)); digit >= 0 && end < text.length; ) {
    step /= 10;
    value += digit * step;
    end += 1;
    digit = NUMERAL_DIGITS.indexOf(text.charAt(end));
  }
  return end > at + 1 && end < at + 4 && (isPerCent || unitAt(text, end, false) !== '')
    ? { value: Number(value.toFixed(3)), step, end }
    : undefined;
}

const NUMERAL_DIGITS = '零一二三四五六七八九';

/** 1亿 + 2000万, 一万 + 二千: what is written right after a multiplier and counts for less. */
function readLesserPiece(text: string, first: NumberPiece): NumberPiece | undefined {
  if ((signsAt(text, first.end) & NUMBERS) === 0) return undefined;
  const piece = readNumberPiece(text, first.end);
  const isLesser = piece.value !== undefined && piece.value < first.multiplier;
  return isLesser && unitAt(text, piece.end, false) !== '' ? piece : undefined;
}

function addKnown(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** 百分之三十, 百分之12.5. */
function readPerCent(text: string, start: number): WrittenNumber {
  const from = start + PER_CENT.length;
  const piece = readNumberPiece(text, from);
  const point = piece.value === undefined ? undefined : pointNumeral(text, piece.end, true);
  const numberEnd = Math.max(point?.end ?? piece.end, from);
  const value = point === undefined ? piece.value : roundOff((piece.value ?? 0) + point.value);
  return {
    start,
    numberEnd,
    end: numberEnd,
    value,
    step: point?.step ?? piece.step,
    unit: '%',
    isRounded: false,
    isNumeral: true,
  };
}

const PER_CENT = '百分之';
const TEN_THOUSAND = 10_000;

/** 万, 亿, 万亿 after any number, 千 and 百 after digits: 3千, 5百万. */
function multiplierAt(text: string, at: number, isNumeral: boolean): { multiplier: number; end: number } {
  let multiplier = 1;
  let end = at;
  if (!isNumeral && (signsAt(text, at) & SIGN.numeral) !== 0 && text.charAt(at + 1) !== '分') {
    const small = SMALL_MULTIPLIERS.get(text.charCodeAt(at));
    if (small !== undefined) {
      multiplier = small;
      end += 1;
    }
  }
  for (let big = MULTIPLIERS.get(text.charCodeAt(end)); big !== undefined; ) {
    multiplier *= big;
    end += 1;
    big = MULTIPLIERS.get(text.charCodeAt(end));
  }
  return { multiplier, end };
}

/** After digits, with their commas and decimals: 1,000.5. */
function endOfDigits(text: string, start: number): number {
  let at = endOfRun(text, start, DIGIT_SIGNS);
  while (isThousandsMark(text.charCodeAt(at)) && areThreeDigits(text, at + 1)) at += 4;
  const hasDecimals = isPoint(text.charCodeAt(at)) && (signsAt(text, at + 1) & DIGIT_SIGNS) !== 0;
  return hasDecimals ? endOfRun(text, at + 1, DIGIT_SIGNS) : at;
}

/** Three and no fourth: 1,000 is one number, 12,3456 is none. */
function areThreeDigits(text: string, at: number): boolean {
  return (
    (signsAt(text, at) & signsAt(text, at + 1) & signsAt(text, at + 2) & SIGN.digit) !== 0 &&
    (signsAt(text, at + 3) & SIGN.digit) === 0
  );
}

function endOfRun(text: string, start: number, sign: number): number {
  let at = start;
  while ((signsAt(text, at) & sign) !== 0) at += 1;
  return at;
}

function isThousandsMark(code: number): boolean {
  return code === 0x2c;
}

/** . and ．; the latter is in full-width figures. */
function isPoint(code: number): boolean {
  return code === 0x2e || code === 0xff0e;
}

const MULTIPLIERS: ReadonlyMap<number, number> = new Map([
  ['万'.charCodeAt(0), TEN_THOUSAND],
  ['亿'.charCodeAt(0), 100_000_000],
]);
const SMALL_MULTIPLIERS: ReadonlyMap<number, number> = new Map([
  ['千'.charCodeAt(0), 1000],
  ['百'.charCodeAt(0), 100],
]);

/** A number of one character has only those that are hardly ever said of one thing in passing: 一面, 一张 count nothing. */
function unitAt(text: string, at: number, isNumeral: boolean): string {
  const code = text.charCodeAt(at);
  const units =
    UNITS_BY_HEAD.get(code) ?? (isNumeral ? NO_UNITS : (MORE_UNITS_BY_HEAD.get(code) ?? NO_UNITS));
  const unit = units.find((each) => text.startsWith(each, at)) ?? '';
  const isPerUnit =
    unit !== '' && (text.charAt(at + unit.length) === '/' || text.charAt(at + unit.length) === '／');
  return isPerUnit ? '' : unit;
}

const NO_UNITS: readonly string[] = [];

/** Counting words by their first characters, longer ones first: 人次 is not 人. */
const UNITS_BY_HEAD = byHead([
  ['人次', '人'],
  ['场次', '场'],
  ['个百分点', '个'],
  ['平方公里', '平方千米', '平方米'],
  ['公里', '公顷', '公斤'],
  ['户次', '户'],
  ['件次', '件'],
  ['批次', '批'],
  ['家次', '家'],
  ['项次', '项'],
  ...'名位元亩岁期次条支所处座套份倍类门年天月吨起例%％‰',
]);
const MORE_UNITS_BY_HEAD = byHead([
  ['美元'],
  ['百分点'],
  ['周岁'],
  ['小时'],
  ['台次', '台'],
  ['辆次', '辆'],
  ['千瓦时', '千瓦', '千克'],
  ['立方米'],
  ...'笔宗封篇间栋幢头只株棵票席米斤本册卷张组日种届顶床担',
]);

function byHead(groups: readonly (string | readonly string[])[]): ReadonlyMap<number, readonly string[]> {
  return new Map(groups.map((units) => [(units[0] ?? '').charCodeAt(0), [units].flat()]));
}

/** Hardly any number comes before one of these words' first characters: then there is no need to look for the words. */
function isSaidToBeRounded(text: string, end: number): boolean {
  return (signsAt(text, end) & SIGN.orSo) !== 0 && OR_SO.some((word) => text.startsWith(word, end));
}

const OR_SO = ['及以上', '及以下', '以上', '以下', '以内', '左右', '上下', '开外'];

function finishedQuantity(text: string, written: WrittenNumber): Quantity | undefined {
  const { start, numberEnd, end, value, step, unit, isRounded, isNumeral } = written;
  if (isNumeral && text.charCodeAt(start - 1) === OPENING_QUOTE) return undefined;
  if (value === undefined || text.charCodeAt(start - 1) === ORDINAL || (isNumeral && unit === ''))
    return undefined;
  const spread = isExact(unit, step) ? 0 : step / 2;
  return {
    start,
    end,
    numberEnd,
    value,
    step,
    low: value - spread,
    high: value + spread,
    unit: unit === '' && step >= TEN_THOUSAND / 100 ? unitAhead(text, start) : (UNIT_NAMES.get(unit) ?? unit),
    isApproximate: isRounded || isLedToApproximate(text, start),
  };
}

/** 总诊疗人次146.8万: the counting word stands ahead. */
function unitAhead(text: string, start: number): string {
  return /人次数?(?:为|达到?|突破)?$/.test(text.slice(Math.max(0, start - 6), start)) ? '人次' : '';
}

/** What is counted one by one and written out is exact; what is measured is to the last place that is written. */
function isExact(unit: string, step: number): boolean {
  return step === 1 && !COUNTING_WORDS.has(unit);
}

const COUNTING_WORDS: ReadonlySet<string> = new Set([
  ...[
    '元',
    '美元',
    '亩',
    '公顷',
    '平方公里',
    '平方千米',
    '平方米',
    '公里',
    '吨',
    '公斤',
    '千克',
    '岁',
    '周岁',
  ],
  ...['%', '％', '‰', '个百分点', '百分点', '倍', '千瓦', '千瓦时', '立方米', '米', '斤'],
]);

const UNIT_NAMES: ReadonlyMap<string, string> = new Map([
  ['％', '%'],
  ['周岁', '岁'],
  ['百分点', '个百分点'],
  ['平方千米', '平方公里'],
]);

/** “三支一扶”, “四个不摘”: names. */
const OPENING_QUOTE = '“'.charCodeAt(0);
const ORDINAL = '第'.charCodeAt(0);

function digitsValue(digits: string): number {
  const value = Number(digits);
  return Number.isNaN(value) ? Number(plainDigits(digits)) : value;
}

/** Without thousands separators, full-width digits as half-width ones. */
function plainDigits(digits: string): string {
  return digits
    .replaceAll(',', '')
    .replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_SHIFT));
}

const FULL_WIDTH_SHIFT = 0xfee0;

/** The weight of the last of some digits: 0.1 of 2.2. */
function digitsStep(digits: string): number {
  const point = Math.max(digits.indexOf('.'), digits.indexOf('．'));
  return point === -1 ? 1 : 10 ** (point + 1 - digits.length);
}

/** Hardly any number follows one of these words' last characters: then there is no need to look for the words. */
function isLedToApproximate(text: string, start: number): boolean {
  const isLikely = start > 0 && (signsAt(text, start - 1) & SIGN.leading) !== 0;
  return isLikely && LEADS_TO_APPROXIMATE.test(text.slice(Math.max(0, start - 6), start));
}

const LEADS_TO_APPROXIMATE =
  /(?:(?<![签节制集条违履失誓合公解契预])约|(?<!附)近|超|超过|大约|将近|接近|突破|不足|不到|不少于|至少|最多|高于|低于|达到或超过)$/;

/** 2.2 × 10000 is 22000, without binary dust. */
function roundOff(value: number): number {
  return Number.isInteger(value) && value < 1e15 ? value : Number(value.toPrecision(15));
}
