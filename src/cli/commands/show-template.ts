import { printable } from '../../diagnostics/printable.ts';
import { chinesePath } from '../../facts/fact-path.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { styleFor } from '../terminal/paint.ts';
import { printResult } from '../terminal/streams.ts';
import { findTemplate } from './find-template.ts';
import { foldersHere } from './list-templates.ts';

/** Says what a template is for, what it needs, and where it lies. */
export async function showTemplate(id: string): Promise<number> {
  const {
    name,
    about,
    audience,
    title,
    recipient = '',
    needs,
    folder,
  } = await findTemplate(id, await foldersHere());
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['用途', about],
    ['对象', audience],
    ['标题', title],
    ['主送', recipient],
    ['必需', needs.map(chinesePath).join('、')],
    ['位置', folder],
  ];
  const lines = rows
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${printable(text)}\n`);
  printResult(`${styleFor('stdout').strong(id)}  ${printable(name)}\n\n${lines.join('')}`);
  return EXIT.done;
}
