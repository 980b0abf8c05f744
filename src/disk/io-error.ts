import { UserError } from '../diagnostics/user-error.ts';

/** Says in Chinese what the system refused to do with a path, and what helps. `action` is a verb: 读取, 写入. */
export function ioError(action: string, path: string, error: unknown): UserError {
  const code = errorCode(error);
  const known = ERROR_REASONS[code];
  if (known === undefined) {
    const detail = error instanceof Error ? error.message : String(error);
    return new UserError(`无法${action} ${path}：${detail}`, '', { cause: error });
  }
  const hint = code === 'ENOENT' && STRAY_QUOTE.test(path) ? STRAY_QUOTE_HINT : known.hint;
  return new UserError(`无法${action} ${path}：${known.why}（${code}）。`, hint, { cause: error });
}

/** What cmd.exe hands over of 'a b.yaml', and every Windows shell of "a b\\": the backslash takes the quote for a character. */
const STRAY_QUOTE = /^'.*'$|["“”]$|^["“]/u;
const STRAY_QUOTE_HINT =
  '路径里多了引号：请用一对半角双引号，例如 "云溪 镇\\今年.yaml"；文件夹的末尾不要写“\\”。';

/** The system's code of an error, `ENOENT`; empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const ERROR_REASONS: Readonly<Record<string, { readonly why: string; readonly hint: string }>> = {
  ENOENT: {
    why: '没有这个文件或文件夹',
    hint: '请检查路径和文件名是否写对，文件名中的全角、半角字符也要一致。',
  },
  EACCES: { why: '没有权限', hint: '请检查文件和所在文件夹的权限，或换一个文件夹。' },
  EPERM: {
    why: '系统不允许，文件可能正被 Word、WPS 打开，或设为只读',
    hint: '请先关闭打开它的程序，再试一次。',
  },
  EBUSY: { why: '文件正被别的程序占用', hint: '请先关闭打开它的 Word 或 WPS，再试一次。' },
  ENOSPC: { why: '磁盘已满', hint: '请腾出空间后再试；原有的文件没有变动。' },
  EDQUOT: { why: '磁盘配额已用完', hint: '请腾出空间后再试；原有的文件没有变动。' },
  EROFS: { why: '所在的磁盘是只读的', hint: '请换一个可以写入的文件夹，用 -o 指定。' },
  EEXIST: { why: '已经有同名的文件或文件夹', hint: '请换一个名字，或先移走原来的。' },
  EISDIR: { why: '这是一个文件夹', hint: '' },
  ENOTDIR: { why: '路径中间有一段不是文件夹', hint: '请检查路径是否写对。' },
  ENAMETOOLONG: { why: '文件名或路径太长', hint: '请缩短文件名，或换一个层级少的文件夹。' },
  EMFILE: { why: '同时打开的文件太多', hint: '请分几次处理。' },
  ELOOP: { why: '符号链接绕成了圈', hint: '请检查路径中的符号链接。' },
  EIO: { why: '磁盘读写出错', hint: '请检查磁盘，或换一个文件夹。' },
};
