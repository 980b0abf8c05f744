// Made by `npm run generate` from the folders of rules.
import { bandOverlap } from '../rules/facts/band-overlap.ts';
import { branchSize } from '../rules/facts/branch-size.ts';
import { copiedPassage } from '../rules/facts/copied-passage.ts';
import { countyUnit } from '../rules/facts/county-unit.ts';
import { dateOrder } from '../rules/facts/date-order.ts';
import { documentNumberForm } from '../rules/facts/document-number-form.ts';
import { duplicateOutput } from '../rules/facts/duplicate-output.ts';
import { duplicateUnit } from '../rules/facts/duplicate-unit.ts';
import { foreignName } from '../rules/facts/foreign-name.ts';
import { lastFigure } from '../rules/facts/last-figure.ts';
import { measureDeadline } from '../rules/facts/measure-deadline.ts';
import { measureEvidence } from '../rules/facts/measure-evidence.ts';
import { measureOwner } from '../rules/facts/measure-owner.ts';
import { measureProblem } from '../rules/facts/measure-problem.ts';
import { overEstablishment } from '../rules/facts/over-establishment.ts';
import { pendingValue } from '../rules/facts/pending-value.ts';
import { postVacancy } from '../rules/facts/post-vacancy.ts';
import { problemCause } from '../rules/facts/problem-cause.ts';
import { problemMeasure } from '../rules/facts/problem-measure.ts';
import { promiseDropped } from '../rules/facts/promise-dropped.ts';
import { proseFigure } from '../rules/facts/prose-figure.ts';
import { rosterFigure } from '../rules/facts/roster-figure.ts';
import { rosterRow } from '../rules/facts/roster-row.ts';
import { rosterTotal } from '../rules/facts/roster-total.ts';
import { source } from '../rules/facts/source.ts';
import { stockFlow } from '../rules/facts/stock-flow.ts';
import { subsetTotal } from '../rules/facts/subset-total.ts';
import { tallySum } from '../rules/facts/tally-sum.ts';
import { unknownReference } from '../rules/facts/unknown-reference.ts';
import { yearOnYear } from '../rules/facts/year-on-year.ts';
import { hiddenText } from '../rules/finished/hidden-text.ts';
import { layoutAttachment } from '../rules/finished/layout-attachment.ts';
import { layoutBody } from '../rules/finished/layout-body.ts';
import { layoutFont } from '../rules/finished/layout-font.ts';
import { layoutGrid } from '../rules/finished/layout-grid.ts';
import { layoutHeading } from '../rules/finished/layout-heading.ts';
import { layoutPageNumber } from '../rules/finished/layout-page-number.ts';
import { layoutPage } from '../rules/finished/layout-page.ts';
import { layoutSignature } from '../rules/finished/layout-signature.ts';
import { layoutTable } from '../rules/finished/layout-table.ts';
import { layoutTitle } from '../rules/finished/layout-title.ts';
import { leftoverComment } from '../rules/finished/leftover-comment.ts';
import { pageEnd } from '../rules/finished/page-end.ts';
import { pendingRevision } from '../rules/finished/pending-revision.ts';
import { personalMetadata } from '../rules/finished/personal-metadata.ts';
import { secrecyMark } from '../rules/finished/secrecy-mark.ts';
import { tableProse } from '../rules/finished/table-prose.ts';
import { tableSum } from '../rules/finished/table-sum.ts';
import { adjacentQuoteMark } from '../rules/prose/adjacent-quote-mark.ts';
import { approximateNumber } from '../rules/prose/approximate-number.ts';
import { attachmentNote } from '../rules/prose/attachment-note.ts';
import { attachmentReference } from '../rules/prose/attachment-reference.ts';
import { commonSlip } from '../rules/prose/common-slip.ts';
import { dateForm } from '../rules/prose/date-form.ts';
import { datedTerm } from '../rules/prose/dated-term.ts';
import { decimalPlaces } from '../rules/prose/decimal-places.ts';
import { digitSpacing } from '../rules/prose/digit-spacing.ts';
import { documentNumberBracket } from '../rules/prose/document-number-bracket.ts';
import { doubleColon } from '../rules/prose/double-colon.ts';
import { doubledMark } from '../rules/prose/doubled-mark.ts';
import { ellipsisForm } from '../rules/prose/ellipsis-form.ts';
import { endMark } from '../rules/prose/end-mark.ts';
import { enumerationSeries } from '../rules/prose/enumeration-series.ts';
import { fixedFormula } from '../rules/prose/fixed-formula.ts';
import { halfwidthPunctuation } from '../rules/prose/halfwidth-punctuation.ts';
import { headingOrder } from '../rules/prose/heading-order.ts';
import { headingPeriod } from '../rules/prose/heading-period.ts';
import { itemCount } from '../rules/prose/item-count.ts';
import { lengthLimit } from '../rules/prose/length-limit.ts';
import { lookAlikeCharacter } from '../rules/prose/look-alike-character.ts';
import { magnitudeOmitted } from '../rules/prose/magnitude-omitted.ts';
import { numberMark } from '../rules/prose/number-mark.ts';
import { placeholder } from '../rules/prose/placeholder.ts';
import { privateUseCharacter } from '../rules/prose/private-use-character.ts';
import { proseDifference } from '../rules/prose/prose-difference.ts';
import { proseGrowth } from '../rules/prose/prose-growth.ts';
import { proseImpossible } from '../rules/prose/prose-impossible.ts';
import { prosePeriod } from '../rules/prose/prose-period.ts';
import { proseRate } from '../rules/prose/prose-rate.ts';
import { proseRepeat } from '../rules/prose/prose-repeat.ts';
import { proseShare } from '../rules/prose/prose-share.ts';
import { proseSum } from '../rules/prose/prose-sum.ts';
import { proseUnit } from '../rules/prose/prose-unit.ts';
import { rangeForm } from '../rules/prose/range-form.ts';
import { relativeTime } from '../rules/prose/relative-time.ts';
import { repealedReference } from '../rules/prose/repealed-reference.ts';
import { requestInReport } from '../rules/prose/request-in-report.ts';
import { scopeLevel } from '../rules/prose/scope-level.ts';
import { sensitiveData } from '../rules/prose/sensitive-data.ts';
import { shortName } from '../rules/prose/short-name.ts';
import { straySpace } from '../rules/prose/stray-space.ts';
import { titleMark } from '../rules/prose/title-mark.ts';
import { unitMixed } from '../rules/prose/unit-mixed.ts';
import { unpairedMark } from '../rules/prose/unpaired-mark.ts';
import { cutText } from '../rules/reading/cut-text.ts';
import { ignoreReason } from '../rules/reading/ignore-reason.ts';
import { illegalCharacter } from '../rules/reading/illegal-character.ts';
import { layoutDeviation } from '../rules/reading/layout-deviation.ts';
import { lossyValue } from '../rules/reading/lossy-value.ts';
import { schema } from '../rules/reading/schema.ts';
import { templateFit } from '../rules/reading/template-fit.ts';
import { templateHelper } from '../rules/reading/template-helper.ts';
import { templateInfo } from '../rules/reading/template-info.ts';
import { templateLimit } from '../rules/reading/template-limit.ts';
import { templateMarkup } from '../rules/reading/template-markup.ts';
import { templateNeeds } from '../rules/reading/template-needs.ts';
import { templatePath } from '../rules/reading/template-path.ts';
import { templatePunctuation } from '../rules/reading/template-punctuation.ts';
import { templateSyntax } from '../rules/reading/template-syntax.ts';
import { textEncoding } from '../rules/reading/text-encoding.ts';
import { unreadableDocument } from '../rules/reading/unreadable-document.ts';
import { unusedIgnore } from '../rules/reading/unused-ignore.ts';
import { yamlSyntax } from '../rules/reading/yaml-syntax.ts';
import type { CollectionRule, FactsRule, FinishedRule, LayoutRule, PrintedRule, ProseRule, ReadingRule, TemplateRule } from '../rules/rule.ts';

export const FACTS_RULES: readonly FactsRule[] = [
  bandOverlap,
  branchSize,
  dateOrder,
  documentNumberForm,
  lastFigure,
  measureDeadline,
  measureEvidence,
  measureOwner,
  measureProblem,
  overEstablishment,
  pendingValue,
  postVacancy,
  problemCause,
  problemMeasure,
  promiseDropped,
  proseFigure,
  rosterFigure,
  rosterRow,
  rosterTotal,
  source,
  stockFlow,
  subsetTotal,
  tallySum,
  unknownReference,
  yearOnYear,
];

export const PROSE_RULES: readonly ProseRule[] = [
  adjacentQuoteMark,
  approximateNumber,
  attachmentNote,
  attachmentReference,
  commonSlip,
  dateForm,
  datedTerm,
  decimalPlaces,
  digitSpacing,
  documentNumberBracket,
  doubleColon,
  doubledMark,
  ellipsisForm,
  endMark,
  enumerationSeries,
  fixedFormula,
  halfwidthPunctuation,
  headingOrder,
  headingPeriod,
  itemCount,
  lengthLimit,
  lookAlikeCharacter,
  magnitudeOmitted,
  numberMark,
  placeholder,
  privateUseCharacter,
  proseDifference,
  proseGrowth,
  proseImpossible,
  prosePeriod,
  proseRate,
  proseRepeat,
  proseShare,
  proseSum,
  proseUnit,
  rangeForm,
  relativeTime,
  repealedReference,
  requestInReport,
  scopeLevel,
  sensitiveData,
  shortName,
  straySpace,
  titleMark,
  unitMixed,
  unpairedMark,
];

export const FINISHED_RULES: readonly FinishedRule[] = [
  hiddenText,
  leftoverComment,
  pendingRevision,
  personalMetadata,
  secrecyMark,
  tableProse,
  tableSum,
];

export const LAYOUT_RULES: readonly LayoutRule[] = [
  layoutAttachment,
  layoutBody,
  layoutFont,
  layoutGrid,
  layoutHeading,
  layoutPage,
  layoutPageNumber,
  layoutSignature,
  layoutTable,
  layoutTitle,
];

export const PRINTED_RULES: readonly PrintedRule[] = [pageEnd];

export const COLLECTION_RULES: readonly CollectionRule[] = [
  copiedPassage,
  countyUnit,
  duplicateOutput,
  duplicateUnit,
  foreignName,
];

export const READING_RULES: readonly ReadingRule[] = [
  cutText,
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
  templateFit,
  templateHelper,
  templateInfo,
  templateLimit,
  templateMarkup,
  templateNeeds,
  templatePath,
  templatePunctuation,
  templateSyntax,
];
