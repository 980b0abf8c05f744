import { displayWidth } from '../diagnostics/display-width.ts';
import { escapeXml } from '../ooxml/xml-text.ts';
import { columnName } from '../xlsx/cell-reference.ts';
import { packWorkbook, quotedName, SPREADSHEET_NAMESPACE, sheetName } from '../xlsx/pack-workbook.ts';
import { isSheetNumber, type SheetTable, type TotalCell } from './table.ts';

/**
 * Tables as a workbook, a sheet each: numbers are numbers, texts are never formulas, totals are formulas with their value beside them; the head
 * stays in view, is repeated in print and can be filtered. Same tables, same bytes; the archive carries our fingerprint.
 */
export function writeWorkbook(tables: readonly SheetTable[]): Uint8Array {
  const sheets = tables.map((table, index) => {
    const name = sheetName(table.title, index);
    return { name, xml: countySheet(table), names: namesFor(table, quotedName(name)) };
  });
  return packWorkbook(sheets, COUNTY_STYLES);
}

/** What is filtered, and which column and rows are printed on every page. */
function namesFor({ head, rows }: SheetTable, sheet: string): Readonly<Record<string, string>> {
  const last = columnName(head.length - 1);
  return {
    '_xlnm._FilterDatabase': `${sheet}!$A$${COUNTY_HEAD_ROW}:$${last}$${COUNTY_HEAD_ROW + rows.length}`,
    '_xlnm.Print_Titles': `${sheet}!$A:$A,${sheet}!$1:$${COUNTY_HEAD_ROW}`,
  };
}

/** The title, then the head. */
const COUNTY_HEAD_ROW = 2;

/** By its place: 0 plain, 1 title, 2 head, 3 text, 4 number, 5 total text, 6 total number, 7 what is not known. */
const COUNTY_STYLES = `<styleSheet xmlns="${SPREADSHEET_NAMESPACE}"><fonts count="4"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="10"/><name val="宋体"/></font><font><sz val="10"/><color rgb="FF9C5700"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="left" vertical="center"/></xf><xf fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf><xf fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf><xf fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf><xf fontId="3" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf></cellXfs></styleSheet>`;

function countySheet(table: SheetTable): string {
  const { title, head, kinds, rows, subtotals = [], totals, notes = [] } = table;
  const last = COUNTY_HEAD_ROW + rows.length;
  const lines: string[] = [
    countyRow(1, [textCell(1, 0, title, 1)], 28),
    countyRow(
      COUNTY_HEAD_ROW,
      head.map((text, column) => textCell(COUNTY_HEAD_ROW, column, text, 2)),
      42,
    ),
    ...rows.map((cells, index) =>
      countyRow(
        COUNTY_HEAD_ROW + 1 + index,
        cells.map((text, column) =>
          dataCell(COUNTY_HEAD_ROW + 1 + index, column, text, kinds[column] === 'number'),
        ),
      ),
    ),
  ];
  const sums = (name: string) => `${name}${COUNTY_HEAD_ROW + 1}:${name}${last}`;
  const feet = [
    ...subtotals.map(({ by, key, cells }) => {
      const kindsOf = sums(`$${columnName(by)}$`);
      return {
        cells,
        formula: (name: string) => `SUMIF(${kindsOf},"${key.replaceAll('"', '""')}",${sums(name)})`,
      };
    }),
    ...(totals === undefined ? [] : [{ cells: totals, formula: (name: string) => `SUM(${sums(name)})` }]),
  ];
  for (const [index, { cells, formula }] of feet.entries())
    lines.push(footRow(last + 1 + index, cells, formula));
  const below = last + feet.length + 2;
  lines.push(...notes.map((note, index) => countyRow(below + index, [textCell(below + index, 0, note, 0)])));
  const filter = `A${COUNTY_HEAD_ROW}:${columnName(head.length - 1)}${last}`;
  return `<worksheet xmlns="${SPREADSHEET_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="${COUNTY_HEAD_ROW}" topLeftCell="B${COUNTY_HEAD_ROW + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>${columns(table)}<sheetData>${lines.join('')}</sheetData><autoFilter ref="${filter}"/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}

/** Totals: numbers as formulas with their value, which is in the file for those who do not reckon. */
function footRow(at: number, cells: readonly TotalCell[], formula: (column: string) => string): string {
  return countyRow(
    at,
    cells.map(({ text, isSum }, column) => {
      if (!isSheetNumber(text)) return textCell(at, column, text, 5);
      const name = columnName(column);
      const reckoned = isSum ? `<f>${escapeXml(formula(name))}</f>` : '';
      return `<c r="${name}${at}" s="6">${reckoned}<v>${text}</v></c>`;
    }),
  );
}

function columns({ head, kinds }: SheetTable): string {
  const each = head.map((text, column) => {
    const width = kinds[column] === 'text' ? 24 : Math.max(9, Math.min(16, displayWidth(text) / 2 + 4));
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${each.join('')}</cols>`;
}

function countyRow(number: number, cells: readonly string[], height?: number): string {
  const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${high}>${cells.join('')}</row>`;
}

function dataCell(at: number, column: number, text: string, isNumber: boolean): string {
  const place = `${columnName(column)}${at}`;
  if (isNumber && isSheetNumber(text)) return `<c r="${place}" s="4"><v>${text}</v></c>`;
  if (text === '') return `<c r="${place}" s="${isNumber ? 4 : 3}"/>`;
  return textCell(at, column, text, isNumber ? 7 : 3);
}

/** An inline string is text whatever it begins with. */
function textCell(at: number, column: number, text: string, style: number): string {
  return `<c r="${columnName(column)}${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}
