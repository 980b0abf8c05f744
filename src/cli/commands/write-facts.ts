import { dirname, join } from 'node:path';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { createFile } from '../../disk/create-file.ts';
import type { InitFlags } from './init-flags.ts';
import { schemaText } from './schema.ts';
import { SCHEMA_NAME, writeEditorSettings } from './write-editor-settings.ts';

/**
 * Makes a facts file, and beside it the schema where there is none, on request VS Code's settings too; says so, a line each. UserError where the name is
 * taken.
 */
export async function writeFacts(path: string, text: string, flags: InitFlags): Promise<string[]> {
  if (!createFile(path, text)) throw alreadyThere(path);
  return [`已写好 ${printable(path)}`, ...(await writeBesideFacts(path, flags))];
}

/** Makes what editors ask for beside a facts file, where it is not there yet. */
export async function writeBesideFacts(path: string, { editor }: InitFlags): Promise<string[]> {
  const schemaPath = join(dirname(path), SCHEMA_NAME);
  const isNew = createFile(schemaPath, await schemaText());
  return [
    ...(isNew ? [`已写好 ${printable(schemaPath)}（编辑器据此提示和查错，可以删去）`] : []),
    ...(editor === true ? writeEditorSettings(dirname(path)) : []),
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
