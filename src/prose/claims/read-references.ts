import type { Claim } from './claim.ts';
import { isCount, OTHER_TIME, type ProseFigure } from './figure.ts';
import type { ListedWhole } from './read-listed-sums.ts';
import { type FigurePassage, operand, rangeOfFigure, written } from './reader.ts';

/**
 * Figures that come again with two neighbouring digits the wrong way round: 共86条措施 … 68条措施已落实81条; and what is referred to as all of something but is more than the
 * text says there are: 14个乡镇 … 16个乡镇的信访专干中. Over the whole text; `claims` are those of all its passages, by which it is told which of two figures is in doubt.
 */
export function readReferences(sites: readonly FigurePassage[], claims: readonly Claim[]): Claim[] {
  const proven = provenPlaces(claims);
  const sums = provenPlaces(
    claims.filter(({ kind }) => kind === 'sum').map((claim) => ({ ...claim, operands: [] })),
  );
  const groups = new Map<string, Mention[]>();
  const totals = new Map<string, Mention[]>();
  for (const site of sites) {
    for (const figure of site.figures) {
      if (!isMention(figure)) continue;
      const isProven = proven.get(site.passage)?.has(figure.quantity.start) === true;
      const isTotal = sums.get(site.passage)?.has(figure.quantity.start) === true;
      const mention = { site, figure, isProven, isTotal };
      push(groups, swapKey(figure), mention);
      for (const noun of nounsOf(figure)) push(totals, `${figure.quantity.unit}${noun}`, mention);
    }
  }
  const found: Claim[] = [];
  for (const group of groups.values())
    if (group.length > 1 && group.length < MOST_ALIKE) found.push(...swapsIn(group));
  for (const group of totals.values())
    if (group.length > 1 && group.length < MOST_ALIKE) found.push(...excessIn(group));
  const seen = new Set<ProseFigure>();
  return found.filter((claim) => {
    const mention = claim as ReferenceClaim;
    if (seen.has(mention.figure)) return false;
    seen.add(mention.figure);
    return true;
  });
}

/** A count, where it stands. */
interface Mention extends ListedWhole {
  /** Whether it belongs to a claim that holds. */
  readonly isProven: boolean;
  /** Whether parts add up to it. */
  readonly isTotal: boolean;
}

interface ReferenceClaim extends Claim {
  readonly figure: ProseFigure;
}

/** More figures of one digits are no matter of chance. */
const MOST_ALIKE = 24;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const own = map.get(key);
  if (own === undefined) map.set(key, [value]);
  else own.push(value);
}

function provenPlaces(claims: readonly Claim[]) {
  const places = new Map<unknown, Set<number>>();
  for (const { verdict, at, operands, kind } of claims) {
    if (verdict !== 'holds' || kind === 'repeat') continue;
    for (const { passage, start } of [at, ...operands]) {
      const own = places.get(passage) ?? new Set<number>();
      own.add(start);
      places.set(passage, own);
    }
  }
  return places;
}

function isMention({ role, quantity: { unit, isApproximate, value, step } }: ProseFigure): boolean {
  return role !== 'change' && role !== 'other' && isCount(unit) && !isApproximate && value / step >= 10;
}

function digitsOf({ quantity: { value, step } }: ProseFigure): string {
  return String(Math.round(value / step));
}

/** The same for figures that have the same digits; reckoned rather than sorted, for every figure of a text has one. */
function swapKey({ quantity: { unit, value, step } }: ProseFigure): string {
  let [sum, squares, length] = [0, 0, 0];
  for (let rest = Math.round(value / step); rest > 0; rest = Math.floor(rest / 10)) {
    const digit = rest % 10;
    sum += digit;
    squares += digit * digit;
    length += 1;
  }
  return `${unit}/${step}/${length}/${sum}/${squares}`;
}

function isSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return (
    at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}

function swapsIn(group: readonly Mention[]): ReferenceClaim[] {
  return group.flatMap((mention): ReferenceClaim[] => {
    const digits = digitsOf(mention.figure);
    if (mention.isProven || isOfOtherYear(mention.figure)) return [];
    if (group.some((each) => each !== mention && digitsOf(each.figure) === digits)) return [];
    const other = group.find(
      (each) =>
        isSwapped(digitsOf(each.figure), digits) &&
        !isOfOtherYear(each.figure) &&
        areOfOneThing(mention, each),
    );
    return other === undefined ? [] : [claimOf(mention, other)];
  });
}

function isOfOtherYear({ clause, quantity }: ProseFigure): boolean {
  return OTHER_TIME.test(clause.text.slice(0, quantity.start - clause.start));
}

/** Whether two figures surely count one thing: 68条措施已落实 and 共86条措施; else by what they are called, of longer figures. */
function areOfOneThing(mention: Mention, other: Mention): boolean {
  const shared = sharedPairs(wordsOf(mention.figure), wordsOf(other.figure));
  const definite = definiteNoun(mention.figure);
  if (definite === '每') return /全|共/.test(other.figure.ahead);
  if (definite !== undefined && around(other).includes(definite)) return true;
  const length = digitsOf(mention.figure).length;
  return length > 2 && shared >= (other.isProven ? (length > 3 ? 1 : 2) : 4);
}

/** How much of the text before and after a figure may say what it counts. */
const WIDE_BEFORE = 20;
const WIDE_BEHIND = 8;

function around({ site: { passage }, figure: { quantity } }: Mention): string {
  return passage.text.slice(Math.max(0, quantity.start - WIDE_BEFORE), quantity.end + WIDE_BEHIND);
}

function wordsOf({ lead, ahead, behind }: ProseFigure): string {
  return `${(lead ?? ahead).slice(-10)}|${behind.slice(0, 8)}`;
}

/** 86条 before its noun and without words of its own ahead: it refers to what was counted before. */
function definiteNoun({ ahead, behind }: ProseFigure): string | undefined {
  if (!/^(?:对|在|这|该|上述|以上|全部|当选的|[一-鿿]{1,3}的|占)?$/.test(ahead)) return undefined;
  if (behind.startsWith('每')) return '每';
  return /^[一-鿿]{2}/.exec(behind)?.[0];
}

function sharedPairs(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at + 2 <= a.length; at += 1) {
    const pair = a.slice(at, at + 2);
    if (!pair.includes('|') && !COMMON.has(pair) && b.includes(pair)) count += 1;
  }
  return count;
}

const COMMON: ReadonlySet<string> = new Set([
  '其中',
  '全县',
  '全镇',
  '全乡',
  '全市',
  '共有',
  '现有',
  '完成',
  '累计',
  '实现',
  '合计',
  '总计',
  '达到',
  '新增',
]);

/** What a count is of, by its last or first two characters. */
function nounsOf({ ahead, behind, lead }: ProseFigure): readonly string[] {
  const before = /[一-鿿]{2}$/.exec((lead ?? ahead).replace(/(?:共|有|为|达|是)+$/, ''))?.[0];
  const after = /^[一-鿿]{2}/.exec(behind)?.[0];
  return [before, after].filter((noun): noun is string => noun !== undefined && PLACES.test(noun));
}

/** What a unit has a fixed number of. */
const PLACES = /乡镇|支部|社区|选区|小组|行政|站所|网格/;

/** 16个乡镇 where there are 14: more than all. */
function excessIn(group: readonly Mention[]): ReferenceClaim[] {
  const whole = group.filter(
    ({ figure, isTotal }) =>
      isTotal || /全|共|辖|现有|划分/.test(figure.ahead) || /^..(?:均|都|全部)/.test(figure.behind),
  );
  const values = new Set(whole.map(({ figure }) => figure.quantity.value));
  const [total] = whole;
  if (total === undefined || values.size !== 1) return [];
  return group.flatMap((mention): ReferenceClaim[] => {
    const { ahead, quantity } = mention.figure;
    const isMore =
      quantity.value > total.figure.quantity.value && quantity.value <= total.figure.quantity.value * 1.5;
    return isMore && ahead === '' && !mention.isProven ? [claimOf(mention, total)] : [];
  });
}

function claimOf({ site, figure }: Mention, other: Mention): ReferenceClaim {
  const [own, before] = [
    written(site.passage, figure.quantity),
    written(other.site.passage, other.figure.quantity),
  ];
  return {
    figure,
    kind: 'repeat',
    rule: 'prose-repeat',
    at: rangeOfFigure(site.passage, figure.quantity),
    operands: [operand('另一处写的', other.site.passage, other.figure.quantity)],
    verdict: 'wrong',
    isCertain: false,
    reckoning: `${before}，${own}`,
    why: `这里写的是${own}，另一处写的是${before}，像是同一个数`,
    hint: '同一个数前后要一致；说的不是一回事的，写明各指什么。',
  };
}
