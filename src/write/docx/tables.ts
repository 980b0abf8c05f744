import { ROLE_FORMATS, WIDE_TABLE_COLUMNS } from '../../format/gb9704.ts';
import { spansText } from '../closing-marks.ts';
import { textExtent } from '../measure.ts';
import type { PrintedTable, Span } from '../printed.ts';
import { makeSpan } from '../spans.ts';
import { type GridCell, tableGrid } from '../table-grid.ts';
import { columnWidths } from './column-widths.ts';
import { paragraphXml } from './paragraphs.ts';
import { splittingRows, type TableMeasures, type TableRows } from './row-heights.ts';
import { runsXml } from './runs.ts';
import { ROLE_STYLES, TABLE_STYLE } from './styles.ts';

/** 8 mm: what a row of a form is at least high. */
const ROW_HEIGHT = 454;

/** Where a table stands, in twips. */
export interface TextArea {
  readonly width: number;
  readonly height: number;
}

/**
 * A table with what is above it. Widths are on the table, its grid and every cell, in twips: WPS and LibreOffice obey
 * the grid. Header rows are repeated on every page and stay with the row that follows; rows split only where a page would not
 * hold them.
 */
export function tableXml(table: PrintedTable, { width, height }: TextArea): string[] {
  const role = tableRole(table.columns.length);
  const grid = tableGrid(table);
  const content = { grid, headers: table.rows.map(({ isHeader }) => isHeader) };
  const widths = columnWidths(table.columns, content, { width, role });
  const rows = tableRowsXml(content, { widths, role, pageHeight: height });
  const properties = `<w:tblPr><w:tblStyle w:val="${TABLE_STYLE}"/><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const columns = widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  return [
    ...(table.caption.length > 0 ? [paragraphXml(ROLE_STYLES.caption.id, runsXml(table.caption))] : []),
    ...(table.legend.length > 0 ? [legendXml(table.legend, width)] : []),
    `<w:tbl>${properties}<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`,
  ];
}

/** The role of the text in a table of so many columns. */
export function tableRole(columns: number): TableMeasures['role'] {
  return columns > WIDE_TABLE_COLUMNS ? 'tableSmall' : 'tableText';
}

/** `w:tr` of each row. */
export function tableRowsXml(content: TableRows, measures: TableMeasures): string[] {
  const splits = splittingRows(content, measures);
  const style = ROLE_STYLES[measures.role].id;
  return content.grid.map((cells, index) =>
    tableRowXml(cells, {
      widths: measures.widths,
      style,
      isHeader: content.headers[index] === true,
      maySplit: splits[index] === true,
    }),
  );
}

/** 填报单位 left, a date in the middle, 单位 right: one, two or three entries on one line. */
function legendXml(legend: PrintedTable['legend'], width: number): string {
  const middle = legend.length === 3 ? `<w:tab w:val="center" w:pos="${middleOf(legend, width)}"/>` : '';
  const tabs = `<w:tabs>${middle}<w:tab w:val="right" w:pos="${width}"/></w:tabs>`;
  const spans = legend.flatMap((entry, index) => (index === 0 ? entry : [makeSpan('\t'), ...entry]));
  return paragraphXml(ROLE_STYLES.legend.id, runsXml(spans), legend.length > 1 ? { placing: tabs } : {});
}

/** Where the middle entry has its centre: the line's, unless one beside it reaches too far. */
function middleOf(legend: PrintedTable['legend'], width: number): number {
  const [left = 0, middle = 0, right = 0] = legend.map(
    (entry) => textExtent(spansText(entry), ROLE_FORMATS.legend.size).room,
  );
  const least = left + middle / 2;
  return Math.round(Math.max(least, Math.min(width / 2, width - right - middle / 2)));
}

interface RowFormat {
  readonly widths: readonly number[];
  readonly style: string;
  readonly isHeader: boolean;
  readonly maySplit: boolean;
}

function tableRowXml(cells: readonly GridCell[], format: RowFormat): string {
  const { isHeader, maySplit } = format;
  const properties = `<w:trPr>${maySplit ? '' : '<w:cantSplit/>'}<w:trHeight w:val="${ROW_HEIGHT}" w:hRule="atLeast"/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return `<w:tr>${properties}${cells.map((cell) => cellXml(cell, format)).join('')}</w:tr>`;
}

function cellXml(grid: GridCell, { widths, style, isHeader }: RowFormat): string {
  const { cell, column, columnSpan, isContinued } = grid;
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const merge = isContinued ? '<w:vMerge/>' : (cell?.rowSpan ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>`;
  const align = cell === undefined || cell.align === 'left' ? '' : `<w:jc w:val="${cell.align}"/>`;
  const spans = cell?.spans ?? [];
  const runs = isHeader ? runsXml(spans.map(asHeading), 1) : runsXml(spans);
  return `<w:tc>${properties}${paragraphXml(style, runs, { placing: align, isKeptWithNext: isHeader })}</w:tc>`;
}

function asHeading(span: Span): Span {
  return { ...span, isHeading: true };
}
