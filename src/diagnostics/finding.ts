import type { Diagnostic, Range, RelatedPlace, Severity, SheetPlace } from './diagnostic.ts';
import { rangeOfCells } from './sheet-place.ts';

/**
 * Where a finding is, in the terms of what was checked. Findings are cheap: the place in a file is worked out
 * only once there is something to show.
 */
export type Anchor = FactAnchor | ParagraphAnchor;

interface AnyAnchor {
  /** The file as it was given, of several that are held against each other; else it is the one that was checked. */
  readonly file?: string;
  /** UTF-16 offsets into the text as it was written; without it all of the value or paragraph is meant. */
  readonly span?: readonly [start: number, end: number];
}

/** A place in a facts file. */
export interface FactAnchor extends AnyAnchor {
  /** A facts path: `problems.0.title`. */
  readonly path: string;
  /** `key` points at the key (an unknown or a missing one), `value` (the default) at what follows it. */
  readonly part?: 'key' | 'value';
  readonly paragraph?: undefined;
}

/** A place in a finished document. */
export interface ParagraphAnchor extends AnyAnchor {
  /** From 0. */
  readonly paragraph: number;
  readonly path?: undefined;
  readonly part?: undefined;
}

/** What a rule reports. `severity` is the rule's own unless it says otherwise. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly at: Anchor;
  readonly related?: readonly { readonly message: string; readonly at: Anchor }[];
  /** What it speaks of in spreadsheets. */
  readonly inSheets?: readonly InSheet[];
  /** What `--fix` may put in place of the text at `at.span` without asking. */
  readonly replacement?: string;
  /** Whether it only says that a fact is not there. */
  readonly isGap?: true;
}

/** A place in a spreadsheet that a finding speaks of. */
export interface InSheet extends Partial<SheetPlace> {
  readonly message: string;
  /** The file as its path is given. */
  readonly file: string;
}

/** Finds an anchor's place in the file that was checked, or in another one that says it (then with that file's name). */
export interface Places {
  readonly file: string;
  rangeOf(anchor: Anchor): Range & { readonly file?: string };
}

/** The places of all files that findings speak of; each file is asked once. */
export async function placesAmong(
  findings: readonly Finding[],
  placesOf: (file: string) => Promise<Places>,
): Promise<Places> {
  const anchors = findings.flatMap(({ at, related = [] }) => [at, ...related.map((other) => other.at)]);
  const files = new Set(anchors.map(({ file }) => file ?? ''));
  const places = new Map(
    await Promise.all([...files].map(async (file) => [file, await placesOf(file)] as const)),
  );
  return {
    file: '',
    rangeOf(anchor) {
      const { file = '' } = anchor;
      const known = places.get(file);
      if (known === undefined) throw new Error(`no places of ${file}`);
      return { file, ...known.rangeOf(anchor) };
    },
  };
}

/** What a diagnostic says of an anchor besides its place; a paragraph's number counts from 0. */
function printedPath({ path, paragraph }: Anchor): string {
  return path ?? String(paragraph);
}

/** Turns findings into diagnostics, each with its place. */
export function locate(findings: readonly Finding[], places: Places): Diagnostic[] {
  return findings.map((finding) => diagnosticOf(finding, places));
}

/** Made plainly, for there may be a hundred thousand of them. */
function diagnosticOf(finding: Finding, places: Places): Diagnostic {
  const { rule, severity, message, hint, at, replacement, isGap } = finding;
  const { file = places.file, start, end } = places.rangeOf(at);
  const related = relatedOf(finding, places);
  const diagnostic: { -readonly [Key in keyof Diagnostic]: Diagnostic[Key] } = {
    rule,
    severity,
    message,
    file,
    path: printedPath(at),
    start,
    end,
    hint,
    related,
  };
  if (replacement !== undefined) diagnostic.isMendable = true;
  if (isGap) diagnostic.isGap = true;
  return diagnostic;
}

const NOTHING_RELATED: readonly RelatedPlace[] = [];

function relatedOf({ related = [], inSheets = [] }: Finding, places: Places): readonly RelatedPlace[] {
  if (related.length + inSheets.length === 0) return NOTHING_RELATED;
  return [
    ...related.map(({ message, at }) => ({ message, file: places.file, ...places.rangeOf(at) })),
    ...inSheets.map((place) => ({ ...place, ...rangeOfCells(place.cells) })),
  ];
}
