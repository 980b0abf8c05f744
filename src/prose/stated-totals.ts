import type { Passage } from '../facts/passages.ts';
import { matchesIn } from './matches.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';

/** A total as a text states it once and for all. */
export interface StatedTotal {
  readonly passage: Passage;
  readonly quantity: Quantity;
}

/** By whose and what they count (全镇党员), the totals that are stated as such: 全镇共有党员300名. One that is stated in two ways is none. */
export function statedTotals(passages: readonly Passage[]): ReadonlyMap<string, StatedTotal> {
  const totals = new Map<string, StatedTotal>();
  const doubtful = new Set<string>();
  for (const passage of passages) {
    if (!STATED_QUICK.test(passage.text)) continue;
    const quantities = new Map(quantitiesOf(passage.text).map((quantity) => [quantity.start, quantity]));
    for (const { index, 0: text, 1: whose = '', 2: what = '' } of matchesIn(passage.text, STATED)) {
      const noun = whose + what;
      const quantity = quantities.get(index + text.length);
      if (quantity === undefined || quantity.isApproximate) continue;
      const known = totals.get(noun);
      if (known !== undefined && known.quantity.value !== quantity.value) doubtful.add(noun);
      totals.set(noun, { passage, quantity });
    }
  }
  for (const noun of doubtful) totals.delete(noun);
  return totals;
}

const NOUN = '(党员|干部|党支部|行政村|人口|班子成员|村“两委”成员)';
const STATED_QUICK = /全(?:[镇乡县市区]|街道|园区)[^，。]{0,12}\d/;
const STATED = new RegExp(
  `(全(?:[镇乡县市区]|街道|园区))(?:共有|现有|下辖)?${NOUN}(?:总数)?(?:共有?|有|为)?(?=\\d)`,
  'g',
);
