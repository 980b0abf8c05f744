import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import type { Reading } from '../facts/read-facts.ts';
import { diagnosticOf } from './place.ts';
import { viewFor } from './render-markup.ts';
import type { Template } from './template.ts';
import { templateProblem } from './template-problem.ts';

/** What the markup reader found, and where in the markup, as far as this room needs to know it. */
interface Problem extends Position {
  readonly message: string;
}

/** Markup comes from templates alone (facts are escaped), so its problems stand where the template wrote or made the element. */
export async function placeMarkupProblems(
  problems: readonly Problem[],
  template: Template,
  reading: Reading,
): Promise<Diagnostic[]> {
  const marked = await template.mark(viewFor(template, reading, {}, { gaps: [] }));
  const { id, body } = template.info;
  return problems.map((problem) => {
    const { message } = problem;
    const at = marked?.placeAt(problem);
    if (at === undefined) return { ...templateProblem(body, [1, 1], message, HINT), rule: RULE };
    return diagnosticOf({ rule: RULE, at, message, hint: HINT }, id);
  });
}

const RULE = 'template-markup';
const HINT = '模板里只能用规定的标记，位置也有规定，见模板编写说明。';
