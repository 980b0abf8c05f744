import type { Facts } from '../facts/facts.ts';
import type { Passage } from '../facts/passages.ts';

/** One township of several that are held against each other. */
export interface CollectedUnit {
  readonly file: string;
  readonly facts: Facts;
  readonly passages: readonly Passage[];
  /** Whether somebody named this very file, instead of a folder that holds it. */
  readonly isNamedSingly?: boolean;
}
