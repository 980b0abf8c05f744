import type { LeftOutUnit } from '../county/roll-up.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What a batch's county came to. */
export interface CountyReport {
  readonly output: string;
  /** For the screen; nothing where the county was not written. */
  readonly said: string;
  readonly units: number;
  readonly leftOut: readonly LeftOutUnit[];
  /** Why the units are no county, each at its place. */
  readonly faults: readonly Diagnostic[];
  readonly problems: readonly string[];
  /** As of the command line's exit statuses. */
  readonly status: number;
}
