import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** A document is read later than it is written: 昨天 and 上周 say nothing then. 今年, 去年, 本月 stay with the document's date. */
export const relativeTime: ProseRule = {
  id: 'relative-time',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '“昨天”“上周”一类的时间',
    why: '公文要存档、转发，过几天再看，“昨天”“上周”就不知道是哪一天了。',
    fix: '写明年、月、日。“今年”“去年”“本月”以成文日期为准，可以用。',
    basis: { source: '公文写作的通行做法：时间写具体的年、月、日', rank: '通常' },
  },
  examples: [
    {
      input: '昨天，县委召开大会。镇党委于上周三作了部署，下个月完成。',
      reports: ['昨天', '上周三', '下个月'],
    },
    {
      input: '今年以来，走向更加美好的明天，以上周期性工作，每月上旬、本周期内完成，去年同期持平。',
      reports: [],
    },
    { input: '他说：“明天就把垃圾清走。”', reports: [] },
  ],
  check({ prose, passages }, report) {
    const text = wholeText(prose);
    if (!TIME_WORDS.some((word) => text.says(word))) return;
    for (const passage of passages) {
      if (passage.role !== 'body' && passage.role !== 'point') continue;
      for (const { index, 0: word } of matchesIn(passage.text, RELATIVE)) {
        if (isQuoted(passage.text, index)) continue;
        report({
          at: anchorIn(passage, index, index + word.length),
          message: `“${word}”过后就不知道是哪一天`,
          hint: '写明年、月、日。',
        });
      }
    }
  },
};

const TIME_WORDS = [
  '昨天',
  '昨日',
  '前天',
  '明天',
  '明日',
  '后天',
  '上周',
  '下周',
  '上个月',
  '下个月',
  '上星期',
  '下星期',
];
/** At the head of a clause or after a preposition, and not before 的 or inside another word. */
const RELATIVE =
  /(?<=^[\s　]*|[，。；：、（]|[在于至到自从截定])(?:昨天|昨日|前天|明天|明日|后天|[上下]周(?:[一二三四五六日]|末)?|[上下]个月|[上下]星期[一二三四五六日天]?)(?=[，。；、]|[前后内初底]|[我县镇乡市村全各将已召开完成组织要作赴])(?!期)/g;

/** Somebody's words are his own. */
function isQuoted(text: string, index: number): boolean {
  return text.lastIndexOf('“', index) > text.lastIndexOf('”', index);
}
