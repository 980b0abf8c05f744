import { matchesIn } from './matches.ts';

/** Two figures that a joint makes a range of: 20～30岁. */
export interface FigureRange {
  readonly start: number;
  readonly text: string;
  readonly from: string;
  readonly fromUnit: string;
  readonly joint: string;
  readonly to: string;
  readonly unit: string;
}

/** The ranges of a text that carry a unit, with digits and one of the joints that people write for them. */
export function rangesIn(text: string): FigureRange[] {
  return matchesIn(text, NUMBER_RANGE).map(
    ({ index, 0: whole, 1: from = '', 2: fromUnit = '', 3: joint = '', 4: to = '', 5: unit = '' }) => ({
      ...{ start: index, text: whole, from, fromUnit, joint, to, unit },
    }),
  );
}

/** 3～5万元 can be read as from 3元 on: what multiplies both ends follows one. */
export function isMagnitudeOmitted({ fromUnit, unit }: FigureRange): boolean {
  return fromUnit === '' && BOTH_ENDS.test(unit);
}

const RANGE_UNIT =
  '(?:[%％]|[万亿](?:元|人|亩|户|名)?|周岁|年|月|日|岁|名|人|个|户|亩|元|天|次|期|项|家|件|条|期|场|公里|米)';
/** After a time, a digit goes on with it: 1-6月15日. */
const NUMBER_RANGE = new RegExp(
  `(?<![\\d.\\-—～~A-Za-z/])(\\d{1,12}(?:\\.\\d{1,6})?)(${RANGE_UNIT})?(——|--|[-~～–—〜∼至])(\\d{1,12}(?:\\.\\d{1,6})?)(${RANGE_UNIT})(?!-|(?<=[年月日])\\d)`,
  'g',
);
const BOTH_ENDS = /^[%％万亿]/;
