import { printable } from '../../../diagnostics/printable.ts';
import { findPending } from '../../../document/find-pending.ts';
import type { Document } from '../../../document/tree.ts';
import { chinesePath } from '../../../facts/fact-path.ts';

/** What a draft still lacks, each fact once with its path, in the order of the document. */
export function listGaps(document: Document): string {
  const gaps = findPending(document);
  if (gaps.length === 0) return '草稿中没有待补的事实。\n';
  const lines = gaps.map(({ path, label }) => `  ${printable(label)}（${printable(chinesePath(path))}）\n`);
  return `草稿中还有 ${gaps.length} 项待补：\n${lines.join('')}`;
}
