import { isSeq } from 'yaml';
import { insertItem, moveItem, removeNode } from './edit-lists.ts';
import type { FactEdit } from './fact-edit.ts';
import { expectedAfter, plainOf, saysTheSameValue } from './plain-tree.ts';
import { setValue, wrap } from './set-value.ts';
import { editSteps, parseYaml, reach, type YamlTree } from './yaml-tree.ts';

/** A facts file's text after edits, and those that it could not be given. */
export interface EditedFacts {
  readonly text: string;
  readonly refused: readonly FactEdit[];
}

/**
 * Edits a facts file's text by facts paths, in order: comments, quotes, indentation, line ends and the order of keys stay, and of a text that
 * changes, every character that does not. After each edit the text is read again: it says what the edit asked for and nothing else
 * differently, or the edit is refused. A text that is no plain YAML map is left alone.
 */
export function editFactsText(text: string, edits: readonly FactEdit[]): EditedFacts {
  let tree = parseYaml(text);
  const refused: FactEdit[] = [];
  for (const edit of edits) {
    const after = tree && editOnce(tree, edit);
    if (after === undefined) refused.push(edit);
    else tree = after;
  }
  return { text: tree?.text ?? text, refused };
}

function editOnce(tree: YamlTree, edit: FactEdit): YamlTree | undefined {
  const expected = expectedAfter(plainOf(tree), edit, tree.isEnglish);
  if (expected === undefined) return undefined;
  for (const candidate of editCandidates(tree, edit)) {
    const after = parseYaml(candidate);
    if (after !== undefined && saysTheSameValue(plainOf(after), expected)) return after;
  }
  return undefined;
}

/** Ways of writing the edit, the one that changes least first. */
function editCandidates(tree: YamlTree, edit: FactEdit): Iterable<string> {
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
function setOrInsert(tree: YamlTree, { path, value }: Extract<FactEdit, { kind: 'set' }>): Iterable<string> {
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
