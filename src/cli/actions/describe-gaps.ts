import { printable } from '../../diagnostics/printable.ts';
import type { Document, Pending } from '../../document/tree.ts';

/** What a draft still lacks, each fact once, in the order of the document. */
export function describeGaps(document: Document): string {
  const labels = [...new Map(findPending(document).map(({ path, label }) => [path, label])).values()];
  if (labels.length === 0) return '草稿中没有待补的事实。\n';
  return `草稿中还有 ${labels.length} 项待补：\n${labels.map((label) => `  ${printable(label)}\n`).join('')}`;
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
