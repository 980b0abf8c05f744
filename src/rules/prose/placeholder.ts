import { matchesIn } from '../../prose/matches.ts';
import { placeIn, touchesReference } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** S4. What was left to be filled in. */
export const placeholder: ProseRule = {
  id: 'placeholder',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '没有填完的占位符',
    why: '从范文或旧稿改来的报告里常留着“*”“XX”“某镇”“20xx年”这样的空位，报出去就成了套用模板的证据。',
    fix: '填上真实的名称和数字；没有的事项把整句删去。',
    basis: {
      source: '《党政机关公文处理工作条例》（中办发〔2012〕14号）',
      clause: '第十九条',
      rank: '通常',
      proof: '空缺',
    },
  },
  examples: [
    { input: '选派*名干部到**镇挂职。', reports: ['*', '**'] },
    { input: 'x镇现有行政编制XX个。', reports: ['x', 'XX'] },
    { input: '20xx年以来，____同志任职。', reports: ['20xx', '____'] },
    { input: '起草于20XX，联系人为张三、XX。', reports: ['20XX', 'XX'] },
    { input: '某镇党委高度重视，现有党员【待补：党员总数】名。', reports: ['某镇', '【待补：党员总数】'] },
    { input: '标题__proto__和文件check__list照写，____年__月。', reports: ['____', '__'] },
    { input: '某些干部存在某种顾虑，X光检查，5×3米，Linux系统，MAX值。', reports: [] },
  ],
  check({ passages }, report) {
    for (const passage of wholeText(passages).passagesWith(SIGN.placeholder)) {
      for (const { index, 0: text } of matchesIn(passage.text, PLACEHOLDER)) {
        if (touchesReference(passage, index, index + text.length)) continue;
        report({
          at: placeIn(passage, index, index + text.length),
          message: `留有没填的占位符“${text}”`,
          hint: '填上真实的内容，或者删去这一句。',
        });
      }
    }
  },
};

const PLACEHOLDER = new RegExp(
  [
    '【待[补定填][^】]{0,60}】',
    '(?:19|20)(?:[xX×*＊]{1,2}|\\d[xX×*＊])(?=年|—|-)',
    '(?<![A-Za-z\\d])20(?:[xX]{2}|×{2})(?![A-Za-z\\d])',
    '(?<![^、，。；：（“《])[xX×]{2,6}(?![^、，。；：）”》])',
    '(?<![\\d*＊])[*＊]+(?!\\d)',
    '(?<=[一-鿿])[*＊]+(?=\\d)',
    '(?<![A-Za-z\\d])[xX×]{1,6}(?=[一-鿿])(?!光|射线|线|轴|型|染色|形)',
    '(?<=[一-鿿])[xX×]{2,6}(?![A-Za-z\\d])',
    '(?<![A-Za-z_＿])[_＿]{2,}(?![A-Za-z_＿])',
    '[○◯]{2,}(?=[一-鿿])',
    '某(?:某|乡镇|镇|乡|县|市|村|街道|社区|支部|党支部)(?:某)?(?![些种])',
    'TODO|TBD',
  ].join('|'),
  'g',
);
