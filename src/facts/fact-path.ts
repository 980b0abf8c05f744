import type { Field, Fields } from './field.ts';
import { fieldsByKey } from './key-index.ts';
import { VOCABULARY } from './vocabulary.ts';

/**
 * The path of a fact: English names, a list's items by indexes from 0, joined by dots (`problems.0.title`). A part of a
 * tally has the rest of its path for its name, dots and all. Whoever needs more of a path than to compare it asks here.
 */

/** One step down a facts path: a field, a list's item, or a free key of a tally. */
export type PathStep =
  | { readonly kind: 'field'; readonly name: string; readonly field: Field }
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'part'; readonly name: string };

/** The steps of an English facts path; undefined where the vocabulary knows no such path. The rest of a tally's path is one name. */
export function stepsOf(path: string): PathStep[] | undefined {
  const steps: PathStep[] = [];
  let fields: Fields | undefined = VOCABULARY;
  let field: Field | undefined;
  const segments = path.split('.');
  for (const [at, segment] of segments.entries()) {
    if (field?.kind === 'tally' || field?.kind === 'mapping')
      return [...steps, { kind: 'part', name: segments.slice(at).join('.') }];
    if (fields !== undefined) {
      const named = fieldsByKey(fields).get(segment);
      if (named === undefined) return undefined;
      steps.push({ kind: 'field', ...named });
      field = named.field;
      fields = field.kind === 'record' ? field.fields : undefined;
    } else {
      if (field === undefined || !/^\d+$/.test(segment)) return undefined;
      steps.push({ kind: 'item', index: Number(segment) });
      fields = field.kind === 'list' && field.item !== 'text' ? field.item : undefined;
      field = undefined;
    }
  }
  return steps;
}

/** The names and indexes of a path, for `valueAt`. */
export function segmentsOfPath(path: string): readonly string[] {
  return path.split('.');
}

/** The value that facts have at a path; undefined where they have none. */
export function valueAt(facts: unknown, segments: readonly string[]): unknown {
  let value = facts;
  for (const [at, name] of segments.entries()) {
    if (value instanceof Map) return value.get(segments.slice(at).join('.'));
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** The path of what is called `name` in the record or tally at `above`; the file's own paths are above nothing. */
export function joinPath(above: string, name: string | number): string {
  return above === '' ? String(name) : `${above}.${name}`;
}

/** The path of what holds the last step of this one; empty at the top. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

/** The last step of a path, with which a tally's part may have more dots. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The path with another last step: `members.total` beside 不完整. */
export function siblingOf(path: string, name: string): string {
  return joinPath(parentOf(path), name);
}

/** Whether a path leads through another one, or is it. */
export function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`);
}

/** The path of all items of a list: `problems.title` of `problems.0.title`. */
export function withoutIndexes(path: string): string {
  return path.replace(/\.\d+(?=\.|$)/g, '');
}

/** A path as clerks know it: `党员.总数`, `问题.第2项.标题`. */
export function chinesePath(path: string): string {
  const names = stepsOf(path)?.map((step) => {
    if (step.kind === 'item') return `第${step.index + 1}项`;
    return step.kind === 'part' ? step.name : step.field.zh;
  });
  return names?.join('.') ?? path;
}

/** The English path of one that was written in either language and without indexes: `党员.总数`, `problems.标题`. */
export function canonicalPath(path: string): string | undefined {
  const names: string[] = [];
  let fields: Fields | undefined = VOCABULARY;
  for (const segment of path.split('.').map((each) => each.trim())) {
    const named = fields === undefined ? undefined : fieldsByKey(fields).get(segment);
    if (named === undefined) return undefined;
    names.push(named.name);
    const { field } = named as { field: Field };
    const inner = field.kind === 'record' ? field.fields : field.kind === 'list' ? field.item : undefined;
    fields = typeof inner === 'object' ? inner : undefined;
  }
  return names.join('.');
}
