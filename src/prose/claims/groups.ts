import { parseNumeral } from '../numerals.ts';
import { labelDivision } from './divisions.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { type Interval, overlap, sumOfIntervals } from './interval.ts';
import { REST } from './list-ends.ts';
import { labelBeside } from './part-list.ts';
import type { FigurePassage } from './reader.ts';

/** Several parts of one list together: 前两类合计, 45岁以下, 本科及以上. */
export interface Group {
  readonly parts: readonly ProseFigure[];
  /** What the list divides, or all its parts where it leaves none out. */
  readonly whole: readonly ProseFigure[];
  /** Whether the list adds up to a count that stands before it. */
  readonly isProven: boolean;
}

const FIRST = /前([两二三四五六七八九十\d])(?:[个家类项位种名大村镇乡县所])?(?:方面|行业|产业|位|类|项|者)?/;
const ALL =
  /(?:^|[，其中])(?:上述|以上|这)?([两二三四五])(?:者|项|类|种|部分|方面)(?:[一-鿿]{0,6})?(?:合计|共计|共|之和|加起来|相加)?$/;
const AGES = /(\d{1,3})周?岁(?:（含）|\(含\))?(?:及)?以?(上|下)/;
const DEGREES =
  /(研究生|硕士|本科|大学|大专|专科|中专|高中|初中|高级|副高|中级|初级)(?:学历)?(?:[及或和]以|以)(上|下)/;
const TOGETHER = /合计|共|之和|加起来|相加/;

/** What a clause says before a share, as far as it names several parts; undefined where it names none. */
function groupWords({ clause, quantity }: ProseFigure): string | undefined {
  const words = clause.text.slice(0, quantity.start - clause.start).replace(/[ 　]/g, '');
  const said = words.slice(0, words.lastIndexOf('占') === -1 ? undefined : words.lastIndexOf('占'));
  if (/分别|各/.test(said)) return undefined;
  const isGroup =
    (FIRST.test(said) && TOGETHER.test(said)) ||
    ALL.test(said) ||
    (clause.quantities.every(({ unit, start }) => start >= quantity.start || unit === '岁' || unit === '') &&
      (AGES.test(said) || DEGREES.test(said)));
  return isGroup ? said : undefined;
}

/** Whether a share is of several parts that were told before: it has no count of its own. */
export function saysGroup(share: ProseFigure): boolean {
  return groupWords(share) !== undefined;
}

/** The parts that a share is said of, and what they are parts of; undefined where the list or its whole cannot be told. */
export function groupOf(site: FigurePassage, share: ProseFigure): Group | undefined {
  const said = groupWords(share);
  if (said === undefined) return undefined;
  for (const row of rowsBefore(site, share)) {
    const parts = chosen(said, row);
    if (parts === undefined) continue;
    const whole = wholeOf(site, row);
    return whole && { ...whole, parts };
  }
  return undefined;
}

/** The count that the list adds up to in which one stands: 事故14起…道路运输9起、建筑施工3起、工矿商贸2起，道路运输事故占64.3%. */
export function wholeOfList(
  site: FigurePassage,
  share: ProseFigure,
  part: ProseFigure | undefined,
): ProseFigure | undefined {
  if (part === undefined) return undefined;
  const row = rowsBefore(site, share).find((each) => each.includes(part));
  const found = row && wholeOf(site, row);
  return found?.isProven === true ? found.whole[0] : undefined;
}

/** The parts of the list that one stands in, where it adds up to a count before it: none of them is what another is a share of. */
export function siblingsOf(
  site: FigurePassage,
  share: ProseFigure,
  part: ProseFigure | undefined,
): readonly ProseFigure[] {
  if (part === undefined) return [];
  const row = rowsBefore(site, share).find((each) => each.includes(part));
  return row !== undefined && wholeOf(site, row)?.isProven === true ? row : [];
}

/** How many figures and sentences ahead are looked at. */
const MOST_FIGURES = 40;
const SENTENCES = 2;

/** The lists of counts before a figure, nearest first: counts of one kind, one a clause, with nothing else that counts so between. */
function rowsBefore({ figures, clauses }: FigurePassage, share: ProseFigure): ProseFigure[][] {
  const rows: ProseFigure[][] = [];
  let row: ProseFigure[] = [];
  const close = () => {
    if (row.length > 1) rows.push(row);
    row = [];
  };
  for (let at = share.index - 1; at >= Math.max(0, share.index - MOST_FIGURES); at -= 1) {
    const figure = figures[at];
    if (figure === undefined || figure.clause.sentence < share.clause.sentence - SENTENCES) break;
    if (figure.clause.depth > share.clause.depth || figure.role !== 'level' || !isCount(figure.quantity.unit))
      continue;
    if (figure.clause === share.clause) continue;
    const [next] = row;
    if (row.length > 1 && overlap(figure.quantity, sumOfFigures(row))) {
      close();
      continue;
    }
    if (next !== undefined) {
      if (next.clause === figure.clause) {
        if (isSameUnit(next.quantity.unit, figure.quantity.unit)) close();
        else continue;
      } else if (
        next.clause.sentence !== figure.clause.sentence ||
        (row.length > 1 && !isBySemicolons(row) && isBeyondSemicolon(clauses, figure, next)) ||
        !isSameUnit(next.quantity.unit, figure.quantity.unit) ||
        /其中|分别|[：:]/.test(next.clause.text + next.clause.before)
      )
        close();
    }
    row.unshift(figure);
  }
  close();
  return rows;
}

function isBySemicolons([, second]: readonly ProseFigure[]): boolean {
  return second?.clause.before === '；';
}

function isBeyondSemicolon(clauses: FigurePassage['clauses'], from: ProseFigure, to: ProseFigure): boolean {
  for (let at = from.at + 1; at <= to.at; at += 1) if (clauses[at]?.before === '；') return true;
  return false;
}

/** What a part is called, with its ages. */
function labelOf({ clause, quantity }: ProseFigure): string {
  return labelBeside(clause, [quantity], clause.start).replace(/^.*其中/, '');
}

/** Which parts of a list are meant. */
function chosen(said: string, row: readonly ProseFigure[]): readonly ProseFigure[] | undefined {
  const ages = AGES.exec(said);
  const labels = row.map(labelOf);
  if (ages !== null) return byAge(row, labels, Number(ages[1]), ages[2] === '上');
  const degrees = DEGREES.exec(said);
  if (degrees !== null) return byDegree(row, labels, degrees[1] ?? '', degrees[2] === '上');
  const first = FIRST.exec(said)?.[1];
  const count = numberOf(first ?? ALL.exec(said)?.[1] ?? '');
  if (count === undefined) return undefined;
  if (first !== undefined) return row.length > count ? row.slice(0, count) : undefined;
  return row.length === count ? row : undefined;
}

function numberOf(numeral: string): number | undefined {
  return /^\d/.test(numeral) ? Number(numeral) : parseNumeral(numeral);
}

const BAND =
  /(?:(\d{1,3})周?岁?(?:[—～~－-]+|[至到])(\d{1,3})周?岁?|(\d{1,3})周?岁?(?:及|（含）|\(含\))?(?:以)?([上下]))/;

/** The bands that lie wholly below or above an age; undefined where one lies on both sides of it. */
function byAge(
  row: readonly ProseFigure[],
  labels: readonly string[],
  age: number,
  isAbove: boolean,
): readonly ProseFigure[] | undefined {
  const division = labelDivision(labels);
  if (division?.name !== '年龄') return undefined;
  const inside: ProseFigure[] = [];
  for (const [index, figure] of row.entries()) {
    const [, from, to, end, way] = BAND.exec(labels[index] ?? '') ?? [];
    const low = way === '下' ? 0 : Number(from ?? end);
    const high = way === '上' ? 200 : Number(to ?? end);
    if (Number.isNaN(low + high)) return undefined;
    const isIn = isAbove ? low >= age : high <= age;
    const isOut = isAbove ? high <= age || high === age - 1 : low >= age || low === age + 1;
    if (isIn) inside.push(figure);
    else if (!isOut && !(isAbove ? high < age : low > age)) return undefined;
  }
  return inside.length > 0 && inside.length < row.length ? inside : undefined;
}

const DEGREE_ORDER: readonly RegExp[][] = [
  [/研究生|硕士|博士/, /本科|大学(?!专)/, /大专|专科/, /中专|高中/, /初中/, /小学/],
  [/正高/, /副高|高级/, /中级/, /初级/],
];

/** The degrees from one upwards or downwards. */
function byDegree(
  row: readonly ProseFigure[],
  labels: readonly string[],
  degree: string,
  isAbove: boolean,
): readonly ProseFigure[] | undefined {
  for (const order of DEGREE_ORDER) {
    const rankOf = (words: string) => order.findIndex((pattern) => pattern.test(words));
    const from = rankOf(degree);
    const ranks = labels.map(rankOf);
    if (from === -1 || ranks.includes(-1)) continue;
    if (!ranks.includes(from)) return undefined;
    const inside = row.filter((_, index) => {
      const rank = ranks[index] ?? -1;
      return isAbove ? rank <= from : rank >= from;
    });
    return inside.length > 1 && inside.length < row.length ? inside : undefined;
  }
  return undefined;
}

/** The count before a list that it adds up to; its own sum where it leaves nothing out. */
function wholeOf(site: FigurePassage, row: readonly ProseFigure[]): Omit<Group, 'parts'> | undefined {
  const sum = sumOfFigures(row);
  const [first] = row;
  if (first === undefined || row.some(({ quantity }) => quantity.isApproximate)) return undefined;
  for (let at = first.index - 1; at >= Math.max(0, first.index - MOST_FIGURES); at -= 1) {
    const figure = site.figures[at];
    if (
      figure?.role === 'level' &&
      isSameUnit(figure.quantity.unit, first.quantity.unit) &&
      overlap(figure.quantity, sum)
    )
      return { whole: [figure], isProven: true };
  }
  const labels = row.map(labelOf);
  const isAll = labelDivision(labels)?.isComplete === true || labels.some((label) => REST.test(label.trim()));
  return isAll ? { whole: row, isProven: false } : undefined;
}

export function sumOfFigures(figures: readonly ProseFigure[]): Interval & { readonly value: number } {
  return {
    ...sumOfIntervals(figures.map(({ quantity }) => quantity)),
    value: figures.reduce((sum, { quantity }) => sum + quantity.value, 0),
  };
}
