import type { ReportFormat } from '../../../disk/output-formats.ts';
import type { FindingsOptions } from '../../terminal/findings-options.ts';

/** The options as the command line has them. */
export interface BuildFlags extends FindingsOptions {
  readonly output?: string;
  readonly template?: string;
  readonly attach?: readonly string[];
  readonly draft?: boolean;
  readonly to?: ReportFormat;
  readonly force?: boolean;
  readonly watch?: boolean;
  /** Where the copy goes in which every figure and passage tells its origin. */
  readonly origins?: string;
}

/** The flags once it is decided what is made and whether it goes to standard output. */
export interface BuildOrder extends BuildFlags {
  readonly to: ReportFormat;
  readonly inputs: readonly string[];
  readonly isStdoutTaken: boolean;
}
