import { dirname, join } from 'node:path';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { createFile } from '../../disk/create-file.ts';
import { schemaText } from './schema.ts';

/** The schema beside a facts file, which the editor's line in it names. */
export const SCHEMA_NAME = 'report.schema.json';

/** Makes a facts file, and beside it the schema where there is none; says so, a line each. UserError where the name is taken. */
export async function writeFacts(path: string, text: string): Promise<string[]> {
  if (!createFile(path, text)) throw alreadyThere(path);
  const schemaPath = join(dirname(path), SCHEMA_NAME);
  const isNew = createFile(schemaPath, await schemaText());
  return [
    `已写好 ${printable(path)}`,
    ...(isNew ? [`已写好 ${printable(schemaPath)}（编辑器据此提示和查错，可以删去）`] : []),
  ];
}

export function alreadyThere(path: string): UserError {
  return new UserError(`${path} 已经存在，没有改动它。`, '请换一个文件名，例如 report init 云溪镇.yaml。');
}

/** What to do with a facts file that was just written. */
export function nextSteps(path: string): string {
  return `填写以后：report build ${quoted(path)} --draft 看草稿，report check ${quoted(path)} 核对。`;
}

function quoted(path: string): string {
  return printable(/[\s'"$&()]/.test(path) ? `"${path}"` : path);
}
