import type { Diagnostic } from './diagnostic.ts';

/** What a stage returns: its value, where it could make one, and everything it found wrong on the way. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function succeed<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { value, diagnostics };
}

export function fail(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { diagnostics };
}
