import { chinesePath, nameOf, stepsOf } from '../facts/fact-path.ts';
import type { Field, ScalarKind } from '../facts/field.ts';
import { neededOf } from '../facts/key-index.ts';
import type { FieldNote } from './messages.ts';

/** What may be written at a facts path; undefined where no single value is there. */
export function describeField(path: string): FieldNote | undefined {
  const found = notedField(path);
  if (found === undefined) return undefined;
  const { field, part } = found;
  const name = chinesePath(path);
  return {
    path,
    label: part ?? fieldLabel(path, field),
    name,
    kind: fieldForm(path, found.kind),
    measure: 'unit' in field ? (field.unit ?? '') : '',
    choices: fieldChoices(field),
    about: field.about ?? '',
  };
}

/** Where something is written for a fact that is missing: the fact itself, or of a list without items the first item's needed field. */
export function fillablePath(path: string): string | undefined {
  if (notedField(path) !== undefined) return path;
  const last = stepsOf(path)?.at(-1);
  if (last?.kind !== 'field' || last.field.kind !== 'list' || last.field.item === 'text') return undefined;
  const [needed] = neededOf(last.field.item);
  return needed === undefined ? undefined : `${path}.0.${needed.name}`;
}

/** A text of a list is called by the list and its number. */
function fieldLabel(path: string, { label, zh }: Field): string {
  const number = /\.(\d+)$/.exec(path)?.[1];
  return number === undefined ? (label ?? zh) : `${label ?? zh} 第${Number(number) + 1}项`;
}

/** The field of a single value, and how it is read; in a list of texts or a division it is the one that holds it. */
export interface NotedField {
  readonly field: Field;
  readonly kind: ScalarKind | undefined;
  /** The free key in a division. */
  readonly part?: string;
}

export function notedField(path: string): NotedField | undefined {
  const steps = stepsOf(path) ?? [];
  const [last, before] = [steps.at(-1), steps.at(-2)];
  if (last?.kind === 'field') {
    const { field } = last;
    const isSingle = !['record', 'list', 'tally', 'mapping', 'proses', 'texts'].includes(field.kind);
    return isSingle ? { field, kind: field.kind as ScalarKind } : undefined;
  }
  if (before?.kind !== 'field') return undefined;
  const { field } = before;
  if (last?.kind === 'part') return partField(field, last.name);
  if (field.kind === 'proses') return { field, kind: 'prose' };
  if (field.kind === 'texts' || (field.kind === 'list' && field.item === 'text'))
    return { field, kind: 'text' };
  return undefined;
}

function partField(field: Field, part: string): NotedField {
  return field.kind === 'tally' ? { field, kind: field.part, part } : { field, kind: 'text', part };
}

/** Titles and addressees are prose of one line. */
function fieldForm(path: string, kind: ScalarKind | undefined): FieldNote['kind'] {
  if (kind === undefined || (kind === 'prose' && ONE_LINE.has(nameOf(path)))) return 'line';
  return FIELD_FORMS[kind];
}

const ONE_LINE: ReadonlySet<string> = new Set(['title', 'recipient', 'item']);

function fieldChoices(field: Field): readonly string[] {
  if (field.kind === 'yesno') return ['是', '否'];
  return 'choices' in field ? (field.choices ?? []) : [];
}

/** In what form a kind of value is asked for. */
const FIELD_FORMS: Readonly<Record<ScalarKind, FieldNote['kind']>> = {
  text: 'line',
  prose: 'text',
  proses: 'text',
  texts: 'line',
  count: 'number',
  difference: 'number',
  amount: 'number',
  denominator: 'line',
  date: 'date',
  deadline: 'date',
  yesno: 'choice',
  choice: 'choice',
  version: 'line',
};
