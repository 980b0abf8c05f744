import { type ElementNode, elementTree } from '../docx/mark/element-tree.ts';
import { partNames } from '../docx/mark/part-names.ts';
import type { WordDocument, WordTable, WordTableCell, WordTableRow } from '../docx/word-document.ts';
import { ROLE_FORMATS, WIDE_TABLE_COLUMNS } from '../format/gb9704.ts';
import { ROLE_STYLES, TABLE_STYLE } from '../write/docx/styles.ts';
import { cellTexts, headerRows } from './header-rows.ts';
import { stylesXmlOf, styleXml } from './styles-xml.ts';
import { addUp } from './tell-changes.ts';
import type { Typesetting } from './typesetting.ts';

/** How the paragraphs of a cell are set. */
export interface CellManner {
  readonly style: string;
  /** Of its letters, in half-points. */
  readonly size: number;
  readonly isHeader: boolean;
}

/** Writes what a cell holds: at least a paragraph, and one at its end. */
export type CellWriter = (cell: WordTableCell, manner: CellManner) => string;

interface Room {
  /** Of the text area, in twips. */
  readonly width: number;
  readonly height: number;
  /** What the text area was as wide as. */
  readonly oldWidth: number;
}

/**
 * A table as it was: its rows, its merged cells, the shares of its columns, the heights of its rows, slanted lines and upright text. Its
 * letters and lines are the program's. One that filled its page fills the new one; one that is wider than the text area is made to fit.
 */
export function typesetTable(
  table: WordTable,
  room: Room,
  typesetting: Typesetting,
  cellOf: CellWriter,
): string {
  return new TableWriter(table, room, typesetting, cellOf).write();
}

class TableWriter {
  private readonly table: WordTable;
  private readonly room: Room;
  private readonly cellOf: CellWriter;
  private readonly document: WordDocument;
  private readonly xml: string;
  private readonly typesetting: Typesetting;
  private readonly rows: readonly WordTableRow[];
  private readonly widths: readonly number[];
  private readonly nodes: ReadonlyMap<number, ElementNode>;
  private readonly style: string;
  private readonly size: number;

  constructor(table: WordTable, room: Room, typesetting: Typesetting, cellOf: CellWriter) {
    this.table = table;
    this.room = room;
    this.typesetting = typesetting;
    this.cellOf = cellOf;
    this.document = typesetting.documentOf(table);
    this.xml = typesetting.xmlOf(table.part, this.document);
    this.rows = table.rows.filter(({ isHidden }) => !isHidden);
    this.widths = typesetWidths(table, room);
    this.nodes =
      this.xml === ''
        ? new Map()
        : rowNodes(elementTree(this.xml, table.start, table.end, partNames(this.xml).rootTag));
    const role = this.widths.length > WIDE_TABLE_COLUMNS ? 'tableSmall' : 'tableText';
    this.style = ROLE_STYLES[role].id;
    this.size = ROLE_FORMATS[role].size;
  }

  write(): string {
    const width = addUp(this.widths);
    const isRuled = this.isRuled();
    const style = isRuled ? `<w:tblStyle w:val="${TABLE_STYLE}"/>` : '';
    const lines = isRuled ? '' : NO_LINES;
    const properties = `<w:tblPr>${style}<w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>${lines}<w:tblLayout w:type="fixed"/></w:tblPr>`;
    const columns = this.widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
    const headers = headerRows(this.table, this.rows, this.typesetting);
    const rows = this.rows.map((row, index) => this.rowXml(row, index < headers));
    return `<w:tbl>${properties}<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
  }

  private rowXml(row: WordTableRow, isHeader: boolean): string {
    const node = this.nodes.get(row.start);
    const cells = row.cells.map((cell, index) => ({ cell, source: this.sourceOf(cellNodes(node)[index]) }));
    const shown = cells.filter(({ cell }) => !isSwallowed(cell, row));
    const first = shown[0]?.cell.column ?? 0;
    const last = shown.reduce((end, { cell }) => Math.max(end, cell.column + cell.columnSpan), 0);
    const after = this.widths.length - last;
    const properties = [
      first > 0 ? `<w:gridBefore w:val="${first}"/>` : '',
      after > 0 ? `<w:gridAfter w:val="${after}"/>` : '',
      first > 0 ? `<w:wBefore w:w="${this.widthOf(0, first)}" w:type="dxa"/>` : '',
      after > 0 ? `<w:wAfter w:w="${this.widthOf(last, after)}" w:type="dxa"/>` : '',
      this.isTall(row) ? '' : '<w:cantSplit/>',
      `<w:trHeight w:val="${this.heightOf(node)}" w:hRule="atLeast"/>`,
      isHeader ? '<w:tblHeader/>' : '',
    ].join('');
    const written = shown.map(({ cell, source }) => this.cellXml(cell, source, isHeader));
    return `<w:tr><w:trPr>${properties}</w:trPr>${written.join('')}</w:tr>`;
  }

  private cellXml(cell: WordTableCell, source: string, isHeader: boolean): string {
    const { column, columnSpan, rowSpan, isContinued } = cell;
    const merge = isContinued ? '<w:vMerge/>' : rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
    const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
    const properties = `<w:tcW w:w="${this.widthOf(column, columnSpan)}" w:type="dxa"/>${span}${merge}${slantedXml(source)}${directionXml(source)}<w:vAlign w:val="center"/>`;
    const manner = { style: this.style, size: this.size, isHeader };
    const content =
      isContinued || cell.isDeleted
        ? `<w:p><w:pPr><w:pStyle w:val="${this.style}"/></w:pPr></w:p>`
        : this.cellOf(cell, manner);
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  }

  private widthOf(column: number, span: number): number {
    return addUp(this.widths.slice(column, column + span));
  }

  /** The properties of a cell as they are written. */
  private sourceOf(node: ElementNode | undefined): string {
    const properties = node?.children.find(({ name }) => name === 'w:tcPr');
    return properties === undefined ? '' : this.xml.slice(properties.start, properties.end);
  }

  private heightOf(node: ElementNode | undefined): number {
    const properties = node?.children.find(({ name }) => name === 'w:trPr');
    const source = properties === undefined ? '' : this.xml.slice(properties.start, properties.end);
    const written = /<(?:[\w.-]+:)?trHeight\s[^>]*?\bval=["'](\d{1,5})["']/.exec(source)?.[1];
    return Math.min(this.room.height / 2, Math.max(LEAST_HEIGHT, Number(written ?? 0)));
  }

  /** A row that a page might not hold has to break. */
  private isTall({ cells }: WordTableRow): boolean {
    return cells.some((cell) => {
      const perLine = Math.max(
        1,
        Math.floor((this.widthOf(cell.column, cell.columnSpan) - SIDE_MARGINS) / (this.size * 10)),
      );
      const lines = cellTexts(cell, this.typesetting).reduce(
        (sum, text) => sum + Math.max(1, Math.ceil(text.length / perLine)),
        0,
      );
      return lines * this.size * 10 * TABLE_LINE_HEIGHT > this.room.height * MOST_OF_A_PAGE;
    });
  }

  /**
   * Whether lines are drawn: not where the table, its cells or its style say that there are none, as of a table that only puts words side by
   * side. Where nobody says anything, a program made the table that does not know lines.
   */
  private isRuled(): boolean {
    const source = this.xml.slice(this.table.start, this.table.end);
    const cells = [...source.matchAll(/<((?:[\w.-]+:)?tcBorders)[\s>][\s\S]*?<\/\1>/g)].map(([cell]) => cell);
    if (cells.some(hasLine)) return true;
    const own = borders(/<((?:[\w.-]+:)?tblPr)[\s>][\s\S]*?<\/\1>/.exec(source)?.[0] ?? '');
    if (own !== '') return hasLine(own);
    const styles = stylesXmlOf(this.typesetting, this.document);
    const chain = this.document.styles.chain('table', this.table.style);
    const said = chain
      .toReversed()
      .map(({ id }) => styleXml(styles, id))
      .find((xml) => /(?:tblBorders|tcBorders)[\s>]/.test(xml));
    return said === undefined || hasLine(said);
  }
}

function borders(xml: string): string {
  return /<((?:[\w.-]+:)?tblBorders)[\s>][\s\S]*?<\/\1>/.exec(xml)?.[0] ?? '';
}

/** As a table says that it has no lines. */
const NO_LINES = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="none" w:sz="0" w:space="0" w:color="auto"/>`)
  .join('')}</w:tblBorders>`;

function hasLine(xml: string): boolean {
  return /<(?:[\w.-]+:)?(?:top|left|start|bottom|right|end|insideH|insideV)\s[^>]*?\bval=["'](?!none|nil)/.test(
    xml,
  );
}

/** A head with a line through it from corner to corner. */
function slantedXml(source: string): string {
  const lines = ['tl2br', 'tr2bl'].filter((name) =>
    new RegExp(`:${name}\\s[^>]*val=["'](?!none|nil)`).test(source),
  );
  if (lines.length === 0) return '';
  return `<w:tcBorders>${lines.map((name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tcBorders>`;
}

function directionXml(source: string): string {
  const direction = /<(?:[\w.-]+:)?textDirection\s[^>]*?\bval=["'](tbRlV?|btLr|lrTbV)["']/.exec(source)?.[1];
  return direction === undefined ? '' : `<w:textDirection w:val="${direction}"/>`;
}

/** Merged into the cell at its left, in the old manner. */
function isSwallowed(cell: WordTableCell, { cells }: WordTableRow): boolean {
  const isOver = (other: WordTableCell) =>
    other !== cell && other.column <= cell.column && other.column + other.columnSpan > cell.column;
  return cell.isContinued && cells.some((other) => !other.isContinued && isOver(other));
}

/** Whole twips; without any width all columns are alike. */
function typesetWidths({ grid, rows }: WordTable, { width, oldWidth }: Room): readonly number[] {
  const count = rows.reduce(
    (most, { cells }) => Math.max(most, ...cells.map(({ column, columnSpan }) => column + columnSpan)),
    1,
  );
  const known = Array.from({ length: count }, (_, column) => grid[column] ?? 0);
  const mean = addUp(known) / Math.max(1, known.filter((each) => each > 0).length);
  const filled = known.map((each) => (each > 0 ? each : mean > 0 ? mean : 1));
  const total = addUp(filled);
  const wanted = mean === 0 || total >= oldWidth * FULL || total > width ? width : total;
  let [taken, sum] = [0, 0];
  return filled.map((each) => {
    sum += each;
    const column = Math.round((sum * wanted) / total) - taken;
    taken += column;
    return column;
  });
}

/** Rows by where they start; those of tables inside of cells are theirs. */
function rowNodes(table: ElementNode): ReadonlyMap<number, ElementNode> {
  const rows = new Map<number, ElementNode>();
  const visit = (node: ElementNode) => {
    for (const child of node.children) {
      if (child.name === 'w:tr') rows.set(child.start, child);
      else if (child.name !== 'w:tc') visit(child);
    }
  };
  visit(table);
  return rows;
}

function cellNodes(row: ElementNode | undefined): readonly ElementNode[] {
  return (row?.children ?? []).flatMap((child) =>
    child.name === 'w:tc' ? [child] : child.name === 'w:trPr' ? [] : cellNodes(child),
  );
}

/** Twips: 8 mm, as in the tables of a report that was built. */
const LEAST_HEIGHT = 454;
const SIDE_MARGINS = 216;
const TABLE_LINE_HEIGHT = 1.5;
const MOST_OF_A_PAGE = 0.8;
/** A table that took so much of its page's width was meant to fill it. */
const FULL = 0.9;
