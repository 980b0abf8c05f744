import type { Budget } from '../ooxml/budget.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { type OoxmlPackage, openPackage } from '../ooxml/package.ts';
import type { Relationship } from '../ooxml/relationships.ts';
import { XmlScanner } from '../ooxml/xml-scanner.ts';
import { readCellFormats } from './cell-formats.ts';
import { readSheet, type SheetContext } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import type { Sheet } from './sheet.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Hidden from whoever opens the workbook. */
  readonly isHidden: boolean;
  readonly part: string;
}

/** An .xlsx: its sheets by name, each read when it is asked for. */
export class Workbook {
  readonly sheets: readonly SheetEntry[];
  private readonly opened: OoxmlPackage;
  private readonly context: SheetContext;

  constructor(opened: OoxmlPackage, sheets: readonly SheetEntry[], context: SheetContext) {
    this.opened = opened;
    this.sheets = sheets;
    this.context = context;
  }

  read({ part }: SheetEntry): Sheet | OoxmlFault {
    const bytes = this.opened.text(part);
    return bytes instanceof OoxmlFault ? bytes : readSheet(bytes.text, part, this.context);
  }
}

/** Opens an .xlsx with what all its sheets need; a part of it that cannot be read to its end is a fault. */
export function openWorkbook(bytes: Uint8Array, budget?: Budget): Workbook | OoxmlFault {
  const opened = openPackage(bytes, budget);
  if (opened instanceof OoxmlFault) return opened;
  const main = opened.mainPart('xl/workbook.xml');
  if (main instanceof OoxmlFault) return main;
  const text = opened.text(main);
  if (text instanceof OoxmlFault) return text;
  const relations = opened.relationships(main);
  if (relations instanceof OoxmlFault) return relations;
  const listed = readMain(text.text, main, relations);
  if (listed instanceof OoxmlFault) return listed;
  const partOf = (type: string) =>
    relations.find((relation) => relation.type === type && !relation.isExternal)?.target;
  const strings = readSharedStrings(opened, partOf('sharedStrings'));
  if (strings instanceof OoxmlFault) return strings;
  const formats = readCellFormats(opened, partOf('styles'));
  if (formats instanceof OoxmlFault) return formats;
  return new Workbook(opened, listed.sheets, { strings, formats, is1904: listed.is1904 });
}

interface MainPart {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
}

/** `workbookPr` and `sheets`. A sheet that is a chart, or whose part is not there, holds no rows and is left out. */
function readMain(xml: string, part: string, relations: readonly Relationship[]): MainPart | OoxmlFault {
  const scanner = new XmlScanner(xml, part);
  scanner.next();
  const { depth } = scanner;
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'x:workbookPr') is1904 = isTrue(scanner.attribute('date1904'));
    else if (scanner.name === 'x:sheets') readEntries(scanner, relations, sheets);
  }
  return scanner.fault ?? { sheets, is1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function readEntries(scanner: XmlScanner, relations: readonly Relationship[], sheets: SheetEntry[]): void {
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const id = scanner.attribute('r:id');
    const relation = relations.find((each) => each.id === id && each.type === 'worksheet');
    if (scanner.name !== 'x:sheet' || relation === undefined) continue;
    sheets.push({
      name: scanner.attribute('name') ?? '',
      isHidden: (scanner.attribute('state') ?? 'visible') !== 'visible',
      part: relation.target,
    });
  }
}
