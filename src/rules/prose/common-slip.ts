import { matchesIn } from '../../prose/matches.ts';
import { placeIn } from '../../prose/place.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { WordLists } from '../../prose/word-lists.ts';
import { wordPattern } from '../../prose/word-pattern.ts';
import type { ProseRule } from '../rule.ts';

/** W1. Slips of a character, from the word list and the unit's own. */
export const commonSlip: ProseRule = {
  id: 'common-slip',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '常见错别字',
    why: '“截止目前”“末尾淘汰”“派的出来”一类的错字，拼写检查查不出来，检查组一眼就看得见。',
    fix: '按提示改正。单位自己的地名、专名被误认的，写进配置的“名称”。',
    basis: {
      source:
        '《通用规范汉字表》、《现代汉语词典》（第7版）、《第一批异形词整理表》（GF 1001-2001）；每个词的出处见词表',
      clause: '各词条',
      rank: '通常',
    },
  },
  examples: [
    { input: '截止目前，全镇完成换届。', reports: ['截止目前'] },
    { input: '文件学完就束之高搁，机关党建“等下黑”。', reports: ['束之高搁', '等下黑'] },
    { input: '建立台帐，做为考核依据，抓好其它工作。', reports: ['台帐', '做为', '其它'] },
    {
      input:
        '公布署名文章，抽签定岗，争做为民服务的好干部，名列第一但不自满，镇党组识别风险，发放三台帐篷，毕竟争取到了。',
      reports: [],
    },
    { input: '截至目前，群众反应强烈的问题已经解决，帐篷已经发放。', reports: [] },
  ],
  check({ passages, lists }, report) {
    const text = wholeText(passages);
    const slips = lists.slips.filter(({ wrong }) => text.says(wrong));
    if (slips.length === 0) return;
    const pattern = wordPattern([...hidingWords(lists), ...slips.map(({ wrong }) => wrong)]);
    for (const passage of passages) {
      for (const { index: start, 0: word } of matchesIn(passage.text, pattern)) {
        const right = slips.find(({ wrong }) => wrong === word)?.right;
        if (right === undefined) continue;
        report({
          at: placeIn(passage, start, start + word.length),
          message: `“${word}”应为“${right}”`,
          hint: `改成“${right}”。`,
          replacement: right,
        });
      }
    }
  },
};

/** Words that are right, and the unit's own names, hide the slips inside them. */
function hidingWords({ names, slips }: WordLists): string[] {
  return [...names, ...slips.flatMap(({ except = [] }) => except)];
}
