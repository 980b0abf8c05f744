import { anchorIn, touchesReference } from '../../prose/place.ts';
import { slipsIn } from '../../prose/slips.ts';
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
    { input: '今年的承办的118件提案已办结。', reports: ['今年的承办的'] },
    { input: '建立台帐，做为考核依据，抓好其它工作。', reports: ['台帐', '做为', '其它'] },
    {
      input:
        '公布署名文章，抽签定岗，争做为民服务的好干部，名列第一但不自满，镇党组识别风险，发放三台帐篷，毕竟争取到了。',
      reports: [],
    },
    {
      input: '截止2023年底，全镇缺乏30%的村有集体收入，要逐条的落实措施，更好的服务群众。',
      reports: ['缺乏', '更好的服务', '逐条的落实', '截止'],
    },
    {
      input: '坚持正确的开展观，推动经济社会开展，主要分布在在山区。',
      reports: ['开展观', '经济社会开展', '在在'],
    },
    {
      input:
        '报名截止6月30日，围绕经济社会开展调研，存在在建项目，为了了解民情，起到有力的推动作用，取得更好的落实效果，先后到达3个村，缺乏30名年轻干部。',
      reports: [],
    },
    { input: '截至目前，群众反应强烈的问题已经解决，帐篷已经发放。', reports: [] },
  ],
  check({ prose, lists }, report) {
    for (const { passage, start, end, right, hint } of slipsIn(prose, lists)) {
      if (touchesReference(passage, start, end)) continue;
      report({
        at: anchorIn(passage, start, end),
        message: `“${passage.text.slice(start, end)}”应为“${right}”`,
        hint: `改成“${right}”。${hint ?? ''}`,
        replacement: right,
      });
    }
  },
};
