import { daysIn } from '../../facts/dates.ts';
import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, touchesReference } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule, Reported } from '../rule.ts';

/** N1. GB/T 9704 7.3.5.4 and GB/T 15835 5.1.4: four-digit years, no leading zeros, dates that exist. */
export const dateForm: ProseRule = {
  id: 'date-form',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '日期的写法',
    why: '公文的年份写全四位，月、日不编虚位（1 不写成 01）；2月30日、13月这样不存在的日期会让整份报告失去可信度。',
    fix: '写成“2023年5月6日”；不存在的日期按原始材料核对。',
    basis: {
      source: '《党政机关公文格式》（GB/T 9704-2012）；《出版物上数字用法》（GB/T 15835-2011）',
      clause: '9704 之 7.3.5.4；15835 之 5.1.4',
      isUnchecked: true,
      rank: '规定',
      proof: '日历上没有的日期',
    },
  },
  examples: [
    { input: '23年5月召开会议。', reports: ['23年'] },
    { input: '在21年至22年期间开展整改。', reports: ['21年', '22年'] },
    { input: '2021年至22年共完成3批。', reports: ['22年'] },
    { input: '会议于2023年05月06日召开。', reports: ['05月06日'] },
    { input: '2月30日前完成，2023年2月29日公示。', reports: ['2月30日', '2023年2月29日'] },
    { input: '4月10日至31日集中整治。', reports: ['31日'] },
    { input: '自2023.02.30起施行。', reports: ['2023.02.30'] },
    { input: '2022度组织工作开展有力。4月1号召开会议，学习中央1号文件。', reports: ['4月1号', '2022度'] },
    { input: '2024年2月29日，党龄50年以上的党员扎根基层24年，2023年12月31日前完成。', reports: [] },
    { input: '任职15年至20年的干部，服务期12年。', reports: [] },
  ],
  looksFor: [SIGN.digit, SIGN.dateMark],
  check({ candidates }, report) {
    for (const passage of candidates) {
      if (!DIGIT_AND_DATE.test(passage.text)) continue;
      const { text } = passage;
      for (const found of [...shortYears(text), ...wrongDays(text), ...spokenDays(text)]) {
        if (touchesReference(passage, found.start, found.end)) continue;
        report(reported(passage, found));
      }
    }
  },
};

interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly problem: 'short-year' | 'leading-zero' | 'no-such-date' | 'no-year' | 'spoken-day';
}

const DIGIT_AND_DATE = /\d[年月度.．-]/;
const ANY_SHORT_YEAR = /(?<!\d)\d{2}年/;
const SHORT_YEAR = /(?<![\d.])\d{2}年(?=(?:\d{1,2}月|底|末|度|上半年|下半年|第?[一二三四]季度))/g;
const SHORT_YEAR_AFTER_FULL = /(?<=\d{4}年?(?:至|到|—|-|～|~))\d{2}年(?!以|多|余)/g;
const SHORT_SPAN = /(?<=^|[在自从于，。；、（“])(\d{2})年(至|到|—|-|～|~)(\d{2})年/g;
/** What may be a year of recent memory; 15年至20年 after anything else is a duration. */
const EARLIEST_SHORT_YEAR = 10;

function shortYears(text: string): FoundDate[] {
  if (!ANY_SHORT_YEAR.test(text)) return [];
  const years = [...matchesIn(text, SHORT_YEAR), ...matchesIn(text, SHORT_YEAR_AFTER_FULL)].map(
    ({ index }) => index,
  );
  for (const { index, 1: first = '', 3: second = '' } of matchesIn(text, SHORT_SPAN)) {
    if (Number(first) < EARLIEST_SHORT_YEAR || Number(second) <= Number(first)) continue;
    years.push(index, index + 4);
  }
  return [...new Set(years)]
    .sort((a, b) => a - b)
    .map((start) => ({ start, end: start + 3, problem: 'short-year' }));
}

const PROSE_DATE =
  /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日(?:[至到—～~-](\d{1,2})日)?)?|(?<![\d.\-/])(\d{4})([.\-/])(\d{1,2})\6(\d{1,2})(?![\d.\-/])/g;

function wrongDays(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of matchesIn(text, PROSE_DATE)) {
    const date = readFoundDate(match);
    const end = match.index + match[0].length;
    if (isImpossible(date.year, date.month, date.day)) {
      const length = date.lastDay === undefined ? match[0].length : match[0].search(/日/) + 1;
      if (date.isPlain)
        found.push({ start: match.index, end: match.index + length, problem: 'no-such-date' });
    } else if (date.lastDay !== undefined && isImpossible(date.year, date.month, date.lastDay)) {
      const length = String(match[4]).length + 1;
      found.push({ start: end - length, end, problem: 'no-such-date' });
    } else if (match[2] !== undefined && /(?<!\d)0\d/.test(match[0])) {
      found.push({ start: match.index + match[0].search(/(?<!\d)0\d/), end, problem: 'leading-zero' });
    }
  }
  return found;
}

interface ReadDate {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
  readonly lastDay: number | undefined;
  /** A bare 13月 may be part of something else; with a year or a day it is a date. */
  readonly isPlain: boolean;
}

function readFoundDate([
  ,
  year,
  month,
  day,
  lastDay,
  dottedYear,
  ,
  dottedMonth,
  dottedDay,
]: RegExpExecArray): ReadDate {
  return {
    year: datePart(year ?? dottedYear),
    month: Number(month ?? dottedMonth),
    day: datePart(day ?? dottedDay),
    lastDay: datePart(lastDay),
    isPlain: (year ?? day ?? dottedYear) !== undefined,
  };
}

/** 4月1号; a number that names something, as in 中央1号文件, has no month before it. */
const SPOKEN_DAY = /(?<!\d)\d{1,2}月\d{1,2}号(?![楼文令台线机公厅])/g;
/** 2022度网络举报; what is measured in 度 has its measure before it. */
const NO_YEAR =
  /(?<=^|[。；，、“（《]|在|于|县|镇|乡)(?:19|20)\d{2}度(?=(?:工作|述职|民主|考核|财政|预算|决算|目标|计划|总结|报告|网络|组织|党|全[县镇乡市]|我[县镇乡市]))/g;

function spokenDays(text: string): FoundDate[] {
  const found = (pattern: RegExp, problem: FoundDate['problem']): FoundDate[] =>
    matchesIn(text, pattern).map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      problem,
    }));
  return [
    ...(text.includes('号') ? found(SPOKEN_DAY, 'spoken-day') : []),
    ...(text.includes('度') ? found(NO_YEAR, 'no-year') : []),
  ];
}

function datePart(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** Without a year, 29 February may be right. */
function isImpossible(year: number | undefined, month: number, day: number | undefined): boolean {
  if (month < 1 || month > 12) return true;
  return day !== undefined && (day < 1 || day > daysIn(year ?? LEAP_YEAR, month));
}

const LEAP_YEAR = 2024;

function reported(passage: Passage, { start, end, problem }: FoundDate): Reported {
  const text = passage.text.slice(start, end);
  const at = anchorIn(passage, start, end);
  switch (problem) {
    case 'short-year':
      return { at, message: `年份“${text}”没有写全四位`, hint: `写成“20${text}”这样的四位年份。` };
    case 'leading-zero':
      return { at, message: `日期“${text}”编了虚位`, hint: `写成“${text.replace(/(?<!\d)0/g, '')}”。` };
    case 'no-year':
      return { at, message: `“${text}”漏了“年”`, hint: `写成“${text.replace('度', '年度')}”。` };
    case 'spoken-day':
      return {
        at,
        severity: 'warning',
        message: `日期“${text}”是口语的说法`,
        hint: `写成“${text.replace('号', '日')}”。`,
        replacement: text.replace('号', '日'),
      };
    case 'no-such-date':
      return { at, message: `没有“${text}”这个日期`, hint: '按原始材料核对后改正。' };
  }
}
