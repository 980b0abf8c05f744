import { matchesIn } from './matches.ts';
import { parseNumeral } from './numerals.ts';

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

/** The quantities of a text in their order; ordinals (第3) and numbers in characters without a counting word are none. */
export function quantitiesOf(text: string): Quantity[] {
  const quantities: Quantity[] = [];
  for (const match of matchesIn(text, QUANTITY)) {
    const quantity = quantityOf(text, match);
    if (quantity !== undefined) quantities.push(quantity);
  }
  return quantities;
}

/** Longer counting words stand first: 人次 is not 人. */
export const UNITS =
  '人次|场次|个百分点|平方公里|平方米|公里|公顷|名|人|个|位|户|家|元|亩|岁|期|次|场|批|项|条|件|支|所|处|座|套|份|倍|类|门|年|天|月|吨|起|例|%|％|‰';

const QUANTITY = new RegExp(
  `(第)?(\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]+)([余多几来])?([万亿])?([余多])?(${UNITS})?([余多])?(?=(以上|以下|以内|左右|上下|开外|多)?)`,
  'g',
);
const LEADS_TO_APPROXIMATE =
  /(?:约|近|超|超过|大约|将近|接近|突破|不足|不到|不少于|至少|最多|高于|低于|达到或超过)$/;
const MULTIPLIERS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

function quantityOf(text: string, match: RegExpExecArray): Quantity | undefined {
  const { index: start, 0: whole, 1: ordinal, 2: number = '', 4: multiplier = '', 6: unit = '' } = match;
  if (ordinal !== undefined) return undefined;
  const isNumeral = number.charAt(0) > '9';
  if (isNumeral && unit === '') return undefined;
  const value = isNumeral ? parseNumeral(number) : Number(number.replaceAll(',', ''));
  if (value === undefined) return undefined;
  const end = start + whole.length;
  const factor = MULTIPLIERS[multiplier] ?? 1;
  const decimals = number.includes('.') ? number.length - number.indexOf('.') - 1 : 0;
  const { 3: before, 5: after, 7: late = '', 8: behind = late } = match;
  return {
    start,
    end,
    numberEnd: end - unit.length - late.length,
    value: factor === 1 ? value : roundOff(value * factor),
    step: factor * 10 ** -decimals,
    unit: unit === '％' ? '%' : unit,
    isApproximate: (before ?? after ?? behind) !== '' || isLedToApproximate(text, start),
  };
}

/** Hardly any number stands behind one of these words' last characters: then there is no need to look for the words. */
function isLedToApproximate(text: string, start: number): boolean {
  const isLikely = '约近超过破足到于少多'.includes(text.charAt(start - 1));
  return isLikely && LEADS_TO_APPROXIMATE.test(text.slice(Math.max(0, start - 6), start));
}

/** 2.2 × 10000 is 22000, without binary dust. */
function roundOff(value: number): number {
  return Number(value.toPrecision(15));
}
