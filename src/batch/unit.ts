import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PdfFacts } from '../office/stand-in-fonts.ts';
import type { ToPrint } from '../use/to-print.ts';
import type { UnitRecord } from './records/unit-record.ts';

/** One facts file and where its report goes. */
export interface BatchUnit {
  /** The facts file's path, as the folder was given. */
  readonly facts: string;
  /** The output's path under the output folder, with `/`. */
  readonly output: string;
  /** Which of the batch's recipes holds for it. */
  readonly recipe: number;
}

/** What became of a unit. `held` is one that speaks of another unit, and waits until all are known; `due` is one whose report has yet to be made, `left` is one that an interruption or `--fail-fast` left undone. */
export type Status =
  | 'due'
  | 'held'
  | 'built'
  | 'unchanged'
  | 'failed'
  | 'kept'
  | 'pruned'
  | 'orphaned'
  | 'left';

/** What became of a unit, and no more. */
export interface Settled {
  readonly facts: string;
  readonly output: string;
  readonly status: Status;
  /** Why, in Chinese; empty where it goes without saying. */
  readonly reason: string;
  /** What the system refused, in Chinese: then it is no fault of the facts. */
  readonly problem?: string;
  /** Whether the trouble is a bug of the program itself. */
  readonly isBug?: boolean;
  /** Of what was printed. */
  readonly pdf?: PdfFacts;
}

/** What was found in a unit's facts. */
export interface UnitFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** What the facts still lack, in Chinese. */
  readonly pending?: readonly string[];
}

/** A report that was written as .docx and has yet to be printed. */
export interface Staged extends Omit<ToPrint, 'docx'> {
  /** The .docx. */
  readonly file: string;
}

export interface UnitResult extends Settled, UnitFindings {
  /** Absent where nothing is to be printed any more. */
  readonly staged?: Staged;
  /** Whether the unit's record says already what was found. */
  readonly isOnRecord?: boolean;
  /** The unit's name, as far as it is known. */
  readonly name?: string;
  /** What the unit is to be compared with others by, as a line of the store of digests. */
  readonly digest?: string;
  /** What a county gets of it depends on this; absent where no county is wanted, or the facts cannot be read at all. */
  readonly extractKey?: string;
  /** What a county gets of it, as a line of the store of extracts. */
  readonly extract?: string;
  /** What the next run shall know; absent where it knows no more than this one did. */
  readonly record?: UnitRecord;
}
