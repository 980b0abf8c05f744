import type { Claim } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { difference, overlap, quotient, sumOfIntervals } from './interval.ts';
import { readListedSums } from './read-listed-sums.ts';
import { readSums } from './read-sums.ts';
import {
  type FigurePassage,
  holdsOne,
  numberWritten,
  operand,
  rangeOfFigure,
  written,
  writtenLike,
} from './reader.ts';

/** What is left of a whole: 问题67个，已销号63个，余下4个; 应到217名，实到211名，请假6名; 共26个。已整改21个，正在整改5个. */
export function readRemainders(site: FigurePassage): Claim[] {
  if (site.mostAlike < 3 || !holdsOne(site.passage.text, LEFT_WORDS)) return NO_REMAINDERS;
  const claims: Claim[] = [];
  let sums: readonly Claim[] | undefined;
  for (const figure of site.figures) {
    const claim = isLeftCount(site.figures, figure) ? remainderClaim(site, figure) : undefined;
    if (claim === undefined) continue;
    if (claim.verdict === 'wrong') {
      sums ??= [...readSums(site), ...readListedSums(site)];
      if (isInWrongSum(sums, figure)) continue;
    }
    claims.push(claim);
  }
  return claims;
}

const NO_REMAINDERS: Claim[] = [];
const LEFT_WORDS = ['剩', '余', '欠', '结存', '未', '正在', '缺', '请假', '尚有', '在建', '留存', '差额'];
const LEFT =
  /^(?:其中|目前|还|尚|仍)*(?:有)?(?:剩余|剩下|余下|其余|尚余|还剩|余|欠|尚欠|留存|结余|结存|缺额|差额|缺席|因[事病公]{1,2}(?:因[事病])?请假|请假|[一-鿿]{0,8}未(?:完成|支出|开工|启动|动工|交付|兑付|上报|退还|整改|办结|销号|消除|解决|脱贫|支付|验收|竣工|收回|参加|参保|参会|到位|拨付|签约|化解|落实|还清)|正在(?:整改|推进|办理|实施|落实)(?:中)?|在建|未[一-鿿]{1,4}的)[一-鿿]{0,6}$/;
/** 尚有5.5万元正在追缴. */
const STILL = /^(?:目前|还|尚|仍)*(?:尚|还|仍)有$/;
const STILL_OPEN = /^(?:[一-鿿]{0,2})(?:未|正在|暂|待)/;
/** 正在整改5个，金额466.2万元: its second count. */
const ALSO = /^(?:涉及)?(?:金额|资金|人口|人数|面积)?$/;
const REMAINDER_WHOLE =
  /应|共|总|涉及|问题|反馈|反映|查出|查摆|发现|排查|梳理|收到|受理|接到|移交|交办|建档|对象|编制|项目|任务|资金|登记|摸底|核定|征收|失败|滞留|拖欠|投入/;
const DONE_WORDS =
  /^(?:其中|[一-鿿]{0,6}(?=已|实际|实有))?(?:已|实|基本|完成|整改|办结|销号|解决|到位|落实|消除|收回|上缴|拨付|化解|发放|纠正|追缴|拆除|复耕|支出)/;

/** Says what is left, and nothing that counts the same goes on with it. */
function isLeftCount(figures: readonly ProseFigure[], figure: ProseFigure): boolean {
  const { role, quantity, ahead, index, at, clause } = figure;
  if (role !== 'level' || !isCount(quantity.unit)) return false;
  const before = figures[index - 1];
  const isBeside = before !== undefined && before.clause.sentence === clause.sentence && at - before.at <= 1;
  const isStill = STILL.test(ahead) && STILL_OPEN.test(figure.behind);
  if (!LEFT.test(ahead) && !isStill && !(ALSO.test(ahead) && isBeside && LEFT.test(before.ahead)))
    return false;
  const next = figures
    .slice(index + 1, index + 4)
    .find((other) => isSameUnit(other.quantity.unit, quantity.unit) && other.role === 'level');
  return next === undefined || next.clause.sentence !== clause.sentence || isBehindSemicolon(next);
}

function isBehindSemicolon({ clause }: ProseFigure): boolean {
  return clause.before === '；';
}

/** 20个，其中已整改18个，正在整改3个: said once, of the whole. */
function isInWrongSum(sums: readonly Claim[], { quantity }: ProseFigure): boolean {
  return sums.some(
    ({ verdict, operands }) => verdict === 'wrong' && operands.some(({ start }) => start === quantity.start),
  );
}

/** How many counts may lie between a whole and what is left of it, and in how many sentences. */
const MOST_REMAINDER_COUNTS = 8;
const REMAINDER_SENTENCES = 1;

function remainderClaim(site: FigurePassage, left: ProseFigure): Claim | undefined {
  const ahead = remainderCounts(site, left);
  const done = ahead.at(-1);
  if (done === undefined || ahead.length < 2 || done.clause.sentence !== left.clause.sentence)
    return undefined;
  const all = [...ahead, left];
  if (all.some(({ quantity }) => quantity.isApproximate)) return undefined;
  for (let at = ahead.length - 2; at >= 0; at -= 1) {
    const whole = ahead[at];
    for (let from = at + 1; whole !== undefined && from < ahead.length; from += 1) {
      const parts = sumOfIntervals(ahead.slice(from).map(({ quantity }) => quantity));
      if (overlap(difference(whole.quantity, parts), left.quantity))
        return statedClaim(site, { whole, done: ahead.slice(from), left, verdict: 'holds', isCertain: true });
    }
  }
  const wholes = ahead.slice(0, -1).filter(({ quantity }) => quantity.low >= done.quantity.high);
  const proven = wholes.find((each) => isProven(site, { whole: each, done, left }));
  if (proven !== undefined)
    return statedClaim(site, { whole: proven, done: [done], left, verdict: 'wrong', isCertain: true });
  const whole =
    wholes.findLast(({ clause }) => REMAINDER_WHOLE.test(clause.text)) ??
    (wholes.length === 1 ? wholes[0] : undefined) ??
    ahead
      .slice(0, -1)
      .findLast(
        (each) => each.clause.sentence === done.clause.sentence && REMAINDER_WHOLE.test(each.clause.text),
      );
  if (whole === undefined) return undefined;
  const parts = ahead
    .slice(ahead.indexOf(whole) + 1)
    .filter(({ clause }) => clause.sentence === left.clause.sentence);
  const isPartition =
    UNDERWAY.test(done.ahead) &&
    parts.length > 1 &&
    parts.slice(0, -1).every((each) => isDoneStated(site, each));
  const isSaidSo =
    SURELY_LEFT.test(left.ahead) &&
    left.quantity.value < whole.quantity.value &&
    done.clause.before !== '、' &&
    ahead.length === 2 &&
    whole.clause.sentence === left.clause.sentence;
  if (!isDoneStated(site, done) && !isPartition && !isSaidSo) return undefined;
  const isCertain =
    ahead.length === 2 &&
    whole.clause.sentence === left.clause.sentence &&
    REMAINDER_WHOLE.test(whole.clause.text);
  return statedClaim(site, { whole, done: parts, left, verdict: 'wrong', isCertain });
}

/** 863.5万元，已拨付798.2万元，拨付率92.4%: the rate says that the one is what was done of the other. */
function isProven({ figures }: FigurePassage, { whole, done, left }: Triple): boolean {
  for (let at = done.index + 1; at < left.index; at += 1) {
    const { role, quantity } = figures[at] ?? left;
    if (role !== 'rate' && role !== 'share') continue;
    if (quantity.step < 1 && overlap(quotient(done.quantity, whole.quantity, 100), quantity)) return true;
  }
  return false;
}

/** Nothing but the rest of what was just counted. */
const SURELY_LEFT = /^(?:其余|余下|剩余|剩下|还剩|尚余)/;

/** 已完工324座，在建28座，未开工8座. */
const UNDERWAY = /^(?:正在|在建|推进|整改中|在[办施])/;

interface Triple {
  readonly whole: ProseFigure;
  readonly done: ProseFigure;
  readonly left: ProseFigure;
}

/** Counts in the same counting word, of its sentence and of the one before. */
function remainderCounts({ figures }: FigurePassage, left: ProseFigure): readonly ProseFigure[] {
  const counts: ProseFigure[] = [];
  for (let at = left.index - 1; at >= 0 && counts.length < MOST_REMAINDER_COUNTS; at -= 1) {
    const figure = figures[at];
    if (figure === undefined || figure.clause.sentence < left.clause.sentence - REMAINDER_SENTENCES) break;
    if (figure.clause.depth > left.clause.depth) continue;
    if (figure.role === 'level' && isSameUnit(figure.quantity.unit, left.quantity.unit))
      counts.unshift(figure);
  }
  return counts;
}

/** 已整改到位21个; of 已整改21个，金额3916.4万元 the money too. */
function isDoneStated({ figures }: FigurePassage, done: ProseFigure): boolean {
  const before = figures[done.index - 1];
  return (
    DONE_WORDS.test(done.ahead) ||
    (ALSO.test(done.ahead) && before !== undefined && DONE_WORDS.test(before.ahead))
  );
}

interface StatedRemainder extends Pick<Claim, 'verdict' | 'isCertain'> {
  readonly whole: ProseFigure;
  readonly done: readonly ProseFigure[];
  readonly left: ProseFigure;
}

function statedClaim(
  { passage }: FigurePassage,
  { whole, done, left, verdict, isCertain }: StatedRemainder,
): Claim {
  const due = whole.quantity.value - done.reduce((sum, { quantity }) => sum + quantity.value, 0);
  const shown = [whole, ...done].map(({ quantity }) => numberWritten(passage, quantity)).join('－');
  return {
    kind: 'stock-flow',
    rule: 'prose-sum',
    at: rangeOfFigure(passage, left.quantity),
    operands: [
      operand('总数', passage, whole.quantity),
      ...done.map(({ quantity }) => operand('已有', passage, quantity)),
    ],
    verdict,
    isCertain,
    reckoning: `${shown}＝${writtenLike(passage, left.quantity, due)}`,
    why:
      verdict === 'holds'
        ? ''
        : `余下的写的是${written(passage, left.quantity)}，按${shown}计算是${writtenLike(passage, left.quantity, due)}`,
    hint: '总数 = 已完成 + 未完成，三个数一起核对。',
  };
}
