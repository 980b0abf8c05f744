import { readUtf8 } from '../bytes/read-utf8.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from '../disk/read-outside.ts';
import { indexLines } from '../facts/line-index.ts';
import { templateProblem } from './template-problem.ts';
import type { TemplateText } from './template-sources.ts';

/** Reads a file of a template. One that cannot be read, or is not in UTF-8, is a mistake of the template, so that the others still count. */
export function readTemplateText(file: string): Outcome<TemplateText> {
  const bytes = templateBytes(file);
  if (!(bytes instanceof Uint8Array)) return fail([bytes]);
  const { text, problem } = readUtf8(bytes);
  if (problem === undefined) return succeed({ file, text });
  const { message, hint, start, end } = problem;
  const range = indexLines(text).range(start, end);
  return fail([{ ...templateProblem(file, [1, 1], message, hint), rule: 'text-encoding', ...range }]);
}

function templateBytes(file: string): Uint8Array | Diagnostic {
  try {
    return readOutside(file, CONTRACTS.template);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...templateProblem(file, [1, 1], error.message, error.hint), rule: 'template-info' };
  }
}
