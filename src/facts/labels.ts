import type { Field, Fields } from './field.ts';
import { keysOf } from './key-index.ts';
import { VOCABULARY } from './vocabulary.ts';

/** One step down a facts path: a field, a list's item, or a free key of a tally. */
export type Step =
  | { readonly kind: 'field'; readonly name: string; readonly field: Field }
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'part'; readonly name: string };

/** The steps of an English facts path; undefined where the vocabulary knows no such path. The rest of a tally's path is one name. */
export function stepsOf(path: string): Step[] | undefined {
  const steps: Step[] = [];
  let fields: Fields | undefined = VOCABULARY;
  let field: Field | undefined;
  const segments = path.split('.');
  for (const [at, segment] of segments.entries()) {
    if (field?.kind === 'tally') return [...steps, { kind: 'part', name: segments.slice(at).join('.') }];
    if (fields !== undefined) {
      const named = keysOf(fields).get(segment);
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
    const named = fields === undefined ? undefined : keysOf(fields).get(segment);
    if (named === undefined) return undefined;
    names.push(named.name);
    const { field } = named as { field: Field };
    const inner = field.kind === 'record' ? field.fields : field.kind === 'list' ? field.item : undefined;
    fields = typeof inner === 'object' ? inner : undefined;
  }
  return names.join('.');
}
