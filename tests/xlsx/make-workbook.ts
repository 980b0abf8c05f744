import { makeZip } from '../ooxml/make-zip.ts';

/** A cell as a test writes it: text, number, or the XML of the whole cell with `@` where its reference belongs. */
export type TestCell = string | number | { readonly xml: string } | undefined;

export interface TestSheet {
  readonly rows: readonly (readonly TestCell[])[];
  readonly merged?: readonly string[];
  /** Attributes of a row, by its number: `hidden="1"`. */
  readonly rowAttributes?: Readonly<Record<number, string>>;
  readonly state?: string;
}

export interface TestWorkbook {
  readonly sheets: Readonly<Record<string, TestSheet>>;
  readonly properties?: string;
  /** Number formats: of the cells' styles 1, 2, … A number is a format that is built in, a text a code. */
  readonly formats?: readonly (number | string)[];
}

/** An .xlsx with inline strings. Nothing of the program's own writing takes part. */
export function makeWorkbook({ sheets, properties = '', formats = [] }: TestWorkbook): Buffer {
  const names = Object.keys(sheets);
  return makeZip({
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': part(
      'workbook',
      `<workbookPr ${properties}/><sheets>${names
        .map((name, index) => {
          const state = sheets[name]?.state;
          return `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`;
        })
        .join('')}</sheets>`,
    ),
    'xl/styles.xml': part('styleSheet', styles(formats)),
    ...Object.fromEntries(
      Object.values(sheets).map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
    ),
  });
}

/** A workbook of one sheet. */
export function makeSheet(rows: TestSheet['rows'], merged: readonly string[] = [], name = '党员'): Buffer {
  return makeWorkbook({ sheets: { [name]: { rows, merged } } });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</${root}>`;
}

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
}

function styles(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>` : '',
  );
  const xfs = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}"/>`,
  );
  return `<numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs>`;
}

function sheetXml({ rows, merged = [], rowAttributes = {} }: TestSheet): string {
  const written = rows.map((cells, index) => {
    const number = index + 1;
    const inside = cells.map((cell, column) => cellXml(cell, `${letter(column)}${number}`)).join('');
    return `<row r="${number}" ${rowAttributes[number] ?? ''}>${inside}</row>`;
  });
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return part(
    'worksheet',
    `<sheetData>${written.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}`,
  );
}

function cellXml(cell: TestCell, reference: string): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return cell.xml.replace('@', `r="${reference}"`);
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
