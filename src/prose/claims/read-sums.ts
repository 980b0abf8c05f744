import type { Passage } from '../../facts/passages.ts';
import type { Quantity } from '../quantities.ts';
import type { Claim, Operand } from './claim.ts';
import { labelDivision } from './divisions.ts';
import { isSameUnit } from './figure.ts';
import { type Interval, overlap, quotient, sumOfIntervals } from './interval.ts';
import { isSameKindOfPart, REST } from './list-ends.ts';
import { isCountedAs, type StatedPart } from './part-list.ts';
import { type FigurePassage, numberWritten, operand, rangeOfFigure, written, writtenLike } from './reader.ts';
import { sharesOfOther } from './shares-of-parts.ts';
import { isMiswritten } from './slip.ts';
import { type StatedSum, statedSums } from './stated-sum.ts';

/** Wholes and their parts: 8个党支部，其中机关3个、村5个. */
export function readSums(site: FigurePassage): Claim[] {
  return statedSums(site).flatMap((stated) => claimsOfSum(site, stated));
}

/** One column of a list: what its parts count in one counting word. */
interface SumColumn {
  readonly total: Quantity;
  readonly terms: readonly Term[];
}

interface Term extends Interval {
  readonly part: StatedPart;
  readonly quantity: Quantity;
  readonly times: number | undefined;
}

function claimsOfSum(site: FigurePassage, stated: StatedSum): Claim[] {
  const columns = stated.totals.flatMap((total) => termsColumn(stated, total) ?? []);
  const proven = columns.filter((column) => isExactSum(column));
  return columns.map((column) =>
    judgeColumn(site, stated, { column, isProven: proven.some((other) => other !== column) }),
  );
}

/** Of parts that lack this counting word there is no column. */
function termsColumn({ parts }: StatedSum, total: Quantity): SumColumn | undefined {
  const terms = parts.flatMap((part): Term[] => {
    const quantity = part.counts.find(({ unit }) => isCountedAs(unit, total.unit));
    if (quantity === undefined) return [];
    return [{ part, quantity, times: part.times, low: quantity.low, high: quantity.high }];
  });
  return terms.length === parts.length ? { total, terms } : undefined;
}

/** What a judgement of a sum comes to. */
type SumVerdict = Pick<Claim, 'verdict' | 'isCertain' | 'why'> & { readonly rule?: Claim['rule'] };

const HOLDS: SumVerdict = { verdict: 'holds', isCertain: true, why: '' };

function unjudgedSum(why: string): SumVerdict {
  return { verdict: 'unjudged', isCertain: false, why };
}

function wrongSum(why: string, isCertain = true, rule?: Claim['rule']): SumVerdict {
  return { verdict: 'wrong', isCertain, why, ...(rule && { rule }) };
}

/** Says the total in front of what is wrong with it. */
function ofTotal(verdict: SumVerdict, total: string): SumVerdict {
  return verdict.verdict === 'wrong' ? { ...verdict, why: `总数写的是${total}，${verdict.why}` } : verdict;
}

interface JudgedSum {
  readonly column: SumColumn;
  /** The list's other column adds up: 64户 where 152人 does not. */
  readonly isProven: boolean;
}

function judgeColumn(site: FigurePassage, stated: StatedSum, { column, isProven }: JudgedSum): Claim {
  const { passage } = site;
  const { terms } = column;
  const total = nearestWhole(stated, column);
  const judged = judgeTerms(site, stated, { column, isProven });
  const { rule = 'prose-sum', ...verdict } = ofTotal(
    total === column.total ? judged : { ...judged, isCertain: false },
    written(passage, total),
  );
  return {
    kind: 'sum',
    rule,
    at: rangeOfFigure(passage, total),
    operands: operandsOf(passage, terms),
    ...verdict,
    get reckoning() {
      return shownSum(passage, terms, total);
    },
    hint: rule === 'prose-unit' ? '核对总数和分项的计量单位。' : '按台账核对总数和各分项。',
  };
}

/** 3＋5＝8个，总数8个. */
function shownSum(passage: Passage, terms: readonly Term[], total: Quantity): string {
  const shown = terms.map(
    ({ quantity, times = 1 }) => `${numberWritten(passage, quantity)}${times === 1 ? '' : `×${times}`}`,
  );
  const sum = writtenLike(passage, total, centre(signedSum(terms)));
  return `${shown.join('＋')}＝${sum}，总数${written(passage, total)}`;
}

function operandsOf(passage: Passage, terms: readonly Term[]): readonly Operand[] {
  return terms.map(({ part, quantity }) =>
    operand(`分项：${part.label}${written(passage, quantity)}`, passage, quantity),
  );
}

/** 受理6842件，审执结6517件。其中…: of the counts that the parts may be of, the one that they come nearest to. */
function nearestWhole({ rivals }: StatedSum, { total, terms }: SumColumn): Quantity {
  const sum = centre(signedSum(terms));
  const off = ({ value }: Quantity) => Math.abs(value - sum);
  return rivals.reduce(
    (best, rival) =>
      isSameUnit(rival.unit, total.unit) &&
      off(rival) < Math.min(off(best), Math.max(rival.value * 0.05, 1.5))
        ? rival
        : best,
    total,
  );
}

function judgeTerms(site: FigurePassage, stated: StatedSum, { column, isProven }: JudgedSum): SumVerdict {
  const { total, terms } = column;
  if ([total, ...terms.map(({ quantity }) => quantity)].some(({ isApproximate }) => isApproximate))
    return unjudgedSum('有“余”“多”“约”一类的约数');
  const greatest = Math.max(total.high, ...stated.rivals.map(({ high }) => high));
  const whole = wholeTerms(terms, stated);
  const sum = signedSum(whole);
  const wholes = [total, ...stated.rivals];
  if (wholes.some((each) => overlap(each, sum)) || doSegmentsFit(terms, total)) return HOLDS;
  if (stated.tie === 'altogether' && doesTailFit(terms, total)) return HOLDS;
  const isDistributed = terms.some(({ times }) => times === undefined || times !== 1);
  if (
    isDistributed &&
    terms.every(({ times = 0 }) => times > 0) &&
    terms.some(({ part }) => REST.test(part.label))
  )
    return wrongSum(`分项加起来是${writtenLike(site.passage, total, centre(sum))}`, false);
  if (isDistributed && terms.every(({ times = 0 }) => times > 0) && isSlipped(stated, whole, { sum, total }))
    return wrongSum(`分项加起来是${writtenLike(site.passage, total, centre(sum))}，相差不大`, false);
  if (isDistributed) return unjudgedSum('有“每”“各”或减少的项，加法不能确定');
  if (sharesOfOther(site, { parts: stated.parts, total, totalAt: stated.totalAt }))
    return unjudgedSum('分项自带的比例以另一个数为分母');
  const scaled = scaleBetween(total, sum);
  if (scaled !== undefined && terms.length > 1)
    return wrongSum(`分项加起来是总数的${scaled}，计量单位可能写错了`, true, 'prose-unit');
  if (isPointLost(total, sum) && terms.length > 1 && stated.tie !== 'order')
    return wrongSum(`分项加起来是${writtenLike(site.passage, total, centre(sum))}，小数点可能写错了`, false);
  if (stated.isPartItself === true && sum.low > total.high) return unjudgedSum('“其中”可能说的是前面的全部');
  const greater = terms.find((term) => term.low > greatest && isTied(stated, term.part));
  const mayBeOfOther = greater !== undefined && isBehindStop(site, stated) && hasGreater(site, greater);
  if (greater !== undefined && !mayBeOfOther && !stated.isOfChange) {
    const { part, quantity } = greater;
    return wrongSum(`其中一项${part.label}${written(site.passage, quantity)}就多于总数`);
  }
  const come = `分项加起来是${writtenLike(site.passage, total, centre(sum))}`;
  if (isProven && terms.length > 1) return wrongSum(come);
  if (closes(stated, whole, { sum, total })) return wrongSum(come);
  return isNearWhole(stated, whole, { sum, total }) ||
    leavesLittle(stated, whole, { sum, total }) ||
    isSlipped(stated, whole, { sum, total }) ||
    exceeds(stated, whole, { sum, total })
    ? wrongSum(`${come}，相差不大`, false)
    : unjudgedSum('分项可能有交叉，或者没有列全');
}

function signedSum(terms: readonly Term[]): Interval {
  return sumOfIntervals(terms.map(({ low, high, times = 1 }) => ({ low, high, times })));
}

export function centre({ low, high }: Interval): number {
  return (low + high) / 2;
}

/** Of 正式471名、预备15名、女134名 the first two are the whole. */
function wholeTerms(terms: readonly Term[], { tie, parts }: StatedSum): readonly Term[] {
  const labels = parts.map(({ label }) => label);
  const isPair = labels.length > 2 && labelDivision(labels.slice(0, 2))?.isComplete === true;
  return isPair && tie === 'among' && labelDivision(labels) === undefined ? terms.slice(0, 2) : terms;
}

/** 男352名、女134名，汉族469名、少数民族17名: the whole is divided twice. */
function doSegmentsFit(terms: readonly Term[], total: Interval): boolean {
  let from = 0;
  let count = 0;
  for (let end = 2; end <= terms.length; end += 1) {
    if (end - from < 2 || !overlap(signedSum(terms.slice(from, end)), total)) continue;
    from = end;
    count += 1;
  }
  return count > 1 && from === terms.length;
}

/** 全镇党员486名，机关42名、村349名，共391名: the list begins later. */
function doesTailFit(terms: readonly Term[], total: Interval): boolean {
  for (let from = 1; from < terms.length - 1; from += 1) {
    if (overlap(signedSum(terms.slice(from)), total)) return true;
  }
  return false;
}

function isExactSum({ total, terms }: SumColumn): boolean {
  return terms.length > 1 && overlap(signedSum(terms), total);
}

/** 元 for 万元: one is ten thousand times the other. */
function scaleBetween(total: Interval, sum: Interval): string | undefined {
  for (const [factor, name] of SCALE_SLIPS) {
    if (overlap(quotient(sum, total), { low: factor * 0.9999, high: factor * 1.0001 })) return name;
  }
  return undefined;
}

/** 42公里 for 4.2公里: ten or a hundred times what the parts come to, to the last place. */
function isPointLost(total: Interval, sum: Interval): boolean {
  const ratio = centre(total) / centre(sum);
  return [10, 100, 0.1, 0.01].some((factor) => Math.abs(ratio / factor - 1) < 1e-9);
}

const SCALE_SLIPS: readonly (readonly [number, string])[] = [
  [10_000, '一万倍'],
  [100_000_000, '一亿倍'],
  [1 / 10_000, '万分之一'],
  [1 / 100_000_000, '亿分之一'],
];

/** 其中 ties what follows it and what is like that; 党员300名中，女党员310名 is tied where the part is called what the whole is called. */
function isTied({ tie, totalLabel, parts }: StatedSum, { label }: StatedPart): boolean {
  const first = parts[0]?.label ?? '';
  if (tie === 'among') return label === first || isSameKindOfPart({ first, label, total: totalLabel });
  const kind = /[一-鿿]{2}$/.exec(totalLabel)?.[0];
  return tie === 'within' && kind !== undefined && label.endsWith(kind);
}

/** 。其中 may be of any count of the sentence before. */
function isBehindStop({ clauses }: FigurePassage, { parts, totalAt }: StatedSum): boolean {
  return (parts[0]?.clause.sentence ?? 0) > (clauses[totalAt]?.sentence ?? 0);
}

function hasGreater({ clauses }: FigurePassage, { part, quantity }: Term): boolean {
  return clauses
    .slice(Math.max(0, part.at - CLAUSES), part.at)
    .some(({ quantities }) =>
      quantities.some(({ unit, high }) => isSameUnit(unit, quantity.unit) && high >= quantity.low),
    );
}

const CLAUSES = 24;

interface ComparedSum {
  readonly sum: Interval;
  readonly total: Quantity;
}

/** Whether the parts can only be the whole. A list that leaves some out is no error. */
function closes(stated: StatedSum, terms: readonly Term[], { sum, total }: ComparedSum): boolean {
  if (terms.length < 2) return false;
  const { tie, totalLabel, isOpen } = stated;
  if (tie === 'respectively' || stated.isCounted === true) return true;
  const labels = terms.map(({ part }) => part.label);
  const division = labelDivision(labels);
  if (tie === 'altogether')
    return division !== undefined || isOneList(terms, stated.totalLabel === '' && stated.saysAll === true);
  if (tie === 'order' && !isOfOneKind(totalLabel, labels)) return false;
  if (
    tie !== 'order' &&
    (labels.some((label) => REST.test(label)) || (!isOpen && OWN_MONEY.test(labels.at(-1) ?? '')))
  )
    return true;
  if (division === undefined) return tie !== 'order' && EVENTS.includes(total.unit) && sum.low > total.high;
  if (isOpen && division.name === '是否') return false;
  if (sum.low > total.high || division.isComplete) return true;
  if (isOpen) return false;
  if (division.isListedWhole && terms.length > 2) return true;
  return division.name === '领域' && leavesLittle(stated, terms, { sum, total });
}

/** Parts that exclude each other, and leave less than the least of them; of two only such as 村 and 社区. */
function leavesLittle(stated: StatedSum, terms: readonly Term[], { sum, total }: ComparedSum): boolean {
  if (stated.tie === 'order' || stated.isOpen || terms.length < 2) return false;
  const division = labelDivision(terms.map(({ part }) => part.label));
  if (division === undefined || (terms.length === 2 && division.name !== '领域')) return false;
  const least = Math.min(...terms.map(({ quantity }) => quantity.value));
  return total.low > sum.high && total.low - sum.high < least;
}

/** Parts that miss their whole by so little are hardly anything else than all of it, whatever they are called. */
function isNearWhole(
  { tie, isOpen }: StatedSum,
  terms: readonly Term[],
  { sum, total }: ComparedSum,
): boolean {
  if (tie === 'order' || isOpen || total.value < LEAST_NEAR_SUM) return false;
  const off = Math.abs(centre(sum) - total.value) / total.value;
  const labels = terms.map(({ part }) => part.label);
  if (terms.length === 2 && labelDivision(labels)?.hasOthers === true) return false;
  if (new Set(labels).size < labels.length || labels.some((label) => label === '' || OVERLAPS.test(label)))
    return false;
  return off <= (terms.length > 2 ? 0.05 : 0.02) && terms.length > 1;
}

/** Parts of a known division with none left out, which one slip of the pen keeps from their whole. */
function isSlipped({ tie, isOpen }: StatedSum, terms: readonly Term[], { sum, total }: ComparedSum): boolean {
  if (tie === 'order' || isOpen || terms.length < 2 || total.value < LEAST_NEAR_SUM) return false;
  const off = centre(sum) - total.value;
  if (Math.abs(off) > total.value * MOST_SUM_SLIP) return false;
  const labels = terms.map(({ part }) => part.label);
  const isOfOneHead =
    labels.every((label) => label.length > 2 && (labels.length > 2 || !OVERLAPS.test(label))) &&
    new Set(labels.map((label) => label.slice(-2))).size === 1 &&
    new Set(labels).size === labels.length;
  const division = labelDivision(labels);
  const [lead] = terms;
  const isBracketed =
    lead !== undefined && /[（(]/.test(lead.part.clause.before) && (tie === 'among' || tie === 'list');
  const isLongRow =
    (labels.length > 3 && terms.slice(1).every(({ part: { clause } }) => clause.before === '、')) ||
    (isBracketed && !labels.some((label) => OVERLAPS.test(label)));
  if ((division === undefined || division.hasOthers === true) && !isOfOneHead && !isLongRow) return false;
  return (
    isMiswritten(total, centre(sum)) ||
    terms.some(({ quantity }) => isMiswritten(quantity, quantity.value - off))
  );
}

const MOST_SUM_SLIP = 0.25;

/** Parts that pause marks join seldom overlap: where they are a little more than their whole, one of the figures is wrong. */
function exceeds(
  { tie, totalLabel }: StatedSum,
  terms: readonly Term[],
  { sum, total }: ComparedSum,
): boolean {
  if (tie === 'order' && !isAloneInSentence(terms)) return false;
  if ((tie !== 'among' && tie !== 'respectively' && tie !== 'order') || terms.length < 2) return false;
  if (
    sum.low <= total.high ||
    sum.high >
      total.low * (terms.length > 2 && !isSameUnit(total.unit, '人') ? MOST_EXCESS_OF_MANY : MOST_EXCESS)
  )
    return false;
  const labels = terms.map(({ part }) => part.label);
  return (
    terms.slice(1).every(({ part: { clause } }) => clause.before === '、') &&
    new Set(labels).size === labels.length &&
    labels.every((label) => label !== '' && !OVERLAPS.test(label)) &&
    !OVERLAPS.test(totalLabel) &&
    (!isSameUnit(total.unit, '人') ||
      terms.length > 3 ||
      new Set(labels.map((label) => label.slice(-2))).size === 1)
  );
}

/** Nothing of the sentence follows the last part. */
function isAloneInSentence(terms: readonly Term[]): boolean {
  const { text, end } = terms.at(-1)?.part.clause ?? { text: '', end: 0 };
  const last = terms.at(-1)?.quantity;
  return last !== undefined && last.end === end && !/正在|未|不/.test(text);
}

/** More than this is an overlap rather than a slip. */
const MOST_EXCESS = 1.15;
const MOST_EXCESS_OF_MANY = 1.3;

/** In fewer, one more or less is much. */
const LEAST_NEAR_SUM = 30;
/** What may be said of the same ones beside another part. */
const OVERLAPS = /女|处分|亿元|万元|重点|民营|规[模上]|少数民族|以上|以下|流动|困难|退役|一肩挑|两|兼/;

/** Named parts that pause marks join, or all commas: nothing else stands among them. */
function isOneList(terms: readonly Term[], isStrong: boolean): boolean {
  const marks = new Set(terms.slice(1).map(({ part }) => part.clause.before));
  return terms.every(({ part }) => part.label !== '') && (marks.size === 1 || isStrong);
}

/** What the unit itself adds comes last: 县级配套. */
const OWN_MONEY = /(?:[县区乡镇村]级|本级|地方)配套|自筹/;

/** Things that happen once each cannot overlap. */
const EVENTS = ['期', '次', '场', '批'];

/** Without a word that ties them, the parts have to be called what the total is called: 党员 and 男党员. */
function isOfOneKind(totalLabel: string, labels: readonly string[]): boolean {
  const division = labelDivision(labels);
  const noun = /[一-鿿]{2}$/.exec(totalLabel)?.[0];
  if (
    division === undefined ||
    noun === undefined ||
    labelDivision([totalLabel, labels[0] ?? '']) !== undefined
  )
    return false;
  if (division.isComplete && ['学历', '是否', '户口', '收入', '年龄'].includes(division.name)) return true;
  if (division.name === '进度' && labels.length > 2) return true;
  return (
    labels.every((label) => label.endsWith(noun)) ||
    (division.isComplete && labels.every((label) => label.length <= 2))
  );
}
