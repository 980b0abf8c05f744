import { displayWidth } from '../diagnostics/display-width.ts';
import type { Field } from '../facts/field.ts';
import { escapeXml } from '../ooxml/xml-text.ts';
import { cellName } from '../xlsx/cell-reference.ts';
import { packWorkbook, quotedName, type SheetPart, SPREADSHEET_NAMESPACE } from '../xlsx/pack-workbook.ts';
import type { FormRow, FormSheet } from './form-rows.ts';

/** The headers by which a form is read again. */
export const FORM_HEAD = ['栏目', '内容', '填写', '计量单位', '说明', '编号'] as const;

/** What is above the table: the unit that it is about. */
export const FORM_OF = '填报单位：';

/**
 * A form to fill in, a row a fact: everything is protected but the cells of 填写, which take what the fact can be. No password. Same rows, same bytes;
 * the archive carries our fingerprint.
 */
export function writeForm(sheets: readonly FormSheet[], unit: string): Uint8Array {
  const parts = sheets.map(
    ({ title, rows }): SheetPart => ({
      name: title,
      xml: formSheet(title, rows, unit),
      names: {
        '_xlnm.Print_Titles': `${quotedName(title)}!$${FORM_HEAD_ROW}:$${FORM_HEAD_ROW}`,
      },
    }),
  );
  return packWorkbook(parts, FORM_STYLES);
}

/** The title, whose form it is, what to do, the head. */
const FORM_HEAD_ROW = 4;

const HOW_TO =
  '只填浅黄色的“填写”一列，其余的不用动；没有的、拿不准的空着。数字只写数，不写单位；日期写成 2024-03-05，只有月份的写 2024-03。';

/** Characters of each column. */
const WIDTHS = [10, 40, 20, 10, 44, 6] as const;
/** Characters that a cell's edges take, and marks that are wider than a half em. */
const COLUMN_MARGIN = 6;

/** By its place in `cellXfs`. */
const FORM_STYLE = {
  plain: 0,
  title: 1,
  note: 2,
  head: 3,
  label: 4,
  input: 5,
  textInput: 6,
  key: 7,
} as const;

/** Of the input cells alone the lock is taken off; a text is kept as it is typed. */
const FORM_STYLES = `<styleSheet xmlns="${SPREADSHEET_NAMESPACE}"><fonts count="5"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/></font><font><b/><sz val="10"/><name val="宋体"/></font><font><sz val="8"/><color rgb="FFA6A6A6"/><name val="宋体"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF9DB"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf><xf fontId="2" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf fontId="3" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf fillId="3" borderId="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center" wrapText="1"/><protection locked="0"/></xf><xf numFmtId="49" fillId="3" borderId="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center" wrapText="1"/><protection locked="0"/></xf><xf fontId="4" applyFont="1" applyAlignment="1"><alignment vertical="center" shrinkToFit="1"/></xf></cellXfs></styleSheet>`;

function formSheet(title: string, rows: readonly FormRow[], unit: string): string {
  const last = FORM_HEAD_ROW + rows.length;
  const lines = [
    sheetRow(1, [textCell(1, 0, `填报表：${title}`, FORM_STYLE.title)], 28),
    sheetRow(2, [textCell(2, 0, unit === '' ? '' : FORM_OF + unit, FORM_STYLE.plain)], 18),
    sheetRow(3, [textCell(3, 0, HOW_TO, FORM_STYLE.note)], 32),
    sheetRow(
      FORM_HEAD_ROW,
      FORM_HEAD.map((name, column) => textCell(FORM_HEAD_ROW, column, name, FORM_STYLE.head)),
      22,
    ),
    ...rows.map((each, index) => formRow(each, FORM_HEAD_ROW + 1 + index, rows[index - 1])),
  ];
  const columns = WIDTHS.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<worksheet xmlns="${SPREADSHEET_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="${FORM_HEAD_ROW}" topLeftCell="A${FORM_HEAD_ROW + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C${FORM_HEAD_ROW + 1}" sqref="C${FORM_HEAD_ROW + 1}"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><sheetProtection sheet="1" formatColumns="0" formatRows="0"/><mergeCells count="1"><mergeCell ref="A3:E3"/></mergeCells>${formValidations(rows)}<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}

/** A section is named once, where it begins. */
function formRow(each: FormRow, at: number, before: FormRow | undefined): string {
  const note = inputNote(each);
  const lines = Math.max(
    Math.ceil(displayWidth(note) / (WIDTHS[4] - COLUMN_MARGIN)),
    Math.ceil(displayWidth(each.label) / (WIDTHS[1] - COLUMN_MARGIN)),
    1,
  );
  const isText = each.field.kind === 'text';
  return sheetRow(
    at,
    [
      textCell(at, 0, each.section === before?.section ? '' : each.section, FORM_STYLE.label),
      textCell(at, 1, each.label, FORM_STYLE.label),
      `<c r="${cellName(2, at)}" s="${isText ? FORM_STYLE.textInput : FORM_STYLE.input}"/>`,
      textCell(at, 3, each.unit, FORM_STYLE.label),
      textCell(at, 4, note, FORM_STYLE.label),
      textCell(at, 5, each.path, FORM_STYLE.key),
    ],
    lines * 13.5 + 5,
  );
}

/** Whether it is needed, what may be written, and what the vocabulary says of it. */
function inputNote({ field, standing }: FormRow): string {
  const about = field.about ?? '';
  const parts = [standing, formChoices(field).join('、'), HOW[field.kind] ?? '', about.replace(/。$/u, '')];
  return parts.filter((part) => part !== '').join('；');
}

const HOW: Readonly<Record<string, string>> = { date: '日期', deadline: '日期，或者 长期坚持' };

export function formChoices(field: Field): readonly string[] {
  return field.kind === 'choice' ? (field.choices ?? []) : [];
}

/** `dataValidations` (ISO/IEC 29500-1, 18.3.1.33); cells that take the same have one together. */
function formValidations(rows: readonly FormRow[]): string {
  const cells = new Map<string, string[]>();
  for (const [index, { field }] of rows.entries()) {
    const rule = ruleFor(field);
    if (rule === undefined) continue;
    const cell = cellName(2, FORM_HEAD_ROW + 1 + index);
    cells.set(rule, [...(cells.get(rule) ?? []), cell]);
  }
  if (cells.size === 0) return '';
  const each = [...cells].map(([rule, all]) => rule.replace('@', () => `sqref="${all.join(' ')}"`));
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

/** With `@` where the cells are named. A date may also be typed as a text, so that one is only warned of. */
function ruleFor(field: Field): string | undefined {
  const choices = formChoices(field);
  if (choices.length > 0)
    return rule('list', `请从列表里选：${choices.join('、')}`, `"${choices.join(',')}"`);
  switch (field.kind) {
    case 'count':
      return rule('whole', '请写整数，不小于0，不写单位', '0', ' operator="greaterThanOrEqual"');
    case 'difference':
      return rule('whole', '请写整数', '-999999999</formula1><formula2>999999999', ' operator="between"');
    case 'amount':
      return rule(
        'decimal',
        '请写数字，不写单位',
        '-999999999999</formula1><formula2>999999999999',
        ' operator="between"',
      );
    case 'date':
      return rule(
        'date',
        '请写日期，如 2024-03-05；只有月份的写 2024-03',
        '32874</formula1><formula2>73415',
        ' errorStyle="warning" operator="between"',
      );
    default:
      return undefined;
  }
}

function rule(type: string, error: string, formula: string, more = ''): string {
  const texts = `errorTitle="填法不对" error="${error}"`;
  return `<dataValidation type="${type}"${more} allowBlank="1" showErrorMessage="1" ${texts} @><formula1>${formula.replaceAll('"', '&quot;')}${formula.includes('</formula1>') ? '</formula2>' : '</formula1>'}</dataValidation>`;
}

function sheetRow(number: number, cells: readonly string[], height: number): string {
  return `<row r="${number}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
}

/** An inline string is text whatever it begins with. */
function textCell(at: number, column: number, content: string, style: number): string {
  const cell = `<c r="${cellName(column, at)}" s="${style}"`;
  if (content === '') return `${cell}/>`;
  return `${cell} t="inlineStr"><is><t xml:space="preserve">${escapeXml(content)}</t></is></c>`;
}
