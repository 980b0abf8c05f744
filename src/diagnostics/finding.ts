import type { Diagnostic, Range, Severity } from './diagnostic.ts';

/**
 * Where a finding stands, in the terms of what was checked. Findings are cheap: the place in a file is worked out
 * only once there is something to show.
 */
export interface Anchor {
  /** A facts path with dots and indexes from 0 (`problems.0.title`), or a finished document's paragraph (`3`, from 0). */
  readonly path: string;
  /** `key` points at the key (an unknown or a missing one), `value` (the default) at what stands behind it. */
  readonly part?: 'key' | 'value';
  /** UTF-16 offsets into the text at `path` as it was written; without it the whole value is meant. */
  readonly span?: readonly [start: number, end: number];
}

/** What a rule reports. `severity` is the rule's own unless it says otherwise. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly at: Anchor;
  readonly related?: readonly { readonly message: string; readonly at: Anchor }[];
  /** What `--fix` may put in place of the text at `at.span` without asking. */
  readonly replacement?: string;
  /** Whether it only says that a fact is not there. */
  readonly isGap?: true;
}

/** Finds an anchor's place in the file that was checked, or in another one that says it (then with that file's name). */
export interface Places {
  readonly file: string;
  rangeOf(anchor: Anchor): Range & { readonly file?: string };
}

/** Turns findings into diagnostics, each with its place. */
export function locate(findings: readonly Finding[], places: Places): Diagnostic[] {
  return findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: places.file,
    path: finding.at.path,
    ...places.rangeOf(finding.at),
    hint: finding.hint,
    related: (finding.related ?? []).map(({ message, at }) => ({
      message,
      file: places.file,
      ...places.rangeOf(at),
    })),
    ...(finding.replacement !== undefined && { isMendable: true }),
    ...(finding.isGap && { isGap: true }),
  }));
}
