// Made by `npm run generate` from the folders of rules.
import { copiedPassage } from './collection/copied-passage.ts';
import { duplicateOutput } from './collection/duplicate-output.ts';
import { foreignName } from './collection/foreign-name.ts';
import { bandOverlap } from './facts/band-overlap.ts';
import { branchSize } from './facts/branch-size.ts';
import { dateOrder } from './facts/date-order.ts';
import { measureDeadline } from './facts/measure-deadline.ts';
import { measureEvidence } from './facts/measure-evidence.ts';
import { measureOwner } from './facts/measure-owner.ts';
import { measureProblem } from './facts/measure-problem.ts';
import { overEstablishment } from './facts/over-establishment.ts';
import { pendingValue } from './facts/pending-value.ts';
import { postVacancy } from './facts/post-vacancy.ts';
import { problemCause } from './facts/problem-cause.ts';
import { problemMeasure } from './facts/problem-measure.ts';
import { proseFigure } from './facts/prose-figure.ts';
import { rosterTotal } from './facts/roster-total.ts';
import { sensitiveData } from './facts/sensitive-data.ts';
import { subsetTotal } from './facts/subset-total.ts';
import { tallySum } from './facts/tally-sum.ts';
import { unknownReference } from './facts/unknown-reference.ts';
import { adjacentQuoteMark } from './prose/adjacent-quote-mark.ts';
import { approximateNumber } from './prose/approximate-number.ts';
import { commonSlip } from './prose/common-slip.ts';
import { dateForm } from './prose/date-form.ts';
import { datedTerm } from './prose/dated-term.ts';
import { decimalPlaces } from './prose/decimal-places.ts';
import { digitSpacing } from './prose/digit-spacing.ts';
import { documentNumberBracket } from './prose/document-number-bracket.ts';
import { doubleColon } from './prose/double-colon.ts';
import { enumerationSeries } from './prose/enumeration-series.ts';
import { fixedFormula } from './prose/fixed-formula.ts';
import { halfwidthPunctuation } from './prose/halfwidth-punctuation.ts';
import { headingOrder } from './prose/heading-order.ts';
import { headingPeriod } from './prose/heading-period.ts';
import { itemCount } from './prose/item-count.ts';
import { numberMark } from './prose/number-mark.ts';
import { placeholder } from './prose/placeholder.ts';
import { proseShare } from './prose/prose-share.ts';
import { proseSum } from './prose/prose-sum.ts';
import { rangeForm } from './prose/range-form.ts';
import { shortName } from './prose/short-name.ts';
import { unitMixed } from './prose/unit-mixed.ts';
import { unpairedMark } from './prose/unpaired-mark.ts';
import { ignoreReason } from './reading/ignore-reason.ts';
import { illegalCharacter } from './reading/illegal-character.ts';
import { lossyValue } from './reading/lossy-value.ts';
import { schema } from './reading/schema.ts';
import { textEncoding } from './reading/text-encoding.ts';
import { unreadableDocument } from './reading/unreadable-document.ts';
import { unusedIgnore } from './reading/unused-ignore.ts';
import { yamlSyntax } from './reading/yaml-syntax.ts';
import { layoutDeviation } from './template/layout-deviation.ts';
import { templateHelper } from './template/template-helper.ts';
import { templateInfo } from './template/template-info.ts';
import { templateMarkup } from './template/template-markup.ts';
import { templateNeeds } from './template/template-needs.ts';
import { templatePath } from './template/template-path.ts';
import { templatePunctuation } from './template/template-punctuation.ts';
import { templateSyntax } from './template/template-syntax.ts';
import type { CollectionRule, FactsRule, ProseRule, ReadingRule, TemplateRule } from './rule.ts';

export const FACTS_RULES: readonly FactsRule[] = [
  bandOverlap,
  branchSize,
  dateOrder,
  measureDeadline,
  measureEvidence,
  measureOwner,
  measureProblem,
  overEstablishment,
  pendingValue,
  postVacancy,
  problemCause,
  problemMeasure,
  proseFigure,
  rosterTotal,
  sensitiveData,
  subsetTotal,
  tallySum,
  unknownReference,
];

export const PROSE_RULES: readonly ProseRule[] = [
  adjacentQuoteMark,
  approximateNumber,
  commonSlip,
  dateForm,
  datedTerm,
  decimalPlaces,
  digitSpacing,
  documentNumberBracket,
  doubleColon,
  enumerationSeries,
  fixedFormula,
  halfwidthPunctuation,
  headingOrder,
  headingPeriod,
  itemCount,
  numberMark,
  placeholder,
  proseShare,
  proseSum,
  rangeForm,
  shortName,
  unitMixed,
  unpairedMark,
];

export const COLLECTION_RULES: readonly CollectionRule[] = [copiedPassage, duplicateOutput, foreignName];

export const READING_RULES: readonly ReadingRule[] = [
  ignoreReason,
  illegalCharacter,
  lossyValue,
  schema,
  textEncoding,
  unreadableDocument,
  unusedIgnore,
  yamlSyntax,
];

export const TEMPLATE_RULES: readonly TemplateRule[] = [
  layoutDeviation,
  templateHelper,
  templateInfo,
  templateMarkup,
  templateNeeds,
  templatePath,
  templatePunctuation,
  templateSyntax,
];
