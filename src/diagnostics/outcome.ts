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

/** Runs the next stage on a value, if there is one, and keeps the diagnostics of both. */
export async function andThen<T, U>(
  outcome: Outcome<T>,
  next: (value: T) => Outcome<U> | Promise<Outcome<U>>,
): Promise<Outcome<U>> {
  if (outcome.value === undefined) return fail(outcome.diagnostics);
  const following = await next(outcome.value);
  return { ...following, diagnostics: [...outcome.diagnostics, ...following.diagnostics] };
}
