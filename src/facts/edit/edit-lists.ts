import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { FactEdit, FactValue } from './fact-edit.ts';
import { lastField, setValue } from './set-value.ts';
import type { Splice } from './splice.ts';
import { flowValue, itemValue } from './write-value.ts';
import {
  afterLine,
  columnAt,
  editSteps,
  endOfPair,
  lineStart,
  nodeEnd,
  reach,
  scalarText,
  type YamlNode,
  type YamlPair,
  type YamlTree,
} from './yaml-tree.ts';

/** Ways of putting an item more into a list. */
export function* insertItem(
  tree: YamlTree,
  { path, index, value }: { readonly path: string; readonly index: number; readonly value: FactValue },
): Generator<readonly Splice[]> {
  const steps = editSteps(path);
  if (steps === undefined) return;
  const { node, taken } = reach(tree, steps);
  const isThere = taken === steps.length;
  if (isThere && isSeq(node) && node.items.length > 0) {
    yield* node.flow === true
      ? insertInFlow(tree, node, index, value, lastField(steps))
      : insertInBlock(tree, node, index, value, lastField(steps));
    return;
  }
  const own = isThere && isScalar(node) ? scalarText(node, tree.text) : '';
  if (own === '') yield* setValue(tree, path, [value]);
  else yield* setValue(tree, path, index === 0 ? [value, own] : [own, value]);
}

function* insertInFlow(
  tree: YamlTree,
  list: YAMLSeq,
  index: number,
  value: FactValue,
  field: ReturnType<typeof lastField>,
): Generator<readonly Splice[]> {
  const written = flowValue(value, field, tree);
  const before = list.items[index - 1] as YamlNode | undefined;
  const next = list.items[index] as YamlNode | undefined;
  if (before !== undefined) {
    const at = nodeEnd(before, 0);
    yield [{ start: at, end: at, text: `, ${written}` }];
  } else if (next != null) {
    const at = next.range?.[0] ?? 0;
    yield [{ start: at, end: at, text: `${written}, ` }];
  }
}

/** On lines of its own, as its neighbours are: in braces where they are, with blank lines between where they have them. */
function* insertInBlock(
  tree: YamlTree,
  list: YAMLSeq,
  index: number,
  value: FactValue,
  field: ReturnType<typeof lastField>,
): Generator<readonly Splice[]> {
  const { text, lineEnd } = tree;
  const dashes = dashesOf(list);
  const neighbour = list.items[Math.max(0, index - 1)] as YamlNode;
  const isInBraces = isMap(neighbour) && neighbour.flow === true;
  const [first = 0] = dashes;
  const column = columnAt(text, first);
  const written = isInBraces ? flowValue(value, field, tree) : itemValue(value, field, column, tree);
  const lines = `${' '.repeat(column)}- ${written}${lineEnd}`;
  const isSpread =
    list.items.length > 1 && /\n[ \t]*\r?\n/.test(text.slice(lineStart(text, first), dashes[1]));
  const gap = isSpread ? lineEnd : '';
  if (index === 0) {
    const line = lineStart(text, first);
    if (text.slice(line, first).trim() === '') yield [{ start: line, end: line, text: lines + gap }];
    return;
  }
  const at = afterLine(text, endOfItem(list, Math.min(index, list.items.length) - 1));
  const open = text[at - 1] === '\n' ? '' : lineEnd;
  yield [{ start: at, end: at, text: open + gap + lines }];
}

/** The offsets of a block list's dashes. */
function dashesOf({ srcToken }: YAMLSeq): readonly number[] {
  if (srcToken === undefined || !('items' in srcToken)) return [];
  return srcToken.items.flatMap(
    ({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [],
  );
}

function endOfItem(list: YAMLSeq, index: number): number {
  const dash = dashesOf(list)[index] ?? 0;
  return nodeEnd(list.items[index] as YamlNode, dash + 1);
}

/** Ways of taking out what is at a path, and what would then hold nothing. */
export function* removeNode(tree: YamlTree, path: string): Generator<readonly Splice[]> {
  const steps = editSteps(path);
  if (steps === undefined) return;
  const { taken, holder, isBare } = reach(tree, steps);
  if (taken !== steps.length || holder === undefined) return;
  const { node, index } = holder;
  if (isBare || node.items.length === 1) {
    const outer = path.slice(0, Math.max(0, path.lastIndexOf('.')));
    if (outer !== '') yield* removeNode(tree, outer);
    else if (isMap(node)) yield removeFrom(tree, node, index);
  } else yield removeFrom(tree, node, index);
}

function removeFrom(tree: YamlTree, holder: YAMLMap | YAMLSeq, index: number): readonly Splice[] {
  const { text } = tree;
  if (holder.flow === true) return removeFromFlow(holder, index);
  const [start, end] = linesOfChild(text, holder, index);
  const keyStart = startOfChild(holder, index);
  // A first key after a dash leaves the dash to the next one.
  if (text.slice(start, keyStart).trim() === '') return [{ start, end, text: '' }];
  const next = startOfChild(holder, index + 1);
  return next === -1 ? [{ start: keyStart, end, text: '' }] : [{ start: keyStart, end: next, text: '' }];
}

function startOfChild(holder: YAMLMap | YAMLSeq, index: number): number {
  if (isSeq(holder)) return dashesOf(holder)[index] ?? -1;
  const pair = holder.items[index] as YamlPair | undefined;
  return (pair?.key as YamlNode | undefined)?.range?.[0] ?? -1;
}

function linesOfChild(
  text: string,
  holder: YAMLMap | YAMLSeq,
  index: number,
): readonly [start: number, end: number] {
  const end = isSeq(holder) ? endOfItem(holder, index) : endOfPair(holder.items[index] as YamlPair, 0);
  return [lineStart(text, startOfChild(holder, index)), afterLine(text, end)];
}

function removeFromFlow(holder: YAMLMap | YAMLSeq, index: number): readonly Splice[] {
  const bounds = holder.items.map((item) => {
    const first = isMap(holder) ? ((item as YamlPair).key as YamlNode) : (item as YamlNode);
    const start = first?.range?.[0] ?? 0;
    return [
      start,
      isMap(holder) ? endOfPair(item as YamlPair, start) : nodeEnd(item as YamlNode, start),
    ] as const;
  });
  const [start, end] = bounds[index] ?? [0, 0];
  const next = bounds[index + 1];
  const before = bounds[index - 1];
  if (next !== undefined) return [{ start, end: next[0], text: '' }];
  return [{ start: before?.[1] ?? start, end, text: '' }];
}

/** Puts an item of a list, with the comment lines right above it, into another place. */
export function* moveItem(
  tree: YamlTree,
  { path, from, to }: Extract<FactEdit, { kind: 'move' }>,
): Generator<readonly Splice[]> {
  const steps = editSteps(path);
  const { node, taken } = steps === undefined ? { node: null, taken: -1 } : reach(tree, steps);
  if (steps === undefined || taken !== steps.length || !isSeq(node)) return;
  if (node.flow === true) {
    yield moveInFlow(tree.text, node, from, to);
    return;
  }
  const blocks = node.items.map((_, index) => blockOf(tree.text, node, index));
  const [start, end] = blocks[from] ?? [0, 0];
  const target = blocks[to > from ? to : to - 1];
  const at = to === 0 ? (blocks[0]?.[0] ?? 0) : (target?.[1] ?? end);
  const moved = tree.text.slice(start, end);
  const lines = moved.endsWith('\n') ? moved : moved + tree.lineEnd;
  const open = at < end || tree.text[at - 1] === '\n' ? '' : tree.lineEnd;
  yield [
    { start, end, text: '' },
    { start: at, end: at, text: open + lines },
  ];
}

/** An item's lines with the comments right above it that stand where its dash does. */
function blockOf(text: string, list: YAMLSeq, index: number): readonly [start: number, end: number] {
  const [first, end] = linesOfChild(text, list, index);
  const margin = ' '.repeat(columnAt(text, startOfChild(list, index)));
  let start = first;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!text.startsWith(`${margin}#`, above)) break;
    start = above;
  }
  return [start, end];
}

function moveInFlow(text: string, list: YAMLSeq, from: number, to: number): readonly Splice[] {
  const sources = list.items.map((item) =>
    text.slice((item as YamlNode)?.range?.[0] ?? 0, nodeEnd(item as YamlNode, 0)),
  );
  const [moved = ''] = sources.splice(from, 1);
  sources.splice(to, 0, moved);
  const first = (list.items[0] as YamlNode)?.range?.[0] ?? 0;
  return [{ start: first, end: nodeEnd(list.items.at(-1) as YamlNode, first), text: sources.join(', ') }];
}
