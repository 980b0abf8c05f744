import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isShipped } from '../template/precompiled.ts';
import type { Template } from '../template/template.ts';
import type { TemplateKind } from '../template/template-sources.ts';
import type { ReadMarkup } from './check-markup.ts';

/** Where a loaded template came from. */
export interface TemplateOrigin {
  readonly kind: TemplateKind;
  /** The folders that it was looked for in, the built-in ones last. */
  readonly folders: readonly string[];
}

/**
 * The errors that `templates check` finds in a template, looked for once as long as it stays loaded. The built-in templates are
 * known to have none, unless a nearer folder overrides their partials.
 */
export function judgeTemplate(
  template: Template,
  { kind, folders }: TemplateOrigin,
  readMarkup: ReadMarkup,
): Promise<readonly Diagnostic[]> {
  const known = verdicts.get(template);
  if (known !== undefined) return known;
  const { id } = template.info;
  const verdict = isShipped(id, folders, kind)
    ? NO_DIAGNOSTICS
    : findErrors({ id, kind, folders }, readMarkup);
  verdicts.set(template, verdict);
  return verdict;
}

const NO_DIAGNOSTICS: Promise<readonly Diagnostic[]> = Promise.resolve([]);
const verdicts = new WeakMap<Template, Promise<readonly Diagnostic[]>>();

async function findErrors(checked: TemplateOrigin & { readonly id: string }, readMarkup: ReadMarkup) {
  // A run with built-in templates alone never loads the check.
  const { checkTemplate } = await import('./check-template.ts');
  const found = await checkTemplate(checked, readMarkup);
  return found.filter(({ severity }) => severity === 'error');
}
