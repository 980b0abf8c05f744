import type { Deadline } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import { PENDING } from '../facts/facts.ts';
import type { Field, Fields, ListField, Mapping, Scalar, TallyField } from '../facts/field.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { type Cell, DateCell, FigureCell, GapCell, TextCell } from './cell.ts';
import type { GapLog } from './gap.ts';
import { type FindCell, ProseCell } from './prose-cell.ts';
import { NamedPath } from './spot.ts';
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
  return viewRecord(VOCABULARY, facts, ROOT_PATH, context);
}

const ROOT_PATH = new NamedPath('', '');

type NamedValues = { readonly [name: string]: unknown } | undefined;

function viewRecord(fields: Fields, values: NamedValues, spot: NamedPath, context: ViewContext): View {
  const view: View = {};
  for (const { name, field, spot: inner } of spot.fieldsOf(fields)) {
    if (isHiddenField(field)) continue;
    const value = viewValue(field, values?.[name], inner, context);
    view[name] = value;
    if (context.isBilingual) view[field.zh] = value;
  }
  return view;
}

/** What is no part of a report: the file's own sources. */
function isHiddenField(field: Field): field is Mapping | ListField {
  return field.kind === 'mapping' || (field.kind === 'list' && field.isPrinted === false);
}

function viewValue(
  field: Exclude<Field, Mapping>,
  value: unknown,
  spot: NamedPath,
  context: ViewContext,
): ViewValue {
  switch (field.kind) {
    case 'record':
      return viewRecord(field.fields, value as NamedValues, spot, context);
    case 'list':
      return viewList(field.item, (value ?? []) as readonly unknown[], spot, context);
    case 'tally':
      return viewTally(field, (value ?? NO_VALUES) as ReadonlyMap<string, unknown>, spot, context);
    case 'proses':
    case 'texts':
      return viewList('text', (value ?? []) as readonly unknown[], spot, context);
    default:
      return viewScalar(field, value, spot, context);
  }
}

const NO_VALUES: ReadonlyMap<string, unknown> = new Map();

function viewList(
  item: Fields | 'text',
  values: readonly unknown[],
  spot: NamedPath,
  context: ViewContext,
): readonly (Cell | View)[] {
  return values.map((value, index) =>
    item === 'text'
      ? viewText(value, spot.item(index), context, true)
      : viewRecord(item, value as NamedValues, spot.item(index), context),
  );
}

function viewTally(
  field: TallyField,
  counts: ReadonlyMap<string, unknown>,
  spot: NamedPath,
  context: ViewContext,
): TallyCell {
  const parts: TallyPart[] = [];
  for (const [name, value] of counts)
    parts.push({ name, count: viewFigure(value, spot.part(name), context) });
  return new TallyCell(spot.path, field.unit, parts);
}

function viewScalar(field: Scalar, value: unknown, spot: NamedPath, context: ViewContext): Cell {
  if (value === undefined) return gapCell(spot, context, { isNeeded: field.isRequired === true });
  switch (field.kind) {
    case 'prose':
      return viewText(value, spot, context, true);
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
        ? viewText(value, spot, context, false)
        : viewFigure(value, spot, context);
    default:
      return viewText(value, spot, context, false);
  }
}

function viewFigure(value: unknown, spot: NamedPath, context: ViewContext): Cell {
  if (typeof value !== 'number') return gapCell(spot, context, { isPending: value === PENDING });
  const text = context.written.get(spot.path) ?? String(value);
  return new FigureCell(spot.path, value, text, spot.label);
}

function viewText(value: unknown, spot: NamedPath, context: ViewContext, isProse: boolean): Cell {
  const text = String(value ?? '');
  if (text.trim() === '') return gapCell(spot, context);
  if (!isProse) return new TextCell(spot.path, text.trim());
  const cell = new ProseCell(spot.path, text, context.find);
  if (text.includes('{{')) context.referring.push(cell);
  return cell;
}

function gapCell(
  { path, label }: NamedPath,
  { log }: ViewContext,
  kind: ConstructorParameters<typeof GapCell>[3] = {},
): GapCell {
  return new GapCell(path, label, log, kind);
}
