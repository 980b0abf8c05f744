import { valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import { type ItemIndex, splitItem } from './items.ts';
import type { ReportPiece, SourcedPiece } from './piece.ts';
import type { NewItem } from './read-new-item.ts';

/** The items of a list as the edited report has them: those of the facts by their indexes, and new ones. */
export interface ListProposal {
  readonly list: string;
  readonly items: readonly (number | NewItem)[];
  readonly removed: readonly number[];
}

/** What an edited report shows of the facts' items. */
export interface FoundItems {
  readonly base: readonly SourcedPiece[];
  readonly edited: readonly ReportPiece[];
  /** By the index of an edited piece: the base's piece that it is. */
  readonly mates: ReadonlyMap<number, number>;
  /** By the index of the edited piece that they begin with. */
  readonly newItems: ReadonlyMap<number, NewItem>;
  readonly index: ItemIndex;
  /** The items that the edited report has no more, by their paths. */
  readonly removed: ReadonlySet<string>;
  readonly facts: Facts;
}

/** The lists in which an edited report has items more or less, or in another order; inner lists first. */
export function proposeLists(found: FoundItems): ListProposal[] {
  return new ListReader(found).propose();
}

class ListReader {
  private readonly found: FoundItems;
  private readonly added: readonly NewItem[];

  constructor(found: FoundItems) {
    this.found = found;
    this.added = [...found.newItems.values()];
  }

  propose(): ListProposal[] {
    const { removed } = this.found;
    const lists = new Set([
      ...this.added.map(({ list }) => list),
      ...[...removed].map((item) => splitItem(item)[0]),
    ]);
    for (const list of this.movedLists()) lists.add(list);
    const proposals = [...lists].map((list) => this.listProposal(list));
    // Inner lists first: their paths hold as long as the outer ones stand.
    return proposals.toSorted((a, b) => b.list.split('.').length - a.list.split('.').length);
  }

  /** Lists whose items are in another order than before. */
  private movedLists(): ReadonlySet<string> {
    const lists = new Set<string>();
    const last = new Map<string, number>();
    for (const after of [...this.found.mates.keys()].toSorted((a, b) => a - b)) {
      for (const item of this.found.index.itemsOf(this.found.mates.get(after) ?? -1)) {
        const [list, index] = splitItem(item);
        if (index < (last.get(list) ?? 0) && this.isInOrder(list)) lists.add(list);
        last.set(list, Math.max(index, last.get(list) ?? 0));
      }
    }
    return lists;
  }

  /** Whether a report prints a list's items in the order of the facts. */
  private isInOrder(list: string): boolean {
    const firsts = this.found.index.items
      .filter((item) => splitItem(item)[0] === list)
      .toSorted((a, b) => splitItem(a)[1] - splitItem(b)[1])
      .map((item) =>
        this.found.index.piecesOf(item).filter((piece) => this.found.base[piece]?.kind === 'paragraph'),
      )
      .filter((pieces) => pieces.length > 0);
    return firsts.every(
      (pieces, at) => at === 0 || Math.max(...(firsts[at - 1] ?? [])) < Math.min(...pieces),
    );
  }

  private listProposal(list: string): ListProposal {
    const { removed } = this.found;
    const value = valueAt(this.found.facts, list.split('.'));
    const count = Array.isArray(value) ? value.length : 0;
    const isGone = (index: number) => removed.has(`${list}.${index}`);
    const gone = Array.from({ length: count }, (_, index) => index).filter(isGone);
    const stay = Array.from({ length: count }, (_, index) => index).filter((index) => !isGone(index));
    const items = this.isInOrder(list)
      ? this.itemsInEditedOrder(list, stay)
      : this.itemsBesideSiblings(list, stay);
    return { list, items, removed: gone };
  }

  private itemsInEditedOrder(list: string, stay: readonly number[]): (number | NewItem)[] {
    const items: (number | NewItem)[] = [];
    for (const after of this.found.edited.keys()) {
      const added = this.found.newItems.get(after);
      if (added?.list === list) items.push(added);
      if (this.found.edited[after]?.kind !== 'paragraph') continue;
      for (const item of this.found.index.itemsOf(this.found.mates.get(after) ?? -1)) {
        const [of, index] = splitItem(item);
        if (of === list && !items.includes(index)) items.push(index);
      }
    }
    for (const index of stay) {
      if (items.includes(index)) continue;
      const before = stay.filter((other) => other < index).findLast((other) => items.includes(other));
      items.splice(before === undefined ? 0 : items.indexOf(before) + 1, 0, index);
    }
    return items;
  }

  private itemsBesideSiblings(list: string, stay: readonly number[]): (number | NewItem)[] {
    const items: (number | NewItem)[] = [...stay];
    for (const added of this.added.filter((each) => each.list === list).toReversed()) {
      const at = items.indexOf(added.sibling);
      items.splice(at === -1 ? items.length : at + 1, 0, added);
    }
    return items;
  }
}
