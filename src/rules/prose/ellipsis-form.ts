import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** GB/T 15834 4.11: an ellipsis is six dots, and takes no 等 beside it (A.9). */
export const ellipsisForm: ProseRule = {
  id: 'ellipsis-form',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '省略号的写法',
    why: '省略号是六个小圆点“……”，占两个字的位置；“...”“。。。”都不是省略号。“等”已经表示列举未尽，不与省略号同用。',
    fix: '改成“……”；已经有“等”的，删去省略号。',
    basis: {
      source: '《标点符号用法》（GB/T 15834-2011）',
      clause: '4.11.2、附录 A.9',
      isUnchecked: true,
      rank: '规定',
    },
  },
  examples: [
    { input: '村集体经济有种植、养殖、加工...。', reports: ['...'] },
    { input: '党员包括农民、教师、医生。。。', reports: ['。。。'] },
    { input: '开展了走访、座谈、慰问……等活动。', reports: ['……等'] },
    { input: '大家说：“会后…再商量”。', reports: ['…'] },
    { input: '大家说：“会后……再商量”。\n一、基本情况…………………3', reports: [] },
  ],
  check({ prose, passages }, report) {
    const text = wholeText(prose);
    if (!text.says('..') && !text.says('。。') && !text.says('、、') && !text.says('…')) return;
    for (const passage of passages) {
      for (const { index, 0: dots, 1: single } of matchesIn(passage.text, WRONG_FORMS)) {
        report({
          at: anchorIn(passage, index, index + dots.length),
          message: dots.includes('等') ? `“${dots}”把未尽的意思说了两遍` : `省略号写成了“${dots}”`,
          hint: dots.includes('等') ? '只留“等”或者省略号。' : '改成“……”。',
          ...(single !== undefined && { replacement: '……' }),
        });
      }
    }
  },
};

/** Leaders of a table of contents, and dots in addresses of files, are none. */
const WRONG_FORMS =
  /(?<=[一-鿿，、“”》）\d])(\.{3,6}|。{3,}|、{3,})(?![.\d\s…·])|(?<!…)(…)(?![…\d.])|(?<!…)…{2}等|等…{2}(?!…)/g;
