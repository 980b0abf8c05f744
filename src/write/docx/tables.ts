import { WIDE_TABLE_COLUMNS } from '../../format/gb9704.ts';
import type { PrintedTable, Span } from '../printed.ts';
import { makeSpan } from '../spans.ts';
import { type GridCell, tableGrid } from '../table-grid.ts';
import { paragraphXml } from './paragraphs.ts';
import { runsXml } from './runs.ts';
import { STYLES, TABLE_STYLE } from './styles.ts';

/** 8 mm: what a row of a form is at least high. */
const ROW_HEIGHT = 454;

/**
 * A table with what stands above it. Widths are on the table, its grid and every cell, in twips: WPS and LibreOffice obey
 * the grid. Header rows are repeated on every page, rows do not split.
 */
export function tableXml(table: PrintedTable, width: number): string[] {
  const widths = columnWidths(table.columns, width);
  const style = widths.length > WIDE_TABLE_COLUMNS ? STYLES.tableSmall.id : STYLES.tableText.id;
  const grid = tableGrid(table);
  const rows = table.rows.map((row, index) => rowXml(row.isHeader, grid[index] ?? [], { widths, style }));
  const properties = `<w:tblPr><w:tblStyle w:val="${TABLE_STYLE}"/><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const columns = widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  return [
    ...(table.caption.length > 0 ? [paragraphXml(STYLES.caption.id, runsXml(table.caption))] : []),
    ...(table.legend.length > 0 ? [legendXml(table.legend, width)] : []),
    `<w:tbl>${properties}<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`,
  ];
}

/** 填报单位 left, a date in the middle, 单位 right: one, two or three entries on one line. */
function legendXml(legend: PrintedTable['legend'], width: number): string {
  const middle = `<w:tab w:val="center" w:pos="${Math.round(width / 2)}"/>`;
  const tabs = `<w:tabs>${legend.length === 3 ? middle : ''}<w:tab w:val="right" w:pos="${width}"/></w:tabs>`;
  const spans = legend.flatMap((entry, index) => (index === 0 ? entry : [makeSpan('\t'), ...entry]));
  return paragraphXml(STYLES.legend.id, runsXml(spans), legend.length > 1 ? { placing: tabs } : {});
}

/** Whole twips that add up to the table's width. */
function columnWidths(shares: readonly number[], width: number): readonly number[] {
  let taken = 0;
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    const column = Math.round(sum * width) - taken;
    taken += column;
    return column;
  });
}

interface CellFormat {
  readonly widths: readonly number[];
  readonly style: string;
}

function rowXml(isHeader: boolean, cells: readonly GridCell[], format: CellFormat): string {
  const properties = `<w:trPr><w:cantSplit/><w:trHeight w:val="${ROW_HEIGHT}" w:hRule="atLeast"/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return `<w:tr>${properties}${cells.map((cell) => cellXml(cell, isHeader, format)).join('')}</w:tr>`;
}

function cellXml(grid: GridCell, isHeader: boolean, { widths, style }: CellFormat): string {
  const { cell, column, columnSpan, isContinued } = grid;
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const merge = isContinued ? '<w:vMerge/>' : (cell?.rowSpan ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>`;
  const align = cell === undefined || cell.align === 'left' ? '' : `<w:jc w:val="${cell.align}"/>`;
  const spans = cell?.spans ?? [];
  const runs = isHeader ? runsXml(spans.map(asHeading), 1) : runsXml(spans);
  return `<w:tc>${properties}${paragraphXml(style, runs, { placing: align })}</w:tc>`;
}

function asHeading(span: Span): Span {
  return { ...span, isHeading: true };
}
