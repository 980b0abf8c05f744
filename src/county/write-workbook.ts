import { displayWidth } from '../diagnostics/display-width.ts';
import { LABELS } from '../fingerprint/label.ts';
import { escapeXml } from '../ooxml/xml-text.ts';
import { closeArchive, EMPTY_HEAD, makeEntry } from '../ooxml/zip.ts';
import { isSheetNumber, type SheetTable } from './table.ts';

/**
 * Tables as a workbook, a sheet each: numbers are numbers, texts are never formulas, totals are formulas with their value beside them; the head
 * stays in view, is repeated in print and can be filtered. Same tables, same bytes; the archive carries our fingerprint.
 */
export function writeWorkbook(tables: readonly SheetTable[]): Uint8Array {
  const sheets = tables.map((table, index) => ({ table, name: sheetName(table.title, index) }));
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', RELATIONSHIPS],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(sheets.length)],
    ['xl/styles.xml', STYLES],
    ...sheets.map(({ table }, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(table)] as const),
  ];
  return closeArchive(
    EMPTY_HEAD,
    parts.map(([name, xml]) => makeEntry(name, HEAD + xml, 'once')),
    LABELS.final,
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

interface NamedTable {
  readonly table: SheetTable;
  readonly name: string;
}

/** At most 31 characters, without those that Excel refuses. */
function sheetName(title: string, index: number): string {
  const name = title.replace(/[[\]:*?/\\']/g, '').slice(0, 28);
  return name === '' ? `表${index + 1}` : name;
}

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, index) =>
    type(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/styles.xml', 'styles')}${parts.join('')}</Types>`;
}

const RELATIONSHIPS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookRelationships(sheets: number): string {
  const links = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function workbook(sheets: readonly NamedTable[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, table }, index) => {
    const quoted = escapeXml(`'${name}'`);
    const last = columnName(table.head.length - 1);
    const filter = `${quoted}!$A$${HEAD_ROW}:$${last}$${HEAD_ROW + table.rows.length}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${filter}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$A:$A,${quoted}!$1:$${HEAD_ROW}</definedName>`,
    ];
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

/** The title, then the head. */
const HEAD_ROW = 2;

/** By its place: 0 plain, 1 title, 2 head, 3 text, 4 number, 5 total text, 6 total number, 7 what is not known. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="4"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="10"/><name val="宋体"/></font><font><sz val="10"/><color rgb="FF9C5700"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="left" vertical="center"/></xf><xf fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf><xf fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf><xf fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf><xf fontId="3" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf></cellXfs></styleSheet>`;

function sheetXml(table: SheetTable): string {
  const { title, head, kinds, rows, totals, notes = [] } = table;
  const last = HEAD_ROW + rows.length;
  const lines: string[] = [
    row(1, [textCell(1, 0, title, 1)], 28),
    row(
      HEAD_ROW,
      head.map((text, column) => textCell(HEAD_ROW, column, text, 2)),
      42,
    ),
    ...rows.map((cells, index) =>
      row(
        HEAD_ROW + 1 + index,
        cells.map((text, column) => dataCell(HEAD_ROW + 1 + index, column, text, kinds[column] === 'number')),
      ),
    ),
  ];
  if (totals !== undefined) {
    const at = last + 1;
    lines.push(
      row(
        at,
        totals.map(({ text, isSum }, column) => {
          if (!isSheetNumber(text)) return textCell(at, column, text, 5);
          const name = columnName(column);
          const formula = isSum ? `<f>SUM(${name}${HEAD_ROW + 1}:${name}${last})</f>` : '';
          return `<c r="${name}${at}" s="6">${formula}<v>${text}</v></c>`;
        }),
      ),
    );
  }
  const below = last + (totals === undefined ? 2 : 3);
  lines.push(...notes.map((note, index) => row(below + index, [textCell(below + index, 0, note, 0)])));
  const filter = `A${HEAD_ROW}:${columnName(head.length - 1)}${last}`;
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="${HEAD_ROW}" topLeftCell="B${HEAD_ROW + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>${columns(table)}<sheetData>${lines.join('')}</sheetData><autoFilter ref="${filter}"/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}

function columns({ head, kinds }: SheetTable): string {
  const each = head.map((text, column) => {
    const width = kinds[column] === 'text' ? 24 : Math.max(9, Math.min(16, displayWidth(text) / 2 + 4));
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${each.join('')}</cols>`;
}

function row(number: number, cells: readonly string[], height?: number): string {
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

/** A, B … Z, AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
