export interface InitFlags {
  readonly template?: string;
  /** What the facts are from: rosters, finished reports, facts files. */
  readonly from?: readonly string[];
  /** The day that rosters are counted as of. */
  readonly asOf?: string;
  readonly format?: 'text' | 'json';
}
