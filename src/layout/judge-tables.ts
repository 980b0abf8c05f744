import type { WordTable, WordTableRow } from '../docx/word-document.ts';
import { describeSize, millimetres } from '../format/describe-measures.ts';
import { A4, LANDSCAPE_WIDTH, SIZES, TEXT_WIDTH } from '../format/gb9704.ts';
import { textWidth } from '../write/measure.ts';
import { byValue, type ClauseJudgement, type Deviation } from './judgement.ts';
import type { LaidTable } from './laid-block.ts';
import { type LayoutView, textWidthOf } from './layout-view.ts';
import { WANTED_LAYOUT } from './wanted.ts';

function tablesOf({ blocks }: LayoutView): LaidTable[] {
  return blocks.filter((block): block is LaidTable => block.kind === 'table');
}

/** A table stays inside of the text area. A width that the table and its columns say differently is drawn differently: that is for the eye. */
export function judgeTableWidth(view: LayoutView): ClauseJudgement {
  const tables = tablesOf(view);
  const wide: { value: string; at: number }[] = [];
  const out: { value: string; at: number }[] = [];
  let look: string | undefined;
  for (const laid of tables) {
    const { table, at } = laid;
    const { grid, said, room } = widthsOf(laid, view);
    const widths = [grid, said].filter((width) => width > 0);
    if (widths.length === 0) continue;
    const shown = grid > 0 ? grid : said;
    if (Math.min(...widths) > room) wide.push({ value: `宽${millimetres(shown)}毫米`, at });
    else if (Math.max(...widths) > room)
      look = `表格设定的宽度是${millimetres(said)}毫米，各列合计${millimetres(grid)}毫米，是否宽出版心请看版面`;
    else {
      const { indent = 0, alignment, isFloating } = view.word.formatting.table(table);
      if (isFloating || alignment === 'center' || alignment === 'right' || alignment === 'end') continue;
      const beyond = indent + shown - room;
      if (indent < -MARGINS_OF_CELLS) out.push({ value: `左边伸出${millimetres(-indent)}毫米`, at });
      else if (beyond > 0) out.push({ value: `右边伸出${millimetres(beyond + MARGINS_OF_CELLS)}毫米`, at });
    }
  }
  const wanted = WANTED_LAYOUT.tableWidth;
  const deviations: Deviation[] = [
    ...byValue(wide, { what: '表格宽出版心', wanted }),
    ...byValue(out, { what: '表格伸出版心', wanted }),
  ];
  return { isAbsent: tables.length === 0, deviations, ...(look === undefined ? {} : { look }) };
}

/** In twips, 0 where nothing is said: what the columns come to, what the table says of itself, and what there is room for. */
function widthsOf({ table, section }: LaidTable, view: LayoutView) {
  const isLandscape = view.sections[section]?.isLandscape === true;
  const own = textWidthOf(view, section);
  const { width = 0, widthPercent = 0 } = view.word.formatting.table(table);
  return {
    grid: table.grid.reduce((sum, column) => sum + column, 0),
    said: width > 0 ? width : (own * widthPercent) / 100,
    // Where margins are wrong, that is said of the margins.
    room: Math.max(isLandscape ? LANDSCAPE_WIDTH : TEXT_WIDTH, own) + MARGINS_OF_CELLS,
  };
}

/** Word lets a table's borders stand out by what its cells keep free, and offices round up. */
const MARGINS_OF_CELLS = 340;

/** A table that is longer than a page says its head again, all rows of it. */
export function judgeTableHeads(view: LayoutView): ClauseJudgement {
  const tables = tablesOf(view);
  const found = tables.flatMap(({ table, at, section }) => {
    const rows = table.rows.filter(({ isHidden }) => !isHidden);
    const headed = rows.findIndex(({ isHeader }) => !isHeader);
    const head = headRows(rows, Math.max(1, headed));
    if (headed < 0 || headed >= head) return [];
    if (!isLongerThanPage(table, rows, section, view)) return [];
    const value = headed > 0 ? `表头有${head}行，只重复${headed}行` : `${rows.length}行，表头不重复`;
    return [{ value, at }];
  });
  return {
    isAbsent: tables.length === 0,
    deviations: byValue(found, { what: '跨页的表格没有重复表头', wanted: WANTED_LAYOUT.tableHead }),
  };
}

/** How many rows belong to a head of which that many are known: a cell over several rows holds them together. */
function headRows(rows: readonly WordTableRow[], known: number): number {
  const ends = rows
    .slice(0, known)
    .flatMap(({ cells }, row) => cells.map(({ rowSpan, isContinued }) => row + (isContinued ? 1 : rowSpan)));
  const head = Math.max(known, ...ends);
  return head >= rows.length ? known : head;
}

/** More rows than any page of 22 lines holds, however tightly they are set; or rows that are together higher than it. */
function isLongerThanPage(
  table: WordTable,
  rows: readonly WordTableRow[],
  section: number,
  view: LayoutView,
): boolean {
  if (rows.length > ROWS_OF_A_PAGE) return true;
  const { height: page = A4.height, margins } = view.sections[section]?.section ?? {};
  const room = page - Math.abs(margins?.top ?? A4.top) - Math.abs(margins?.bottom ?? A4.bottom);
  const height = rows.reduce((sum, row) => sum + Math.max(row.height, textHeight(table, row, view)), 0);
  return height > room;
}

const ROWS_OF_A_PAGE = 45;

/** The least that the texts of a row take, in twips: lines without anything between them, filled to the last character. */
function textHeight({ grid }: WordTable, { cells }: WordTableRow, { word }: LayoutView): number {
  const heights = cells.map(({ column, columnSpan, rowSpan, isContinued, blocks }) => {
    if (isContinued || rowSpan > 1) return 0;
    const width = grid.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
    return blocks.reduce((sum, block) => {
      if (block.kind !== 'paragraph') return sum;
      const runs = block.runs.filter(({ isCode, kind }) => !isCode && kind !== 'picture');
      const text = runs.map((run) => run.text).join('');
      const { size = UNSAID_SIZE } =
        runs[0] === undefined ? word.formatting.mark(block) : word.formatting.run(block, runs[0]);
      const { line = 0, lineRule } = word.formatting.paragraph(block);
      const lines = width > 0 ? Math.max(1, Math.ceil((textWidth(text) * size * 10) / width)) : 1;
      return sum + lines * (lineRule === 'exact' ? line : size * 10);
    }, 0);
  });
  return Math.max(0, ...heights);
}

/** Word's own size where no style says one, in half-points. */
const UNSAID_SIZE = 20;

/** Practice: figures in a table are no larger than the body, and can still be read. A red head set as a table is none. */
export function judgeTableText(view: LayoutView): ClauseJudgement {
  const opening = view.blocks.findIndex(
    (block) => block.kind === 'paragraph' && (block.part === 'title' || block.part === 'body'),
  );
  const tables = view.blocks
    .slice(Math.max(0, opening))
    .filter((block): block is LaidTable => block.kind === 'table' && isGrid(block.table));
  const found = tables.flatMap(({ table, at }) =>
    [...sizesIn(table, view)]
      .filter((size) => size > SIZES.三号 || size < SIZES.小五)
      .map((size) => ({ value: describeSize(size), at })),
  );
  return {
    isAbsent: tables.length === 0,
    deviations: byValue(found, { what: '表格的字号不合适', wanted: WANTED_LAYOUT.tableText }),
  };
}

/** Two rows and two columns at least; one cell is a frame. */
function isGrid({ rows }: WordTable): boolean {
  return rows.length > 1 && rows.some(({ cells }) => cells.length > 1);
}

function sizesIn({ rows }: WordTable, { word }: LayoutView): ReadonlySet<number> {
  const sizes = new Set<number>();
  for (const { cells, isHidden } of rows) {
    for (const { blocks, isDeleted } of cells) {
      if (isHidden || isDeleted) continue;
      for (const block of blocks) {
        if (block.kind !== 'paragraph') continue;
        for (const run of block.runs) {
          if (run.isCode || run.kind !== 'text' || !/[\p{L}\p{N}]/u.test(run.text)) continue;
          const { size, verticalAlign } = word.formatting.run(block, run);
          if (verticalAlign === undefined || verticalAlign === 'baseline') sizes.add(size ?? UNSAID_SIZE);
        }
      }
    }
  }
  return sizes;
}
