import { statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { createFile } from '../../disk/create-file.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { schemaText } from '../schema/schema.ts';
import { findTemplate } from '../templates/find-template.ts';
import { foldersHere } from '../templates/list-templates.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printResult } from '../terminal/streams.ts';
import { skeleton } from './skeleton.ts';

/** Writes a facts file to fill in, and beside it the schema that the editor's line in it names. Never overwrites. */
export async function init(name: string | undefined, options: { template?: string }): Promise<number> {
  const path = pathOf(name);
  const template = options.template ?? DEFAULT_TEMPLATE;
  if (options.template !== undefined) await findTemplate(template, await foldersHere());
  if (!createFile(path, skeleton({ schema: `./${SCHEMA_NAME}`, template }))) {
    throw new UserError(`${path} 已经存在，没有改动它。`, '请换一个文件名，例如 report init 云溪镇.yaml。');
  }
  const schemaPath = join(dirname(path), SCHEMA_NAME);
  const isNew = createFile(schemaPath, await schemaText());
  printResult(
    [
      `已写好 ${printable(path)}`,
      ...(isNew ? [`已写好 ${printable(schemaPath)}（编辑器据此提示和查错，可以删去）`] : []),
      `填写以后：report build ${quoted(path)} --draft 看草稿，report check ${quoted(path)} 核对。`,
      '',
    ].join('\n'),
  );
  return EXIT.done;
}

const DEFAULT_NAME = '事实.yaml';
const SCHEMA_NAME = 'report.schema.json';

function pathOf(name: string | undefined): string {
  if (name === undefined) return DEFAULT_NAME;
  const isFolder = /[/\\]$/.test(name) || (statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false);
  if (isFolder) return join(name, DEFAULT_NAME);
  return extname(name) === '' ? `${name}.yaml` : name;
}

function quoted(path: string): string {
  return printable(/[\s'"$&()]/.test(path) ? `"${path}"` : path);
}
