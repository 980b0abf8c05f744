import type { FindingNote } from '../messages.ts';

/** Underlines what findings speak of: their characters in a passage, or all of a figure. Sheets are whole when this is done. */
export function markSlips(root: ParentNode, findings: readonly FindingNote[]): void {
  // Warnings first, so that an error at the same place is what is seen.
  const ordered = [...findings].sort((a, b) => a.severity.localeCompare(b.severity)).reverse();
  for (const finding of ordered) {
    if (finding.path === '') continue;
    for (const fact of factsAt(root, finding.path)) markIn(fact, finding);
  }
}

/** The stretches of a paper that a fact is printed in. */
export function factsAt(root: ParentNode, path: string): HTMLElement[] {
  const name = CSS.escape(path);
  return [...root.querySelectorAll<HTMLElement>(`[data-value="${name}"],[data-fact="${name}"]`)];
}

/** The facts path that a stretch of the paper is of; empty where it is of none. */
export function factPathOf(fact: HTMLElement): string {
  return fact.dataset.value ?? fact.dataset.fact ?? '';
}

function markIn(fact: HTMLElement, { severity, span }: FindingNote): void {
  if (span === undefined || fact.dataset.start === undefined) {
    fact.classList.add('slip', severity);
    return;
  }
  const start = span[0] - Number(fact.dataset.start);
  const end = span[1] - Number(fact.dataset.start);
  const length = fact.textContent?.length ?? 0;
  if (end <= 0 || start >= length) return;
  const range = rangeIn(fact, Math.max(0, start), Math.min(length, end));
  if (range === undefined) return;
  const mark = document.createElement('span');
  mark.className = `slip ${severity}`;
  mark.append(range.extractContents());
  range.insertNode(mark);
}

function rangeIn(element: HTMLElement, start: number, end: number): Range | undefined {
  const [from, until] = [placeAt(element, start, false), placeAt(element, end, true)];
  if (from === undefined || until === undefined) return undefined;
  const range = element.ownerDocument.createRange();
  range.setStart(...from);
  range.setEnd(...until);
  return range;
}

function placeAt(element: HTMLElement, offset: number, isEnd: boolean): [Text, number] | undefined {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  while (walker.nextNode() !== null) {
    const text = walker.currentNode as Text;
    if (left < text.length || (isEnd && left === text.length)) return [text, left];
    left -= text.length;
  }
  return undefined;
}
