import { documentTitle } from '../../prose/document-kind.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import type { ProseRule } from '../rule.ts';

/** The title of a document has no points: it names sender, matter and kind. */
export const titleMark: ProseRule = {
  id: 'title-mark',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '公文标题里的标点',
    why: '公文标题由发文机关、事由和文种组成，末尾不用标点，中间除书名号、引号、括号、顿号外一般不用标点。',
    fix: '删去标题末尾的标点；中间的逗号、句号改写。',
    basis: { source: '公文标题的通行写法（文种结尾，不用点号）', rank: '通常' },
  },
  examples: [
    { input: '关于巡察整改情况的报告。\n县委：', reports: ['。'] },
    { input: '关于强化责任，推进整改情况的报告\n县委：', reports: ['，'] },
    { input: '关于学习《条例》、开展“双联”活动（第二批）情况的报告\n县委：', reports: [] },
    { input: '强化责任，真抓实改——云溪镇巡察整改情况汇报\n县委：', reports: [] },
  ],
  check({ passages }, report) {
    const title = documentTitle(passages);
    if (title === undefined) return;
    const { passage } = title;
    const text = passage.text.trimEnd();
    const isSlogan = /[—-]{2}/.test(text);
    for (const { index, 0: mark } of matchesIn(text, INNER_STOP)) {
      const isLast = index === text.length - 1;
      if (!isLast && isSlogan) continue;
      report({
        at: anchorIn(passage, index, index + 1),
        message: isLast ? `标题末尾用了“${mark}”` : `标题中间用了“${mark}”`,
        hint: isLast ? '删去它。' : '改写标题，不用点号。',
      });
    }
  },
};

const INNER_STOP = /[，。；：！？,;!?]|[.、]$/g;
