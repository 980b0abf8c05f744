import type { Deadline } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import { PENDING } from '../facts/facts.ts';
import type { Field, Fields, Scalar, Tally } from '../facts/field.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { type Cell, DateCell, FigureCell, GapCell, TextCell } from './cell.ts';
import type { GapLog } from './gap.ts';
import { type FindCell, ProseCell } from './prose-cell.ts';
import { TallyCell, type TallyPart } from './tally-cell.ts';

/** The facts as templates see them: cells by their English names, and by their Chinese ones where a template asks so. */
export interface View {
  [name: string]: ViewValue;
}
export type ViewValue = Cell | View | readonly (Cell | View)[];

/** What the cells of one view share. */
export interface ViewContext {
  readonly log: GapLog;
  /** Figures whose written form a number would not print: path → text. */
  readonly written: ReadonlyMap<string, string>;
  readonly find: FindCell;
  /** Whether the template uses Chinese names. */
  readonly isBilingual: boolean;
  /** Every prose that refers to figures. */
  readonly referring: ProseCell[];
}

/** The whole vocabulary as cells: what is absent is there too, as gaps and empty lists, so that no path ends in nothing. */
export function viewFacts(facts: Facts, context: ViewContext): View {
  return viewRecord(VOCABULARY, facts, { path: '', label: '', context });
}

/** Where a value stands, and what it is called. */
interface Spot {
  readonly path: string;
  readonly label: string;
  readonly context: ViewContext;
}

type Values = { readonly [name: string]: unknown } | undefined;

function viewRecord(fields: Fields, values: Values, spot: Spot): View {
  const view: View = {};
  const { path, context } = spot;
  const prefix = path === '' ? '' : `${path}.`;
  for (const { name, field, label } of entriesOf(fields, spot.label)) {
    const value = viewValue(field, values?.[name], { path: prefix + name, label, context });
    view[name] = value;
    if (context.isBilingual) view[field.zh] = value;
  }
  return view;
}

interface Entry {
  readonly name: string;
  readonly field: Field;
  readonly label: string;
}

/** A record's fields and what they are called, made once: every view walks the same few. */
function entriesOf(fields: Fields, parent: string): readonly Entry[] {
  const known = ENTRIES.get(fields);
  if (known?.parent === parent) return known.entries;
  const entries = Object.entries(fields).map(([name, field]) => {
    return { name, field, label: field.label ?? parent + field.zh };
  });
  ENTRIES.set(fields, { parent, entries });
  return entries;
}

const ENTRIES = new WeakMap<Fields, { readonly parent: string; readonly entries: readonly Entry[] }>();

function viewValue(field: Field, value: unknown, spot: Spot): ViewValue {
  switch (field.kind) {
    case 'record':
      return viewRecord(field.fields, value as Values, spot);
    case 'list':
      return viewList(field.item, (value ?? []) as readonly unknown[], spot);
    case 'tally':
      return viewTally(field, (value ?? EMPTY) as ReadonlyMap<string, unknown>, spot);
    case 'proses':
    case 'texts':
      return viewList('text', (value ?? []) as readonly unknown[], spot);
    default:
      return viewScalar(field, value, spot);
  }
}

const EMPTY: ReadonlyMap<string, unknown> = new Map();

function viewList(item: Fields | 'text', values: readonly unknown[], spot: Spot): readonly (Cell | View)[] {
  const { label, context } = spot;
  return values.map((value, index) => {
    const inner = { path: `${spot.path}.${index}`, label, context };
    return item === 'text' ? viewText(value, inner, true) : viewRecord(item, value as Values, inner);
  });
}

function viewTally(field: Tally, counts: ReadonlyMap<string, unknown>, spot: Spot): TallyCell {
  const parts: TallyPart[] = [];
  const { context } = spot;
  for (const [name, value] of counts) {
    const inner = { path: `${spot.path}.${name}`, label: spot.label + name, context };
    parts.push({ name, count: viewFigure(value, inner) });
  }
  return new TallyCell(spot.path, field.unit, parts);
}

function viewScalar(field: Scalar, value: unknown, spot: Spot): Cell {
  if (value === undefined) return gap(spot, { isNeeded: field.isRequired === true });
  switch (field.kind) {
    case 'prose':
      return viewText(value, spot, true);
    case 'date':
    case 'deadline':
      return new DateCell(spot.path, value as Deadline);
    case 'yesno':
      return new TextCell(spot.path, value === true ? '是' : '否');
    case 'count':
    case 'difference':
    case 'amount':
    case 'denominator':
      return typeof value === 'string' && value !== PENDING
        ? viewText(value, spot, false)
        : viewFigure(value, spot);
    default:
      return viewText(value, spot, false);
  }
}

function viewFigure(value: unknown, spot: Spot): Cell {
  if (typeof value !== 'number') return gap(spot, { isPending: value === PENDING });
  const { written } = spot.context;
  const text = (written.size > 0 ? written.get(spot.path) : undefined) ?? String(value);
  return new FigureCell(spot.path, value, text, spot.label);
}

function viewText(value: unknown, spot: Spot, isProse: boolean): Cell {
  const text = String(value ?? '');
  if (text.trim() === '') return gap(spot);
  if (!isProse) return new TextCell(spot.path, text.trim());
  const cell = new ProseCell(spot.path, text, spot.context.find);
  if (text.includes('{{')) spot.context.referring.push(cell);
  return cell;
}

function gap({ path, label, context }: Spot, kind: ConstructorParameters<typeof GapCell>[3] = {}): GapCell {
  return new GapCell(path, label, context.log, kind);
}
