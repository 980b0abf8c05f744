import { FigureCell, figureMarkup } from '../cell.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { formatPercent } from '../ratio.ts';

/** {{growth economy.income economy.lastIncome}} */
export const growth: Helper = {
  name: 'growth',
  summary: '比上年增长或者下降百分之几，相等时写持平；上年是 0 或者没有写时什么也不输出。',
  signature: '{{growth 今年 上年}}',
  takes: { args: ['figure', 'figure'], form: ['inline', 'value'], gives: 'markup' },
  example: { template: '{{growth economy.income economy.lastIncome}}', prints: '增长12.5%' },
  run: ([now, before]) => {
    if (!(now instanceof FigureCell && before instanceof FigureCell)) return '';
    if (now.value === before.value) return '持平';
    if (before.value <= 0) return '';
    const percent = formatPercent(rise(now, before), before.value) ?? '';
    const size = figureMarkup(now.path, `${percent.replace('-', '')}%`);
    return new Markup(`${now.value > before.value ? '增长' : '下降'}${size}`);
  },
};

/** Exact: both written with at most as many decimals as the longer one. */
function rise(now: FigureCell, before: FigureCell): number {
  const difference = now.value - before.value;
  if (Number.isInteger(now.value) && Number.isInteger(before.value)) return difference;
  const digits = Math.max(...[now, before].map(({ value }) => String(value).split('.')[1]?.length ?? 0));
  return Number(difference.toFixed(Math.min(digits, 20)));
}
