import type { Document, PendingFact } from './tree.ts';

/** The facts that a draft still lacks, each once, in the order of the document; any other document lacks none. */
export function findPending(document: Document): PendingFact[] {
  if (!document.isDraft) return [];
  return [...new Map(pendingIn(document).map((pending) => [pending.path, pending])).values()];
}

/** The tree is plain data, so its gaps are found wherever they may stand. */
function pendingIn(node: unknown): PendingFact[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isPendingNode(node)) return [node];
  return Object.values(node).flatMap(pendingIn);
}

function isPendingNode(node: object): node is PendingFact {
  return 'type' in node && node.type === 'pending';
}
