import { blanksIn } from '../../prose/blanks.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, touchesReference } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** S4. What was left to be filled in: masks, and figures or units that are not there. */
export const placeholder: ProseRule = {
  id: 'placeholder',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '没有填完的占位符和空缺',
    why: '从范文或旧稿改来的报告里常留着“*”“XX”“某镇”“20xx年”这样的空位，或者“占%”“达户人”“同比增长18.3，”这样丢了数字、丢了单位的话，报出去就成了套用模板的证据。',
    fix: '填上真实的名称、数字和单位；没有的事项把整句删去。',
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
    { input: '标题__proto__和文件check_list照写，____年__月。', reports: ['____年__月'] },
    {
      input: '党员120XX名，女性占X%，提高xx3.4%，补助X.X万元，结对3*6人。',
      reports: ['120XX', 'X', 'xx', 'X.X', '3*6'],
    },
    { input: '经 XX 镇党委研究，_村已经完成。\n202X/X/XX', reports: ['XX', '_', '202X/X/XX'] },
    { input: '党员参学率达到%，困难群众共有户人。', reports: ['达到%', '共有户人'] },
    { input: '村集体收入同比增长16.5，农民收入比上年增长8.2%。', reports: ['16.5'] },
    {
      input: '新增护林岗位个，普及率比上年提高个百分点，安置   人。',
      reports: ['岗位个', '提高个百分点', '   人'],
    },
    {
      input: '支出45.2亿元，增长。办理提案12件、建议案卷件，审减34*0万元，化解3X2起。',
      reports: ['34*0', '3X2', '增长', '案卷件'],
    },
    {
      input: '清退率8_.7%，发放【】万元。批评教育4人，共处理人。减少23人（其中退休15人、调出8人、辞职）。',
      reports: ['8_.7', '【】', '人、辞职', '处理人'],
    },
    { input: '接待游客□□人次，占农户总数的%，于2023年 月 日完成。', reports: ['□□', '的%', '2023年 月 日'] },
    { input: '参会人和责任人签字，（其中男12人、女8人，均为党员），退休15人、其余为辞职。', reports: [] },
    { input: '逐个走访，整改三个，面积6.2平方公里，收到各类文件，公开姓名，发展党员12名。', reports: [] },
    { input: '社交媒体平台X罚款较多，X的不合规行为被通报。', reports: [] },
    { input: '某些干部存在某种顾虑，X光检查，5×3米，Linux系统，MAX值。', reports: [] },
    {
      input:
        '三次产业分别拉动增长1.6、0.8、0.2个百分点，综合得分比上年提高2.5，X204县道通车，实行7×24小时值守。',
      reports: [],
    },
  ],
  check({ prose }, report) {
    const text = wholeText(prose);
    for (const passage of text.passagesWith(SIGN.placeholder)) {
      for (const { index, 0: mask } of matchesIn(passage.text, MASK)) {
        if (touchesReference(passage, index, index + mask.length)) continue;
        report({
          at: anchorIn(passage, index, index + mask.length),
          message: `留有没填的占位符“${mask}”`,
          hint: '填上真实的内容，或者删去这一句。',
          ...(NAMELESS_UNIT.test(mask) && { severity: 'warning' as const }),
        });
      }
    }
    for (const { passage, start, end, message, hint } of blanksIn(prose)) {
      report({ at: anchorIn(passage, start, end), message, hint, severity: 'warning' });
    }
  },
};

/** Of a village or a branch the name may be left out on purpose, where it is found fault with. */
const NAMELESS_UNIT = /^某(?:村|社区|支部|党支部)$/;

const M = '[xX×*＊]';
/** A counting word, by which a run of digits and masks is a number and no name of a type. */
const COUNTED =
  '(?=[%％年月日号人名户个项件次场期家村岁元亩条种类支届批组份]|余|多|[万亿][元人户亩名]|公里|平方|行政村|党)';
const MASK = new RegExp(
  [
    '【待[补定填][^】]{0,60}】',
    // Dates, of which not every part need be masked.
    `(?:19|20)(?:\\d${M}|${M}{2}|${M}\\d)(?:[/.\\-][\\d xX×*＊]{1,2}){1,2}(?![\\dA-Za-z])`,
    `(?:19|20)\\d{2}[/.\\-]${M}{1,2}[/.\\-](?:${M}{1,2}|\\d{1,2})(?![\\dA-Za-z])`,
    '(?<![A-Za-z_＿])[_＿]{2,}年[_＿]{1,}月(?:[_＿]{1,}日)?',
    `(?<![A-Za-z\\d])(?:(?:19|20)(?:\\d${M}|${M}{1,2})|${M}{1,4}|(?:19|20)\\d{2})年${M}{1,2}月(?:${M}{1,2}日)?`,
    `(?:19|20)(?:${M}{1,2}|\\d${M})(?=年|—|-)`,
    '(?<![A-Za-z\\d])20(?:[xX]{2}|×{2})(?![A-Za-z\\d])',
    // A number in which digits are masked: 110XX人, 1X名, 2*8人, X.X万元.
    `(?<![A-Za-z\\d.*\\-])\\d{1,9}(?:\\.\\d{1,2})?[xX*＊]{1,4}(?:\\.[xX*＊\\d]{1,2})?${COUNTED}`,
    `(?<![A-Za-z\\d.*＊=＝+＋\\-])\\d{1,6}[*＊]\\d{1,6}(?=[人名户岁件份家%％亩]|[万亿][元人户亩])`,
    '(?<![A-Za-z\\d.\\-])\\d{1,6}X\\d{1,6}(?=[人名户起件处家])',
    `(?<![A-Za-z\\d.])${M}{1,4}\\.[xX*＊\\d]{1,2}${COUNTED}`,
    `(?<![A-Za-z\\d])${M}{2,6}(?=\\d{1,9}(?:\\.\\d{1,4})?[%％人名户个])`,
    `(?<![A-Za-z\\d])[xX×]{1,4}(?=[%％])`,
    // Spaces about it, as in what was copied from a page.
    '(?<=[一-鿿][ 　]{1,2})[xX×]{2,6}(?=[ 　]{1,2}[一-鿿])',
    '(?<![A-Za-z\\d])[xX×]{2,6}(?=[ 　]{1,2}(?:省|市|县|区|镇|乡|村|街道|社区|同志))',
    '(?<![^、，。；：（“《])[xX×]{2,6}(?![^、，。；：）”》])',
    '(?<![\\d*＊])[*＊]+(?!\\d)',
    '(?<=[一-鿿])[*＊]+(?=\\d)',
    '(?<![A-Za-z\\d]|平台|公司|品牌|媒体|软件|应用)[xX×]{1,6}(?=[一-鿿])(?!(?<![xX×]{2})的|光|射线|线|轴|型|染色|形|波段|档|级)',
    '(?<=[一-鿿])[xX×]{2,12}(?![A-Za-z\\d])',
    '(?<![A-Za-z_＿])[_＿]{2,}(?![A-Za-z_＿])',
    '(?<![A-Za-z\\d_＿一-鿿])[_＿](?=(?:[镇乡县市村省州年月日]|街道|社区)(?!级))',
    '(?<=[在到赴由向与])[_＿](?=(?:[镇乡县市村省州]|街道|社区)(?!级))',
    '[○◯□]{2,}(?=[一-鿿])',
    // A digit or a number under a line, a mark or an empty bracket: 8_.7%, _元, ？？名, 【】万元.
    '(?<![A-Za-z\\d_＿])\\d{0,6}[_＿]+(?:\\.?\\d{1,4})?(?=[%％]|[万亿]?元|[人名户件])',
    '[?？]{2,}(?=[人名户个件家项次元%％万亿]|[一-鿿])|(?<=[有共约计达])[?？](?=[人名户件])',
    '(?:【[ 　]*】|\\[[ 　]*\\])(?=[%％人名户]|[万亿]?元)',
    '(?<=[一-鿿])…{1,2}(?=[万亿]元)',
    '某(?:某|乡镇|镇|乡|县|市|村|街道|社区|支部|党支部)(?:某)?(?![些种])',
    'TODO|TBD',
  ].join('|'),
  'g',
);
