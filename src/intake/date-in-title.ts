import { type CalendarDate, parseDate } from '../facts/dates.ts';

/** The day or month that a roster's title tells (截至2023年12月31日, （2024.10）), 截至 before any other; undefined where it tells none. */
export function dateInTitle(title: string): CalendarDate | undefined {
  const text = title.normalize('NFKC').replace(/\s/gu, '');
  return firstDate(text, AS_OF) ?? firstDate(text, ANY);
}

const TITLE_DATE = String.raw`((?:19|20)\d{2}(?:年\d{1,2}月(?:\d{1,2}日)?|([-./])\d{1,2}(?:\2\d{1,2})?))(?!\d)`;
const AS_OF = new RegExp(`截[至止]到?[::]?(?:时间|日期)?[::]?${TITLE_DATE}`, 'gu');
const ANY = new RegExp(`(?<!\\d)${TITLE_DATE}`, 'gu');

function firstDate(text: string, pattern: RegExp): CalendarDate | undefined {
  for (const match of text.matchAll(pattern)) {
    const date = parseDate(match[1] ?? '');
    if (date !== undefined) return date;
  }
  return undefined;
}
