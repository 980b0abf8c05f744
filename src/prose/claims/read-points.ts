import { matchesIn } from '../matches.ts';
import type { Claim } from './claim.ts';
import { isCount, type ProseFigure } from './figure.ts';
import { plainNumber } from './interval.ts';
import { type FigurePassage, holdsOne, rangeOfFigure, written } from './reader.ts';

/** How much a share or a rate changed: in 百分点, for 增加12% of a share says something else. */
export function readPoints(site: FigurePassage): Claim[] {
  if (!holdsOne(site.passage.text, ['%', '％', '百分'])) return [];
  const claims: Claim[] = misworded(site);
  for (const figure of site.figures) {
    if (
      (figure.role === 'growth' && isOfShare(site.figures, figure)) ||
      isGapOfShares(site.figures, figure) ||
      isBeyondShare(site.figures, figure) ||
      isRateBeyond(figure)
    )
      claims.push(pointsClaim(site, figure));
    if (
      figure.quantity.unit === '个百分点' &&
      (isOfAmount(site.figures, figure) || isAmountItself(site.figures, figure))
    )
      claims.push(noPoints(site, figure));
  }
  return claims;
}

/** Words of change that are said of shares rather than of amounts. */
const OF_SHARES = /(?:提高|提升|上升|降低|升高|攀升|回落|[升降])了?$/;
const COMPARED_POINTS =
  /^(?:同比|环比|[比较][^占率]{0,16}?|分别|也|均|又|[间来]|净|共|累计)*(?:增加|减少|提高|提升|上升|下降|降低|升高|攀升|回落|增长|下滑|[高低]出?|多|少|[升降涨跌])了?(?:近|约)?$/;
/** 占比较上届提高, 满意率比上年提高. */
const SHARE_CHANGED =
  /(?:占比|比重|所占比例|的比例|(?<![效频功速汇税费利生产])(?<!生产)率)(?:同比|环比|[比较].{0,16}?)?(?:也|又)?(?:增加|减少|提高|提升|上升|下降|降低|升高|攀升|回落|增长|下滑|[升降])了?$/;
const NO_RATE = /(?:生产|效|频|功|速|汇|税|费|利)率/;

function isOfShare(figures: readonly ProseFigure[], figure: ProseFigure): boolean {
  const { clause } = figure;
  const before = figureBefore(figures, figure);
  const ahead = before === figures[figure.index - 1] ? figure.ahead : pointsLead(figure);
  const isNext =
    before !== undefined &&
    before.clause.sentence === clause.sentence &&
    (before.at === figure.at || before.at === figure.at - 1);
  const words = clause.text.slice(0, figure.quantity.start - clause.start).replace(/[ 　]/g, '');
  if ((before?.at !== figure.at || before.quantity.unit === '岁') && SHARE_CHANGED.test(words))
    return !NO_RATE.test(words);
  if (!isNext) return false;
  if (before.quantity.unit === '%' && before.role === 'last')
    return before.at === figure.at || COMPARED_POINTS.test(ahead);
  if (before.role !== 'share' && before.role !== 'rate' && before.role !== 'of-base') return false;
  if (!COMPARED_POINTS.test(ahead) || isPointsOfSeveral(figures, figure)) return false;
  if (before.role === 'rate') return !NO_RATE.test(before.ahead);
  return OF_SHARES.test(ahead) || !hasOwnCount(figures, before);
}

/** 最高96.2%，最低68.4%，相差27.8%. */
function isGapOfShares(
  figures: readonly ProseFigure[],
  { quantity, ahead, index, clause, role }: ProseFigure,
): boolean {
  if (
    quantity.unit !== '%' ||
    role === 'growth' ||
    !/^(?:高低|两者|二者|前后)?相差(?:整整|达|近|约)?$/.test(ahead)
  )
    return false;
  const before = figures.slice(Math.max(0, index - 2), index);
  return (
    before.length === 2 &&
    before.every((each) => each.quantity.unit === '%' && each.clause.sentence === clause.sentence)
  );
}

/** 高于全乡增幅（8.2%）6.7%, 比全县平均水平（61.0%）低4.7%: what stands in the bracket is compared. */
function isBeyondShare(
  figures: readonly ProseFigure[],
  { quantity, clause, index, at, ahead, role }: ProseFigure,
): boolean {
  const before = figures[index - 1];
  if (quantity.unit !== '%' || before?.quantity.unit !== '%' || role === 'share') return false;
  if (before.clause.depth !== clause.depth + 1 || before.at !== at - 1 || before.ahead !== '') return false;
  return BEYOND.test(ahead) || BEHIND_BRACKET.test(ahead);
}

const BEYOND = /(?:高|低|快|慢|领先)于?[一-鿿]{2,24}$/;
const BEHIND_BRACKET = /^(?:高|低|快|慢|提高|提升|上升|下降|降低|回落|[升降])(?:出|了)?$/;

function isRateBeyond({ quantity, ahead }: ProseFigure): boolean {
  return quantity.unit === '%' && RATE_BEYOND.test(ahead);
}

/** 增速高于全县平均1.3%, 增幅比全县快1.3%. */
const RATE_BEYOND =
  /(?:(?<![效频功速汇税费利])率|增速|增幅|降幅|比重|占比)[一-鿿]{0,4}(?:[高低快慢]于[一-鿿]{2,16}|[比较][一-鿿]{2,16}[高低快慢]出?)$/;

/** 提升4.6个百分比: no such word. */
const NO_WORD = /\d{1,3}(?:\.\d{1,2})?(?:个百分(?:比|(?![点比之]))|[%％]个?(?:百分)?点|个[%％])/g;

function misworded({ passage }: FigurePassage): Claim[] {
  if (!holdsOne(passage.text, ['个百分', '%点', '%个', '个%', '％点'])) return [];
  return matchesIn(passage.text, NO_WORD).map(({ index, 0: text }) => ({
    kind: 'points',
    rule: 'decimal-places',
    at: { passage, start: index, end: index + text.length },
    operands: [],
    verdict: 'wrong',
    isCertain: false,
    reckoning: '两个比例之差',
    why: `“${text}”的单位写错了，两个比例相差的是百分点`,
    hint: '改成“个百分点”；说的是增减率的，改成“%”。',
  }));
}

/** 平均年龄比上届的46.2岁下降4.6个百分点: what is no percentage has no 百分点. */
function isOfAmount(
  figures: readonly ProseFigure[],
  { role, clause, index, at, ahead }: ProseFigure,
): boolean {
  const before = figures[index - 1];
  const isOfLast = before?.role === 'last' && before.clause === clause;
  const isOfChange =
    before?.role === 'change' && before.at === at - 1 && before.clause.sentence === clause.sentence;
  return (
    role === 'change' &&
    before !== undefined &&
    (isOfLast || (isOfChange && COMPARED_POINTS.test(ahead))) &&
    before.quantity.unit !== '个百分点' &&
    before.quantity.unit !== '' &&
    before.quantity.unit !== '%' &&
    before.quantity.unit !== '‰'
  );
}

const AMOUNT_CHANGED =
  /(?:收入|产值|产量|总量|总额|总数|人数|面积|支出|投入|余额|销售额|投资|人次|户数|件数|起数)(?:同比|[比较](?:上年|去年|上届|上期)(?:同期)?)?(?:增长|增加|减少|下降)了?$/;
const OF_RATES = /率|比重|占比|比例|增速|增幅|降幅|速度|贡献/;

/** 收入比上年增长8.3个百分点; 收入16482元，增长8.3个百分点. */
function isAmountItself(figures: readonly ProseFigure[], { ahead, clause, index, at }: ProseFigure): boolean {
  if (OF_RATES.test(clause.text)) return false;
  if (AMOUNT_CHANGED.test(ahead)) return true;
  const before = figures[index - 1];
  return (
    before?.role === 'level' &&
    before.at === at - 1 &&
    before.clause.sentence === clause.sentence &&
    isCount(before.quantity.unit) &&
    !OF_RATES.test(before.clause.text) &&
    /^(?:同比|[比较](?:上年|去年|上届|上期)(?:同期)?)?(?:增长|增加|减少)了?$/.test(ahead)
  );
}

function noPoints(site: FigurePassage, { quantity }: Pick<ProseFigure, 'quantity'>): Claim {
  const { passage } = site;
  return {
    ...pointsClaim(site, { quantity }),
    reckoning: '两个数之差',
    why: `写的是${written(passage, quantity)}，前面比较的不是百分比`,
    hint: '改成与前面相同的单位。',
  };
}

/** 比五年前提高: without the times that are in the clause. */
function pointsLead({ clause, quantity }: ProseFigure): string {
  return clause.text
    .slice(0, quantity.start - clause.start)
    .replace(/[ 　]|[\d一二三四五六七八九十]+[年月]/g, '');
}

/** 受理6842件，审执结6517件，结案率95.25%，同比分别上升5.2%、6.8%: of more than there are shares. */
function isPointsOfSeveral(figures: readonly ProseFigure[], { ahead, index, clause }: ProseFigure): boolean {
  if (!ahead.includes('分别')) return false;
  let [end, start] = [index + 1, index - 1];
  while (figures[end]?.quantity.unit === '%' && figures[end]?.clause.before === '、') end += 1;
  while (figures[start]?.clause.sentence === clause.sentence && figures[start]?.quantity.unit === '%')
    start -= 1;
  return index - 1 - start < end - index;
}

/** But a year: 比2010年增加12.3%. */
function figureBefore(figures: readonly ProseFigure[], { index }: ProseFigure): ProseFigure | undefined {
  const before = figures[index - 1];
  return before?.quantity.unit === '年' || before?.quantity.unit === '月' ? figures[index - 2] : before;
}

/** 62名，占20%: what follows may tell of the 62. */
function hasOwnCount(figures: readonly ProseFigure[], share: ProseFigure): boolean {
  for (let index = share.index - 1; index >= Math.max(0, share.index - POINTS_REACH); index -= 1) {
    const before = figures[index];
    if (before?.clause.sentence !== share.clause.sentence || before.at < share.at - POINTS_REACH)
      return false;
    if (before.role === 'level') return true;
  }
  return false;
}

const POINTS_REACH = 3;

function pointsClaim(site: FigurePassage, { quantity }: Pick<ProseFigure, 'quantity'>): Claim {
  const { passage } = site;
  const value = plainNumber(quantity.value);
  return {
    kind: 'points',
    rule: 'decimal-places',
    at: rangeOfFigure(passage, quantity),
    operands: [],
    verdict: quantity.isApproximate ? 'unjudged' : 'wrong',
    isCertain: false,
    reckoning: '两个比例之差',
    why: `比例的变化写的是${written(passage, quantity)}，两个比例相差的是百分点`,
    hint: `改成“${value}个百分点”。`,
  };
}
