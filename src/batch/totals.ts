import type { Settled, Status } from './unit.ts';

/** How many units came to what. */
export type Totals = Readonly<Record<Status, number>>;

export function countStatuses(results: Iterable<Pick<Settled, 'status'>>): Totals {
  const totals = {
    due: 0,
    held: 0,
    built: 0,
    unchanged: 0,
    failed: 0,
    kept: 0,
    pruned: 0,
    orphaned: 0,
    left: 0,
  };
  for (const { status } of results) totals[status] += 1;
  return totals;
}

/** What a status is called; a dry run speaks of what would be. */
export function statusName(status: Status, isDryRun: boolean): string {
  return (isDryRun ? WOULD_BE : STATUS_NAMES)[status];
}

const STATUS_NAMES: Readonly<Record<Status, string>> = {
  due: '待生成',
  held: '待核对',
  built: '已生成',
  unchanged: '未变',
  failed: '失败',
  kept: '已保留',
  pruned: '已清理',
  orphaned: '无来源',
  left: '未处理',
};

const WOULD_BE: typeof STATUS_NAMES = { ...STATUS_NAMES, built: '将生成', kept: '将保留', pruned: '将清理' };

/** `合计 12 个：已生成 3，未变 8，失败 1，已保留 0，已清理 0`; the rarer ones only where there are any. */
export function batchTotalsLine(totals: Totals, isDryRun: boolean): string {
  const units = ALWAYS_COUNTED.concat('left')
    .filter((status) => status !== 'pruned')
    .reduce((sum, status) => sum + totals[status], 0);
  const rare = RARE.filter((status) => totals[status] > 0);
  const counts = [...ALWAYS_COUNTED, ...rare].map(
    (status) => `${statusName(status, isDryRun)} ${totals[status]}`,
  );
  return `合计 ${units} 个：${counts.join('，')}`;
}

/** The statuses that are always counted out. */
export const ALWAYS_COUNTED: readonly Status[] = ['built', 'unchanged', 'failed', 'kept', 'pruned'];
const RARE: readonly Status[] = ['orphaned', 'left'];
