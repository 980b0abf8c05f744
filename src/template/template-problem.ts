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

/** A template that goes beyond a limit; `place` is `file:line:column`, the template's own beginning where it is not known. */
export function limitProblem(message: string, place: string | undefined, file: string): Diagnostic {
  const [, named = file, line = '1', column = '1'] = /^(.*):(\d+):(\d+)$/s.exec(place ?? '') ?? [];
  const hint = '减少循环的层数，或者不要在循环里再印整份列表；事实里的条目太多的，分成几份报告。';
  return { ...templateProblem(named, [Number(line), Number(column)], message, hint), rule: 'template-limit' };
}
