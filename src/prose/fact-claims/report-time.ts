import type { CalendarDate } from '../../facts/dates.ts';
import type { Facts } from '../../facts/facts.ts';

/** Tells whether a sentence speaks of another time than the report's own. */
export type TimeReader = (sentence: string) => boolean;

/** Reads times by a report's dates: what it was 截至 its last month, and in all of its period, is its own; any other time is not. */
export function timeReader({ date, from, to }: NonNullable<Facts['report']>): TimeReader {
  let own: RegExp | undefined;
  return (sentence) => {
    if (!OTHER_TIME_PHRASE.test(sentence)) return false;
    const ends = to === undefined ? [date, date && monthBefore(date)] : [to, date];
    own ??= ownTimes(
      ends.filter((end) => end !== undefined),
      from,
    );
    return OTHER_TIME_PHRASE.test(sentence.replaceAll(own, '　'));
  };
}

/** A report that does not say until when it tells mostly tells of what was 截至 the end of the month before. */
function monthBefore({ year, month }: CalendarDate): CalendarDate {
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

const JOINT = '(?:至|到|—+|[-－–～~])';
const DAY_WORDS = '(?:\\d{1,2}日|份|底|末)?(?:为?止)?';

/** The phrases that name the report's own time. */
function ownTimes(ends: readonly CalendarDate[], from: CalendarDate | undefined): RegExp {
  const [last] = ends;
  const phrases = ['目前|当前|现在|日前|如今'];
  for (const { year, month, day } of ends) {
    const own = `(?:${year}年|今年)?${month}月`;
    phrases.push(`(?:截[至止]到?|到|至)${own}${DAY_WORDS}`, `${own}[底末]`);
    if (day !== undefined) phrases.push(`${year}年${month}月${day}日`);
    if (from === undefined) continue;
    phrases.push(`(?:${from.year}年|今年)?${from.month}月?${DAY_WORDS}${JOINT}${own}${DAY_WORDS}`);
    phrases.push(`${from.year}年(?:${from.month}月)?(?:初)?以来`);
  }
  if (last !== undefined && (from === undefined || from.year === last.year)) {
    phrases.push(
      `(?:今年|年初|今年年初|${last.year}年)以来`,
      `(?:${last.year}年|今年|本年)度?(?![底末初中内])`,
    );
    if (last.month === 12) phrases.push('(?:今|本)?年[底末]|全年', `${last.year}年[底末]`);
  }
  return new RegExp(`(?<!\\d)(?:${phrases.join('|')})`, 'g');
}

const COUNT_WORDS = '(?:\\d{1,3}|[一二两三四五六七八九十几]{1,3})';
const OTHER_TIME_PHRASE = new RegExp(
  [
    `\\d{4}年|\\d{1,2}月|[一二三四五六七八九十]月(?=[底末初份中上下至到，,])`,
    `近${COUNT_WORDS}个?[年月]|${COUNT_WORDS}个?[年月](?:来|间|前|内)|季度|半年|年[初中底末内]|全年|[去前明后来次翌历上多]年|近年来|[当同]年`,
    '[当本上下]月|[当同昨]日|当[时天]|[上本历下前]一?届|以来|期间|时期|“?十[一二三四五六]五”?',
    '(?<![目日当提空])前[，,]|此前|之前|以前|以往|原[有来]|[届并革整治]前|(?<![同及按准平])时[，,]|最初|起初|首批|第一批|曾|过去|同期',
  ].join('|'),
);
