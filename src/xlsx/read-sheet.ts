import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { XmlScanner } from '../ooxml/xml-scanner.ts';
import { type CellRange, columnNumber, LAST_COLUMN, LAST_ROW, parseRange } from './cell-reference.ts';
import { type CellValue, UNCOMPUTED } from './cell-value.ts';
import { GENERAL_FORMAT, type NumberFormat } from './number-formats.ts';
import { readStringItem } from './read-text.ts';
import { dayOfIso, dayOfSerial } from './serial-day.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { unescapeText } from './unescape-text.ts';

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

/** Reads a worksheet part (`sheetData`, `mergeCells`). Rows and cells that do not say where they are follow the last one. */
export function readSheet(xml: string, part: string, context: SheetContext): Sheet | OoxmlFault {
  const scanner = new XmlScanner(xml, part);
  scanner.next();
  const { depth } = scanner;
  const rows: SheetRow[] = [];
  const merged: CellRange[] = [];
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'x:sheetData') readSheetRows(scanner, rows, context);
    else if (scanner.name === 'x:mergeCells') readMerged(scanner, merged);
  }
  return scanner.fault ?? { rows, merged };
}

function readSheetRows(scanner: XmlScanner, rows: SheetRow[], context: SheetContext): void {
  const { depth } = scanner;
  let number = 0;
  while (scanner.nextChild(depth)) {
    if (scanner.name !== 'x:row') continue;
    const written = Number(scanner.attribute('r') ?? number + 1);
    if (!(Number.isInteger(written) && written >= 1 && written <= LAST_ROW)) {
      scanner.stopWith(badPlace());
      return;
    }
    number = written;
    const values = readCells(scanner, context);
    if (values.length > 0) rows.push({ number, values });
  }
}

function readCells(scanner: XmlScanner, context: SheetContext): (CellValue | undefined)[] {
  const { depth } = scanner;
  const values: (CellValue | undefined)[] = [];
  let column = -1;
  while (scanner.nextChild(depth)) {
    if (scanner.name !== 'x:c') continue;
    const reference = scanner.attribute('r');
    column = reference === undefined ? column + 1 : columnNumber(reference);
    if (column < 0 || column > LAST_COLUMN) {
      scanner.stopWith(badPlace());
      return values;
    }
    const value = readSheetCell(scanner, context);
    if (value === undefined) continue;
    while (values.length < column) values.push(undefined);
    values[column] = value;
  }
  return values;
}

function badPlace(): OoxmlFault {
  return new OoxmlFault('malformed-xml', '', '单元格的位置不对');
}

function readSheetCell(scanner: XmlScanner, context: SheetContext): CellValue | undefined {
  const type = scanner.attribute('t') ?? 'n';
  const style = scanner.attribute('s');
  if (scanner.isEmpty) return undefined;
  const { depth } = scanner;
  let text: string | undefined;
  let isFormula = false;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'x:v') text = scanner.content();
    else if (scanner.name === 'x:is') text = readStringItem(scanner);
    else if (scanner.name === 'x:f') isFormula = true;
  }
  // An empty text is what a formula may well say; an empty number is none.
  if (text === undefined || (text === '' && type === 'n')) return isFormula ? UNCOMPUTED : undefined;
  return interpret(
    text,
    type,
    style === undefined ? GENERAL_FORMAT : context.formats[Number(style)],
    context,
  );
}

function interpret(
  text: string,
  type: string,
  format: NumberFormat = GENERAL_FORMAT,
  { strings, is1904 }: SheetContext,
): CellValue | undefined {
  switch (type) {
    case 's':
      return filled(strings[Number(text)]);
    case 'b':
      return text.trim() === '1' || text.trim() === 'true';
    case 'e':
      return { kind: 'error', code: text };
    case 'd':
      return dayOfIso(text) ?? filled(text);
    case 'n':
      return shownNumber(text, format, is1904);
    default:
      return filled(type === 'inlineStr' ? text : unescapeText(text));
  }
}

function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function shownNumber(
  text: string,
  { isDay, isMonth, decimals = 0 }: NumberFormat,
  is1904: boolean,
): CellValue {
  const value = Number(text);
  if (Number.isNaN(value)) return text;
  if (isDay) {
    const day = dayOfSerial(value, is1904);
    return day === undefined || isMonth === undefined ? (day ?? value) : { ...day, isMonth };
  }
  const isShort = decimals > 0 && (String(value).split('.')[1]?.length ?? 0) < decimals;
  return isShort ? { kind: 'shown', value, shown: value.toFixed(decimals) } : value;
}

function readMerged(scanner: XmlScanner, merged: CellRange[]): void {
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const range = parseRange(scanner.attribute('ref') ?? '');
    if (scanner.name === 'x:mergeCell' && range !== undefined) merged.push(range);
  }
}
