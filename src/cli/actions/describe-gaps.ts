import { printable } from '../../diagnostics/printable.ts';
import type { Document, Pending } from '../../document/tree.ts';
import { chinesePath } from '../../facts/labels.ts';

/** What a draft still lacks, each fact once with its path, in the order of the document. */
export function describeGaps(document: Document): string {
  const gaps = [...new Map(findPending(document).map(({ path, label }) => [path, label]))];
  if (gaps.length === 0) return '草稿中没有待补的事实。\n';
  const lines = gaps.map(([path, label]) => `  ${printable(label)}（${printable(chinesePath(path))}）\n`);
  return `草稿中还有 ${gaps.length} 项待补：\n${lines.join('')}`;
}

/** The tree is plain data, so its gaps are found wherever they may stand. */
function findPending(node: unknown): Pending[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isPending(node)) return [node];
  return Object.values(node).flatMap(findPending);
}

function isPending(node: object): node is Pending {
  return 'type' in node && node.type === 'pending';
}
