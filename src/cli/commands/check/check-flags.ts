import type { FindingsOptions } from '../../terminal/findings-options.ts';

/** The options as the command line has them. */
export interface CheckFlags extends FindingsOptions {
  readonly draft?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  /** Where copies with comments go. */
  readonly review?: string;
  readonly force?: boolean;
  /** False for `--no-layout`. */
  readonly layout?: boolean;
  readonly clauses?: boolean;
}
