import { expect, it } from 'vitest';
import { formatDate, parseDate } from '../../src/facts/dates.ts';
import { nextPeriod } from '../../src/intake/move-period.ts';

it.for([
  ['2024-01', '2024-06', '2024-07-10', '2024年7月', '2024年12月', '2025年1月10日'],
  ['2024-07-01', '2024-12-31', '2025-01-15', '2025年1月1日', '2025年6月30日', '2025年7月15日'],
  ['2023-01', '2023-12', '2024-02-29', '2024年1月', '2024年12月', '2025年2月28日'],
  ['2024-01', '2024-10', '2024-11-08', '2024年11月', '2025年8月', '2025年9月8日'],
  ['2024-03-05', '2024-03-14', '2024-03-20', '2024年3月15日', '2024年3月24日', '2024年3月30日'],
  ['2024-07', '', '2024-10-31', '2024年11月', '', '2025年2月28日'],
  ['', '', '2024-11-08', '', '', '2025年11月8日'],
  ['', '2024-10', '2024-11-08', '', '2025年10月', '2025年11月8日'],
  ['2024-12', '2024-01', '', '2025年12月', '2025年1月', ''],
] as const)('follows %s to %s of %s', ([from, to, date, nextFrom, nextTo, nextDate]) => {
  const next = nextPeriod({ from: parseDate(from), to: parseDate(to), date: parseDate(date) });
  const shown = [next.from, next.to, next.date].map((day) => (day === undefined ? '' : formatDate(day)));
  expect(shown).toEqual([nextFrom, nextTo, nextDate]);
});
