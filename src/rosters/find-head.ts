import type { CellRange } from '../xlsx/cell-reference.ts';
import { plainHeader } from './plain-header.ts';
import { quoteCell } from './quote.ts';
import { cellText, type RosterTable } from './table.ts';

/** The headers of a table. */
export interface TableHead {
  /** The row in which the columns' own headers stand; data begins after it. */
  readonly lastRow: number;
  readonly columns: readonly HeadColumn[];
}

/** One column's header. Headers of several rows come from the top down. */
export interface HeadColumn {
  readonly column: number;
  /** As written, for messages: the lowest. */
  readonly shown: string;
  /** The lowest, plain (see plainHeader). */
  readonly leaf: string;
  /** What is above it, plain; empty where there is nothing. */
  readonly parent: string;
}

/** Rows in which a head is looked for. */
const SEARCHED_HEAD_ROWS = 20;

/** Every row of the first twenty that could be the lowest of a head, with what the rows above it add. */
export function possibleHeads(table: RosterTable): TableHead[] {
  const grid = new HeadGrid(table);
  return grid.rows
    .filter((row) => !grid.hasNumbers(row))
    .map((row) => grid.headAt(row))
    .filter(({ columns }) => columns.length >= 2);
}

/** What is above and in the heads: titles and notes, by which a kind may be told. */
export function titlesAbove(table: RosterTable, lastRow: number): string {
  return table.rows
    .filter(({ number }) => number <= lastRow)
    .flatMap(({ values }) => values.map(cellText))
    .join(' ');
}

class HeadGrid {
  readonly rows: readonly number[];
  private readonly texts: ReadonlyMap<number, readonly string[]>;
  private readonly merged: readonly CellRange[];

  constructor({ rows, merged }: RosterTable) {
    const first = rows.filter(({ number }) => number <= SEARCHED_HEAD_ROWS);
    this.rows = first.map(({ number }) => number);
    this.texts = new Map(first.map(({ number, values }) => [number, Array.from(values, cellText)]));
    this.merged = merged.filter(({ firstRow }) => firstRow <= SEARCHED_HEAD_ROWS);
  }

  /** A number is never a header. */
  hasNumbers(row: number): boolean {
    return this.texts.get(row)?.some((text) => /^-?\d+(?:\.\d+)?$/u.test(text)) ?? false;
  }

  headAt(row: number): TableHead {
    const rows = this.rowsAbove(row);
    const width = Math.max(0, ...rows.map((above) => this.texts.get(above)?.length ?? 0));
    const columns: HeadColumn[] = [];
    for (let column = 0; column < Math.min(width, MOST_HEAD_COLUMNS); column += 1) {
      if (this.isSpanned(row, column)) continue;
      const steps = this.stepsTo(rows, column);
      const shown = steps.at(-1);
      if (shown === undefined) continue;
      const parent = steps.slice(0, -1).map(plainHeader).join('');
      columns.push({ column, shown: quoteCell(shown), leaf: plainHeader(shown), parent });
    }
    return { lastRow: row, columns };
  }

  /** A cell that is merged over several columns is the header of the first. */
  private isSpanned(row: number, column: number): boolean {
    const range = this.rangeAt(row, column);
    return range !== undefined && range.firstColumn < column;
  }

  /** The row itself and up to two above it that belong to the same head. */
  private rowsAbove(row: number): number[] {
    const rows = [row];
    for (let above = row - 1; above >= row - 2 && this.isPartOfHead(above); above -= 1) rows.unshift(above);
    return rows;
  }

  /** A title is one cell, a line such as 填报单位：… has a colon or a date; neither is a header of columns. */
  private isPartOfHead(row: number): boolean {
    const texts = (this.texts.get(row) ?? []).filter((text) => text !== '');
    return texts.length >= 2 && !texts.some((text) => /[:：]|\d{4}\s*[年.\-/]/u.test(text));
  }

  /** The different texts over a column from the top down; a cell that is merged over several rows or columns says the same in all. */
  private stepsTo(rows: readonly number[], column: number): string[] {
    const steps: string[] = [];
    const row = rows.at(-1) ?? 0;
    for (const each of rows) {
      const text = this.textAt(each, column) || (each < row ? this.spreadFrom(each, row, column) : '');
      if (text !== '' && text !== steps.at(-1)) steps.push(text);
    }
    return steps;
  }

  private textAt(row: number, column: number): string {
    const range = this.rangeAt(row, column);
    return this.texts.get(range?.firstRow ?? row)?.[range?.firstColumn ?? column] ?? '';
  }

  private rangeAt(row: number, column: number): CellRange | undefined {
    return this.merged.find(
      ({ firstRow, lastRow, firstColumn, lastColumn }) =>
        row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn,
    );
  }

  /** Without merged cells (in a CSV file) a header over several columns stands over the first of them. */
  private spreadFrom(row: number, leafRow: number, column: number): string {
    if (this.texts.get(leafRow)?.[column] === undefined || this.texts.get(leafRow)?.[column] === '')
      return '';
    for (let left = column - 1; left >= 0; left -= 1) {
      const text = this.texts.get(row)?.[left] ?? '';
      if (text === '') continue;
      const isOver = (this.texts.get(leafRow)?.[left] ?? '') !== '' && this.rangeAt(row, left) === undefined;
      return isOver ? text : '';
    }
    return '';
  }
}

/** Columns; a roster has some fifteen. */
const MOST_HEAD_COLUMNS = 300;
