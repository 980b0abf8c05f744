import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** A mistake in a template, as the person who keeps it is told; `line` and `column` count from 1. */
export function templateProblem(
  file: string,
  [line, column]: readonly [line: number, column: number],
  message: string,
  hint: string,
): Diagnostic {
  return {
    rule: 'template-syntax',
    severity: 'error',
    message,
    file,
    path: '',
    start: { line, column },
    end: { line, column: column + 1 },
    hint,
    related: [],
  };
}
