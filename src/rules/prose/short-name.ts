import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** W4. A short name is introduced before its first use. */
export const shortName: ProseRule = {
  id: 'short-name',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '文件简称没有先交代全称',
    why: '第一次提到文件要用全称，并注明“以下简称”；上来就写《条例》，读者不知道是哪一部。',
    fix: '第一次出现时写“《文件全称》（以下简称《条例》）”，后面再用简称。',
    basis: { source: '公文写作的通行做法：先全称，后简称', rank: '通常' },
  },
  examples: [
    { input: '严格执行《条例》规定，按照《条例》办事。', reports: ['《条例》'] },
    { input: '认真落实《干部任用条例》。', reports: ['《干部任用条例》'] },
    {
      input: '学习《党政领导干部选拔任用工作条例》（以下简称《条例》），按照《条例》办事。',
      reports: [],
    },
    {
      input: '学习《云溪镇工作条例》（以下简称“《条例》”）。\n按照《条例》办事，阅读《求是》。',
      reports: [],
    },
  ],
  check({ prose, lists }, report) {
    const seen = new Set<string>();
    for (const passage of wholeText(prose).passagesWith(SIGN.openingTitle)) {
      for (const { index, 0: text, 1: introduction, 2: name = '' } of matchesIn(passage.text, QUOTED_TITLE)) {
        const known = lists.shortNames.findLast(({ short }) => short === name);
        if (known === undefined || seen.has(name)) continue;
        seen.add(name);
        if (introduction !== undefined) continue;
        report({
          at: anchorIn(passage, index, index + text.length),
          message: `简称《${name}》前面没有交代全称`,
          hint: `第一次写“《${known.full ?? '文件全称'}》（以下简称《${name}》）”。`,
        });
      }
    }
  },
};

/** A title in 《》, and whether it is here that it is introduced. */
const QUOTED_TITLE = /((?:以下|下文)?(?:统一)?简称(?:为|：|:)?[“"]?)?《([^》《\n]{1,20})》/g;
