import { type CalendarDate, parseDate } from '../../facts/dates.ts';

/** From when until when a report tells. */
export interface ReportPeriod {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
}

/** A clause that names a period and nothing else: 2024年1月至10月, 今年上半年, 2022年以来; undefined for any other. */
export function readPeriod(clause: string, date: CalendarDate | undefined): ReportPeriod | undefined {
  const text = date === undefined ? clause : clause.replace(/^今年/u, `${date.year}年`);
  const half = /^(\d{4})年(?:度|(上|下)半年)?$/u.exec(text);
  if (half !== null) return yearOrHalf(Number(half[1]), half[2]);
  const open = /^(\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)以来$/u.exec(text)?.[1];
  if (open !== undefined) {
    const from = parseDate(/月/u.test(open) ? open : `${open}1月`);
    return from && { from };
  }
  const span = /^(\d{4}年)(\d{1,2}月(?:\d{1,2}日)?)[至到—-](\d{4}年)?(\d{1,2}月)?(\d{1,2}日)?$/u.exec(text);
  if (span === null) return undefined;
  const [, year = '', start = '', endYear = year, endMonth = '', endDay = ''] = span;
  const month = endMonth === '' ? (/^\d{1,2}月/u.exec(start)?.[0] ?? '') : endMonth;
  const [from, to] = [parseDate(year + start), parseDate(endYear + month + endDay)];
  return from && to && { from, to };
}

function yearOrHalf(year: number, half: string | undefined): ReportPeriod {
  const [first, last] = half === '上' ? [1, 6] : half === '下' ? [7, 12] : [1, 12];
  return { from: { year, month: first }, to: { year, month: last } };
}
