import { ownerOf, type SourcedPiece } from './piece.ts';

/** Which items of the facts' lists a report's pieces are, for whoever adds, removes or moves some. */
export class ItemIndex {
  /** By an item's path (`work.2`, `work.2.points.0`): the pieces of which it is the most. */
  readonly #mains = new Map<string, number[]>();
  readonly #itemsOf: (readonly string[])[];
  /** All pieces that have some of an item's text. */
  readonly #prints = new Map<string, number[]>();

  constructor(pieces: readonly SourcedPiece[]) {
    this.#itemsOf = pieces.map(mainItems);
    for (const [index, items] of this.#itemsOf.entries()) {
      for (const item of items) this.#mains.set(item, [...(this.#mains.get(item) ?? []), index]);
    }
    for (const [index, { sources }] of pieces.entries()) {
      const items = new Set(sources.flatMap((source) => itemsIn(ownerOf(source) ?? '')));
      for (const item of items) this.#prints.set(item, [...(this.#prints.get(item) ?? []), index]);
    }
  }

  /** The items that a piece is for the most part of; the outermost first. */
  itemsOf(piece: number): readonly string[] {
    return this.#itemsOf[piece] ?? [];
  }

  piecesOf(item: string): readonly number[] {
    return this.#mains.get(item) ?? [];
  }

  /** Whether there is nothing of an item in the pieces that are kept, or only a mention of it. */
  isGone(item: string, isKept: (piece: number) => boolean): boolean {
    const mains = this.#mains.get(item) ?? this.#prints.get(item) ?? [];
    return !mains.some(isKept);
  }

  get items(): readonly string[] {
    return [...this.#prints.keys()];
  }
}

function mainItems({ sources }: SourcedPiece): string[] {
  const lengths = new Map<string, number>();
  let owned = 0;
  for (const source of sources) {
    const path = ownerOf(source);
    if (path === undefined) continue;
    owned += 1;
    for (const item of itemsIn(path)) lengths.set(item, (lengths.get(item) ?? 0) + 1);
  }
  return [...lengths].filter(([, length]) => length > owned / 2).map(([item]) => item);
}

/** The items that a path leads through: `work.2` and `work.2.points.0`. */
export function itemsIn(path: string): string[] {
  const segments = path.split('.');
  return segments.flatMap((segment, at) =>
    /^\d+$/.test(segment) ? [segments.slice(0, at + 1).join('.')] : [],
  );
}

/** `work` and 2 of `work.2`. */
export function splitItem(item: string): readonly [list: string, index: number] {
  const dot = item.lastIndexOf('.');
  return [item.slice(0, dot), Number(item.slice(dot + 1))];
}
