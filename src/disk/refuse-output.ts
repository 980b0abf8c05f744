import { lstatSync, realpathSync } from 'node:fs';
import { extname } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode, ioError } from './io-error.ts';
import { refuseUnportable } from './refuse-unportable.ts';

/** Refuses to write where no plain file is, or none can be on some system: through a link, over a folder, into a pipe or a device. UserError. */
export function refuseIrregularOutput(path: string): void {
  refuseUnportable(path);
  const stats = outputStats(path);
  if (stats === undefined || stats.isFile()) return;
  const kind = stats.isSymbolicLink() ? '一个符号链接' : stats.isDirectory() ? '一个文件夹' : '一个特殊文件';
  throw new UserError(`不能写入 ${path}：它是${kind}，不是普通文件。`, '请移走它，或用 -o 写到别处。');
}

/** Refuses an output that is one of the inputs, under whatever name. UserError. */
export function refuseInputAsOutput(
  output: string,
  inputs: readonly string[],
  { name, placedBy } = { name: '事实文件', placedBy: '-o' },
): void {
  const target = realPath(output);
  if (target === undefined || !inputs.some((input) => realPath(input) === target)) return;
  throw new UserError(`输出 ${output} 就是输入的${name}，不能覆盖。`, `请用 ${placedBy} 指定别的文件。`);
}

/** Refuses a name by which facts, templates and configurations are found: no report may ever be taken for one. UserError. */
export function refuseInputName(output: string): void {
  const ending = extname(output).toLowerCase();
  if (!INPUT_ENDINGS.has(ending)) return;
  throw new UserError(
    `不能写成 ${output}：${ending} 是事实文件、模板和配置用的扩展名。`,
    '请用 -o 指定别的文件，例如 -o 报告.docx。',
  );
}

const INPUT_ENDINGS = new Set(['.yaml', '.yml', '.hbs']);

function outputStats(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return undefined;
    throw ioError('写入', path, error);
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
