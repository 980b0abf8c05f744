import { isSeq } from 'yaml';
import { insertItem, moveItem, removeNode } from './edit-lists.ts';
import type { FactEdit } from './fact-edit.ts';
import { expectedAfter, plainOf, saysTheSameValue } from './plain-tree.ts';
import { setValue, wrap } from './set-value.ts';
import { applySplices, type Splice } from './splice.ts';
import { editSteps, parseYaml, reach, type YamlTree } from './yaml-tree.ts';

/** A facts file's text after edits, and those that it could not be given. */
export interface EditedFacts {
  readonly text: string;
  readonly refused: readonly FactEdit[];
}

/**
 * Edits a facts file's text by facts paths, in order: comments, quotes, indentation, line ends and the order of keys stay, and of a text that
 * changes, every character that does not. The outcome is read again: it says what the edits asked for and nothing else differently, or the
 * edit that is to blame is refused. A text that is no plain YAML map is left alone.
 */
export function editFactsText(text: string, edits: readonly FactEdit[]): EditedFacts {
  const tree = parseYaml(text);
  if (tree === undefined) return { text, refused: edits };
  const { tree: after, refused } = editTree(tree, edits);
  return { text: after.text, refused };
}

interface EditedTree {
  readonly tree: YamlTree;
  readonly refused: readonly FactEdit[];
}

/** All edits at once, so that a file is read anew once for hundreds of them; where that does not do, the two halves one after the other. */
function editTree(tree: YamlTree, edits: readonly FactEdit[]): EditedTree {
  const after = editAtOnce(tree, edits);
  if (after !== undefined) return { tree: after, refused: [] };
  if (edits.length <= 1) return { tree, refused: edits };
  const half = Math.ceil(edits.length / 2);
  const first = editTree(tree, edits.slice(0, half));
  const second = editTree(first.tree, edits.slice(half));
  return { tree: second.tree, refused: [...first.refused, ...second.refused] };
}

/** Several only where each changes a value that is there: where a new key goes depends on those that were put in before it. */
function editAtOnce(tree: YamlTree, edits: readonly FactEdit[]): YamlTree | undefined {
  if (edits.length > 1 && !edits.every((edit) => isChange(tree, edit))) return undefined;
  const expected = expectedAfter(plainOf(tree), edits, tree.isEnglish);
  if (expected === undefined) return undefined;
  for (const splices of waysOf(tree, edits)) {
    const text = applySplices(tree.text, splices);
    const after = text === undefined ? undefined : parseYaml(text);
    if (after !== undefined && saysTheSameValue(plainOf(after), expected)) return after;
  }
  return undefined;
}

/** Every way of writing one edit; of several the first of each. */
function waysOf(tree: YamlTree, edits: readonly FactEdit[]): Iterable<readonly Splice[]> {
  const [edit, ...others] = edits;
  if (edit === undefined) return [[]];
  if (others.length === 0) return editCandidates(tree, edit);
  const first = edits.map((each) => firstOf(editCandidates(tree, each)));
  return first.every((splices) => splices !== undefined) ? [first.flat()] : [];
}

function isChange(tree: YamlTree, { kind, path }: FactEdit): boolean {
  const steps = editSteps(path) ?? [];
  return kind === 'set' && reach(tree, steps).taken === steps.length;
}

function firstOf<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value;
  return undefined;
}

/** Ways of writing the edit, the one that changes least first. */
function editCandidates(tree: YamlTree, edit: FactEdit): Iterable<readonly Splice[]> {
  switch (edit.kind) {
    case 'set':
      return setOrInsert(tree, edit);
    case 'insert':
      return insertItem(tree, edit);
    case 'remove':
      return removeNode(tree, edit.path);
    case 'move':
      return moveItem(tree, edit);
  }
}

/** An item after the last one of a list that is there is an item more. */
function setOrInsert(
  tree: YamlTree,
  { path, value }: Extract<FactEdit, { kind: 'set' }>,
): Iterable<readonly Splice[]> {
  const steps = editSteps(path) ?? [];
  const { node, taken } = reach(tree, steps);
  const next = steps[taken];
  const wrapped = wrap(value, steps.slice(taken + 1));
  if (next?.kind !== 'item' || !isSeq(node) || node.items.length === 0 || wrapped === undefined) {
    return setValue(tree, path, value);
  }
  const list = path.split('.').slice(0, taken).join('.');
  return insertItem(tree, { path: list, index: next.index, value: wrapped });
}
