import { millimetres } from '../format/describe-measures.ts';
import { LANDSCAPE_WIDTH, TEXT_WIDTH } from '../format/gb9704.ts';
import { byValue, type ClauseJudgement } from './judgement.ts';
import type { LaidTable } from './laid-block.ts';
import { type LayoutView, textWidthOf } from './layout-view.ts';
import { WANTED_LAYOUT } from './wanted.ts';

function tablesOf({ blocks }: LayoutView): LaidTable[] {
  return blocks.filter((block): block is LaidTable => block.kind === 'table');
}

/** A table stays inside of the text area. */
export function judgeTableWidth(view: LayoutView): ClauseJudgement {
  const tables = tablesOf(view);
  const found = tables.flatMap(({ table, at, section }) => {
    const isLandscape = view.sections[section]?.isLandscape === true;
    // Where margins are wrong, that is said of the margins.
    const room = Math.max(isLandscape ? LANDSCAPE_WIDTH : TEXT_WIDTH, textWidthOf(view, section));
    const width = table.grid.reduce((sum, column) => sum + column, 0);
    return width <= room + MARGINS_OF_CELLS ? [] : [{ value: `宽${millimetres(width)}毫米`, at }];
  });
  return {
    isAbsent: tables.length === 0,
    deviations: byValue(found, { what: '表格宽出版心', wanted: WANTED_LAYOUT.tableWidth }),
  };
}

/** Word lets a table's borders stand out by what its cells keep free, and offices round up. */
const MARGINS_OF_CELLS = 340;

/** A table that is longer than a page says its head again. */
export function judgeTableHeads(view: LayoutView): ClauseJudgement {
  const tables = tablesOf(view);
  const found = tables
    .filter(({ table: { rows } }) => rows.length > ROWS_OF_A_PAGE && rows[0]?.isHeader !== true)
    .map(({ table, at }) => ({ value: `${table.rows.length}行，表头不重复`, at }));
  return {
    isAbsent: tables.length === 0,
    deviations: byValue(found, { what: '跨页的表格没有重复表头', wanted: WANTED_LAYOUT.tableHead }),
  };
}

/** More rows than any page of 22 lines holds, however tightly they are set. */
const ROWS_OF_A_PAGE = 45;
