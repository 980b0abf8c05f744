/**
 * What a cell of a table says. A cell that is empty, one with a dash, one that says 不适用 and a 0 are four things: only the last is a
 * figure; an empty one may hold anything.
 */
export type TableCellValue =
  | CellFigure
  | { readonly kind: 'empty' | 'dash' | 'not-applicable' | 'words' | 'unclear' };

export interface CellFigure {
  readonly kind: 'figure';
  /** As it is written, its own 万 or 亿 left out. */
  readonly value: number;
  /** The weight of the last digit. */
  readonly step: number;
  /** A counting word or % after it, if the cell has one: 人, 万元. */
  readonly unit: string;
}

export function readCellValue(text: string): TableCellValue {
  const plain = text
    .replace(/[０-９．，％＋－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\s　\u00a0]/g, '');
  if (plain === '') return { kind: 'empty' };
  if (/^[-—–―─/／]+$/.test(plain)) return { kind: 'dash' };
  if (/^(?:不适用|不涉及|N\/?A)$/i.test(plain)) return { kind: 'not-applicable' };
  const match = CELL_FIGURE.exec(plain);
  if (match === null) return { kind: /\d/.test(plain) ? 'unclear' : 'words' };
  const [, sign = '', digits = '', unit = ''] = match;
  const number = digits.replaceAll(',', '');
  const point = number.indexOf('.');
  const value = Number(number) * (sign === '-' || sign === '−' ? -1 : 1);
  return { kind: 'figure', value, step: point < 0 ? 1 : 10 ** (point + 1 - number.length), unit };
}

const FULL_WIDTH_OFFSET = 0xfee0;
/** Digits, grouped or not, and at most a unit after them. */
const CELL_FIGURE =
  /^([+\-−]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?)(%|‰|[万亿]?[一-鿿]{0,3}|㎡|km|kg)$/;
