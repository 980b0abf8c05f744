import type { Finding, Places } from '../diagnostics/finding.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { Facts } from './facts.ts';
import type { Source } from './source.ts';

/** What was read of a facts file. */
export interface Reading {
  readonly source: Source;
  readonly facts: Facts;
  /** Figures whose written form is not what the number would print: path → text as written (`1.10`). */
  readonly written: ReadonlyMap<string, string>;
  /** The needed facts that are absent: errors of a final build, gaps of a draft. */
  readonly missing: readonly Finding[];
  /** The places of values in the file; reads it again, exactly, at the first call. */
  places(): Promise<Places>;
}

/**
 * Reads a facts file. Problems of the text itself (`yaml-syntax`, `text-encoding`, …) leave no value; a key or value that the
 * schema refuses is reported and left out, so that everything else is still checked in the same run.
 */
export async function readFacts(source: Source): Promise<Outcome<Reading>> {
  throw new Error(`not read yet: ${source.file}`);
}
