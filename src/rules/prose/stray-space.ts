import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, touchesReference } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** Spaces between Chinese characters and before marks, as text that was copied from a page or scanned brings them. */
export const straySpace: ProseRule = {
  id: 'stray-space',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '汉字之间、标点前的空格',
    why: '汉字之间、标点前后不空格。句子中间的空格多是从网页、扫描件里带来的，有时断在词的中间。',
    fix: '删去空格。两个字的姓名对齐、段首的题目后空格，不算。',
    basis: { source: '《标点符号用法》（GB/T 15834-2011）', clause: '5.1', isUnchecked: true, rank: '通常' },
  },
  examples: [
    { input: '党员发挥作用不充分 。整改还不到位 ，措施不实。', reports: [' ', ' '] },
    { input: '对巡察反馈的问题没有及时研究，后续也未定 期召开专题会议推进。', reports: [' '] },
    { input: '全镇上下，  一心为民。', reports: ['  '] },
    { input: '本报讯 昨天，全县召开大会，部署整改工作。', reports: [] },
    { input: '出席人员：王大江 李小河 张平\n抓好班子建设 坚持每月学习一次，形成制度。', reports: [] },
    { input: '书　记　王某，副书记　张某。', reports: [] },
  ],
  looksFor: [SIGN.space],
  check({ candidates }, report) {
    for (const passage of candidates) {
      if (passage.role !== 'body' && passage.role !== 'point') continue;
      if (MANY_COLUMNS.test(passage.text)) continue;
      for (const { index, 0: spaces } of matchesIn(passage.text, BESIDE_MARK)) tell(passage, index, spaces);
      if (!ENDED_SENTENCE.test(passage.text)) continue;
      for (const { index, 0: spaces } of matchesIn(passage.text, SPACE_WITHIN)) {
        if (isWithinProse(passage.text, index)) tell(passage, index, spaces);
      }
    }

    function tell(passage: Passage, start: number, spaces: string): void {
      const end = start + spaces.length;
      if (touchesReference(passage, start, end)) return;
      report({
        at: anchorIn(passage, start, end),
        message: `“${around(passage.text, start, end)}”中间有空格`,
        hint: '删去空格。',
        replacement: '',
      });
    }
  },
};

/** Columns that spaces align are no prose. */
const MANY_COLUMNS = /[ 　]{2,20}[^ 　，。；]{1,20}[ 　]{2,20}|\t/;
const BESIDE_MARK =
  /(?<=[一-鿿\d%％）”》])[ 　]{1,8}(?=[，。；：、！？）”》])|(?<=[一-鿿\d%％）”》][，、；])[ 　]{1,8}(?=[一-鿿“《\d])/g;
const ENDED_SENTENCE = /[，。][^。]*。/;
const SPACE_WITHIN = /(?<=[一-鿿]{2})[ 　](?=[一-鿿]{2}|[一-鿿][，。；])/g;

/** Within a sentence that has begun: not after a dateline or a title that text is run into, nor between two names. */
function isWithinProse(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - SPACE_REACH), index);
  const sentence = before.slice(before.search(/[^。；]*$/));
  if (index <= LONGEST_SPACED_LEAD || !/[，：、]/.test(sentence)) return false;
  const left = before.slice(before.search(/[^，。；：、（）“” 　]*$/));
  const right = /^[^，。；：、（）“” 　]*/.exec(text.slice(index + 1, index + SPACE_REACH))?.[0] ?? '';
  return left.length + right.length > LONGEST_NAMES && !/^[一二三四五六七八九十]{1,3}是/.test(right);
}

const SPACE_REACH = 60;
const LONGEST_SPACED_LEAD = 14;
/** Two names of three characters each. */
const LONGEST_NAMES = 6;

function around(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 2), end + 2).trim();
}
