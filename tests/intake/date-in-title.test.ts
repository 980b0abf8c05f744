import { expect, it } from 'vitest';
import { dateInTitle } from '../../src/intake/date-in-title.ts';

it.for([
  ['雪桥乡党员花名册 截至2023年12月31日', { year: 2023, month: 12, day: 31 }],
  ['2024年度党员名册（截止时间：2024.10.8）', { year: 2024, month: 10, day: 8 }],
  ['填报日期：2024年11月8日 截至2024年10月31日', { year: 2024, month: 10, day: 31 }],
  ['编制台账（2024年10月）', { year: 2024, month: 10 }],
  ['干部花名册２０２４－０３－０１', { year: 2024, month: 3, day: 1 }],
  ['云溪镇党员名册', undefined],
  ['2023年2月30日', undefined],
  ['2024年党员名册', undefined],
  ['编号20241031-1', undefined],
] as const)('reads the date of “%s”', ([title, date]) => {
  expect(dateInTitle(title)).toEqual(date);
});
