import type { Passage } from '../facts/passages.ts';
import type { PassageRange } from './claims/claim.ts';
import { matchesIn } from './matches.ts';
import { touchesReference } from './place.ts';
import type { Prose } from './prose.ts';
import { SIGN } from './signs.ts';
import { wholeText } from './whole-text.ts';

/** Where a figure, or a figure's unit, is missing without a mask in its stead. */
export interface Blank extends PassageRange {
  readonly message: string;
  readonly hint: string;
}

/** 占%, 达户人, 同比增长18.3，: in prose alone, for a table's heads and cells leave out what the table says elsewhere. */
export function blanksIn(prose: Prose): Blank[] {
  const { passages } = prose;
  const text = wholeText(prose);
  return [
    ...text.passagesWith(SIGN.perCentOrTimes).flatMap(shareWithoutFigure),
    ...(COUNTERS_ALONE.some(([verb, counter]) => text.says(verb + counter))
      ? passages.flatMap(countWithoutFigure)
      : []),
    ...passages.flatMap(bareCounter),
    ...text.passagesWith(SIGN.digit).flatMap(figureWithoutUnit),
  ].filter(({ passage, start, end }) => !touchesReference(passage, start, end));
}

/** A heading of a column says 增长% too; a sentence has its marks. */
function isSentencePassage({ role, text }: Passage): boolean {
  return (role === 'body' || role === 'point') && /[，。；]/.test(text);
}

const NO_FIGURE =
  /(?:占比?|达到?|为|增长|下降|实现|提高|提升|降低|完成|超过|回落|上升|比例|比重|[^效]率|约|近|由|从|的)(?:了|至|到)?[%％](?=[，。；、）\s提升增下降]|$|以上|以下|左右)/g;

function shareWithoutFigure(passage: Passage): Blank[] {
  if (!isSentencePassage(passage)) return [];
  return matchesIn(passage.text, NO_FIGURE).map(({ index, 0: { length } }) => ({
    passage,
    start: index,
    end: index + length,
    message: `“${passage.text.slice(index, index + length)}”的百分号前面没有数字`,
    hint: '补上漏掉的数字；没有这项数据的，把这一句删去。',
  }));
}

/** Verbs that a number follows, each with counting words that follow no verb otherwise. */
const COUNTERS_ALONE: readonly (readonly [verb: string, counter: string])[] = [
  ...['达', '达到', '共', '共有', '现有', '共计', '合计', '涉及', '覆盖', '惠及', '走访', '排查'].map(
    (verb) => [verb, '户'] as const,
  ),
  ...['共有', '现有', '共', '共计', '发展党员', '选派干部', '选派'].map((verb) => [verb, '名'] as const),
  ['”', '户'],
  ...['达', '达到', '共有', '现有', '共计', '合计'].map((verb) => [verb, '人'] as const),
  ...['辖', '下辖', '现有', '设有', '下设'].map((verb) => [verb, '个'] as const),
  ...['资金', '投资', '补助', '经费', '拨款'].flatMap((verb) =>
    ['元', ' ', '　'].map((counter) => [verb, counter] as const),
  ),
];
const NO_COUNT_AHEAD = new RegExp(
  [
    '(?:达到?|共有|现有|共计?|合计|涉及|覆盖|惠及|走访|排查)户(?:、?人)?(?=[，。；、（]|$)',
    '(?:共有|现有|共计?|发展党员|选派干部|选派)名(?=[，。；]|党员|干部|教师|工作人员|驻村)',
    '户”户(?=[，。；、]|$)',
    '(?<![网牛])(?:达到|共有|现有|共计|合计)人(?=[，。；]|$)',
    '(?:下?辖|现有|设有|下设)个(?=行政村|村|社区|自然村|党支部|党小组|乡镇|内设)',
    '(?:资金|投资|补助|经费|拨款)(?:达|共|约)?[ 　]?元(?=[，。；]|$)',
  ].join('|'),
  'g',
);

function countWithoutFigure(passage: Passage): Blank[] {
  if (!isSentencePassage(passage)) return [];
  return matchesIn(passage.text, NO_COUNT_AHEAD).map(({ index, 0: { length } }) => ({
    passage,
    start: index,
    end: index + length,
    message: `“${passage.text.slice(index, index + length)}”中间没有数字`,
    hint: '补上漏掉的数字；没有这项数据的，把这一句删去。',
  }));
}

/** What may stand before a counting word without a number: 整个, 每亩, 百万元, 单位：万元. */
const NO_BLANK =
  '(?<![\\d０-９一二两三四五六七八九十百千万亿零〇几数多余半来整各逐每这那哪某单首头近上约按为：:/／．.%％XxＸ×*＊_＿○](?:[ 　])?)';
const CHANGED = '增长|增加|提高|提升|上升|减少|下降|降低|回落|收窄|扩大|高|低';
/** Units that end no word, where a clause or a bracket ends; any counting word where only white space was left for the number. */
const BARE = new RegExp(
  [
    `(?:${CHANGED})了?[ 　]{0,6}个?百分点`,
    `(?<=[一-鿿])${NO_BLANK}(?:个|(?<!方)公里|公顷|[万亿]元)(?=[，。；、）]|$)`,
    '(?<=[一-鿿])[ 　]{2,8}(?:[人名个件户次项家所处座场期份亩吨元%％]|万元|亿元|公里)(?=[，。；、）]|$)',
    '(?<=[一-鿿])(?<!个|每|十|百|千|万|亿|按|以|用|论|的)(?:公斤|平方米|立方米|平方公里)(?=[，。；、）]|$)',
    '(?:人均可支配收入|人均纯收入|收入|支出|合计|共计|自筹|减免|补助|预算)(?:为|达到?|约)?[¥￥]?[ 　]*元(?=[，。；、）]|$)',
    '(?:预算|收入|支出|资金|投资|金额|余额|造价)(?:为|达到?)[万亿]元(?=[，。；、）]|$)',
    '(?<=[一-鿿])[ 　][万亿]元(?=[，。；、）]|$)',
    '(?:率|比重|占比|比例|总额|总数|金额|人数|面积|数量)(?:约?为|达到?)(?=[，；])',
    '(?<=对象|人口|群众|共|涉及|惠及|帮扶)户人(?=[，。；、）]|$)',
    '(?<=群众|农民|干部|党员|学员|对象|游客|职工|学生)人次(?=[，。；、）]|$)',
    '(?:床位张|桌椅套|图书册|车辆[辆台]|设备台|(?:成|队|学)员名|教师名|职工名|(?:生猪|牲畜)头|路灯盏|(?:树木|苗木)株|(?:公厕|厕所|桥梁)座|案件[件起]|事故起|(?:资料|合同|宣传单)份|标语条|隐患[处条])(?=[，。；、）]|$)',
    '(?:19|20)\\d{2}年[ 　]{0,4}月(?:[ 　]{0,4}日)?',
    '[较比](?:上年|去年|上届)(?:同期)?的[\\d.∶:：%％]{1,12}倍?(?:缩小|扩大)(?=[，。；])',
    '（[ 　]*）(?=[%％人名户]|[万亿]?元)',
    '(?<![\\d.])\\d{1,3}\\.(?=[，；])',
    '(?<=[万亿]元，)[一-鿿]{2,6}(?<![第号])\\d{1,4}(?=，)',
    '(?<=（其中[^（）。]{0,80}\\d[^（）、，。\\d]{1,4}、)(?!其[他余])[一-鿿]{2,6}(?<!等|均)(?=）)',
    '(?<=受理|收到|移交|接到|登记)(?![一-鿿]{0,6}[每各逐所该类])[一-鿿]{2,8}(?:举报|线索|来信|诉求|投诉|申诉|案卷)件(?=[，。；])',
    `(?<=\\d[^，。；\\d]{1,4}，)(?:同比|环比|[比较](?:上年|去年)(?:同期)?)?(?:${CHANGED})(?=[，。；])`,
  ].join('|'),
  'g',
);

/** Counting words at a clause's end, unless they end a word: 文件, 姓名, 事项. */
const COUNTER =
  /(?<=[一-鿿]{2})(?<![文案条邮信事要证软硬零附物部稿提报姓署签排知闻实匿冠除罪挂点专单立选强奖款场厕派出身月股省年平讲后舞阳电柜灶办服厂网窗锅多几数每各两一二三四五六七八九十百千万试答考阅名画主紧扩夸慌])(名|件|项|所|座|份|台|辆|支|卷|张|盏|株|册|栋|宗)(?=[，、；。）]|$)/g;

/** 批评教育4人，共处理人: its sentence counts others by 人. */
const PERSONS =
  /(?:处理|处分|问责|查处|表彰|安置|慰问|救助|惠及|参训|合格|到会|实到|应到|带动|转入|转出|退休|调出|调入|死亡|受伤|获奖|持证|就业)(人)(?=[，。；）])/g;

const VERB_ALONE = new RegExp(`(?:${CHANGED}|缩小|扩大|为|达到?)$`);

/** 新增岗位个, 比上年提高个百分点, 安置   人: a counting word behind no number. */
function bareCounter(passage: Passage): Blank[] {
  if (!isSentencePassage(passage)) return [];
  const { text: all } = passage;
  const alike = [...matchesIn(all, COUNTER), ...matchesIn(all, PERSONS)].filter(({ index, 1: word = '' }) =>
    isCountedBeside(all, index, word),
  );
  return [...matchesIn(all, BARE), ...alike].map(({ index, 0: text }) => {
    const isVerb = VERB_ALONE.test(text);
    const start = isVerb || text.length > 2 ? index : Math.max(0, index - 2);
    const end = index + text.length;
    return {
      passage,
      start,
      end,
      message: `“${all.slice(start, end)}”${isVerb ? '后面' : '中间'}没有数字`,
      hint: '补上漏掉的数字；没有这项数据的，把这一句删去。',
    };
  });
}

const LONGEST_LOOK = 120;

/** 女性22名，…，工作一线名: its sentence counts others by the same word. */
function isCountedBeside(text: string, index: number, word: string): boolean {
  const ahead = text.slice(Math.max(0, index - LONGEST_LOOK), index);
  const behind = text.slice(index, index + LONGEST_LOOK);
  const sentence = ahead.slice(ahead.lastIndexOf('。') + 1) + (/^[^。]*/.exec(behind)?.[0] ?? '');
  return matchesIn(sentence, new RegExp(`\\d ?${word}`, 'g')).length > 0;
}

/** 增长18.3，: rates have a unit. What has none, a score or an index, says so before it. */
const NO_UNIT = /(?:增长|下降|上升|提高|回落|下滑|增加|减少)了?(\d{1,6}(?:\.\d{1,3})?)(?=[，。；]|$)/g;
const COMPARED_TIME = /同比|环比|[比较](?:上年|去年|上期|上月|上季度|上届|年初|同期|\d{4}年)/;
const UNITLESS =
  /指数|系数|得分|评分|分值|总分|均分|分数|名次|排名|位次|位居|浓度|均值|密度|倍|比为|[由从]\d|平均年龄|比分|级别|次序|千分|‰/;

function figureWithoutUnit(passage: Passage): Blank[] {
  if (!isSentencePassage(passage) || !ANY_CHANGE.test(passage.text)) return [];
  return matchesIn(passage.text, NO_UNIT).flatMap(({ index, 0: { length }, 1: figure = '' }) => {
    const before = wordsBefore(passage.text, index);
    const isRate = COMPARED_TIME.test(before) && !UNITLESS.test(before);
    const end = index + length;
    if (!isRate || continuesNumber(passage.text, end)) return [];
    return [
      {
        passage,
        start: end - figure.length,
        end,
        message: `“${figure}”后面没有单位`,
        hint: '补上漏掉的“%”“个百分点”或者计量单位。',
      },
    ];
  });
}

const ANY_CHANGE = /[长降升高落滑加少]了?\d/;
const LONGEST_BLANK_CLAUSE = 40;

/** The words of the sentence before an offset, of two clauses at most. */
function wordsBefore(text: string, offset: number): string {
  const words = text.slice(Math.max(0, offset - LONGEST_BLANK_CLAUSE), offset);
  return words.slice(words.search(/[^。；]*$/));
}

/** A list whose last figure alone has the unit: 增长3.2，下降1.5个百分点 is none, 分别增长3.2，4.1% is. */
function continuesNumber(text: string, end: number): boolean {
  return /^，\d/.test(text.slice(end, end + 2));
}
