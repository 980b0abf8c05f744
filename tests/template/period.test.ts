import { expect, it } from 'vitest';
import { type CalendarDate, parseDate } from '../../src/facts/dates.ts';
import { halfOf, namePeriod } from '../../src/template/period.ts';

function dates([from, to, date]: readonly (string | undefined)[]) {
  const read = (text?: string): CalendarDate | undefined =>
    text === undefined ? undefined : parseDate(text);
  return { from: read(from), to: read(to), date: read(date) };
}

it.each([
  ['2022-01', undefined, '2023-11-06', '2022年以来'],
  ['2022-01-01', '2023-11-06', '2023-11-06', '2022年以来'],
  ['2023-01', undefined, '2023-11-06', '今年以来'],
  ['2022-03', undefined, '2023-11-06', '2022年3月以来'],
  ['2023-01-01', '2023-06-30', '2023-07-05', '今年上半年'],
  ['2022-01', '2022-06', '2023-07-05', '2022年上半年'],
  ['2023-07', '2023-12', '2023-12-31', '今年下半年'],
  ['2022-01', '2022-12', '2023-01-15', '2022年'],
  ['2023-01', '2023-05', '2023-07-05', '2023年1月至5月'],
  ['2023-01', '2023-10', '2023-11-06', '2023年1月至10月'],
  ['2022-01', '2023-09', '2023-11-06', '2022年1月至2023年9月'],
  ['2023-03-15', '2023-05-20', '2023-11-06', '2023年3月15日至5月20日'],
  ['2023-03', '2023-03', '2023-11-06', '2023年3月'],
  ['2023-11-05', '2024-10-31', '2024-11-08', '2023年11月5日至2024年10月31日'],
  ['2023-11-05', '2024-10', '2024-11-08', '2023年11月至2024年10月'],
  ['2024-03-01', '2024-10-15', '2024-11-08', '2024年3月1日至10月15日'],
  ['2023-03-02', '2023-03-09', '2023-11-06', '2023年3月2日至9日'],
  [undefined, '2023-10', '2023-11-06', '截至2023年10月'],
  [undefined, undefined, '2023-11-06', ''],
])('%s to %s, told on %s, is %s', (from, to, date, name) => {
  expect(namePeriod(dates([from, to, date]))).toBe(name);
});

it.each([
  ['2023-01', '2023-06', '2023-07-05', 1],
  ['2023-07', '2023-12', '2024-01-05', 2],
  ['2023-01', undefined, '2023-07-05', 1],
  ['2023-01', '2023-10', '2023-11-06', undefined],
  [undefined, undefined, '2023-07-05', 1],
  [undefined, undefined, '2023-11-06', undefined],
])('%s to %s, told on %s, is half %s', (from, to, date, half) => {
  expect(halfOf(dates([from, to, date]))).toBe(half);
});
