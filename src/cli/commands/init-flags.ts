export interface InitFlags {
  readonly template?: string;
  /** What the facts are from: rosters, finished reports, facts files. */
  readonly from?: readonly string[];
  /** The day that rosters are counted as of. */
  readonly asOf?: string;
  /** Whether what is given is last time's and the new file the next period's. */
  readonly roll?: boolean;
  /** Whether VS Code's settings are made beside the facts. */
  readonly editor?: boolean;
  readonly format?: 'text' | 'json';
}
