import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reading } from '../facts/read-facts.ts';
import { showFindingsOf } from './place.ts';
import { viewFor } from './render-markup.ts';
import type { Template } from './template.ts';
import { templateProblem } from './template-problem.ts';

/** What the markup reader found, and where in the markup, as far as this room needs to know it. */
export interface PlacedMarkupProblem {
  readonly message: string;
  /** UTF-16 offset in the markup. */
  readonly at: number;
}

/** Markup comes from templates alone (facts are escaped), so its problems stand where the template wrote or made the element. */
export async function placeMarkupProblems(
  problems: readonly PlacedMarkupProblem[],
  template: Template,
  reading: Reading,
): Promise<Diagnostic[]> {
  const marked = await template.mark(viewFor(template, reading, {}, { gaps: [] }));
  const { id, body } = template.info;
  const show = showFindingsOf(id);
  return problems.map(({ message, at }) => {
    const stretch = marked?.placeOf(at);
    if (stretch === undefined) return { ...templateProblem(body, [1, 1], message, MARKUP_HINT), rule: RULE };
    return show({ rule: RULE, at: stretch, message, hint: MARKUP_HINT });
  });
}

const RULE = 'template-markup';
export const MARKUP_HINT = '模板里只能用规定的标记，位置也有规定，见模板编写说明。';
