import { stepsOf, valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import { type Aligned, likenessOf } from './align-pieces.ts';
import { type AlignedReports, alignReports } from './align-reports.ts';
import { ItemIndex, itemsIn, splitItem } from './items.ts';
import {
  type CharacterSource,
  ownerOf,
  pieceWords,
  type ReportPiece,
  type SourcedPiece,
  shownRow,
} from './piece.ts';
import { type ListProposal, proposeLists } from './propose-lists.ts';
import { isLongText, readChanges, type TextChange, type ValueChange, writtenOf } from './read-hunks.ts';
import { type NewItem, readNewItem } from './read-new-item.ts';
import { readNewRow } from './read-new-row.ts';

/** What an edited report asks of the facts. */
export interface Proposal {
  readonly values: readonly ValueChange[];
  readonly lists: readonly ListProposal[];
}

/** Reads out of an edited report what became of the facts in it. */
export function propose(
  base: readonly SourcedPiece[],
  edited: readonly ReportPiece[],
  facts: Facts,
): Proposal {
  return new Proposer(alignReports(base, edited), facts).propose();
}

/** The item of a list that a new one stands beside. */
interface ListPlace {
  readonly list: string;
  readonly sibling: number;
}

class Proposer {
  private readonly base: readonly SourcedPiece[];
  private readonly edited: readonly ReportPiece[];
  private readonly aligned: readonly Aligned[];
  private readonly facts: Facts;
  private readonly index: ItemIndex;
  private readonly values: ValueChange[] = [];
  /** By the index of an edited piece: the base's piece that it is. */
  private readonly mates = new Map<number, number>();
  private readonly kept = new Set<number>();
  private readonly newItems = new Map<number, NewItem>();

  constructor({ before, after, aligned }: AlignedReports, facts: Facts) {
    this.base = before;
    this.edited = after;
    this.aligned = aligned;
    this.facts = facts;
    this.index = new ItemIndex(before);
  }

  propose(): Proposal {
    this.pair(this.aligned);
    for (const [after, before] of this.mates) {
      const [one, other] = [this.base[before], this.edited[after]];
      if (one !== undefined && other !== undefined) this.values.push(...readChanges(one, other));
    }
    const removed = this.removedItems();
    this.readAdded(this.aligned);
    this.takeOutTexts(removed);
    const { base, edited, mates, newItems, index, facts } = this;
    return {
      values: this.values,
      lists: proposeLists({ base, edited, mates, newItems, index, removed, facts }),
    };
  }

  /** Pairs what is aligned, then pieces that stand elsewhere now. */
  private pair(aligned: readonly Aligned[]): void {
    const gone: number[] = [];
    const fresh: number[] = [];
    for (const { before, after } of aligned) {
      if (before !== undefined && after !== undefined) this.mate(before, after);
      else if (before !== undefined) gone.push(before);
      else if (after !== undefined) fresh.push(after);
    }
    if (gone.length * fresh.length > MOST_PAIRS) return;
    for (const after of fresh) {
      const piece = this.edited[after] as ReportPiece;
      const before = gone.find(
        (index) =>
          !this.kept.has(index) &&
          likenessOf(this.base[index] as ReportPiece, piece) >= SAME &&
          pieceWords(piece).length >= SHORTEST_PROPOSED,
      );
      if (before !== undefined) this.mate(before, after);
    }
  }

  private mate(before: number, after: number): void {
    this.mates.set(after, before);
    this.kept.add(before);
  }

  /** Items all of whose pieces are gone; the outermost. */
  private removedItems(): ReadonlySet<string> {
    const removed = new Set(
      this.index.items.filter((item) => this.index.isGone(item, (piece) => this.kept.has(piece))),
    );
    return new Set(
      [...removed].filter((item) => itemsIn(item).every((outer) => outer === item || !removed.has(outer))),
    );
  }

  /** The text of a piece that is gone, while its item stays: a paragraph of a body, a case. */
  private takeOutTexts(removed: ReadonlySet<string>): void {
    for (const [index, piece] of this.base.entries()) {
      if (this.kept.has(index)) continue;
      for (const [path, [start, end]] of ownedStretches(piece)) {
        if (itemsIn(path).some((item) => removed.has(item)) || this.isPrintedElsewhere(path, start, end))
          continue;
        this.values.push(this.withoutParagraph(path, start, end));
      }
    }
  }

  private isPrintedElsewhere(path: string, start: number, end: number): boolean {
    return [...this.kept].some((index) =>
      this.base[index]?.sources.some((source) => {
        if (source === undefined || ownerOf(source) !== path) return false;
        const [from, to] = writtenOf(source);
        return from < end && to > start;
      }),
    );
  }

  /** With the line break before or after it. */
  private withoutParagraph(path: string, start: number, shown: number): TextChange {
    const text = this.textAt(path);
    const end = shown + closingLength(text, shown);
    const paragraph = GONE_PARAGRAPH;
    if (text[end] === '\n') return { kind: 'text', path, start, end: end + 1, text: '', paragraph };
    return {
      kind: 'text',
      path,
      start: text[start - 1] === '\n' ? start - 1 : start,
      end,
      text: '',
      paragraph,
    };
  }

  private textAt(path: string): string {
    const value = valueAt(this.facts, path.split('.'));
    return typeof value === 'string' ? value : '';
  }

  /** What is new: items among their like, paragraphs of the text that they follow. */
  private readAdded(aligned: readonly Aligned[]): void {
    let before = -1;
    let open:
      | {
          readonly list: string;
          readonly sibling: number;
          readonly pieces: ReportPiece[];
          readonly at: number;
        }
      | undefined;
    // The facts have no place for a heading among the template's, nor for what stands under it.
    let isUnderNewHeading = false;
    const close = () => {
      if (open !== undefined) this.addItem(open);
      open = undefined;
    };
    for (const pair of aligned) {
      if (pair.before !== undefined) before = pair.before;
      if (pair.after === undefined) continue;
      const mate = this.mates.get(pair.after);
      const piece = this.edited[pair.after] as ReportPiece;
      if (mate !== undefined) {
        close();
        isUnderNewHeading = false;
        continue;
      }
      if (piece.kind === 'row') {
        close();
        this.addRow(piece, pair.after, before);
        continue;
      }
      const sibling: ListPlace | undefined = isUnderNewHeading ? undefined : this.siblingOf(piece, before);
      isUnderNewHeading ||= sibling === undefined && piece.mark === 'heading';
      if (isUnderNewHeading) {
        close();
        continue;
      }
      const isOwnPoint = open !== undefined && piece.isJoined;
      if (sibling !== undefined && !isOwnPoint) {
        close();
        open = { ...sibling, pieces: [piece], at: pair.after };
      } else if (open !== undefined && piece.mark !== 'heading') open.pieces.push(piece);
      else {
        close();
        if (piece.role !== 'note') this.addParagraph(piece, before);
      }
    }
    close();
  }

  /** A row more of a table in which each row is an item: by the row above it, else by the one below. */
  private addRow(row: ReportPiece, at: number, before: number): void {
    for (const beside of [this.base[before], this.base[before + 1]]) {
      const item = beside && readNewRow(row, beside, this.facts);
      if (item === undefined) continue;
      const { paragraph, text } = row;
      this.newItems.set(at, { ...item, paragraph, text: shownRow(text), isRow: true });
      return;
    }
  }

  private addItem({
    list,
    sibling,
    pieces,
    at,
  }: {
    readonly list: string;
    readonly sibling: number;
    readonly pieces: readonly ReportPiece[];
    readonly at: number;
  }): void {
    const value = readNewItem(list, pieces);
    if (value === undefined) return;
    const text = pieces.map((piece) => piece.text).join('\n');
    const item: NewItem = { list, sibling, value, text, paragraph: pieces[0]?.paragraph ?? 0 };
    this.newItems.set(at, item);
  }

  /** The item with the same kind of number that stands nearest before it in its section, else after it. */
  private siblingOf(piece: ReportPiece, before: number): ListPlace | undefined {
    if (piece.mark === 'none') return undefined;
    const look = (from: number, step: 1 | -1): number | undefined => {
      for (let at = from; at >= 0 && at < this.base.length; at += step) {
        const other = this.base[at] as SourcedPiece;
        if (other.mark === piece.mark && other.level === piece.level) return at;
        if (other.mark === 'heading' && (piece.mark === 'series' || other.level < piece.level))
          return undefined;
      }
      return undefined;
    };
    const at = look(before, -1) ?? look(before + 1, 1);
    const item = at === undefined ? undefined : this.itemAt(this.base[at] as SourcedPiece);
    if (item === undefined) return undefined;
    const [list, sibling] = splitItem(item);
    return { list, sibling };
  }

  /** The item that a piece with the writer's number is; undefined where the number is the fact's own text. */
  private itemAt(piece: SourcedPiece): string | undefined {
    if (piece.sources.slice(0, piece.markLength).some((source) => source !== undefined)) return undefined;
    const first = piece.sources.find((source) => ownerOf(source) !== undefined);
    return itemsIn(ownerOf(first) ?? '').at(-1);
  }

  /** A paragraph more of the text that ends before it, or of the one that begins after it. */
  private addParagraph(piece: ReportPiece, before: number): void {
    const last = this.base[before];
    const next = this.base[before + 1];
    const end = last && lastOwned(last);
    if (last !== undefined && end !== undefined && this.kept.has(before)) {
      const path = ownerOf(end) ?? '';
      const [, written] = writtenOf(end);
      // The mark that closes the text may be the template's on the page and the fact's own in the file.
      const at = written + closingLength(this.textAt(path), written);
      if (isLongText(path)) {
        const joint = piece.isJoined ? (at > written ? '' : closingAfter(last, end)) : '\n';
        this.insertText(path, at, joint + piece.text, piece.paragraph);
        return;
      }
      const body = bodyBeside(path);
      if (body !== undefined && this.textAt(body) === '') {
        this.insertText(body, 0, piece.text, piece.paragraph);
        return;
      }
    }
    const start = next?.sources.find((source) => ownerOf(source) !== undefined);
    const path = ownerOf(start);
    if (start === undefined || path === undefined || !isLongText(path)) return;
    const [at] = writtenOf(start);
    this.insertText(path, at, `${piece.text}\n`, piece.paragraph);
  }

  private insertText(path: string, at: number, text: string, paragraph: number): void {
    const last = this.values.at(-1);
    if (last?.kind === 'text' && last.path === path && last.start === at && last.end === at) {
      const joint = at === 0 && this.textAt(path) === '' ? '\n' : '';
      this.values[this.values.length - 1] = { ...last, text: last.text + joint + text };
    } else this.values.push({ kind: 'text', path, start: at, end: at, text, paragraph });
  }
}

/** The paragraph of what is in the edited report no more. */
export const GONE_PARAGRAPH = 0;

/** How much alike a piece in another place has to be, and how long. */
const SAME = 0.75;
const SHORTEST_PROPOSED = 6;
const MOST_PAIRS = 20_000;

/** For each fact's text in a piece, from where to where it is there. */
function ownedStretches({
  sources,
}: SourcedPiece): ReadonlyMap<string, readonly [start: number, end: number]> {
  const stretches = new Map<string, readonly [number, number]>();
  for (const source of sources) {
    const path = ownerOf(source);
    if (source === undefined || path === undefined) continue;
    const [from, to] = writtenOf(source);
    const [start, end] = stretches.get(path) ?? [from, to];
    stretches.set(path, [Math.min(start, from), Math.max(end, to)]);
  }
  return stretches;
}

/** The last character of a fact's text, where nothing but a closing mark comes after it. */
function lastOwned({ sources, text }: SourcedPiece): NonNullable<CharacterSource> | undefined {
  const at = sources.findLastIndex((source) => ownerOf(source) !== undefined);
  return at >= 0 && /^[。；：，]?$/.test(text.slice(at + 1)) ? sources[at] : undefined;
}

/** The marks with which a fact's text goes on at an offset; on the page they may be the template's. */
function closingLength(text: string, offset: number): number {
  return /^[。；，、：]*/.exec(text.slice(offset))?.[0].length ?? 0;
}

function closingAfter({ sources, text }: SourcedPiece, end: CharacterSource): string {
  return text.slice(sources.lastIndexOf(end) + 1);
}

/** The body of the item that a title is of. */
function bodyBeside(path: string): string | undefined {
  if (!path.endsWith('.title')) return undefined;
  const body = `${path.slice(0, -'title'.length)}body`;
  return stepsOf(body) === undefined ? undefined : body;
}
