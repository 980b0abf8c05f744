/** The public API: the stages, the pipeline that joins them, and the types of what passes between them. */
export type { Diagnostic, Position, Range, RelatedPlace, Severity } from './diagnostics/diagnostic.ts';
export type { Anchor, Finding, Places } from './diagnostics/finding.ts';
export type { Outcome } from './diagnostics/outcome.ts';
export type { Document } from './document/tree.ts';
export type { Facts } from './facts/facts.ts';
export { type Reading, readFacts } from './facts/read-facts.ts';
export type { Source } from './facts/source.ts';
export { DEFAULT_SETTINGS } from './judge/default-settings.ts';
export type { RuleSettings } from './judge/run.ts';
export {
  type BuildOptions,
  type Built,
  buildReport,
  type CheckOptions,
  checkReport,
} from './pipeline.ts';
export type { OutputFormat, Properties, Writer } from './write/writer.ts';
