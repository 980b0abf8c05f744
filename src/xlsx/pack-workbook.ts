import { LABELS } from '../bytes/label.ts';
import { escapeXml } from '../ooxml/xml-text.ts';
import { closeArchive, EMPTY_HEAD, makeEntry } from '../ooxml/zip.ts';

/** A sheet of a workbook that is written. */
export interface SheetPart {
  readonly name: string;
  /** The whole `worksheet` element. */
  readonly xml: string;
  /** `definedName` elements that are about it, by their names: what is filtered, printed, repeated. */
  readonly names?: Readonly<Record<string, string>>;
}

export const SPREADSHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * An .xlsx of sheets and a `styleSheet` element. Same sheets, same bytes; the archive carries our fingerprint.
 */
export function packWorkbook(sheets: readonly SheetPart[], styles: string): Uint8Array {
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', WORKBOOK_RELATIONSHIPS],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(sheets.length)],
    ['xl/styles.xml', styles],
    ...sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml] as const),
  ];
  return closeArchive(
    EMPTY_HEAD,
    parts.map(([name, xml]) => makeEntry(name, XML_DECLARATION + xml, 'once')),
    LABELS.final,
  );
}

/** A sheet's name at most 31 characters long, without those that Excel refuses. */
export function sheetName(title: string, index: number): string {
  const name = title.replace(/[[\]:*?/\\']/g, '').slice(0, 28);
  return name === '' ? `表${index + 1}` : name;
}

/** A sheet's name as a formula has it. */
export function quotedName(name: string): string {
  return escapeXml(`'${name}'`);
}

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_SCHEMA = 'http://schemas.openxmlformats.org/package/2006';

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, index) =>
    type(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  );
  return `<Types xmlns="${PACKAGE_SCHEMA}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/styles.xml', 'styles')}${parts.join('')}</Types>`;
}

const WORKBOOK_RELATIONSHIPS = `<Relationships xmlns="${PACKAGE_SCHEMA}/relationships"><Relationship Id="rId1" Type="${OFFICE_RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookRelationships(sheets: number): string {
  const links = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE_RELATIONSHIPS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_SCHEMA}/relationships">${links.join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE_RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`;
}

function workbook(sheets: readonly SheetPart[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ names: own = {} }, index) =>
    Object.entries(own).map(([name, range]) => {
      const hidden = name === '_xlnm._FilterDatabase' ? ' hidden="1"' : '';
      return `<definedName name="${name}" localSheetId="${index}"${hidden}>${range}</definedName>`;
    }),
  );
  const defined = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
  return `<workbook xmlns="${SPREADSHEET_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${list.join('')}</sheets>${defined}</workbook>`;
}
