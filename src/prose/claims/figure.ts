import type { Clause, ReadPassage } from '../clauses.ts';
import type { Quantity } from '../quantities.ts';

/** What a number is in its clause. */
export type FigureRole =
  /** How many there are: 党员300名. */
  | 'level'
  /** By how much something changed: 增加12名, 少268件. */
  | 'change'
  /** What it was, in a comparison: 比上年的1200万元. */
  | 'last'
  /** What something is a part of: 占干部总数71名的38%, 完成预算52000万元的38%. */
  | 'base'
  /** 占44%, 占比30%. */
  | 'share'
  /** 增长5%, 下降2.1%. */
  | 'growth'
  /** 完成率98%. */
  | 'rate'
  /** The part of a stated base: 的38%. */
  | 'of-base'
  /** A time, an age, a number without a counting word, a percentage that says nothing of these. */
  | 'other';

/** A quantity with what its clause says about it. */
export interface ProseFigure {
  readonly quantity: Quantity;
  readonly clause: Clause;
  /** Its place among its passage's figures. */
  readonly index: number;
  /** The clause's place in its passage. */
  readonly at: number;
  /** What comes before the number, from the number before it in its clause; without spaces. */
  readonly ahead: string;
  /** What comes after it, as far as the next number of its clause. */
  readonly behind: string;
  /** Of the second of 丙类7种1252例 what stands ahead of the first. */
  readonly lead?: string;
  readonly role: FigureRole;
  /** -1 for what became less. */
  readonly sign: 1 | -1;
}

/** The figures of a passage in their order. */
export function passageFigures({ clauses }: ReadPassage): ProseFigure[] {
  const figures: ProseFigure[] = [];
  for (const [at, clause] of clauses.entries()) {
    const { quantities, text, start } = clause;
    let from = 0;
    let longFrom = 0;
    for (const [index, quantity] of quantities.entries()) {
      const next = quantities[index + 1];
      const ahead = withoutBlanks(text.slice(from, quantity.start - start));
      const behind = withoutBlanks(text.slice(quantity.end - start, next ? next.start - start : undefined));
      const previous = index === 0 ? undefined : figures.at(-1);
      const change = changeAt(ahead);
      const named = index === 0 && NAMELESS.test(ahead) ? nameBeforeBracket(clauses, at) : '';
      const long =
        longFrom === from
          ? ahead
          : withoutBlanks(
              text.slice(
                Math.max(longFrom, quantity.start - start - LONGEST_FIGURE_LOOK),
                quantity.start - start,
              ),
            );
      const role = figureRole({ quantity, ahead: named + ahead, long, behind, next, previous, change });
      const sign = change ?? (FALLEN_RATE.test(ahead) ? -1 : 1);
      const lead = ahead === '' && previous !== undefined ? (previous.lead ?? previous.ahead) : '';
      figures.push({
        ...{ index: figures.length, quantity, clause, at, ahead: named + ahead, behind, role, sign },
        ...(lead !== '' && { lead }),
      });
      from = quantity.end - start;
      if (!TIME_UNITS.has(quantity.unit) && !isOrdinal(clause, quantity)) longFrom = from;
    }
  }
  return figures;
}

/** 比上一个自查周期的: it counts nothing. */
function isOrdinal({ text, start }: Clause, quantity: Quantity): boolean {
  return quantity.unit === '个' && /[上前这同]一个$/.test(text.slice(0, quantity.end - start));
}

const NAMELESS = /^(?:为|是|达|达到|的)?$/;

/** 满意率（含基本满意）为98%, 高中（中专）17名: the name comes before the bracket. */
export function nameBeforeBracket(clauses: readonly Clause[], at: number): string {
  const clause = clauses[at];
  if (clause === undefined || !/[）)]/.test(clause.before)) return '';
  let back = at - 1;
  while (back >= 0 && (clauses[back]?.depth ?? 0) > clause.depth) back -= 1;
  const ahead = clauses[back];
  return ahead?.sentence === clause.sentence && ahead.quantities.length === 0
    ? withoutBlanks(ahead.text)
    : '';
}

function withoutBlanks(text: string): string {
  return text.includes(' ') || text.includes('　') ? text.replace(/[ 　]/g, '') : text;
}

interface Surroundings {
  readonly quantity: Quantity;
  readonly ahead: string;
  /** With the times that stand ahead: 比2010年的 rather than 的. */
  readonly long: string;
  readonly behind: string;
  readonly next: Quantity | undefined;
  readonly previous: ProseFigure | undefined;
  readonly change: 1 | -1 | undefined;
}

function figureRole({ quantity, ahead, long, behind, next, previous, change }: Surroundings): FigureRole {
  const { unit } = quantity;
  if (unit === '%' || unit === '‰') return roleOfPercentage({ ahead, long, previous, change });
  if (unit === '' || TIME_UNITS.has(unit)) return 'other';
  if (change !== undefined) return 'change';
  if (next?.unit === '%' && isOf(ahead, behind)) return 'base';
  return isLastPeriod(long) || (behind.includes('相比') && COMPARED_WITH.test(behind)) ? 'last' : 'level';
}

const TIME_UNITS: ReadonlySet<string> = new Set(['年', '月', '天', '日', '届', '倍']);
const OF_SHARE = /^的(?:比例|比重)?$/;
const OF_NOUN = /^[一-鿿]{1,8}的(?:比例|比重)?$/;

/** 占…71名的38%, 占…71名干部的38%. */
function isOf(ahead: string, behind: string): boolean {
  return OF_SHARE.test(behind) || (OF_NOUN.test(behind) && /占|完成|相当于|覆盖/.test(ahead));
}

/** After these words stands what it was. */
const LAST =
  /(?:[比较](?:[^比较]{0,16}?)(?:的|同期|上年|去年|上届|上期|年初|年末|年底|届|平均|数|计划|任务|目标)|(?<![经自理])由[^由至到]{0,8}|从[^从至到]{0,8}|(?:上年|去年|上届)(?:同期|末|底)?(?:为|是|的)?)$/;
/** 与2010年的225369人相比. */
const COMPARED_WITH = /^[一-鿿]{0,4}相比/;
const GOAL = /(?:[增提上下降减回跌涨升][^由从比较]{0,3}[到至]|[升降高加少低]为|(?<!占比高?)达到?)$/;

/** 上升为2022年的93.5%. */
const GOAL_OF_YEAR = /[增提上下降减回跌涨升高少加长低大][到至为]\d{4}年的$/;

/** Most words hold none of the characters without which the pattern cannot fit. */
function isLastPeriod(ahead: string): boolean {
  return (
    LAST_SIGNS.test(ahead) &&
    LAST.test(ahead.length > LONGEST_FIGURE_LOOK ? ahead.slice(-LONGEST_FIGURE_LOOK) : ahead)
  );
}

const LAST_SIGNS = /[比较由从上去]/;
const LONGEST_FIGURE_LOOK = 32;

function roleOfPercentage({
  ahead,
  long,
  previous,
  change,
}: Pick<Surroundings, 'ahead' | 'long' | 'previous' | 'change'>): FigureRole {
  if (previous?.role === 'base') return 'of-base';
  if (change !== undefined) return 'growth';
  if (isLastPeriod(long)) return 'last';
  if (SHARE_WORDS.test(ahead)) return 'share';
  if (GOAL.test(ahead) || GOAL_OF_YEAR.test(long)) return 'rate';
  if (RATE.test(ahead)) return GROWTH_RATE.test(ahead) ? 'growth' : 'rate';
  return 'other';
}

/** 占, 占党员总数的, 占比为, 所占比重达 before a number. */
export const SHARE_WORDS =
  /占(?:比|比例|比重)?(?:为|高?达到?|约|仅|只|到)*$|占[^占比较]{1,24}?(?:的(?:比例|比重)?(?:为|高?达到?|约|仅)?)?$/;
const RATE =
  /(?:率|进度|比例|增幅|降幅|增速|增长速度)(?:已|均|约|仅|高|只)*(?:为|达到?|是|有|：|(?:稳定|控制|保持|维持)在)?$|完成[^，完]{0,10}(?:计划|任务|目标|预算)数?的$|完成$/;
const GROWTH_RATE =
  /(?:(?:增长|上升|递增|下降|减少|增加)率|增幅|降幅|增速|增长速度)(?:已|均|约)?(?:为|达到?|是|：)?$/;

const FALLEN_RATE = /(?:下降率|减少率|降幅)(?:为|达到?|是)?$/;

const UP =
  '增长|加快|增加|增收|增支|增产|净增|递增|新增|上升|上涨|上调|提高|提升|升高|攀升|扩大|增|升|高出|(?<![最不至许众差])[多高](?!达)|涨';
const DOWN =
  '负增长|放缓|收窄|减少|减收|减支|减产|净减|递减|下降|下滑|下跌|降低|降幅|回落|缩小|缩减|压减|核减|精简|减|降|(?<![最不至缺较])[少低]|跌';
const CHANGE_END = new Set([...'长加收支产增升涨调高大减少降滑跌低落小了约近多达幅简快缓窄出']);
const CHANGE = new RegExp(`(?:(${DOWN})|(${UP}))(?:了|幅度?为?|约|近|达)*$`);

/** With what may come after it: 增长幅度达. */
const LONGEST_VERB = 10;

/** Whether words end in a verb of change, and which way it goes. */
function changeAt(ahead: string): 1 | -1 | undefined {
  if (!CHANGE_END.has(ahead.charAt(ahead.length - 1))) return changeSign(ahead);
  const found = CHANGE.exec(ahead.length > LONGEST_VERB ? ahead.slice(-LONGEST_VERB) : ahead);
  if (found === null) return undefined;
  return found[1] === undefined ? 1 : -1;
}

/** 较上年多招聘42名, 超任务360亩: more than what was or what was to be. */
function changeSign(ahead: string): 1 | -1 | undefined {
  const found = MORE.exec(ahead);
  return found === null ? undefined : found[0].includes('少') ? -1 : 1;
}

const MORE = /[比较][^比较，]{1,8}?[多少][一-鿿]{2}$|超(?:计划|任务|目标)$/;

/** What says that a count is not of now. */
export const OTHER_TIME = /上年|去年|上届|上期|同期|[年月]前|年初|换届前/;

/** 比上年的2715件减少, 较2021年末的15634名增加: this year's shares are not of it. */
export function isOfOtherTime({ role, ahead, clause, quantity }: ProseFigure): boolean {
  if (role !== 'last') return false;
  return (
    OTHER_TIME.test(ahead) ||
    /[比较](?:\d{4}年|\d{1,2}月)[^，]{0,8}$/.test(clause.text.slice(0, quantity.start - clause.start))
  );
}

/** Years, ages and percentages say something of a count; they are none. */
export function isCount(unit: string): boolean {
  return !UNCOUNTED_UNITS.has(unit);
}

const UNCOUNTED_UNITS: ReadonlySet<string> = new Set([
  '',
  '%',
  '‰',
  '岁',
  '年',
  '月',
  '天',
  '日',
  '届',
  '倍',
  '个百分点',
]);

/** 名 and 人 count the same. */
export function isSameUnit(a: string, b: string): boolean {
  return (
    a === b || (PERSON_WORDS.has(a) && PERSON_WORDS.has(b)) || TIMES_OF.get(a) === b || TIMES_OF.get(b) === a
  );
}

const PERSON_WORDS: ReadonlySet<string> = new Set(['名', '人', '位']);
/** 受理2134件次 is divided into cases. */
const TIMES_OF: ReadonlyMap<string, string> = new Map([
  ['件次', '件'],
  ['批次', '批'],
  ['家次', '家'],
  ['项次', '项'],
]);

/** What a clause says besides its numbers. */
export function labelIn(clause: Clause, from = clause.start): string {
  const { text, start, quantities } = clause;
  let label = '';
  let at = from - start;
  for (const quantity of quantities) {
    if (quantity.start < from) continue;
    label += text.slice(at, quantity.start - start);
    at = quantity.end - start;
  }
  return withoutBlanks(label + text.slice(at)).replace(/^[“”"\s]+/, '');
}
