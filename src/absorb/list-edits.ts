import type { FactEdit } from '../facts/edit/fact-edit.ts';
import type { ListProposal } from './propose-lists.ts';

/** Which kinds of change of a list are made. */
export interface ListParts {
  readonly removes: boolean;
  readonly inserts: boolean;
  readonly moves: boolean;
}

/** The edits, in order, that give a list the items of a proposal. */
export function listEdits({ list, items, removed }: ListProposal, parts: ListParts): FactEdit[] {
  const edits: FactEdit[] = [];
  const count = items.filter((item) => typeof item === 'number').length + removed.length;
  let current: (number | object)[] = Array.from({ length: count }, (_, index) => index);
  if (parts.removes) {
    for (const index of removed.toReversed()) edits.push({ kind: 'remove', path: `${list}.${index}` });
    current = current.filter((index) => !removed.includes(index as number));
  }
  if (!parts.moves) return parts.inserts ? [...edits, ...insertsOnly(list, items, current)] : edits;
  for (const [at, item] of items.filter((each) => parts.inserts || typeof each === 'number').entries()) {
    if (typeof item === 'object') {
      edits.push({ kind: 'insert', path: list, index: at, value: item.value });
      current.splice(at, 0, item);
      continue;
    }
    const from = current.indexOf(item);
    if (from === at || from === -1) continue;
    edits.push({ kind: 'move', path: list, from, to: at });
    current.splice(at, 0, ...current.splice(from, 1));
  }
  return edits;
}

/** Each new item after the one before it, wherever that stands. */
function insertsOnly(list: string, items: ListProposal['items'], current: (number | object)[]): FactEdit[] {
  return items.flatMap((item, at): FactEdit[] => {
    if (typeof item === 'number') return [];
    const before = items[at - 1];
    const index = before === undefined ? 0 : current.indexOf(before) + 1;
    current.splice(index, 0, item);
    return [{ kind: 'insert', path: list, index, value: item.value }];
  });
}

/** The fewest items that have to move so that the others are in order. */
export function movedItems(order: readonly number[]): number[] {
  const longest: number[][] = [];
  for (const [at, item] of order.entries()) {
    const before = longest.filter((run) => (run.at(-1) ?? 0) < item).reduce(longer, []);
    longest[at] = [...before, item];
  }
  const kept = new Set(longest.reduce(longer, []));
  return order.filter((item) => !kept.has(item));
}

function longer(a: number[], b: number[]): number[] {
  return b.length > a.length ? b : a;
}
