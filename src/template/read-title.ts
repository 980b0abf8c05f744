import { type Outcome, succeed } from '../diagnostics/outcome.ts';
import { readTemplateText } from './read-template-text.ts';
import type { TemplateInfo } from './template.ts';
import type { TemplateText } from './template-sources.ts';

/** The title's pattern as a text of its own, at its own place in the file. */
export function readTitle(info: TemplateInfo): Outcome<TemplateText> {
  const { value, diagnostics } = readTemplateText(info.file);
  if (value === undefined) return { diagnostics };
  const [before = '', after = ''] = value.text.split(/^(?:title|标题)\s*:/m);
  const lines = before.split('\n').length - 1;
  const quote = /^\s*["']?/.exec(after)?.[0] ?? '';
  const column = 'title:'.length + (quote.includes('\n') ? 0 : quote.length);
  return succeed({ file: info.file, text: `${'\n'.repeat(lines)}${' '.repeat(column)}${info.title}` });
}
