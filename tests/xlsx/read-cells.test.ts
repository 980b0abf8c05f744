import { describe, expect, test } from 'vitest';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import type { CellValue } from '../../src/xlsx/cell-value.ts';
import { openWorkbook } from '../../src/xlsx/workbook.ts';
import { makeZip } from '../ooxml/make-zip.ts';
import { makeWorkbook, type TestCell } from './make-workbook.ts';

const MAY_14 = { kind: 'day', year: 1979, month: 5, day: 14 };

describe('days', () => {
  test.each([
    27,
    31,
    57,
    58,
    14,
    22,
    'yyyy\\.mm',
    '[DBNum1][$-804]yyyy"年"m"月";@',
    '[$-F800]dddd',
    'm"月"',
  ])('a serial number under the format %s', (format) => {
    expect(valueIn({ xml: '<c @ s="1"><v>28989</v></c>' }, { formats: [format] })).toMatchObject(MAY_14);
  });

  test.each([
    [27, true],
    [57, true],
    ['yyyy\\.mm', true],
    ['[DBNum1][$-804]yyyy"年"m"月";@', true],
    [31, undefined],
    [14, undefined],
    ['m"月"', undefined],
    ['yyyy"年"m"月"d"日"', undefined],
  ])('under the format %s shown by month alone: %s', (format, isMonth) => {
    const value = valueIn({ xml: '<c @ s="1"><v>28989</v></c>' }, { formats: [format] });
    expect(value).toEqual(isMonth ? { ...MAY_14, isMonth } : MAY_14);
  });

  test.each([
    0,
    1,
    2,
    10,
    32,
    49,
    'General',
    '0.00',
    '#,##0',
    '0.00E+00',
    'h:mm:ss',
    '[Red]0',
    '"年"0',
    'G/通用格式',
  ])('a number under the format %s is none', (format) => {
    expect(valueIn({ xml: '<c @ s="1"><v>28989</v></c>' }, { formats: [format] })).not.toMatchObject({
      kind: 'day',
    });
  });

  test('of the 1904 system', () => {
    const options = { formats: [31], properties: 'date1904="1"' };
    expect(valueIn({ xml: '<c @ s="1"><v>27527</v></c>' }, options)).toEqual(MAY_14);
  });

  test('of type d', () => {
    expect(valueIn({ xml: '<c @ t="d"><v>1979-05-14T00:00:00</v></c>' })).toEqual(MAY_14);
  });

  test('that never was, and the first ones', () => {
    const day = (serial: number) => valueIn({ xml: `<c @ s="1"><v>${serial}</v></c>` }, { formats: [14] });
    expect(day(1)).toEqual({ kind: 'day', year: 1900, month: 1, day: 1 });
    expect(day(61)).toEqual({ kind: 'day', year: 1900, month: 3, day: 1 });
    expect(day(-1)).toBe(-1);
  });
});

describe('other values', () => {
  test.each<[string, string, CellValue | undefined]>([
    ['an escaped text', '<c @ t="inlineStr"><is><t>_x0031_号_x005F_x</t></is></c>', '1号_x'],
    [
      'runs without how they are pronounced',
      '<c @ t="inlineStr"><is><r><t>云</t></r><r><t>溪</t></r><rPh sb="0" eb="1"><t>ユン</t></rPh></is></c>',
      '云溪',
    ],
    ['a formula with its result', '<c @ t="str"><f>A2</f><v>男</v></c>', '男'],
    ['a formula without one', '<c @><f>A2</f></c>', { kind: 'uncomputed' }],
    ['a formula with an empty one', '<c @><f>A2</f><v></v></c>', { kind: 'uncomputed' }],
    ['a formula that says nothing', '<c @ t="str"><f>A2</f><v></v></c>', undefined],
    ['an error', '<c @ t="e"><v>#DIV/0!</v></c>', { kind: 'error', code: '#DIV/0!' }],
    ['a truth value', '<c @ t="b"><v>1</v></c>', true],
    ['an identity number typed as a number', '<c @><v>1.1010119790305600E17</v></c>', 110101197903056000],
  ])('%s', (_, xml, expected) => {
    expect(valueIn({ xml })).toEqual(expected);
  });

  test('a number that its format shows with a 0 more', () => {
    const cell = { xml: '<c @ s="1"><v>1979.1</v></c>' };
    expect(valueIn(cell, { formats: ['0.00'] })).toEqual({ kind: 'shown', value: 1979.1, shown: '1979.10' });
    expect(valueIn(cell, { formats: [2] })).toEqual({ kind: 'shown', value: 1979.1, shown: '1979.10' });
    expect(valueIn(cell, { formats: ['0'] })).toBe(1979.1);
  });
});

describe('rows and cells', () => {
  test('that do not say where they are stand behind the last one, whatever the prefix', () => {
    const rows =
      '<q:row><q:c><q:v>1</q:v></q:c><q:c r="D1"><q:v>2</q:v></q:c><q:c><q:v>3</q:v></q:c></q:row><q:row r="7"><q:c><q:v>4</q:v></q:c></q:row><q:row><q:c><q:v>5</q:v></q:c></q:row>';
    const sheet = readFirst(
      workbookOf(`<q:worksheet xmlns:q="${MAIN}"><q:sheetData>${rows}</q:sheetData></q:worksheet>`),
    );
    expect(sheet.rows).toEqual([
      { number: 1, values: [1, undefined, undefined, 2, 3] },
      { number: 7, values: [4] },
      { number: 8, values: [5] },
    ]);
  });

  test.each(['XFE1', '1', 'AAAA1', ''])('a cell at %j is a fault', (reference) => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="${reference}"><v>1</v></c></row></sheetData></worksheet>`;
    const workbook = openWorkbook(workbookOf(xml));
    if (workbook instanceof OoxmlFault) throw new Error(workbook.kind);
    expect(workbook.read(workbook.sheets[0] ?? fail())).toMatchObject({ kind: 'malformed-xml' });
  });

  test('a sheet that is cut off is a fault, never half a sheet', () => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`;
    const workbook = openWorkbook(workbookOf(xml));
    if (workbook instanceof OoxmlFault) throw new Error(workbook.kind);
    expect(workbook.read(workbook.sheets[0] ?? fail())).toMatchObject({ kind: 'unfinished-xml' });
  });
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function fail(): never {
  throw new Error('no sheet');
}

/** A workbook of one sheet, without relationships of the package. */
function workbookOf(sheet: string): Buffer {
  return makeZip({
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="甲" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${OFFICE}/worksheet" Target="worksheets/s.xml"/></Relationships>`,
    'xl/worksheets/s.xml': sheet,
  });
}

function readFirst(bytes: Buffer) {
  const workbook = openWorkbook(bytes);
  if (workbook instanceof OoxmlFault) throw new Error(workbook.kind);
  const sheet = workbook.read(workbook.sheets[0] ?? fail());
  if (sheet instanceof OoxmlFault) throw new Error(sheet.kind);
  return sheet;
}

function valueIn(
  cell: TestCell,
  options: { readonly formats?: readonly (number | string)[]; readonly properties?: string } = {},
) {
  return readFirst(makeWorkbook({ ...options, sheets: { 甲: { rows: [[cell]] } } })).rows[0]?.values[0];
}
