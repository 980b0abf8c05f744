import type { FactValue } from '../facts/edit/fact-edit.ts';
import { stepsOf, valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import { itemsIn, splitItem } from './items.ts';
import { type CharacterSource, cellsOf, type ReportPiece, type SourcedPiece } from './piece.ts';
import { figureValue } from './read-hunks.ts';

/** An item that a row beside it shows, and what the row says of each of the item's facts. */
export interface RowItem {
  readonly list: string;
  readonly sibling: number;
  readonly value: FactValue;
}

/**
 * Reads a row that somebody added to a table by the row of an item beside it: each column holds the fact that it holds there, with the template's
 * words around it. Undefined where that row is of no one item, or a column holds a fact of something else.
 */
export function readNewRow(row: ReportPiece, beside: SourcedPiece, facts: Facts): RowItem | undefined {
  const item = beside.kind === 'row' ? rowItem(beside) : undefined;
  if (item === undefined) return undefined;
  const [list, sibling] = splitItem(item);
  const cells = cellsOf(row);
  const value: Record<string, FactValue> = {};
  for (const [column, [start, end]] of cellsOf(beside)) {
    const [from, to] = cells.get(column) ?? [0, 0];
    const text = row.text.slice(from, to).trim();
    if (text === '') continue;
    const owned: OwnedCell | undefined =
      ownedCell(beside, start, end) ?? namedCell(beside.text, [start, end], item, facts);
    if (owned === undefined) continue;
    const field = owned.path.startsWith(`${item}.`) ? owned.path.slice(item.length + 1) : undefined;
    if (field === undefined || field.includes('.')) return undefined;
    // A second column of one fact is worked out from it.
    if (value[field] !== undefined) continue;
    const said = owned.isFigure
      ? figureValue(owned.path, text)
      : withoutWords(text, beside.text.slice(start, owned.from), beside.text.slice(owned.to, end));
    if (said === undefined || stepsOf(owned.path) === undefined) return undefined;
    value[field] = said;
  }
  return Object.keys(value).length === 0 ? undefined : { list, sibling, value };
}

/** The item that most of a row's characters are of. */
function rowItem({ sources }: SourcedPiece): string | undefined {
  const counts = new Map<string, number>();
  for (const source of sources) {
    const item = itemsIn(pathOf(source) ?? '')[0];
    if (item !== undefined) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most?.[0];
}

/** Of a figure that a text refers to, the text's. */
function pathOf(source: CharacterSource): string | undefined {
  return source?.kind === 'figure' ? (source.within?.path ?? source.path) : source?.path;
}

interface OwnedCell {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly isFigure: boolean;
}

/** The fact that a cell shows, and where in the row's text; of several the one that it shows most of. */
function ownedCell({ sources }: SourcedPiece, start: number, end: number): OwnedCell | undefined {
  const found = new Map<string, { from: number; to: number; count: number; isFigure: boolean }>();
  for (let at = start; at < end; at++) {
    const source = sources[at];
    const path = pathOf(source);
    if (path === undefined) continue;
    const isFigure = source?.kind === 'figure' && source.path === path;
    const known = found.get(path) ?? { from: at, to: at, count: 0, isFigure };
    found.set(path, { ...known, to: at + 1, count: known.count + 1 });
  }
  const [most] = [...found].toSorted(([, one], [, other]) => other.count - one.count);
  if (most === undefined) return undefined;
  const [path, { from, to, isFigure }] = most;
  return { path, from, to, isFigure };
}

/** A name that the template took apart, or put its own word behind, says no source: the item's text that the cell begins with. */
function namedCell(
  text: string,
  [start, end]: readonly [start: number, end: number],
  item: string,
  facts: Facts,
): OwnedCell | undefined {
  const cell = text.slice(start, end);
  const record = valueAt(facts, item.split('.'));
  if (typeof record !== 'object' || record === null) return undefined;
  const named = Object.entries(record).find(
    ([, said]) => typeof said === 'string' && said.length >= SHORTEST_NAME && cell.startsWith(said),
  );
  if (named === undefined) return undefined;
  const [field, said] = named;
  return { path: `${item}.${field}`, from: start, to: start + String(said).length, isFigure: false };
}

const SHORTEST_NAME = 2;

/** Without the template's words before and after, where they are there too. */
function withoutWords(text: string, before: string, after: string): string {
  const from = text.startsWith(before) ? before.length : 0;
  const to = after !== '' && text.endsWith(after) ? text.length - after.length : text.length;
  return text.slice(from, Math.max(from, to)).trim();
}
