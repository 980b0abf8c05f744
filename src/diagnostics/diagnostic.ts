/** A place in a text: lines and columns count from 1, columns count code points (a rare character is one column). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning';

/** A stretch of a file. */
export interface PlaceInFile extends Range {
  readonly file: string;
}

/** The place's beginning, before a message: `report.config.yaml:3:5 `; empty where there is none. */
export function writtenPlace(place: PlaceInFile | undefined): string {
  return place === undefined ? '' : `${place.file}:${place.start.line}:${place.start.column} `;
}

/** A second place that a diagnostic speaks of: the other side of a contradiction. */
export interface RelatedPlace extends PlaceInFile, Partial<SheetPlace> {
  readonly message: string;
}

/** Where something is in a spreadsheet; then lines are its rows and columns its columns. */
export interface SheetPlace {
  /** The sheet's name; a CSV file has none. */
  readonly sheet: string;
  /** `C5` or `C5:C490`. */
  readonly cells: string;
}

/** One thing that is wrong, where, and what to do about it. Messages are Chinese and stand on their own. */
export interface Diagnostic extends Range {
  /** The rule's id, for instance `tally-sum`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The file as its path was given, or `<stdin>`. */
  readonly file: string;
  /** The facts path (`branches.total`), a template's id, or a finished document's paragraph; empty where there is none. */
  readonly path: string;
  readonly hint: string;
  readonly related: readonly RelatedPlace[];
  /** Whether its rule holds a safe replacement, which `--fix` can put in where the file allows it. */
  readonly isMendable?: true;
  /** Whether it only says that a fact is not there. */
  readonly isGap?: true;
}

/** The order of every listing: file, line, column, rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Each finding once: what is wrong with a template is said once, however many reports use it. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [diagnosticKey(each), each])).values()];
}

/** The same for diagnostics that say the same of the same places. */
export function diagnosticKey({ rule, file, start, message, related }: Diagnostic): string {
  const places = [{ file, start }, ...related].map(
    (place) => `${place.file}:${place.start.line}:${place.start.column}`,
  );
  return [rule, message, ...places].join(' ');
}

export function hasErrors(diagnostics: readonly { readonly severity: Severity }[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
