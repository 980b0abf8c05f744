import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LineIndex } from './line-index.ts';

/** The rules that reading itself applies. */
export type ReadingRuleId = 'yaml-syntax' | 'schema' | 'lossy-value' | 'text-encoding' | 'illegal-character';

/** A stretch of a text, in UTF-16 offsets. */
export interface TextStretch {
  readonly start: number;
  readonly end: number;
}

/** Something wrong in a facts file, at offsets into its text. Every slip of reading is an error. */
export interface ReadingSlip extends TextStretch {
  readonly rule: ReadingRuleId;
  readonly message: string;
  readonly hint: string;
  /** The facts path, where one is meant. */
  readonly path?: string;
  readonly related?: readonly (TextStretch & { readonly message: string })[];
}

/** Stop after this many slips of one kind: a file with more is no facts file. */
export const MOST_SLIPS = 200;

/** Gives slips their lines and columns. */
export function diagnose(slips: readonly ReadingSlip[], file: string, lines: LineIndex): Diagnostic[] {
  return slips.map((slip) => ({
    rule: slip.rule,
    severity: 'error',
    message: slip.message,
    file,
    path: slip.path ?? '',
    ...lines.range(slip.start, slip.end),
    hint: slip.hint,
    related: (slip.related ?? []).map(({ message, start, end }) => ({
      message,
      file,
      ...lines.range(start, end),
    })),
  }));
}
