import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { monthNumber, monthOfText, monthText } from '../../prose/months.ts';
import { anchorIn } from '../../prose/place.ts';
import { sentencesOf } from '../../prose/sentences.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { WordLists } from '../../prose/word-lists.ts';
import { escapeForPattern } from '../../prose/word-pattern.ts';
import type { ProseRule } from '../rule.ts';

/** A document or standard that was no longer in force at the report's date, or never was there. */
export const repealedReference: ProseRule = {
  id: 'repealed-reference',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '引用了废止的、没有的文件',
    why: '依据的文件已经废止或者被代替，写进报告就是没有学习；“GB/T 9704-2019”这样的标准号从来没有过，是抄来的。',
    fix: '改用现行的文件；说的是当年的事，写明年份。',
    basis: { source: '各文件的废止条款和国家标准目录；逐条出处见词表', rank: '规定' },
  },
  examples: [
    { input: '严格执行《信访条例》，依法处理。\n2023年11月6日', reports: ['《信访条例》'] },
    { input: '按照GB/T 9704—2019的要求排版。', reports: ['GB/T 9704—2019'] },
    { input: '2021年按照《信访条例》办理12件。\n2023年11月6日', reports: [] },
    {
      input: '严格执行《信访工作条例》，《信访条例》同时废止，按照GB/T 9704-2012排版。\n2023年11月6日',
      reports: [],
    },
    { input: '严格执行《信访条例》。', reports: [] },
  ],
  check({ prose, passages, date, lists }, report) {
    const text = wholeText(prose);
    const said = lists.repealed.filter(({ title }) => text.says(yearInTitle(title)));
    if (said.length === 0) return;
    const day = date === undefined ? undefined : monthNumber(date);
    for (const entry of said) {
      const until = entry.until === undefined ? undefined : monthOfText(entry.until);
      if (until !== undefined && (day === undefined || day <= until)) continue;
      const pattern = patternOf(entry);
      for (const passage of passages) {
        for (const { index, 0: words } of matchesIn(passage.text, pattern)) {
          if (isHistory(passage, index, until)) continue;
          const { instead } = entry;
          report({
            at: anchorIn(passage, index, index + words.length),
            message: until === undefined ? `没有${words}这个标准` : `${words}只用到${monthText(until)}`,
            hint: `${instead === undefined ? '核对现行的规定' : `现行的是${instead}`}；说的是当年的事，写明年份。`,
          });
        }
      }
    }
  },
};

type Repealed = WordLists['repealed'][number];

/** What is written alike however hyphens and spaces are. */
function yearInTitle(title: string): string {
  return /\d{5}|\d{4}/.exec(title)?.[0] ?? title.replace(/（试行）$/, '');
}

function patternOf({ title }: Repealed): RegExp {
  if (title.startsWith('GB')) {
    const escaped = escapeForPattern(title);
    return new RegExp(
      `${escaped.replace('/', '[/／]').replace(' ', '[ 　]?').replace('-', '[ 　]?[-—–－][ 　]?')}(?!\\d)`,
      'g',
    );
  }
  const isTrial = title.endsWith('（试行）');
  const words = escapeForPattern(title.replace(/（试行）$/, ''));
  return new RegExp(isTrial ? `《${words}(?:（试行）》|》（试行）)` : `《${words}》`, 'g');
}

/** The sentence says that it is gone, or speaks of the time when it was not. */
function isHistory({ text }: Passage, index: number, until: number | undefined): boolean {
  const sentence = sentencesOf(text).find(({ start, end }) => start <= index && index < end);
  const words = text.slice(sentence?.start ?? 0, sentence?.end);
  if (/废止|失效|代替|替代|取代|原《|旧版|当时|不再执行|从未|没有这/.test(words)) return true;
  const years = words.match(/(?<!\d)(?:19|20)\d{2}(?=年)/g);
  return until !== undefined && years !== null && Math.max(...years.map(Number)) * 12 <= until;
}
