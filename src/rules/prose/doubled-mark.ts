import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, touchesReference } from '../../prose/place.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** Marks that stand twice, or two that cannot meet: what is left when words between them were cut out. */
export const doubledMark: ProseRule = {
  id: 'doubled-mark',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '重复、叠用的标点',
    why: '“，，”“，。”“97%%”多是删改、粘贴以后剩下的，一眼就看得出没有校对；中间常常还丢了内容。',
    fix: '先看中间是不是漏了内容，没有就只留一个标点。',
    basis: { source: '《标点符号用法》（GB/T 15834-2011）', clause: '5.1', isUnchecked: true, rank: '规定' },
  },
  examples: [
    { input: '全镇共有党员300名，，其中女党员62名。', reports: ['，，'] },
    { input: '坚持依法办事、，按程序办事。。', reports: ['、，', '。。'] },
    { input: '满意率达到97%%，比上年提高2个百分点。', reports: ['%%'] },
    { input: '学习了《条例》《准则》……，“好！”大家说：“行。”会后……！', reports: [] },
  ],
  check({ prose, passages }, report) {
    const text = wholeText(prose);
    const said = DOUBLED_PAIRS.filter((pair) => text.says(pair));
    if (said.length === 0) return;
    for (const passage of passages) {
      if (!said.some((pair) => passage.text.includes(pair))) continue;
      for (const { index, 0: marks } of matchesIn(passage.text, MARK_RUN)) {
        if (isEllipsis(marks) || touchesReference(passage, index, index + marks.length)) continue;
        const first = marks.charAt(0);
        const isOne = [...marks].every((mark) => mark === first);
        report({
          at: anchorIn(passage, index, index + marks.length),
          message: isOne ? `“${first}”重复了` : `标点“${marks}”叠在一起`,
          hint: '看看中间是不是漏了内容；没有漏的，只留一个。',
          ...(isOne && { replacement: first }),
        });
      }
    }
  },
};

const STOP_MARKS = '，。、；：';
/** Two points of which none may follow another; `！！` and `？！` are a manner of speaking. */
const DOUBLED_PAIRS: readonly string[] = [
  ...[...STOP_MARKS].flatMap((first) => [...STOP_MARKS].map((second) => first + second)),
  ...['%%', '％％', '%％', '％%'],
];
const MARK_RUN = /[，。、；：]{2,}|[%％]{2,}/g;

/** 。。。 and 、、、 stand for an ellipsis; that is the rule for ellipses'. */
function isEllipsis(marks: string): boolean {
  return /(?:。{3,}|、{3,})$/.test(marks);
}
