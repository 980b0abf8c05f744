/** The public API: what the program can do (values in, values out) and the types of what passes between. */

export { extractUnit, type UnitExtract } from './county/unit-extract.ts';
export type { Diagnostic, Position, Range, RelatedPlace, Severity } from './diagnostics/diagnostic.ts';
export type { Anchor, Finding, Places } from './diagnostics/finding.ts';
export type { Outcome } from './diagnostics/outcome.ts';
export { readFinished } from './document/read-finished.ts';
export type { Document } from './document/tree.ts';
export type { Facts } from './facts/facts.ts';
export { type Reading, readFacts } from './facts/read-facts.ts';
export type { Source } from './facts/source.ts';
export { factsOfReport } from './intake/facts-of-report.ts';
export { type ReadReport as ReportFacts, readReport } from './intake/report/read-report.ts';
export { DEFAULT_SETTINGS } from './judge/default-settings.ts';
export { fixSource } from './judge/fix-source.ts';
export type { Fixed } from './judge/fixed.ts';
export { judgeCollection } from './judge/judge-collection.ts';
export type { RuleSettings } from './judge/run.ts';
export type { CountOptions } from './rosters/count-options.ts';
export { countRosters } from './rosters/count-rosters.ts';
export type { CountedFigure } from './rosters/figure.ts';
export { type ReadOptions, type Rosters, readRosters } from './rosters/read-rosters.ts';
export type { Roster } from './rosters/roster.ts';
export type { ParagraphDecision, Ruling, SetPart, TypesetNote } from './typeset/decision.ts';
export {
  type Typeset,
  type TypesetOptions,
  type TypesetOutcome,
  typeset,
  WordsChanged,
} from './typeset/typeset.ts';
export { type Absorbed, type AbsorbOptions, type AbsorbRefusal, absorbReport } from './use/absorb.ts';
export {
  type BuildOptions,
  type Built,
  buildReport,
  type CheckOptions,
  checkReport,
  type Rendered,
  type RenderOptions,
  renderReport,
} from './use/build.ts';
export {
  type CheckedDocument,
  type CheckFinishedOptions,
  checkFinished,
} from './use/check-finished.ts';
export { compareFacts, type UnitComparison } from './use/compare.ts';
export { type FormTaking, type MadeForm, makeForm, takeForms } from './use/form.ts';
export { factsFrom, type InitBase, type InitFromOptions, type MadeFacts } from './use/init-from.ts';
export { makeLedger, writeLedger } from './use/ledger.ts';
export { type OriginsOptions, writeOrigins } from './use/origins.ts';
export { type ReviewedReport, readForReview } from './use/read-for-review.ts';
export { type Review, type ReviewCopy, reviewCopy } from './use/review-copy.ts';
export { CountyMaker, countyText, type RolledUp, type UnitToAdd } from './use/roll-up.ts';
export { type CellChange, type TakenFacts, type TakeProblem, takeIntoFacts } from './use/take-facts.ts';
export { type LedgerTaking, type LedgerTakings, type ReturnedFile, takeLedgers } from './use/take-ledger.ts';
export type { OutputFormat, Properties, Writer } from './write/writer.ts';
