// Made by `npm run generate` from the folders of rules.
import { bandOverlap } from './facts/band-overlap.ts';
import { branchSize } from './facts/branch-size.ts';
import { dateOrder } from './facts/date-order.ts';
import { overEstablishment } from './facts/over-establishment.ts';
import { pendingValue } from './facts/pending-value.ts';
import { postVacancy } from './facts/post-vacancy.ts';
import { rosterTotal } from './facts/roster-total.ts';
import { subsetTotal } from './facts/subset-total.ts';
import { tallySum } from './facts/tally-sum.ts';
import { adjacentQuoteMark } from './prose/adjacent-quote-mark.ts';
import { documentNumberBracket } from './prose/document-number-bracket.ts';
import { doubleColon } from './prose/double-colon.ts';
import { halfwidthPunctuation } from './prose/halfwidth-punctuation.ts';
import { numberMark } from './prose/number-mark.ts';
import { unpairedMark } from './prose/unpaired-mark.ts';
import type { CollectionRule, FactsRule, ProseRule, ReadingRule } from './rule.ts';

export const FACTS_RULES: readonly FactsRule[] = [
  bandOverlap,
  branchSize,
  dateOrder,
  overEstablishment,
  pendingValue,
  postVacancy,
  rosterTotal,
  subsetTotal,
  tallySum,
];

export const PROSE_RULES: readonly ProseRule[] = [
  adjacentQuoteMark,
  documentNumberBracket,
  doubleColon,
  halfwidthPunctuation,
  numberMark,
  unpairedMark,
];

export const COLLECTION_RULES: readonly CollectionRule[] = [];

export const READING_RULES: readonly ReadingRule[] = [];
