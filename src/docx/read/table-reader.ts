import { readAlternate } from '../../ooxml/alternate-content.ts';
import type { Mutable } from '../properties.ts';
import { isOn, readTwips } from '../properties.ts';
import { readTableProperty } from '../table-properties.ts';
import type { TableLook, WordBlock, WordTable, WordTableCell, WordTableRow } from '../word-document.ts';
import { readRevision, takesAway } from './read-revision.ts';
import { BLOCK_WRAPPERS, type StoryContext } from './story.ts';

/** Word has 63 columns at most; a span that says more is no table. */
const MOST_WORD_COLUMNS = 1000;

/** Reads a `w:tbl`: rows and cells with their places in the grid, whatever is merged. */
export class TableReader {
  private readonly story: StoryContext;
  private readonly table: Mutable<WordTable> & { rows: WordTableRow[] };
  /** By column: the cell that goes on downwards where a cell continues it. */
  private readonly above = new Map<number, WordTableCell>();

  constructor(story: StoryContext) {
    this.story = story;
    const { start, end } = story.scanner;
    this.table = {
      kind: 'table',
      part: story.part,
      start,
      end,
      style: undefined,
      properties: {},
      look: NO_LOOK,
      grid: [],
      rows: [],
    };
  }

  /** Of the `w:tbl` that was just opened. */
  read(): WordTable {
    this.readRows();
    this.table.end = this.story.scanner.end;
    return this.table;
  }

  private readRows(): void {
    const { scanner } = this.story;
    const { depth } = scanner;
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:tr') this.readRow();
      else if (scanner.name === 'w:tblPr') this.readProperties();
      else if (scanner.name === 'w:tblGrid') this.table.grid = this.readGrid();
      else if (scanner.name === 'mc:AlternateContent') readAlternate(scanner, () => this.readRows());
      else if (ROW_WRAPPERS.has(scanner.name)) this.readRows();
    }
  }

  private readProperties(): void {
    const { scanner } = this.story;
    const { depth } = scanner;
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:tblStyle') this.table.style = scanner.attribute('w:val');
      else if (scanner.name === 'w:tblLook') this.table.look = this.readLook();
      else this.table.properties = { ...this.table.properties, ...readTableProperty(scanner) };
    }
  }

  /** By attributes, or, in older files, as bits of `w:val` (17.4.55). */
  private readLook(): TableLook {
    const { scanner } = this.story;
    const bits = Number.parseInt(scanner.attribute('w:val') ?? '0', 16) || 0;
    const flag = (name: string, bit: number): boolean => {
      const value = scanner.attribute(`w:${name}`);
      return value === undefined ? (bits & bit) !== 0 : isOn(value);
    };
    return {
      firstRow: flag('firstRow', 0x20),
      lastRow: flag('lastRow', 0x40),
      firstColumn: flag('firstColumn', 0x80),
      lastColumn: flag('lastColumn', 0x100),
      rowBands: !flag('noHBand', 0x200),
      columnBands: !flag('noVBand', 0x400),
    };
  }

  private readGrid(): readonly number[] {
    const { scanner } = this.story;
    const { depth } = scanner;
    const grid: number[] = [];
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:gridCol' && grid.length < MOST_WORD_COLUMNS)
        grid.push(readTwips(scanner.attribute('w:w')) ?? 0);
    }
    return grid;
  }

  private readRow(): void {
    const { scanner } = this.story;
    const row: Mutable<WordTableRow> & { cells: WordTableCell[] } = {
      start: scanner.start,
      end: scanner.end,
      isHeader: false,
      height: 0,
      isHidden: false,
      cells: [],
    };
    this.table.rows.push(row);
    this.readCells(row, 0);
    row.end = scanner.end;
  }

  /** Gives the column after the last cell. */
  private readCells(row: Mutable<WordTableRow> & { cells: WordTableCell[] }, from: number): number {
    const { scanner } = this.story;
    const { depth } = scanner;
    let column = from;
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:trPr') column += this.readRowProperties(row);
      else if (scanner.name === 'w:tc') column += this.readCell(row, column);
      else if (scanner.name === 'mc:AlternateContent')
        readAlternate(scanner, () => {
          column = this.readCells(row, column);
        });
      else if (ROW_WRAPPERS.has(scanner.name)) column = this.readCells(row, column);
    }
    return column;
  }

  /** Gives how many columns the row leaves out at its beginning. */
  private readRowProperties(row: Mutable<WordTableRow>): number {
    const { scanner } = this.story;
    const { depth } = scanner;
    let before = 0;
    while (scanner.nextChild(depth)) {
      const revision = readRevision(scanner);
      const isOut = scanner.name === 'w:hidden' && isOn(scanner.attribute('w:val'));
      row.isHidden ||= isOut || (revision !== undefined && takesAway(revision));
      if (scanner.name === 'w:tblHeader') row.isHeader = isOn(scanner.attribute('w:val'));
      else if (scanner.name === 'w:trHeight') row.height = readTwips(scanner.attribute('w:val')) ?? 0;
      else if (scanner.name === 'w:gridBefore') before = cellSpan(scanner.attribute('w:val'), 0);
    }
    return before;
  }

  /** Gives how many columns it takes. */
  private readCell(row: { readonly cells: WordTableCell[] }, column: number): number {
    const { scanner, context } = this.story;
    context.countPiece(scanner);
    const blocks: WordBlock[] = [];
    const cell: Mutable<WordTableCell> = {
      table: this.table,
      row: this.table.rows.length - 1,
      column,
      columnSpan: 1,
      rowSpan: 1,
      textDirection: undefined,
      isContinued: false,
      isDeleted: false,
      blocks,
    };
    row.cells.push(cell);
    this.story.readCell(blocks, cell, () => this.readCellProperties(cell, row.cells));
    return cell.columnSpan;
  }

  private readCellProperties(cell: Mutable<WordTableCell>, cells: readonly WordTableCell[]): void {
    const { scanner } = this.story;
    const { depth } = scanner;
    let down: string | undefined;
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:gridSpan') cell.columnSpan = cellSpan(scanner.attribute('w:val'), 1);
      else if (scanner.name === 'w:vMerge') down = scanner.attribute('w:val') ?? 'continue';
      else if (scanner.name === 'w:textDirection') cell.textDirection = scanner.attribute('w:val');
      else if (scanner.name === 'w:cellDel') cell.isDeleted = true;
      else if (scanner.name === 'w:hMerge' && (scanner.attribute('w:val') ?? 'continue') === 'continue')
        this.mergeLeft(cell, cells);
    }
    this.mergeDown(cell, down);
  }

  private mergeLeft(cell: Mutable<WordTableCell>, cells: readonly WordTableCell[]): void {
    const left: Mutable<WordTableCell> | undefined = cells.findLast(
      (each) => each !== cell && !each.isContinued,
    );
    if (left === undefined) return;
    left.columnSpan += cell.columnSpan;
    cell.isContinued = true;
  }

  private mergeDown(cell: Mutable<WordTableCell>, down: string | undefined): void {
    const above = this.above.get(cell.column);
    if (down === 'restart') this.above.set(cell.column, cell);
    else if (down === undefined) this.above.delete(cell.column);
    else if (above !== undefined) {
      above.rowSpan += 1;
      cell.isContinued = true;
    }
  }
}

const NO_LOOK: TableLook = {
  firstRow: false,
  lastRow: false,
  firstColumn: false,
  lastColumn: false,
  rowBands: true,
  columnBands: true,
};

/** Elements around rows and cells that change nothing of them. */
const ROW_WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', ...BLOCK_WRAPPERS]);

function cellSpan(written: string | undefined, least: number): number {
  const span = Number(written ?? least);
  return Number.isInteger(span) ? Math.min(MOST_WORD_COLUMNS, Math.max(least, span)) : least;
}
