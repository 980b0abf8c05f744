import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { monthNumber, monthOfText, monthText } from '../../prose/months.ts';
import { anchorIn } from '../../prose/place.ts';
import { sentencesOf } from '../../prose/sentences.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { WordLists } from '../../prose/word-lists.ts';
import type { ProseRule, Report } from '../rule.ts';

/** W3. Terms that came into use, or went out of it, at a known time. */
export const datedTerm: ProseRule = {
  id: 'dated-term',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '有时间性的提法',
    why: '“打好脱贫攻坚战”“非领导职务”等提法已有新的说法；报告日期之前还没有召开的会议也不能提。旧稿翻新时最容易留下这种破绽。',
    fix: '改用报告日期时的提法；说的确是当年的事，写明年份。',
    basis: { source: '中央文件的发布时间；各提法的起止见词表', rank: '通常' },
  },
  examples: [
    { input: '围绕打好脱贫攻坚战抓党建。\n2023年11月6日', reports: ['打好脱贫攻坚战'] },
    { input: '深入贯彻党的二十大精神。\n2021年6月30日', reports: ['党的二十大'] },
    { input: '深入贯彻党的二十大精神，围绕打好脱贫攻坚战抓党建。', reports: ['打好脱贫攻坚战'] },
    {
      input: '以邓小平理论、“三个代表”重要思想为指导，开展排查。\n2024年5月6日',
      reports: ['以邓小平理论、“三个代表”重要思想为指导'],
    },
    { input: '以优异成绩迎接党的二十大。\n2022年6月30日', reports: [] },
    { input: '全乡如期打赢脱贫攻坚战。\n2022年6月30日', reports: [] },
    { input: '2019年围绕打好脱贫攻坚战选派干部12名。\n2023年11月6日', reports: [] },
    { input: '围绕打好脱贫攻坚战抓党建。', reports: [] },
  ],
  check({ prose, passages, date, lists }, report) {
    const text = wholeText(prose);
    const terms = lists.terms.filter(({ term }) => text.says(term));
    if (date !== undefined && text.says('理论') && monthNumber(date) >= NEW_THOUGHT)
      checkGuidance(passages, report);
    if (terms.length === 0) return;
    const uses = passages.flatMap((passage) => usesIn(passage, terms));
    const day = date === undefined ? undefined : monthNumber(date);
    const written =
      day ?? Math.max(0, ...uses.filter(({ isExpected }) => !isExpected).map(({ from }) => from));
    for (const { passage, start, term, from, until, instead, isExpected, latestYear } of uses) {
      const isEarly = day !== undefined && !isExpected && from > day;
      const isLate = written > until && latestYear * 12 > until;
      if (!isEarly && !isLate) continue;
      report({
        at: anchorIn(passage, start, start + term.length),
        message: isEarly
          ? `报告日期时还没有“${term}”（${monthText(from)}起）`
          : `“${term}”是${monthText(until)}以前的提法`,
        hint: isEarly
          ? '核对报告日期，或者改用当时的提法。'
          : `${instead === undefined ? '改用现在的提法' : `现在说“${instead}”`}；说的是当年的事，写明年份。`,
      });
    }
  },
};

/** Since the party's statutes of 2017 its guiding thought ends with 习近平新时代中国特色社会主义思想. */
const NEW_THOUGHT = monthNumber({ year: 2017, month: 11 });
const GUIDANCE = /(?:高举|以|坚持|在)[^。；]{0,60}?邓小平理论[^。；]{0,120}?(?:为指导|为指引|指引下|指导下)/g;

/** 以邓小平理论、“三个代表”重要思想为指导 was copied from a report of those years. */
function checkGuidance(passages: readonly Passage[], report: Report): void {
  for (const passage of passages) {
    if (!passage.text.includes('邓小平理论')) continue;
    for (const { index, 0: words } of matchesIn(passage.text, GUIDANCE)) {
      if (words.includes('习近平') || latestYear(passage.text, index) < 2018) continue;
      report({
        at: anchorIn(passage, index, index + words.length),
        message: '指导思想没有写到“习近平新时代中国特色社会主义思想”',
        hint: '按党章写全：马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观、习近平新时代中国特色社会主义思想。',
      });
    }
  }
}

/** A term in its place; months are counted from year 0. */
interface Use {
  readonly passage: Passage;
  readonly start: number;
  readonly term: string;
  readonly from: number;
  readonly until: number;
  readonly instead?: string;
  /** 迎接…, 筹备…: it had not yet come. */
  readonly isExpected: boolean;
  /** The year that its sentence speaks of; infinite where it names none. */
  readonly latestYear: number;
}

function usesIn(passage: Passage, terms: WordLists['terms']): Use[] {
  const { text } = passage;
  return terms.flatMap(({ term, from, until, instead }) => {
    const start = text.indexOf(term);
    if (start === -1) return [];
    return [
      {
        passage,
        start,
        term,
        from: from === undefined ? 0 : monthOfText(from),
        until: until === undefined ? Number.POSITIVE_INFINITY : monthOfText(until),
        ...(instead === undefined ? {} : { instead }),
        isExpected: EXPECTED_EVENT.test(text.slice(Math.max(0, start - 6), start)),
        latestYear: isPast(text, start, start + term.length) ? 0 : latestYear(text, start),
      },
    ];
  });
}

const EXPECTED_EVENT = /(?:迎接?|喜迎|筹备|即将召开的?|备战|献礼)(?:“|党的)?$/;

/** 打赢脱贫攻坚战以来, 如期打赢脱贫攻坚战, …取得全面胜利: told as history. */
function isPast(text: string, start: number, end: number): boolean {
  const isTold = /(?:如期|已经?|历史性地?|胜利|成功)$/.test(text.slice(Math.max(0, start - 4), start));
  return isTold || /^[”」]?(?:取得|以来|期间|时期|成果|胜利|的?伟大|中|后)/.test(text.slice(end, end + 4));
}

function latestYear(text: string, offset: number): number {
  const sentence = sentencesOf(text).find(({ start, end }) => start <= offset && offset < end);
  const years = text.slice(sentence?.start ?? 0, sentence?.end).match(/(?<!\d)(?:19|20)\d{2}(?=年)/g);
  return years === null ? Number.POSITIVE_INFINITY : Math.max(...years.map(Number));
}
