import type { Document, TableRow } from '../../document/tree.ts';
import { STANDARD_LAYOUT } from '../../format/layout.ts';
import { makeEntryOfPieces } from '../../ooxml/zip.ts';
import { printRow } from '../print-blocks.ts';
import { printDocument } from '../print-document.ts';
import type { PrintedRow } from '../printed.ts';
import { tableGrid } from '../table-grid.ts';
import type { Properties } from '../writer.ts';
import { columnWidths } from './column-widths.ts';
import { areaOf, documentXml } from './document-xml.ts';
import type { TableRows } from './row-heights.ts';
import { tableRole, tableRowsXml } from './tables.ts';
import { packDocx } from './write-docx.ts';

/**
 * Rows of a table of any length, in groups out of which no cell reaches; the head is the first of them. They are gone through twice, and
 * never in memory together.
 */
export type RowGroups = () => Iterable<readonly TableRow[]>;

/** The same bytes as `writeDocx` makes; `withRows` gives the document, which holds this one table, with other rows in it. */
export async function writeLongTable(
  withRows: (rows: readonly TableRow[]) => Document,
  groups: RowGroups,
  properties: Properties,
): Promise<Uint8Array> {
  const layout = STANDARD_LAYOUT;
  const tellingRows = rowsThatTell(groups);
  const printed = printDocument(withRows(tellingRows));
  const [table] = printed.body;
  if (table?.type !== 'table') throw new Error('no table in the document');
  const { width, height } = areaOf(printed.orientation, layout);
  const measures = { role: tableRole(table.columns.length), pageHeight: height };
  const widths = columnWidths(table.columns, rowsOf(table.columns, table.rows), { width, ...measures });
  const frame = documentXml(
    { ...printed, body: [{ ...table, columns: widths.map((each) => each / width), rows: [] }] },
    layout,
  );
  const body = await makeEntryOfPieces('word/document.xml', pieces(), 'each');
  return packDocx(printed, properties, { layout, body });

  function* pieces(): Generator<string> {
    const end = frame.indexOf('</w:tbl>');
    let head: readonly PrintedRow[] | undefined;
    let hasRowsAbove = false;
    let xml = frame.slice(0, end);
    for (const group of groups()) {
      const rows = group.map(printRow);
      const content = { ...rowsOf(widths, [...(head ?? []), ...rows]), hasRowsAbove };
      const made = tableRowsXml(content, { widths, ...measures });
      xml += made.slice(head?.length ?? 0).join('');
      hasRowsAbove = head !== undefined;
      head ??= rows;
      if (xml.length < PIECE) continue;
      yield xml;
      xml = '';
    }
    yield xml + frame.slice(end);
  }
}

/** UTF-16 units that are compressed in one go. */
const PIECE = 1 << 16;

function rowsOf(columns: readonly number[], rows: readonly PrintedRow[]): TableRows {
  return { grid: tableGrid({ columns, rows }), headers: rows.map(({ isHeader }) => isHeader) };
}

/** Rows of which the widths of the columns come out as of all of them: the head, and of each column a group in which it is not empty. */
function rowsThatTell(groups: RowGroups): readonly TableRow[] {
  const telling: TableRow[] = [];
  const filled = new Set<number>();
  for (const group of groups()) {
    const rows = group.map(printRow);
    const columns = rows[0]?.isHeader ? undefined : filledColumns(rows);
    if (columns !== undefined && telling.length > 1 && columns.every((column) => filled.has(column)))
      continue;
    for (const column of columns ?? []) filled.add(column);
    telling.push(...group);
  }
  return telling;
}

/** Columns in which a cell of one column says something. */
function filledColumns(rows: readonly PrintedRow[]): number[] {
  const most = rows.reduce((sum, { cells }) => Math.max(sum, cells.length), 0);
  return tableGrid({ columns: Array.from({ length: most }, () => 1), rows }).flatMap((row) =>
    row.flatMap(({ cell, column, columnSpan }) =>
      cell !== undefined && columnSpan === 1 && cell.spans.length > 0 ? [column] : [],
    ),
  );
}
