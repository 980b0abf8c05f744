import type { Clause } from '../clauses.ts';
import type { Quantity } from '../quantities.ts';
import type { Claim } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { difference, overlap, plainNumber, sumOfIntervals } from './interval.ts';
import type { ListedWhole } from './read-listed-sums.ts';
import { type FigurePassage, holdsOne, operand, rangeOfFigure, written, writtenLike } from './reader.ts';

/** What is left of what there was: posts (核定20名，实有18名，空缺2名) and flows (上年结转30件，新收150件，办结152件，结转28件). */
export function readStocks(site: FigurePassage): Claim[] {
  const { text } = site.passage;
  const isOfPosts = holdsOne(text, VACANT_WORDS);
  const isOfFlows = holdsOne(text, CLOSING_WORDS);
  const isOfNet = text.includes('净');
  if (!isOfPosts && !isOfFlows && !isOfNet) return NO_STOCKS;
  const isOfMoney = text.includes('结余');
  return [
    ...(isOfPosts ? vacancies(site) : []),
    ...(isOfFlows ? flows(site) : []),
    ...(isOfNet ? nets(site) : []),
    ...(isOfMoney ? [...balances(site), ...carried(site)] : []),
  ];
}

const NO_STOCKS: Claim[] = [];
const VACANT_WORDS = ['空缺', '缺配', '缺编', '空编'];
const CLOSING_WORDS = ['结', '末', '底', '目前', '现', '尚', '余', '剩', '保留'];
const AUTHORIZED = /核定|编制|职数|应配/;
const ACTUAL = /实有|实配|实际/;
const VACANT = /空缺|缺配|缺编|空编/;

/** Three clauses that follow one another. */
function vacancies({ passage, clauses }: FigurePassage): Claim[] {
  return clauses.flatMap((clause, index): Claim[] => {
    const [authorized, actual, vacant] = [AUTHORIZED, ACTUAL, VACANT].map((word, step) =>
      stockCount(clauses[index + step], clause, word),
    );
    if (authorized === undefined || actual === undefined || vacant === undefined) return [];
    const left = difference(authorized, actual);
    const holds = overlap(left, vacant);
    const due = authorized.value - actual.value;
    return [
      {
        kind: 'stock-flow',
        rule: 'prose-sum',
        at: rangeOfFigure(passage, vacant),
        operands: [operand('核定数', passage, authorized), operand('实有数', passage, actual)],
        verdict: holds ? 'holds' : 'wrong',
        isCertain: true,
        reckoning: `${authorized.value}－${actual.value}＝${due}`,
        why: holds ? '' : `核定${authorized.value}名、实有${actual.value}名，空缺应为${due}名`,
        hint: '空缺 = 核定 - 实有；实有多于核定的写明超编。',
      },
    ];
  });
}

function stockCount(clause: Clause | undefined, first: Clause, word: RegExp): Quantity | undefined {
  if (clause?.sentence !== first.sentence || !word.test(clause.text)) return undefined;
  const [only, second] = clause.quantities;
  return second === undefined && only?.isApproximate === false ? only : undefined;
}

const TIME_OPENING =
  '(?:\\d{4}年|上[年期月季]|去年|本[年月季])?(?:年|期|月|季)?[初末底]|上年|去年|[一二两三四五六七八九十]年前|整改前|期初|年初';
const OPENING_STOCK = new RegExp(
  `^(?:截至)?(?:${TIME_OPENING})?(?:原有|原|结转|结余|结存|遗留|未结|期初|年初|月初|季初)|^(?:${TIME_OPENING})`,
);
const CLOSING_STOCK =
  /^(?:截至)?(?:到|至)?(?:\d{1,2}月|[一二三四]季度|本[年月季]|当年)?(?:年末|期末|月末|季末|末|年底|期底|月底|目前|现有?|尚[余有存]|剩余|还剩|余|保留|累计|滚存|结转(?:下[年期])?|结存|未结|结余)/;
const INFLOW =
  /^加(?![快强大])|发展|列入|新[排发申参收增建立招聘录登进纳识受吸购]|收到|受理|收入|[转调迁流购拨存注]入|接收|自繁|引进|识别|纳入|招[聘录]|考录|恢复|出生|安排|吸收|补充|增补|补选/;
const OUTFLOW =
  /^减|转往|办[理结]|[审执]结|结案|处理|完成|支[出付]|使用|[转退迁调流售]出|销[号售]|了结|出栏|病?死|病故|去世|消除|退休|辞[职退]|拨付|收回|上缴|撤[并销]|废止|减少|注销|核减|淘汰|清退|免[去职]|移交|偿还|化解|关[停闭]|取缔|报废|发放|脱贫|出库/;
/** What is no more than a part of what is said before it. */
const INNER = /其中|分别|平均|[均每]/;

/** What was there, what came, what went, what is left, in one counting word; nothing else that counts the same stands among them. */
function flows(site: FigurePassage): Claim[] {
  const claims: Claim[] = [];
  const open = new Map<string, Flow[]>();
  let before: Step | undefined;
  for (const figure of site.figures) {
    const { unit } = figure.quantity;
    if (!isCount(unit)) continue;
    const key = isSameUnit(unit, '人') ? '人' : unit;
    const step = stepOf(site, figure, before);
    before = step;
    const terms = open.get(key) ?? [];
    const last = terms.at(-1)?.figure.clause.sentence;
    const isNear = last === undefined || figure.clause.sentence <= last + 1;
    if (step.kind === 'closing' && terms.length > 2 && isNear) {
      claims.push(judgeFlow(site, terms, figure));
      open.delete(key);
    } else if (step.kind === 'opening') open.set(key, [{ figure, times: 1 }]);
    else if (terms.length > 0 && isNear && step.times !== undefined)
      open.set(key, [...terms, { figure, times: step.times }]);
    else open.delete(key);
  }
  return claims;
}

interface Step {
  readonly figure: ProseFigure;
  readonly kind: 'opening' | 'closing' | 'flow' | 'other';
  readonly times?: 1 | -1;
}

/** What a count is in a flow; the second of 13户41人 is what the first is. */
function stepOf({ figures }: FigurePassage, figure: ProseFigure, before: Step | undefined): Step {
  const { ahead, role, sign, clause, index } = figure;
  if (ahead === '' && before?.figure.clause === clause && figures[index - 1] === before.figure)
    return { ...before, figure };
  if (role === 'base' || role === 'last' || INNER.test(clause.text)) return { figure, kind: 'other' };
  const opening = OPENING_STOCK.exec(ahead)?.[0] ?? '';
  const words = ahead.slice(opening.length);
  const times =
    role === 'change' && !ahead.includes('净')
      ? sign
      : OUTFLOW.test(words)
        ? -1
        : INFLOW.test(words)
          ? 1
          : undefined;
  if (CLOSING_STOCK.test(ahead) && role === 'level' && (times === undefined || /^[^出]*在/.test(ahead)))
    return { figure, kind: 'closing' };
  if (opening !== '' && role === 'level' && times === undefined) return { figure, kind: 'opening' };
  return times === undefined ? { figure, kind: 'other' } : { figure, kind: 'flow', times };
}

interface Flow {
  readonly figure: ProseFigure;
  readonly times: 1 | -1;
}

function judgeFlow({ passage }: FigurePassage, terms: readonly Flow[], closing: ProseFigure): Claim {
  const left = sumOfIntervals(
    terms.map(({ figure: { quantity }, times }) => ({ low: quantity.low, high: quantity.high, times })),
  );
  const all = [closing, ...terms.map(({ figure }) => figure)];
  const isOfBooks = /结|遗留/.test(terms[0]?.figure.ahead ?? '');
  const isAbout = all.some(({ quantity }) => quantity.isApproximate);
  const holds = overlap(left, closing.quantity);
  const due = plainNumber((left.low + left.high) / 2);
  const shown = terms.map(({ figure: { quantity }, times }, index) => {
    const sign = times < 0 ? '－' : index === 0 ? '' : '＋';
    return `${sign}${plainNumber(quantity.value)}`;
  });
  return {
    kind: 'stock-flow',
    rule: 'prose-sum',
    at: rangeOfFigure(passage, closing.quantity),
    operands: terms.map(({ figure }) => operand(figure.ahead, passage, figure.quantity)),
    verdict: isAbout ? 'unjudged' : holds ? 'holds' : 'wrong',
    isCertain: isOfBooks && terms.every(({ figure }) => figure.clause.sentence === closing.clause.sentence),
    reckoning: `${shown.join('')}＝${due}`,
    why: isAbout
      ? '有约数'
      : holds
        ? ''
        : `期初加本期增加、减去本期减少，期末应为${writtenLike(passage, closing.quantity, (left.low + left.high) / 2)}，写的是${written(passage, closing.quantity)}`,
    hint: '上期末 + 本期增加 - 本期减少 = 本期末；四个数一起核对。',
  };
}

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
