import { printable } from '../../diagnostics/printable.ts';
import { findPending } from '../../document/find-pending.ts';
import type { Document } from '../../document/tree.ts';

/** What a draft still lacks, each fact once, in the order of the document. */
export function describeGaps(document: Document): string {
  const labels = findPending(document).map(({ label }) => label);
  if (labels.length === 0) return '草稿中没有待补的事实。\n';
  return `草稿中还有 ${labels.length} 项待补：\n${labels.map((label) => `  ${printable(label)}\n`).join('')}`;
}
