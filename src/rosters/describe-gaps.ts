import { columnName } from '../xlsx/cell-reference.ts';
import { groupBy } from './group-by.ts';
import type { RosterGap } from './person.ts';
import { quoteCell } from './quote.ts';
import type { Roster } from './roster.ts';
import { type FieldId, ROSTER_FIELDS } from './roster-fields.ts';
import { type RowProblem, rowProblem } from './row-problem.ts';

/** One problem for each column with cells that are empty or cannot be read, and for what was not counted because of them. */
export function rosterGaps(
  roster: Roster,
  gaps: readonly RosterGap[],
  uncounted: (field: FieldId) => string | undefined,
): RowProblem[] {
  const byField = groupBy(gaps, ({ field, why }) => `${field} ${why ?? ''}`);
  return [...byField.values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    const lost = first.why === 'month' ? undefined : uncounted(first.field);
    if (lost === undefined && first.why !== 'cut' && first.why !== 'month') return [];
    return [describeGapColumn(roster, first, each, lost)];
  });
}

function describeGapColumn(
  roster: Roster,
  first: RosterGap,
  gaps: readonly RosterGap[],
  lost: string | undefined,
): RowProblem {
  const { name } = ROSTER_FIELDS[first.field];
  const column = columnName(roster.columns.get(first.field) ?? 0);
  const others = gaps.length > 1 ? `（这一列共${gaps.length}行：${listRows(gaps)}）` : '';
  const consequence = lost === undefined ? '' : `；${lost}没有统计`;
  const [message, hint] = wording(first, column);
  return rowProblem(roster, first, `${column} 列“${name}”${message}${others}${consequence}`, hint, [
    first.field,
  ]);
}

function wording(gap: RosterGap, column: string): readonly [message: string, hint: string] {
  const { why } = gap;
  const seen = quoteCell(gap.seen);
  switch (why) {
    case 'cut':
      return [
        '是按数字存的，末几位已经丢失，不能用来推算出生日期和性别',
        `把 ${column} 列的格式改成“文本”，重新录入号码。丢失的位数程序不会猜。`,
      ];
    case 'serial':
      return [
        `是数字“${seen}”，像是没有设日期格式的日期`,
        `选中 ${column} 列，把单元格格式改成“日期”，核对以后保存。`,
      ];
    case 'month':
      return [
        `是数字 ${seen}，可能是10月（末尾的0没有显示），也可能是1月；按10月统计`,
        `把 ${column} 列的格式改成“文本”，把这些格改成 1979年10月 这样的写法。`,
      ];
    default:
      return seen === ''
        ? ['是空的', '请在名册里补上。']
        : [`写的是“${seen}”，看不懂`, '请在名册里改成平常的写法。'];
  }
}

function listRows(gaps: readonly RosterGap[]): string {
  const rows = gaps.slice(0, MOST_GAP_ROWS).map(({ row }) => row);
  return `${rows.join('、')}${gaps.length > MOST_GAP_ROWS ? '……' : ''}`;
}

const MOST_GAP_ROWS = 10;
