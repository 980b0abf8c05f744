import type { Feature } from 'write-excel-file/universal';
import { getCellAddress } from 'write-excel-file/utility';

/** What a sheet holds where, rows and columns counted from 1. */
export interface SheetExtent {
  readonly sheet: string;
  readonly columns: number;
  readonly headRow: number;
  readonly lastDataRow: number;
  readonly lastRow: number;
  /** Columns that nobody is shown. */
  readonly hidden: readonly number[];
  /** Columns of the data in whose cells something is chosen from a list. */
  readonly choices: readonly { readonly column: number; readonly choices: readonly string[] }[];
}

/** What the library leaves out: a filter on the header, hidden columns, lists to choose from, the print area, one page wide, the header on every page, page numbers. */
export function printSetup(extent: SheetExtent): Feature<Blob> {
  const { sheet, columns, headRow, lastDataRow, lastRow } = extent;
  const filtered = cornersRange([headRow, 1], [lastDataRow, columns]);
  const printed = cornersRange([1, 1], [lastRow, columns]);
  const names = [
    definedName('_xlnm._FilterDatabase', `'${sheet}'!${filtered}`, ' hidden="1"'),
    definedName('_xlnm.Print_Area', `'${sheet}'!${printed}`),
    definedName('_xlnm.Print_Titles', `'${sheet}'!$${headRow}:$${headRow}`),
  ];
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: orderFonts },
        'xl/workbook.xml': {
          transform: (xml) =>
            replaced(xml, '<definedNames/>', `<definedNames>${names.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => setUp(xml, filtered.replaceAll('$', ''), extent),
        },
      },
    },
  };
}

/** The library writes what makes a font in an order of its own; the schema's is another, and some readers insist on it. */
function orderFonts(xml: string): string {
  return xml.replace(/<font>(.*?)<\/font>/g, (_, content: string) => {
    const parts = content.match(/<[^>]+>/g) ?? [];
    const placeOf = (part: string) => FONT_PARTS.indexOf(/\w+/.exec(part)?.[0] ?? '');
    return `<font>${[...parts].sort((a, b) => placeOf(a) - placeOf(b)).join('')}</font>`;
  });
}

/** CT_Font, ISO/IEC 29500-1 18.8.22. */
const FONT_PARTS = ['b', 'sz', 'color', 'name', 'family'];

function setUp(xml: string, filtered: string, extent: SheetExtent): string {
  return [
    ['<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'],
    ['xSplit="0" ', ''],
    ['activePane="bottomRight"', 'activePane="bottomLeft"'],
    ['</sheetData>', `</sheetData><autoFilter ref="${filtered}"/>`],
    ...extent.hidden.map((column) => [`<col min="${column}"`, `<col hidden="1" min="${column}"`]),
    ['<pageMargins', `${sheetValidations(extent)}<pageMargins`],
    ['left="0.7" right="0.7"', 'left="0.5" right="0.5"'],
    [
      '<pageSetup paperSize="9" orientation="landscape"/>',
      '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
    ],
  ].reduce((text, [from = '', to = '']) => replaced(text, from, to), xml);
}

/** `dataValidations` (18.3.1.33); the cells may stay empty. */
function sheetValidations({ choices, headRow, lastDataRow }: SheetExtent): string {
  const each = choices.map(({ column, choices: list }) => {
    const cells = cornersRange([headRow + 1, column], [lastDataRow, column]).replaceAll('$', '');
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="填法不对" error="请从列表里选：${list.join('、')}" sqref="${cells}"><formula1>"${list.join(',')}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

/** What is looked for is there, or the library writes otherwise than when this was written. */
function replaced(xml: string, from: string, to: string): string {
  if (!xml.includes(from)) throw new Error(`the sheet's XML has no ${from}`);
  return xml.replace(from, () => to);
}

function definedName(name: string, range: string, attributes = ''): string {
  return `<definedName name="${name}" localSheetId="0"${attributes}>${range}</definedName>`;
}

/** $A$3:$K$20 */
function cornersRange(...corners: readonly (readonly [row: number, column: number])[]): string {
  return corners
    .map(([row, column]) => getCellAddress(row - 1, column - 1).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2'))
    .join(':');
}
