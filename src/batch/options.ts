import type { Style } from '../diagnostics/style.ts';
import type { ReportFormat } from '../disk/output-formats.ts';
import type { CountyDesk, CountyOrder } from './county-order.ts';

/** What `report batch` was asked to do; the command line turned into data, nothing of it checked yet. */
export interface BatchOptions {
  /** The folders of facts files, as given. With `isMerge` there may be none. */
  readonly folders: readonly string[];
  /** The folder for the outputs; made if it is not there. */
  readonly output: string;
  /** `--template`: wins over the facts and the configuration. */
  readonly template?: string;
  /** `--attach`: tables for every report; wins over the facts. */
  readonly attach?: readonly string[];
  /** `--to`; docx if absent. */
  readonly format?: ReportFormat;
  /** `--to pdf`: LibreOffice's program, which prints what is written as .docx. */
  readonly office?: string;
  /** `--jobs`, from 1; all cores if absent. */
  readonly jobs?: number;
  /** `--shard` as written: `2/8`, or `/8` where the environment says which. */
  readonly shard?: string;
  readonly isDraft?: boolean;
  readonly isMerge?: boolean;
  readonly isDryRun?: boolean;
  readonly isForced?: boolean;
  readonly isFailFast?: boolean;
  readonly isPruning?: boolean;
  /** `--summary`: ends in .json, .md or .html. */
  readonly summaryFile?: string;
  /** `--rollup`: the county's facts, and its table and page, out of all units. */
  readonly county?: CountyOrder;
  /** The listing's form on standard output. */
  readonly listing?: 'text' | 'json';
}

/** The streams and the surroundings, handed in by the command line. */
export interface BatchConsole {
  /** Standard output: the listing. */
  out(text: string): void;
  /** Standard error: progress and diagnostics. */
  err(text: string): void;
  /** Whether standard error is a terminal that a progress bar can be drawn on. */
  readonly isTerminal: boolean;
  /** Whether standard output is a terminal: then only what needs attention is listed. */
  readonly isOutTerminal: boolean;
  /** The colours of the listing, and of diagnostics. */
  readonly outStyle: Style;
  readonly errStyle: Style;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What writing a county needs. */
  readonly desk: CountyDesk;
}
