import { isScalar } from 'yaml';
import { applySplices, type Splice } from './splice.ts';
import {
  editSteps,
  endOfPair,
  lineStart,
  nodeEnd,
  parseYaml,
  reach,
  type YamlNode,
  type YamlPair,
  type YamlTree,
} from './yaml-tree.ts';

/** A facts file's values as they are written in it. */
export interface WrittenFacts {
  /** The characters of the value at a facts path; of one that begins below its key, whole lines. Undefined where there is none. */
  writtenAt(path: string): string | undefined;
}

/** Undefined for a text that is no plain YAML map. */
export function readWritten(text: string): WrittenFacts | undefined {
  const tree = parseYaml(text);
  return tree && { writtenAt: (path) => writtenAt(tree, path) };
}

function writtenAt(tree: YamlTree, path: string): string | undefined {
  const place = placeOf(tree, path);
  if (place === undefined) return undefined;
  const { key, start, end } = place;
  const { text } = tree;
  const isBelow = lineEnd(text, key) < start;
  return text.slice(isBelow ? text.indexOf('\n', key) + 1 : start, isBelow ? lineEnd(text, end) : end);
}

/** A comment line above the line of a path, or above the file's first key; or at the end of the line with a path's value. */
export interface FactComment {
  readonly at: 'above' | 'after';
  /** In either language; empty for the file's first key. */
  readonly path: string;
  /** With its `#`, on one line. */
  readonly text: string;
}

/** Puts comments into a facts file. What belongs to a path that the file does not have goes to the end, or is left out after a value. */
export function addComments(text: string, comments: readonly FactComment[]): string {
  const tree = parseYaml(text);
  const splices = tree === undefined ? [] : comments.flatMap((comment) => commentSplice(tree, comment) ?? []);
  return applySplices(text, splices) ?? text;
}

function commentSplice(tree: YamlTree, { at, path, text: comment }: FactComment): Splice | undefined {
  const { text, root } = tree;
  const place = placeOf(tree, path);
  if (at === 'above') {
    const first = (root.items[0]?.key as YamlNode | undefined)?.range?.[0];
    const key = path === '' ? first : place?.key;
    const start = key === undefined ? text.length : lineStart(text, key);
    const open = start === 0 || text[start - 1] === '\n' ? '' : tree.lineEnd;
    return { start, end: start, text: `${open}${comment}${tree.lineEnd}` };
  }
  if (place === undefined) return undefined;
  const end = lineEnd(text, place.isBlock ? place.key : place.end);
  return { start: end, end, text: `   ${comment}` };
}

interface WrittenPlace {
  /** Where its key begins, or the item itself. */
  readonly key: number;
  readonly start: number;
  readonly end: number;
  /** Whether a comment after its last line would be part of it, or of its last value. */
  readonly isBlock: boolean;
}

function placeOf(tree: YamlTree, path: string): WrittenPlace | undefined {
  const steps = editSteps(path) ?? [];
  const { node, taken, holder } = reach(tree, steps);
  if (holder === undefined || taken !== steps.length) return undefined;
  const held = holder.node.items[holder.index];
  const [start, end] =
    node === null
      ? [endOfPair(held as YamlPair, 0), endOfPair(held as YamlPair, 0)]
      : [node.range?.[0] ?? 0, nodeEnd(node, 0)];
  const keyNode = 'key' in (held as object) ? ((held as YamlPair).key as YamlNode) : node;
  const isBlock = isScalar(node) ? /^BLOCK_/.test(node.type ?? '') : node !== null && node.flow !== true;
  return { key: keyNode?.range?.[0] ?? start, start, end: trimmedEnd(tree.text, start, end), isBlock };
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Where the line of an offset ends, before blanks at its end and its line end. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return trimmedEnd(text, lineStart(text, offset), end === -1 ? text.length : end);
}
