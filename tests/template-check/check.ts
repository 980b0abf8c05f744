import { readMarkup } from '../../src/document/read-markup.ts';
import { BUILT_IN_TEMPLATES } from '../../src/template/precompiled.ts';
import type { TemplateKind } from '../../src/template/template-sources.ts';
import { checkTemplate } from '../../src/template-check/check-template.ts';

/** What the check finds in a template of a folder; the built-in partials are within reach. */
export function check(id: string, folder = BUILT_IN_TEMPLATES, kind: TemplateKind = 'report') {
  const folders = [...new Set([folder, BUILT_IN_TEMPLATES])];
  return checkTemplate({ id, kind, folders }, (markup) => readMarkup(markup, { isDraft: true }).problems);
}
