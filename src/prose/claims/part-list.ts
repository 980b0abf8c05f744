import type { Clause } from '../clauses.ts';
import { parseNumeral } from '../numerals.ts';
import type { Quantity } from '../quantities.ts';
import { labelDivision } from './divisions.ts';
import { isCount, isSameUnit, nameBeforeBracket, type ProseFigure } from './figure.ts';
import { AMONG_WORDS, continuesList, isAside, isNewSubject, isOfMoves, REST } from './list-ends.ts';

/** One part of a whole as a text states it: what it is called, and its counts (10户27人 has two). */
export interface StatedPart {
  readonly label: string;
  readonly counts: readonly Quantity[];
  /** How often it counts: 2 for A和B各3名, -1 for what is taken away; undefined where the text does not say. */
  readonly times: number | undefined;
  readonly clause: Clause;
  readonly at: number;
}

/** The parts of one list. */
export interface PartList {
  readonly parts: readonly StatedPart[];
  /** More counts follow that may belong to the list or not: then it shows what is too much, never what is too little. */
  readonly isOpen: boolean;
}

/** Where a list of parts begins, what it counts, and what its whole is called. */
export interface ListSite {
  readonly index: number;
  readonly from: number;
  /** The counting words of the whole, in its order. */
  readonly units: readonly string[];
  readonly totalLabel: string;
  /** Whether the share that a count carries is of the whole; undefined where it carries none. */
  readonly isShareOfWhole: (part: Pick<StatedPart, 'counts' | 'at'>) => boolean | undefined;
  /** What changed is divided into what changed: 增加3.6万个。其中，机关增加0.8万个. */
  readonly isOfChange: boolean;
}

/** How many parts a list has at most. */
export const MOST_PARTS = 40;

/** The parts of a list, one a clause, until a clause has none, or begins something new. */
export function partsFrom(
  clauses: readonly Clause[],
  figures: ReadonlyMap<Quantity, ProseFigure>,
  site: ListSite,
): PartList {
  const { candidates, isCut } = candidatesFrom(clauses, figures, site);
  const [leader] = candidates;
  const isBySemicolons =
    leader !== undefined && candidates[1]?.clause.before === '；' && site.isShareOfWhole(leader) === true;
  const isBracketed = opensBracket(clauses, site.index);
  const rest = candidates.findIndex(({ label }) => REST.test(label));
  const first = candidates[0]?.label ?? '';
  const doubtful = candidates.findIndex(
    ({ label, counts, clause: { before } }, index) =>
      index > 0 &&
      !isBracketed &&
      counts.length < 2 &&
      !(isBySemicolons && before === '；' && label.length < LONGEST_PART_NOUN) &&
      !continuesList({ first, label, total: site.totalLabel }, before),
  );
  const isDoubtful = doubtful >= 0 && doubtful > rest;
  return { parts: isDoubtful ? candidates.slice(0, doubtful) : candidates, isOpen: isDoubtful || isCut };
}

/** （其中…）: all that a bracket counts is of the list. */
export function opensBracket(clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  return clause !== undefined && /[（(]/.test(clause.before) && /^\s*其中/.test(clause.text);
}

interface PartCandidates {
  readonly candidates: readonly StatedPart[];
  /** What ends the list counts the same, and may be of it after all. */
  readonly isCut: boolean;
}

/** After a semicolon what is longer is a sentence of its own. */
const LONGEST_PART_NOUN = 9;

/** What is in the list as far as marks and verbs show. */
function candidatesFrom(
  clauses: readonly Clause[],
  figures: ReadonlyMap<Quantity, ProseFigure>,
  site: ListSite,
): PartCandidates {
  const candidates: StatedPart[] = [];
  let isCut = false;
  let isBySemicolons = false;
  const here = clauses[site.index];
  for (let at = site.index; at < site.index + MOST_PARTS; at += 1) {
    const clause = clauses[at];
    if (here === undefined || clause === undefined) break;
    if (clause.depth > here.depth) continue;
    if (clause.depth < here.depth || clause.sentence !== here.sentence) break;
    if (at > site.index && (isAside(clause.text) || isComparison(clause.text))) continue;
    if (at > site.index && endsList(clause, candidates[0], site.from)) {
      isCut = clause.before !== '；' && clause.quantities.some(({ unit }) => hasUnit(site.units, unit));
      break;
    }
    const joined = joinedIn(clause, figures, site);
    if (joined.length > 1) {
      for (const { label, count } of joined)
        candidates.push({ label, counts: [count], times: timesOf(clauses, at, [count]), clause, at });
      continue;
    }
    const counts = countsIn(clause, figures, site);
    if (counts === undefined) break;
    if (counts.length === 0) {
      if (clause.quantities.some((share) => share.unit === '%') || clause.end <= site.from) continue;
      if (isNameBeforeBracket(clauses, at)) continue;
      if (clause.before === '、' || clauses[at + 1]?.before === '、') continue;
      isCut = clause.quantities.some(({ unit }) => hasUnit(site.units, unit));
      break;
    }
    const beside = labelBeside(clause, counts, Math.max(site.from, clause.start));
    const isBehindBracket = /[）)]/.test(clause.before);
    const label = isBehindBracket ? nameBeforeBracket(clauses, at) + beside : beside;
    const [first] = candidates;
    if (clause.before === '；' && first !== undefined && !isBySemicolons) {
      isBySemicolons =
        candidates.length === 1 &&
        (!isAside(clauses[at - 1]?.text ?? '') ||
          site.isShareOfWhole(first) === true ||
          site.isShareOfWhole({ counts, at }) === true);
      if (!isBySemicolons && labelDivision([first.label, label])?.isComplete !== true) {
        isCut = candidates.length === 1;
        break;
      }
    }
    const part = { label, counts, times: timesOf(clauses, at, counts), clause, at };
    candidates.push(
      isBehindBracket ? { ...part, clause: { ...clause, before: markBeforeBracket(clauses, at) } } : part,
    );
  }
  return { candidates, isCut };
}

/** Whether a clause is surely no part any more; one that divides the whole as the first part does is one, whatever it begins with: 批评建议类96件. */
function endsList(clause: Clause, first: StatedPart | undefined, from: number): boolean {
  if (first === undefined || !isNewSubject(clause, isOfMoves(first.label))) return false;
  if (
    first.label.length > 1 &&
    clause.text.trimStart().startsWith(first.label.charAt(0)) &&
    /^[从向对由]/.test(first.label)
  )
    return false;
  const counts = clause.quantities.filter(({ unit }) => isCount(unit));
  if (counts.length !== 1 || AMONG_WORDS.test(clause.text)) return true;
  return (
    labelDivision([first.label, labelBeside(clause, counts, Math.max(from, clause.start))]) === undefined
  );
}

/** 、 before 村（社区）调委会218个. */
function markBeforeBracket(clauses: readonly Clause[], at: number): string {
  const depth = clauses[at]?.depth ?? 0;
  let back = at - 1;
  while (back > 0 && (clauses[back]?.depth ?? 0) > depth) back -= 1;
  return clauses[back]?.before ?? '';
}

/** 高中（中专）17名: what comes before the bracket is the name of the count after it. */
function isNameBeforeBracket(clauses: readonly Clause[], at: number): boolean {
  const clause = clauses[at];
  if (clause === undefined || clause.quantities.length > 0) return false;
  const next = clauses[at + 1];
  const behind = clauses[at + 2];
  return (
    next !== undefined &&
    next.depth > clause.depth &&
    next.quantities.length === 0 &&
    behind?.depth === clause.depth &&
    behind.quantities.length > 0
  );
}

/** 省级5.3亿元和县级1.6亿元: one clause with several parts, where the whole is counted in one way. */
function joinedIn(
  clause: Clause,
  figures: ReadonlyMap<Quantity, ProseFigure>,
  { from, units }: ListSite,
): { readonly label: string; readonly count: Quantity }[] {
  if (units.length !== 1 || clause.quantities.length < 2) return [];
  const own = clause.quantities.filter(({ start }) => start >= from);
  const isList = own.every((count, index) => {
    const ahead = figures.get(count)?.ahead ?? '';
    return hasUnit(units, count.unit) && (index === 0 || /^[和与及][一-鿿]{0,12}$/.test(ahead));
  });
  if (!isList) return [];
  return own.map((count, index) => {
    const ahead = figures.get(count)?.ahead ?? '';
    const label =
      index === 0
        ? clause.text.slice(Math.max(0, from - clause.start), count.start - clause.start)
        : ahead.slice(1);
    return { label: label.replace(/[ 　]/g, ''), count };
  });
}

/** 比上年增加3名: it says something of the part before it. */
export function isComparison(text: string): boolean {
  return COMPARISON.test(text);
}

const COMPARISON =
  /^\s*(?:同比|环比|[与和]上年|[较比]|增长|下降|上升|提高|降低|减少|增加|增收|增支|减收|减支|净增|增速|增幅|年均)(?!的)/;

/** The counts of a part, in the whole's order of counting words; undefined where there are too many for one. */
function countsIn(
  clause: Clause,
  figures: ReadonlyMap<Quantity, ProseFigure>,
  { from, units, isOfChange }: ListSite,
): readonly Quantity[] | undefined {
  const counted = clause.quantities.filter((quantity) => {
    const figure = figures.get(quantity);
    if (quantity.start < from || !isCount(quantity.unit) || figure === undefined) return false;
    return figure.role !== 'base' && figure.role !== 'last' && (!isOfChange || figure.role === 'change');
  });
  const own = units.flatMap((unit) =>
    counted.filter((quantity) => isCountedAs(quantity.unit, unit)).slice(-1),
  );
  if (own.length === counted.length) return own;
  const isBesideOther =
    own.length === 1 && counted.length === 2 && own[0] === counted[1] && counted[0]?.end === own[0]?.start;
  if (isBesideOther) return own;
  const last = counted.at(-1);
  const isDistributed =
    last !== undefined && own.includes(last) && (figures.get(last)?.ahead ?? '').includes('各');
  return isDistributed ? own : counted.length === 0 ? [] : undefined;
}

function hasUnit(units: readonly string[], unit: string): boolean {
  return units.some((other) => isSameUnit(other, unit));
}

/** 学校18所，其中教学点3个: 个 counts whatever has a counting word of its own. */
export function isCountedAs(part: string, whole: string): boolean {
  return isSameUnit(part, whole) || (part === '个' && THINGS.has(whole));
}

const THINGS: ReadonlySet<string> = new Set(['所', '家', '处', '座', '项', '支']);

/** What a clause says besides some of its counts. */
export function labelBeside({ text, start }: Clause, counts: readonly Quantity[], from: number): string {
  let label = '';
  let at = from - start;
  for (const { start: head, end } of counts) {
    label += text.slice(at, head - start);
    at = end - start;
  }
  return (label + text.slice(at)).replace(/[ 　]/g, '');
}

const TAKEN_AWAY = /^(?:减少|撤销(?!党内|职务|行政)|核减|退出|注销|取消|调出|转出|去世|不含|扣除)/;
/** 每村2人, 各村3个: how many villages there are is not said. */
const EACH_OF_UNKNOWN = /每|均|各(?=[村镇乡县区]|社区|支部|单位|部门|小组|年级|户)/;

/** How often a part's count counts. */
export function timesOf(
  clauses: readonly Clause[],
  at: number,
  counts: readonly Quantity[],
): number | undefined {
  const clause = clauses[at];
  const [first] = counts;
  if (clause === undefined || first === undefined) return undefined;
  const ahead = clause.text.slice(0, first.start - clause.start);
  if (TAKEN_AWAY.test(ahead.trim())) return -1;
  if (EACH_OF_UNKNOWN.test(ahead)) return undefined;
  const each = ahead.lastIndexOf('各');
  if (each < 0) return 1;
  return countedAhead(ahead.slice(0, each), clause) ?? namesAhead(clauses, at, ahead.slice(0, each));
}

/** 三个年级各, 其余8个村各, 甲乙两村各. */
function countedAhead(names: string, { quantities, start }: Clause): number | undefined {
  const counted = quantities.findLast(({ end }) => end <= start + names.length && end > start);
  if (counted !== undefined) return counted.value;
  const numeral = /([两二三四五六七八九十])[一-鿿]{1,4}$/.exec(names)?.[1];
  return numeral === undefined ? undefined : parseNumeral(numeral);
}

/** A和B各: two; with A、B ahead that have no count of their own, more. */
function namesAhead(clauses: readonly Clause[], at: number, names: string): number {
  let count = names.split(/[和与及]/).length;
  for (let back = at; clauses[back]?.before === '、'; back -= 1) {
    if (clauses[back - 1]?.quantities.length !== 0) break;
    count += 1;
  }
  return count;
}
