import { type FileKind, fileKindOf, nameOfKind } from '../bytes/file-kind.ts';
import type { ReadingSlip } from './slip.ts';
import type { Source } from './source.ts';

/** Says of a file that is no text at all what it is instead, and which command takes it; undefined for a text that is no table. */
export function otherKind({ file, bytes }: Source): ReadingSlip | undefined {
  const kind = fileKindOf(bytes);
  const isSheet = kind === 'text' && /\.[ct]sv$/i.test(file);
  if (kind === 'text' && !isSheet) return undefined;
  return {
    rule: 'yaml-syntax',
    message: `这是${kind === 'text' ? ' CSV 表格' : nameOfKind(kind)}，不是 YAML 事实文件`,
    hint: otherKindHint(isSheet ? 'excel' : kind, file),
    start: 0,
    end: 0,
  };
}

function otherKindHint(kind: FileKind, file: string): string {
  if (kind === 'word') {
    return `成文的报告用 report check ${file} 检查；要生成报告，先用 report init 新建事实文件，把内容写进去。`;
  }
  if (kind === 'excel' || kind === 'old-excel') {
    const saved = kind === 'excel' ? '' : '先在 Excel 或 WPS 里另存为 .xlsx，';
    return `电子表格不能直接生成报告：用 report init 新建事实文件，把表里的数字写进去；是名册的，${saved}把文件名写在事实文件的“名册”下面，report check 就照它核对。`;
  }
  return '请核对是不是拿错了文件；事实文件是以 .yaml 结尾的文本，用 report init 新建。';
}
