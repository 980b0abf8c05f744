import type { Claim } from './claim.ts';
import { isSameUnit, type ProseFigure } from './figure.ts';
import { flows } from './flows.ts';
import { difference, overlap, sumOfIntervals } from './interval.ts';
import type { ListedWhole } from './read-listed-sums.ts';
import { type FigurePassage, holdsOne, operand, rangeOfFigure, written, writtenLike } from './reader.ts';
import { isMiswritten } from './slip.ts';

/** What is left of what there was: posts (核定20名，实有18名，空缺2名) and flows (上年结转30件，新收150件，办结152件，结转28件). */
export function readStocks(site: FigurePassage): Claim[] {
  const { text } = site.passage;
  const isOfPosts = holdsOne(text, VACANT_WORDS);
  const isOfFlows = holdsOne(text, CLOSING_WORDS);
  const isOfNet = text.includes('净');
  const isOfProfit = holdsOne(text, PROFIT_WORDS);
  if (!isOfPosts && !isOfFlows && !isOfNet && !isOfProfit) return NO_STOCKS;
  const isOfMoney = text.includes('结余');
  return [
    ...(isOfPosts ? vacancies(site) : []),
    ...(isOfFlows ? flows(site) : []),
    ...(isOfNet ? nets(site) : []),
    ...(isOfMoney ? [...balances(site), ...carried(site)] : []),
    ...(isOfProfit ? profits(site) : []),
  ];
}

const NO_STOCKS: Claim[] = [];
const VACANT_WORDS = ['空缺', '缺配', '缺编', '空编'];
const CLOSING_WORDS = ['结', '末', '底', '目前', '现', '尚', '余', '剩', '保留'];
const AUTHORIZED = /核定|编制|职数|应配/;
const ACTUAL = /实有|实配|实际/;
const VACANT = /空缺|缺配|缺编|空编/;

/** Three counts of one kind that follow one another, whatever brackets stand between. */
function vacancies({ passage, figures }: FigurePassage): Claim[] {
  return figures.flatMap((vacant): Claim[] => {
    if (!VACANT.test(vacant.ahead) || /其中/.test(vacant.ahead)) return [];
    const before = figures
      .slice(Math.max(0, vacant.index - MOST_POSTS), vacant.index)
      .filter(
        ({ clause, quantity }) =>
          clause.sentence === vacant.clause.sentence &&
          clause.depth === vacant.clause.depth &&
          isSameUnit(quantity.unit, vacant.quantity.unit),
      );
    const [authorized, actual] = before.slice(-2);
    if (authorized === undefined || actual === undefined || vacant.at - actual.at > MOST_POST_CLAUSES)
      return [];
    if (!AUTHORIZED.test(authorized.ahead) || !ACTUAL.test(actual.ahead)) return [];
    const all = [authorized, actual, vacant];
    if (all.some(({ quantity }) => quantity.isApproximate)) return [];
    const left = difference(authorized.quantity, actual.quantity);
    const holds = overlap(left, vacant.quantity);
    const due = authorized.quantity.value - actual.quantity.value;
    const [posts, people] = [written(passage, authorized.quantity), written(passage, actual.quantity)];
    return [
      {
        kind: 'stock-flow',
        rule: 'prose-sum',
        at: rangeOfFigure(passage, vacant.quantity),
        operands: [
          operand('核定数', passage, authorized.quantity),
          operand('实有数', passage, actual.quantity),
        ],
        verdict: holds ? 'holds' : 'wrong',
        isCertain: actual.at - authorized.at === 1 && vacant.at - actual.at === 1,
        reckoning: `${authorized.quantity.value}－${actual.quantity.value}＝${due}`,
        why: holds ? '' : `核定${posts}、实有${people}，空缺应为${due}名`,
        hint: '空缺 = 核定 - 实有；实有多于核定的写明超编。',
      },
    ];
  });
}

const MOST_POSTS = 16;
const MOST_POST_CLAUSES = 12;

const PROFIT_WORDS = ['亏损', '盈利', '盈余', '超支', '利润', '净收益'];
const PROFIT = /^(?:年|净|实际|当年)?(?:亏损|盈利|盈余|超支|实现利润|净收益|利润)$/;
const EARNED = /收入/;
const SPENT = /成本|支出|费用/;

/** 收入86.4万元，成本91.2万元，亏损4.8万元: what came in and what it cost, right before. */
function profits({ passage, figures }: FigurePassage): Claim[] {
  return figures.flatMap((profit): Claim[] => {
    if (profit.role !== 'level' || profit.quantity.unit !== '元' || !PROFIT.test(profit.ahead)) return [];
    const ahead = figures
      .slice(Math.max(0, profit.index - MOST_POSTS), profit.index)
      .filter(
        ({ clause, quantity, role }) =>
          role === 'level' &&
          quantity.unit === '元' &&
          clause.sentence === profit.clause.sentence &&
          clause.depth === profit.clause.depth,
      );
    const [earned, spent] = [EARNED, SPENT].map((word) => ahead.findLast((each) => word.test(each.ahead)));
    if (earned === undefined || spent === undefined || earned === spent) return [];
    const by = [difference(earned.quantity, spent.quantity), difference(spent.quantity, earned.quantity)];
    const holds = by.some((each) => overlap(each, profit.quantity));
    const value = Math.abs(earned.quantity.value - spent.quantity.value);
    const isMeant =
      isMiswritten(profit.quantity, value, 2) ||
      Math.abs(profit.quantity.value / value - 1) < MOST_OFF_PROFIT;
    const due = writtenLike(passage, profit.quantity, value);
    return [
      {
        kind: 'stock-flow',
        rule: 'prose-sum',
        at: rangeOfFigure(passage, profit.quantity),
        operands: [operand('收入', passage, earned.quantity), operand('支出', passage, spent.quantity)],
        verdict: holds ? 'holds' : isMeant ? 'wrong' : 'unjudged',
        isCertain: false,
        reckoning: `收入与支出之差＝${due}`,
        why: holds
          ? ''
          : isMeant
            ? `写的是${written(passage, profit.quantity)}，收入与支出相差${due}`
            : '可能还有别的收支',
        hint: '盈亏 = 收入 - 支出；另有别的收支的，写明。',
      },
    ];
  });
}

const MOST_OFF_PROFIT = 0.3;

/** How many passages ahead what came in is looked for. */
const MOST_STOCK_PASSAGES = 2;
const BALANCE = /(?:^|年终|年末|当年|本年|收支)(?:滚存)?结余(?:资金)?(?:为)?$/;
const INCOME_TOTAL = /收入(?:总计|合计|总额)?(?:为|共|共计|完成|实现)?$/;
const EXPENSE = /支出(?:总计|合计|总额)?(?:为|共|共计|完成|实现)?$/;

/** 收入总计231560万元。…支出总计228910万元，收支相抵，年终结余2650万元. */
function balances(site: FigurePassage): Claim[] {
  if (!/收支相[抵减]|收支两抵|收入[合总]计/.test(site.passage.text)) return [];
  return site.figures.flatMap((left): Claim[] => {
    if (left.role !== 'level' || !BALANCE.test(left.ahead)) return [];
    const ahead = moneyAhead(site, left);
    const incomes = ahead.filter(({ figure }) => INCOME_TOTAL.test(figure.ahead));
    const expenses = ahead.filter(({ figure }) => EXPENSE.test(figure.ahead));
    for (const income of incomes) {
      const expense = expenses.find((each) =>
        overlap(difference(income.figure.quantity, each.figure.quantity), left.quantity),
      );
      if (expense !== undefined) return [balanceClaim(site, { income, expense, left, verdict: 'holds' })];
    }
    const expense = namedTotal(expenses);
    const stem = expense?.figure.ahead.replace(EXPENSE, '') ?? '';
    const income =
      namedTotal(incomes) ??
      incomes.find(({ figure }) => stem !== '' && figure.ahead.replace(INCOME_TOTAL, '').endsWith(stem));
    return income === undefined || expense === undefined
      ? []
      : [balanceClaim(site, { income, expense, left, verdict: 'wrong' })];
  });
}

/** The one that is called a total, or the only one. */
function namedTotal(all: readonly ListedWhole[]): ListedWhole | undefined {
  return (
    all.find(({ figure }) => /总计|合计|总额/.test(figure.ahead)) ?? (all.length === 1 ? all[0] : undefined)
  );
}

/** The amounts before one, in its passage and in those ahead, nearest first. */
function moneyAhead(site: FigurePassage, left: ProseFigure): ListedWhole[] {
  const found: ListedWhole[] = [];
  for (let back = site.index; back >= Math.max(0, site.index - MOST_STOCK_PASSAGES); back -= 1) {
    const other = site.sites[back] ?? site;
    for (const figure of other.figures.toReversed()) {
      if (back === site.index && figure.index >= left.index) continue;
      if (
        figure.role === 'level' &&
        isSameUnit(figure.quantity.unit, left.quantity.unit) &&
        !figure.quantity.isApproximate
      )
        found.push({ site: other, figure });
    }
  }
  return found;
}

interface Balance extends Pick<Claim, 'verdict'> {
  readonly income: ListedWhole;
  readonly expense: ListedWhole;
  readonly left: ProseFigure;
}

function balanceClaim({ passage }: FigurePassage, { income, expense, left, verdict }: Balance): Claim {
  const due = writtenLike(
    passage,
    left.quantity,
    income.figure.quantity.value - expense.figure.quantity.value,
  );
  return {
    kind: 'stock-flow',
    rule: 'prose-sum',
    at: rangeOfFigure(passage, left.quantity),
    operands: [
      operand('收入', income.site.passage, income.figure.quantity),
      operand('支出', expense.site.passage, expense.figure.quantity),
    ],
    verdict,
    isCertain: false,
    reckoning: `收入－支出＝${due}`,
    why: verdict === 'holds' ? '' : `结余写的是${written(passage, left.quantity)}，收入减支出是${due}`,
    hint: '结余 = 收入 - 支出；另有调入、上解的，写明。',
  };
}

/** 当年结余1.37万元，加上年结余4.85万元，累计结余6.22万元. */
function carried({ passage, figures }: FigurePassage): Claim[] {
  return figures.flatMap((sum, index): Claim[] => {
    const [own, before] = [figures[index - 2], figures[index - 1]];
    if (own === undefined || before === undefined || !/^(?:年[末终])?(?:累计|滚存)?结余/.test(sum.ahead))
      return [];
    const isNamed =
      /^(?:当年|本年)(?:收支)?结余/.test(own.ahead) && /^(?:年初|上年)(?:累计|滚存)?结余/.test(before.ahead);
    const isAdded =
      (isNamed || (/^(?:加上?|连同)/.test(before.ahead) && /^(?:累计|滚存)/.test(sum.ahead))) &&
      own.clause.sentence === sum.clause.sentence;
    const all = [own, before, sum];
    if (
      !isAdded ||
      all.some(({ quantity, role }) => quantity.unit !== sum.quantity.unit || role === 'change')
    )
      return [];
    if (all.some(({ quantity }) => quantity.isApproximate)) return [];
    const total = sumOfIntervals([own.quantity, before.quantity]);
    const due = writtenLike(passage, sum.quantity, own.quantity.value + before.quantity.value);
    const holds = overlap(total, sum.quantity);
    return [
      {
        kind: 'stock-flow',
        rule: 'prose-sum',
        at: rangeOfFigure(passage, sum.quantity),
        operands: [operand('当年', passage, own.quantity), operand('上年', passage, before.quantity)],
        verdict: holds ? 'holds' : 'wrong',
        isCertain: true,
        reckoning: `当年＋上年＝${due}`,
        why: holds ? '' : `累计写的是${written(passage, sum.quantity)}，两项加起来是${due}`,
        hint: '累计 = 当年 + 上年结转；三个数一起核对。',
      },
    ];
  });
}

const CAME = /(?:新|登记|增|转入|迁入|流入|吸收|招|录|立)[一-鿿]{0,6}$/;
const WENT = /(?:注销|减|退出|转出|迁出|流出|死亡|去世|撤销|退休|辞)[一-鿿]{0,3}$/;

/** 新登记1047户，注销386户，净增661户. */
function nets({ passage, figures }: FigurePassage): Claim[] {
  return figures.flatMap((net, index): Claim[] => {
    if (net.role !== 'change' || !/^净[增减]/.test(net.ahead)) return [];
    const ahead = figures.slice(Math.max(0, index - 4), index);
    const [came, went] = ahead
      .filter(({ quantity }) => isSameUnit(quantity.unit, net.quantity.unit))
      .slice(-2);
    if (came === undefined || went === undefined || !CAME.test(came.ahead) || !WENT.test(went.ahead))
      return [];
    const all = [came, went, net];
    if (came.at !== net.at - 2 || went.at !== net.at - 1 || came.clause.sentence !== net.clause.sentence)
      return [];
    if (all.some(({ quantity }) => quantity.isApproximate || !isSameUnit(quantity.unit, net.quantity.unit)))
      return [];
    const value = (came.quantity.value - went.quantity.value) * net.sign;
    const due = writtenLike(passage, net.quantity, value);
    const between = difference(came.quantity, went.quantity);
    const holds = overlap(net.sign > 0 ? between : { low: -between.high, high: -between.low }, net.quantity);
    return [
      {
        kind: 'stock-flow',
        rule: 'prose-sum',
        at: rangeOfFigure(passage, net.quantity),
        operands: [operand('增加', passage, came.quantity), operand('减少', passage, went.quantity)],
        verdict: holds ? 'holds' : 'wrong',
        isCertain: false,
        reckoning: `增加－减少＝${due}`,
        why: holds ? '' : `净增减写的是${written(passage, net.quantity)}，增加的减去减少的是${due}`,
        hint: '净增 = 增加 - 减少；三个数一起核对。',
      },
    ];
  });
}
