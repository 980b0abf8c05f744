import { stepsOf, withoutIndexes } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import { DateCell, FigureCell, PhraseCell } from '../template/cell.ts';
import { isCell } from '../template/cell-at.ts';
import { viewReport } from '../template/report-view.ts';
import { TallyCell } from '../template/tally-cell.ts';

/** What follows a name in a template. */
export type FactType =
  /** A fact that prints itself; `path` is its facts path without indexes, `choices` what it may say. */
  | {
      readonly kind: 'scalar';
      readonly holds: 'figure' | 'date' | 'text' | 'phrase';
      readonly path: string;
      readonly choices?: readonly string[];
    }
  | { readonly kind: 'tally'; readonly path: string }
  | { readonly kind: 'list'; readonly item: FactType }
  | RecordType
  /** A text or number that the template itself says. */
  | { readonly kind: 'literal'; readonly value: unknown }
  /** What a helper gives. */
  | { readonly kind: 'condition' | 'markup' }
  /** Already reported; nothing follows from it. */
  | { readonly kind: 'unknown' };

export interface RecordType {
  readonly kind: 'record';
  readonly members: ReadonlyMap<string, FactType>;
}

/**
 * The types of everything that a view of these facts holds, by the names of both languages. They are taken from the view itself, so that
 * the check knows what templates can reach, and nothing else; the facts must therefore say everything.
 */
export function typesIn(facts: Facts, headings: Readonly<Record<string, string>>): RecordType {
  const view = viewReport({ facts, written: new Map(), isBilingual: true, headings }, { gaps: [] });
  const type = typeOf(view);
  if (type.kind !== 'record') throw new Error('a view is a record');
  return type;
}

function typeOf(value: unknown): FactType {
  if (value instanceof TallyCell) return { kind: 'tally', path: withoutIndexes(value.path) };
  if (isCell(value)) return scalarOf(value);
  if (Array.isArray(value)) return { kind: 'list', item: mergeTypes(value.map(typeOf)) };
  if (typeof value !== 'object' || value === null) return { kind: 'literal', value };
  const members = Object.entries(value).map(([name, inner]) => [name, typeOf(inner)] as const);
  return { kind: 'record', members: new Map(members) };
}

function scalarOf(cell: { readonly path: string }): FactType {
  const path = withoutIndexes(cell.path);
  const field = stepsOf(cell.path)?.at(-1);
  const choices = field?.kind === 'field' && 'choices' in field.field ? field.field.choices : undefined;
  const holds =
    cell instanceof FigureCell
      ? 'figure'
      : cell instanceof DateCell
        ? 'date'
        : cell instanceof PhraseCell
          ? 'phrase'
          : 'text';
  const isChoice = holds === 'text' && choices !== undefined;
  return { kind: 'scalar', holds, path, ...(isChoice && { choices }) };
}

/** Items of a list need not say the same things; together they say everything. */
function mergeTypes(types: readonly FactType[]): FactType {
  const members = new Map<string, FactType>();
  for (const type of types) {
    if (type.kind !== 'record') return type;
    for (const [name, inner] of type.members)
      if (!isBetter(members.get(name), inner)) members.set(name, inner);
  }
  return types.length === 0 ? { kind: 'unknown' } : { kind: 'record', members };
}

/** An empty list says nothing of its items, a phrase may stand where a figure could. */
function isBetter(known: FactType | undefined, other: FactType): boolean {
  if (known === undefined) return false;
  if (known.kind === 'list') return known.item.kind !== 'unknown';
  return !(known.kind === 'scalar' && known.holds === 'phrase' && other.kind !== known.kind);
}
