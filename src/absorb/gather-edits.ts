import type { FactEdit } from '../facts/edit/fact-edit.ts';
import { valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import type { FigureChange, TextChange, ValueChange } from './read-hunks.ts';

/** An edit of one fact, and what it was before. */
export interface ValueEdit {
  readonly path: string;
  readonly before: string;
  /** Empty for a text that is gone. */
  readonly after: string;
  readonly isFigure: boolean;
  /** The paragraphs of the edited report that ask for it. */
  readonly paragraphs: readonly number[];
  readonly edit: FactEdit;
}

/** One fact that the edited report has in two ways. */
export interface Conflict {
  readonly path: string;
  readonly values: readonly { readonly text: string; readonly paragraph: number }[];
}

/** Makes one edit a fact out of all changes of it; a fact that was changed in two ways at two places is a conflict. */
export function gatherEdits(
  changes: readonly ValueChange[],
  facts: Facts,
): { readonly edits: readonly ValueEdit[]; readonly conflicts: readonly Conflict[] } {
  const edits: ValueEdit[] = [];
  const conflicts: Conflict[] = [];
  for (const [path, group] of byPath(changes)) {
    const figures = group.filter((change) => change.kind === 'figure');
    const texts = group.filter((change) => change.kind === 'text');
    const gathered = figures.length > 0 ? gatherFigures(path, figures) : gatherTexts(path, texts, facts);
    if ('values' in gathered) conflicts.push(gathered);
    else if (gathered.before !== gathered.after) edits.push(gathered);
  }
  return { edits: edits.toSorted(compareEdits), conflicts };
}

function byPath(changes: readonly ValueChange[]): ReadonlyMap<string, readonly ValueChange[]> {
  const groups = new Map<string, ValueChange[]>();
  for (const change of changes) groups.set(change.path, [...(groups.get(change.path) ?? []), change]);
  return groups;
}

function gatherFigures(path: string, changes: readonly FigureChange[]): ValueEdit | Conflict {
  const [first] = changes as readonly [FigureChange, ...FigureChange[]];
  if (changes.some(({ value }) => value !== first.value)) {
    return { path, values: changes.map(({ value, paragraph }) => ({ text: value, paragraph })) };
  }
  const paragraphs = [...new Set(changes.map(({ paragraph }) => paragraph))];
  const edit: FactEdit = { kind: 'set', path, value: first.value };
  return { path, before: first.before, after: first.value, isFigure: true, paragraphs, edit };
}

function gatherTexts(path: string, changes: readonly TextChange[], facts: Facts): ValueEdit | Conflict {
  const value = valueAt(facts, path.split('.'));
  const before = typeof value === 'string' ? value : '';
  const ordered = joinInsertions(distinctChanges(changes)).toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  for (const [at, change] of ordered.entries()) {
    const next = ordered[at + 1];
    const isSamePlace = next !== undefined && next.start === change.start && next.end === change.end;
    if (next !== undefined && (next.start < change.end || isSamePlace)) {
      const values = [change, next].map(({ text, paragraph }) => ({ text, paragraph }));
      return { path, values };
    }
  }
  let after = '';
  let done = 0;
  for (const { start, end, text } of ordered) {
    after += before.slice(done, start) + text;
    done = end;
  }
  after = tidyLines(after + before.slice(done));
  const paragraphs = [...new Set(changes.map(({ paragraph }) => paragraph))];
  if (!/[^\s。；，、：]/u.test(after)) after = '';
  const edit: FactEdit = after === '' ? { kind: 'remove', path } : { kind: 'set', path, value: after };
  return { path, before, after, isFigure: false, paragraphs, edit };
}

/** A fact that prints at several places may have been changed alike at each. */
function distinctChanges(changes: readonly TextChange[]): TextChange[] {
  const seen = new Map<string, TextChange>();
  for (const change of changes) {
    const key = `${change.start} ${change.end} ${change.text}`;
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}

/** What one paragraph has more before and after the mark that closes a text is put in one after the other. */
function joinInsertions(changes: readonly TextChange[]): TextChange[] {
  const joined: TextChange[] = [];
  for (const change of changes) {
    const at = joined.findIndex(
      ({ start, end, paragraph }) =>
        start === end && start === change.start && end === change.end && paragraph === change.paragraph,
    );
    const before = joined[at];
    if (before === undefined) joined.push(change);
    else joined[at] = { ...before, text: before.text + change.text };
  }
  return joined;
}

function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** What takes an item out of a list comes last, from its end, so that indexes hold. */
function compareEdits(a: ValueEdit, b: ValueEdit): number {
  const isOut = (each: ValueEdit) => (each.edit.kind === 'remove' ? 1 : 0);
  if (isOut(a) !== isOut(b)) return isOut(a) - isOut(b);
  return isOut(a) === 1 ? b.path.localeCompare(a.path, 'en', { numeric: true }) : 0;
}
