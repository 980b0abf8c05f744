import type { Diagnostic } from './diagnostic.ts';
import type { SourceText } from './source-lines.ts';

/** All that a run found, for the formats. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** How many files were looked at. */
  readonly files: number;
  /** The text of a file, for quoting its lines; undefined where there is nothing to quote. */
  readonly textOf: (file: string) => SourceText | undefined;
  /** What else the JSON tells, under keys of its own. */
  readonly also?: Readonly<Record<string, unknown>>;
}
