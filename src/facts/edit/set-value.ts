import { isMap, isScalar, type YAMLMap } from 'yaml';
import type { Field } from '../field.ts';
import { fieldsByKey } from '../key-index.ts';
import { VOCABULARY } from '../vocabulary.ts';
import { type FactValue, YamlSource } from './fact-edit.ts';
import { scalarSplices } from './scalar-splices.ts';
import type { Splice } from './splice.ts';
import { blockValue, flowValue, scalarSource } from './write-value.ts';
import {
  afterLine,
  columnAt,
  type EditStep,
  editSteps,
  endOfPair,
  lineStart,
  nodeEnd,
  type Reached,
  reach,
  scalarText,
  type YamlNode,
  type YamlPair,
  type YamlTree,
} from './yaml-tree.ts';

/** Ways of giving a path another value; the one that changes least first. */
export function* setValue(tree: YamlTree, path: string, value: FactValue): Generator<readonly Splice[]> {
  const steps = editSteps(path);
  if (steps === undefined) return;
  const reached = reach(tree, steps);
  const isThere = reached.taken === steps.length;
  const isEmpty = isScalar(reached.node) ? scalarText(reached.node, tree.text) === '' : reached.node === null;
  if (isThere && typeof value === 'string' && isScalar(reached.node) && !isEmpty) {
    const splices = scalarSplices(tree.text, reached.node, value, tree.lineEnd);
    if (splices !== undefined) yield splices;
  }
  if (isThere) yield* replaceNode(tree, reached, value, lastField(steps));
  else yield* openPath(tree, steps, reached, value);
}

/** What is written for a value at the end of these steps. */
export function lastField(steps: readonly EditStep[]): Field | undefined {
  const last = steps.at(-1);
  if (last?.kind === 'field') return last.field;
  const outer = steps.at(-2);
  const field = outer?.kind === 'field' ? outer.field : undefined;
  if (last?.kind === 'part') return field?.kind === 'mapping' ? { kind: 'text', zh: '' } : COUNT_FIELD;
  return field;
}

const COUNT_FIELD: Field = { kind: 'count', zh: '' };

/** Another node in the place of one that is there, or of nothing after a colon. */
function* replaceNode(
  tree: YamlTree,
  { node, holder }: Reached,
  value: FactValue,
  field: Field | undefined,
): Generator<readonly Splice[]> {
  const { text } = tree;
  if (holder === undefined) return;
  const isFlow = holder.node.flow === true;
  if (isEmptyNode(node, text)) {
    const at = isMap(holder.node)
      ? endOfPair(holder.node.items[holder.index] as YamlPair, 0)
      : (node?.range?.[0] ?? 0);
    const written = isFlow
      ? ` ${flowValue(value, field, tree)}`
      : blockValue(value, field, indentFor(tree, holder), tree);
    if (at > 0) yield [{ start: at, end: at, text: written }];
    return;
  }
  const [start = 0] = node?.range ?? [];
  const end = trimEnd(text, nodeEnd(node, start));
  if (isFlow || (!isScalar(node) && node?.flow === true)) {
    yield [{ start, end, text: flowValue(value, field, tree) }];
    return;
  }
  const written = blockValue(value, field, indentFor(tree, holder), tree);
  if (value instanceof YamlSource && value.hasOwnLines) {
    // It brings its comments, so that of the last line goes with the line.
    yield [{ start: trimEnd(text, start), end: trimEnd(text, afterLine(text, end)), text: written }];
    return;
  }
  const [comment = ''] = written.includes('\n') ? (/^[ \t]+#[^\r\n]*/.exec(text.slice(end)) ?? []) : [];
  const [line = '', ...lines] = written.split(/(?=\r?\n)/);
  // Blanks after the key stay.
  const from = trimEnd(text, start);
  const kept = line.startsWith(' ') && !text.slice(from, start).includes('\n') ? text.slice(from, start) : '';
  const first = kept === '' ? line : kept + line.trimStart();
  yield [{ start: from, end: end + comment.length, text: first + comment + lines.join('') }];
}

function isEmptyNode(node: YamlNode, text: string): boolean {
  return (
    node === null ||
    (isScalar(node) && scalarText(node, text) === '' && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0))
  );
}

function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** The column of what is inside a value of this holder. */
function indentFor({ text }: YamlTree, holder: NonNullable<Reached['holder']>): number {
  const { node, index } = holder;
  const item = node.items[index];
  if (isMap(node)) {
    const key = (item as YamlPair).key as YamlNode;
    return columnAt(text, key?.range?.[0] ?? 0) + 2;
  }
  return columnAt(text, (item as YamlNode)?.range?.[0] ?? 0);
}

/** Puts what a path lacks into the last node that is there. */
function* openPath(
  tree: YamlTree,
  steps: readonly EditStep[],
  reached: Reached,
  value: FactValue,
): Generator<readonly Splice[]> {
  const { node, taken, holder } = reached;
  const missing = steps.slice(taken);
  const [next, ...rest] = missing;
  if (next === undefined) return;
  const wrapped = wrap(value, rest);
  if (wrapped === undefined) return;
  if (isMap(node) && next.kind !== 'item') yield* addPair(tree, node, next, wrapped);
  else if (holder !== undefined && isScalar(node) && reached.isBare && next.kind === 'field') {
    // 问题: - 标题 alone becomes a record with a key for it.
    const before = steps[taken - 1];
    const bare = before?.kind === 'item' ? before.bare : undefined;
    if (bare !== undefined)
      yield* replaceNode(
        tree,
        reached,
        { [bare]: scalarText(node, tree.text), ...record(next, wrapped) },
        lastField(steps.slice(0, taken)),
      );
  } else if (holder !== undefined && isEmptyNode(node, tree.text)) {
    const inner = next.kind === 'item' ? [wrapped] : record(next, wrapped);
    yield* replaceNode(tree, reached, inner, lastField(steps.slice(0, taken)));
  } else if (holder !== undefined && isScalar(node) && next.kind === 'item') {
    yield* replaceNode(
      tree,
      reached,
      [scalarText(node, tree.text), wrapped],
      lastField(steps.slice(0, taken)),
    );
  }
}

function record(step: EditStep, value: FactValue): { readonly [name: string]: FactValue } {
  return step.kind === 'item' ? {} : { [step.name]: value };
}

/** A value inside the records and lists that steps lead through; undefined where one is an item that cannot be the first. */
export function wrap(value: FactValue, steps: readonly EditStep[]): FactValue | undefined {
  let wrapped = value;
  for (const step of steps.toReversed()) {
    if (step.kind === 'item' && step.index > 0) return undefined;
    wrapped = step.kind === 'item' ? [wrapped] : record(step, wrapped);
  }
  return wrapped;
}

/** A key more in a map: after the last of those that the vocabulary has before it. */
function* addPair(
  tree: YamlTree,
  map: YAMLMap,
  step: Exclude<EditStep, { kind: 'item' }>,
  value: FactValue,
): Generator<readonly Splice[]> {
  const { text, lineEnd } = tree;
  const field = step.kind === 'field' ? step.field : COUNT_FIELD;
  const key =
    step.kind === 'field'
      ? tree.isEnglish
        ? step.name
        : step.field.zh
      : scalarSource(step.name, undefined, true);
  const at = placeFor(map, step, text);
  if (map.flow === true) {
    const before = map.items[at - 1];
    const [start = 0, end = 0] = map.range ?? [];
    const written = `${key}: ${flowValue(value, field, tree)}`;
    if (before !== undefined) {
      const after = endOfPair(before as YamlPair, start + 1);
      yield [{ start: after, end: after, text: `, ${written}` }];
    } else if (map.items.length === 0) yield [{ start, end, text: `{ ${written} }` }];
    else yield [{ start: start + 1, end: start + 1, text: ` ${written},` }];
    return;
  }
  const first = map.items[0];
  const column = columnAt(text, (first?.key as YamlNode)?.range?.[0] ?? 0);
  const margin = ' '.repeat(column);
  const lines = `${margin}${key}:${blockValue(value, field, column + 2, tree)}${lineEnd}`;
  const isTop = map === tree.root;
  const before = map.items[at - 1];
  if (before !== undefined) {
    const after = pastComments(text, afterLine(text, endOfPair(before as YamlPair, 0)), { key, column });
    const gap = isTop && hasBlankLines(text) ? lineEnd : '';
    const open = after > 0 && text[after - 1] !== '\n' ? lineEnd : '';
    yield [{ start: after, end: after, text: open + gap + lines }];
    return;
  }
  // First of its map: the key that was first may come after a dash.
  const start = (first?.key as YamlNode)?.range?.[0] ?? 0;
  if (text.slice(lineStart(text, start), start).trim() === '') {
    const line = lineStart(text, start);
    yield [{ start: line, end: line, text: lines }];
  } else yield [{ start, end: start, text: `${lines.trimStart()}${margin}` }];
}

/**
 * Where a key goes among the comments after the one before it: before the example that has it commented out, else after what is indented
 * deeper and so belongs to what is above.
 */
function pastComments(
  text: string,
  after: number,
  { key, column }: { readonly key: string; readonly column: number },
): number {
  let place = after;
  let isAbove = true;
  for (let at = after; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd === -1 ? text.length : lineEnd + 1;
    const [, indent = '', comment] = /^([ \t]*)(?:#(.*))?\r?\n?$/.exec(text.slice(at, next)) ?? [];
    const isBlank = comment === undefined && text.slice(at, next).trim() === '';
    if (comment === undefined && !isBlank) break;
    if (comment !== undefined && indent.length === column && comment.trimStart().startsWith(`${key}:`))
      return at;
    isAbove = isAbove && !isBlank && indent.length > column;
    if (isAbove) place = next;
    at = next;
  }
  return place;
}

function hasBlankLines(text: string): boolean {
  return /\n\r?\n(?=\S)/.test(text);
}

/** Among the map's pairs, by the order of the vocabulary; what has no order goes to the end. */
function placeFor(map: YAMLMap, step: EditStep, text: string): number {
  if (step.kind !== 'field') return map.items.length;
  const known = fieldsByKey(step.fields);
  const own = known.get(step.name)?.position ?? Number.POSITIVE_INFINITY;
  let place = 0;
  for (const [index, { key }] of map.items.entries()) {
    const position = known.get(scalarText(key as YamlNode, text))?.position;
    if (position !== undefined && position < own) place = index + 1;
  }
  return place === 0 && step.fields === VOCABULARY ? map.items.length : place;
}
