import type { DataCell, DataFigureCell, DataTable } from './data-table.ts';

/** What a row or a column is: of parts, a total of some, or a part of another (其中). */
export type LineKind = 'part' | 'subtotal' | 'total' | 'subset' | 'apart';

/** A row or a column of figures. */
export interface FigureLine {
  /** From 1. */
  readonly index: number;
  /** Its label, or its head, the levels joined. */
  readonly label: string;
  /** The levels of the head or the label, the outer first. */
  readonly levels: readonly string[];
  readonly kind: LineKind;
  readonly unit: string;
}

export interface TableShape {
  readonly table: DataTable;
  /** Rows below the head, and columns that hold figures. */
  readonly rows: readonly FigureLine[];
  readonly columns: readonly FigureLine[];
  readonly figure: (row: FigureLine, column: FigureLine) => DataFigureCell | undefined;
}

/** Where the head, the labels and the figures of a table are; undefined where it has no figures under a head. */
export function tableShape(table: DataTable): TableShape | undefined {
  const first = firstFigureRow(table);
  if (first === undefined || first === 1) return undefined;
  const columnIndexes = range(2, table.columns).filter((column) => holdsFigures(table, column, first));
  const leftmost = columnIndexes[0];
  if (leftmost === undefined) return undefined;
  const unitColumn = range(1, table.columns).find(
    (column) =>
      /^(?:计量)?单位$/.test(closedUp(table.at(1, column)?.text ?? '')) &&
      !columnIndexes.includes(column) &&
      column > 1,
  );
  const columns = columnIndexes.map((index) =>
    figureLine(index, headLevels(table, index, first), table.unit, NOT_SUMMED),
  );
  const rows = range(first, table.rows).map((index) => {
    const levels = labelLevels(table, index, leftmost, unitColumn);
    const unit = unitColumn === undefined ? '' : closedUp(table.at(index, unitColumn)?.text ?? '');
    return figureLine(index, levels, unit, APART_ROW);
  });
  return {
    table,
    rows: markSubsets(rows),
    columns,
    figure(row, column) {
      const cell = table.at(row.index, column.index);
      return cell?.value.kind === 'figure' && cell.columnSpan === 1 && cell.row === row.index
        ? (cell as DataFigureCell)
        : undefined;
    },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** A head of figures alone (years) is no row of figures: the first row that has a figure and words at its beginning. */
function firstFigureRow(table: DataTable): number | undefined {
  return range(1, table.rows).find((row) => {
    const cells = range(2, table.columns).map((column) => table.at(row, column));
    const figures = cells.filter((cell) => cell?.value.kind === 'figure' && cell.row === row);
    const areYears = figures.every((cell) => cell?.value.kind === 'figure' && /年/.test(cell.value.unit));
    return figures.length > 0 && !areYears;
  });
}

/** More figures, dashes and gaps than words below the head. */
function holdsFigures(table: DataTable, column: number, first: number): boolean {
  const kinds = range(first, table.rows).map((row) => table.at(row, column)?.value.kind ?? 'empty');
  const figures = kinds.filter((kind) => kind === 'figure').length;
  const words = kinds.filter((kind) => kind === 'words' || kind === 'unclear').length;
  return figures > 0 && figures >= words;
}

function headLevels(table: DataTable, column: number, first: number): string[] {
  return distinctTexts(range(1, first - 1).map((row) => table.at(row, column)));
}

function labelLevels(
  table: DataTable,
  row: number,
  leftmost: number,
  unitColumn: number | undefined,
): string[] {
  const cells = range(1, leftmost - 1)
    .filter((column) => column !== unitColumn)
    .map((column) => table.at(row, column));
  return distinctTexts(cells.filter((cell) => cell?.value.kind !== 'figure'));
}

function distinctTexts(cells: readonly (DataCell | undefined)[]): string[] {
  const seen = new Set<DataCell>();
  for (const cell of cells) if (cell !== undefined && cell.text.trim() !== '') seen.add(cell);
  return [...seen].map(({ text }) => closedUp(text));
}

/** Without spaces, as 合　计 is set. */
function closedUp(text: string): string {
  return text.replace(/[\s　]/g, '');
}

function figureLine(index: number, levels: readonly string[], unit: string, apart: RegExp): FigureLine {
  const label = levels.join('');
  const inHead = /[（(]([^（()）]{1,8})[)）]$/.exec(levels.at(-1) ?? '')?.[1];
  const own = inHead !== undefined && UNIT_LABEL.test(inHead) ? inHead : levels.length === 0 ? '' : unit;
  return { index, label, levels, kind: figureLineKind(levels, apart), unit: own === '' ? unit : own };
}

function figureLineKind(levels: readonly string[], apart: RegExp): LineKind {
  const last = withoutUnit(levels.at(-1) ?? '');
  const all = levels.join('');
  if (apart.test(all)) return 'apart';
  if (levels.some((level) => /^[（(]?其中/.test(level))) return 'subset';
  if (SUBTOTAL.test(last))
    return levels.length > 1 || !/^小?计$/.test(last) ? 'subtotal' : /^计$/.test(last) ? 'total' : 'subtotal';
  return TOTAL_LABEL.test(last) ? 'total' : 'part';
}

export function withoutUnit(label: string): string {
  return label.replace(/[（(][^（()）]{1,8}[)）]$/, '');
}

/** 其中 may have its rows below it, without saying it again: they are set in by spaces, or are numbered on. */
function markSubsets(rows: readonly FigureLine[]): FigureLine[] {
  return rows.map((row, index) => {
    const above = rows[index - 1];
    const isBelow = above?.kind === 'subset' && row.kind === 'part' && /^[（(]?其中[：:]?$/.test(above.label);
    return isBelow ? { ...row, kind: 'subset' } : row;
  });
}

const SUBTOTAL = /小计$|^计$/;
const TOTAL_LABEL = /(?:合计|总计|共计|累计合计|总和)$|^(?:总数|合计数|总量)$/;
/** Rows that are never added up: names of offices hold 率 and 电话, too. */
const APART_ROW =
  /(?:占比|比例|比重|比率|率|平均|均值|人均|户均|累计|增幅|同比|环比|增长|增减|[％%‰][)）]?)(?:[（(].*)?$/;
/** Columns that are never added up. */
const NOT_SUMMED =
  /占比|比例|比重|比率|百分|[％%‰]|率|平均|人均|户均|均值|累计|增长|增幅|增减|同比|环比|排名|名次|序号|编号|年份|年度$|日期|时间|电话|单价|指数|得分|分数|次序|倍|上年|去年|同期|上期|说明|备注/;
const UNIT_LABEL =
  /^(?:[万亿千百]?[一-鿿]{1,3}|%|％|‰|㎡|km|kg|人次|万人次|平方米|平方公里|立方米|万千瓦时)$/;
