import { readFile } from 'node:fs/promises';
import type { TemplateInfo } from './template.ts';
import type { TemplateText } from './template-sources.ts';

/** The title's pattern as a text of its own, at its own place in the file. */
export async function readTitle(info: TemplateInfo): Promise<TemplateText> {
  const [before = '', after = ''] = (await readFile(info.file, 'utf8')).split(/^(?:title|标题)\s*:/m);
  const lines = before.split('\n').length - 1;
  const quote = /^\s*["']?/.exec(after)?.[0] ?? '';
  const column = 'title:'.length + (quote.includes('\n') ? 0 : quote.length);
  return { file: info.file, text: `${'\n'.repeat(lines)}${' '.repeat(column)}${info.title}` };
}
