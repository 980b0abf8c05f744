import type { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../ooxml/package.ts';
import type { XmlScanner } from '../ooxml/xml-scanner.ts';
import { builtInFormat, formatOfCode, GENERAL_FORMAT, type NumberFormat } from './number-formats.ts';
import { readPart } from './read-part.ts';

/** The number formats of cells by the number of their style (`s`); what the workbook does not define is as it is. */
export function readCellFormats(
  opened: OoxmlPackage,
  part: string | undefined,
): readonly NumberFormat[] | OoxmlFault {
  const codes = new Map<number, NumberFormat>();
  const ids: number[] = [];
  const fault = readPart(opened, part, (scanner) => {
    if (scanner.name === 'x:numFmts') readCodes(scanner, codes);
    else if (scanner.name === 'x:cellXfs') readIds(scanner, ids);
  });
  return fault ?? ids.map((id) => codes.get(id) ?? (id === 0 ? GENERAL_FORMAT : builtInFormat(id)));
}

function readCodes(scanner: XmlScanner, codes: Map<number, NumberFormat>): void {
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name !== 'x:numFmt') continue;
    codes.set(Number(scanner.attribute('numFmtId')), formatOfCode(scanner.attribute('formatCode') ?? ''));
  }
}

function readIds(scanner: XmlScanner, ids: number[]): void {
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'x:xf') ids.push(Number(scanner.attribute('numFmtId') ?? 0));
  }
}
