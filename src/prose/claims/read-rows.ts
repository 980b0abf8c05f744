import { parseNumeral } from '../numerals.ts';
import type { Claim } from './claim.ts';
import { labelDivision } from './divisions.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { sumOfFigures } from './groups.ts';
import { overlap } from './interval.ts';
import { isAside, REST } from './list-ends.ts';
import { labelBeside } from './part-list.ts';
import { isOfOtherThing, type ListedWhole } from './read-listed-sums.ts';
import { type FigurePassage, numberWritten, operand, rangeOfFigure, written, writtenLike } from './reader.ts';
import { isMiswritten } from './slip.ts';

/**
 * Rows of counts that no word ties to their whole, where nothing else was made of them: 求决类1506件；意见建议类124件；检举控告类72件；其他类26件, with
 * 信访总量1728件 three sentences before. A row that comes to no count of the text, but to one with a slip of the pen, is taken for its parts.
 */
export function readRows(site: FigurePassage, claims: readonly Claim[]): Claim[] {
  if (site.mostAlike < 3) return NO_ROWS;
  const known = new Set<number>();
  const totals = new Set<number>();
  for (const { kind, verdict, at, operands } of claims) {
    if (verdict === 'unjudged' || operands.length < 2 || (kind !== 'sum' && kind !== 'stock-flow')) continue;
    for (const place of operands) if (place.passage === site.passage) known.add(place.start);
    if (kind === 'sum' && at.passage === site.passage) totals.add(at.start);
  }
  return rowsOf(site).flatMap((row) => {
    const total = totalBehind(site, row);
    if (total !== undefined && !totals.has(total.quantity.start)) return altogether(site, row, total);
    return total !== undefined || row.parts.some(({ quantity }) => known.has(quantity.start))
      ? []
      : (rowClaim(site, row) ?? []);
  });
}

const NO_ROWS: Claim[] = [];

interface Row {
  readonly parts: readonly ProseFigure[];
  /** The mark between them. */
  readonly mark: string;
}

/** Counts of one kind, each under a name of its own, with one mark between all of them. */
export function rowsOf({ figures, clauses }: FigurePassage): Row[] {
  const rows: Row[] = [];
  let parts: ProseFigure[] = [];
  let mark = '';
  const close = () => {
    if (parts.length > 1) rows.push({ parts, mark });
    parts = [];
    mark = '';
  };
  for (const figure of figures) {
    const { clause, quantity } = figure;
    const last = parts.at(-1);
    if (last !== undefined && clause.depth > last.clause.depth) continue;
    if (!isCount(quantity.unit) || isInName(figures, figure)) continue;
    if (!isPart(figure)) {
      close();
      continue;
    }
    const goesOn =
      last !== undefined &&
      clause.sentence === last.clause.sentence &&
      clause.depth === last.clause.depth &&
      clause !== last.clause &&
      isSameUnit(quantity.unit, last.quantity.unit) &&
      /[、，；]/.test(clause.before) &&
      isNothingBetween(clauses, last.at, figure.at) &&
      !/^其中/.test(figure.ahead);
    if (!goesOn) close();
    else {
      if (mark !== '' && clause.before !== mark) {
        if (clause.before === '、') parts.pop();
        close();
        if (clause.before === '、') parts = [last];
      }
      if (parts.length > 0) mark = clause.before;
    }
    parts.push(figure);
  }
  close();
  return rows.filter(({ parts: each }) => new Set(each.map(nameOf)).size === each.length);
}

/** 20—49名的支部47个: a number ahead of the count says which part it is. */
function isInName(figures: readonly ProseFigure[], { index, clause }: ProseFigure): boolean {
  const next = figures[index + 1];
  return next?.clause === clause && isCount(next.quantity.unit);
}

const NO_PART_NAME = /共|合计|累计|总|[比较]|平均|[每均各]|占|其余|剩|增|减|净/;

function isPart(figure: ProseFigure): boolean {
  const { role, quantity } = figure;
  return (
    role === 'level' &&
    isCount(quantity.unit) &&
    !quantity.isApproximate &&
    nameOf(figure) !== '' &&
    !NO_PART_NAME.test(figure.ahead)
  );
}

function nameOf({ clause, quantity }: ProseFigure): string {
  return labelBeside(clause, [quantity], clause.start).replace(/^其中/, '');
}

/** Only shares, and brackets, may stand between two parts. */
function isNothingBetween(clauses: FigurePassage['clauses'], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const clause = clauses[at];
    if (clause !== undefined && clause.depth <= (clauses[from]?.depth ?? 0) && !isAside(clause.text))
      return false;
  }
  return true;
}

const SAYS_TOTAL =
  /^(?:以上|上述)?(?:([两二三四五六七八九十])[者项类种级档家年])?(?:共|合计|共计|总计|小计|总共|一共)[一-鿿]{0,3}$/;

/** 退休11人、调出8人、病故1人，共出20人: what says right behind a row that it sums it up. */
function totalBehind({ figures }: FigurePassage, { parts, mark }: Row): ProseFigure | undefined {
  const last = parts.at(-1);
  const total = last && figures.slice(last.index + 1).find(({ quantity }) => quantity.unit !== '%');
  if (last === undefined || total === undefined || total.clause.depth !== last.clause.depth) return undefined;
  if (total.clause.sentence !== last.clause.sentence || total.at > last.at + 2) return undefined;
  if (total.clause.before === '；' && mark !== '；') return undefined;
  const [said, numeral] = SAYS_TOTAL.exec(total.ahead) ?? [];
  if (said === undefined || total.role !== 'level' || total.quantity.isApproximate) return undefined;
  const count = numeral === undefined ? undefined : parseNumeral(numeral.replace('两', '二'));
  if (count !== undefined && count !== parts.length) return undefined;
  const isMore = parts.every(({ quantity }) => quantity.value <= total.quantity.value);
  return isMore && isSameUnit(total.quantity.unit, last.quantity.unit) ? total : undefined;
}

/** The whole row, or the end of it, comes to the total. */
function altogether(site: FigurePassage, { parts }: Row, total: ProseFigure): Claim[] {
  for (let from = 0; from < parts.length - 1; from += 1) {
    if (overlap(total.quantity, sumOfFigures(parts.slice(from)))) return [];
  }
  return [claimOfRow(site, parts, { site, figure: total })];
}

function rowClaim(site: FigurePassage, row: Row): Claim | undefined {
  const sum = sumOfFigures(row.parts);
  const wholes = wholesOf(site, row);
  if (wholes.some(({ figure }) => overlap(figure.quantity, sum))) return undefined;
  const reach = site.index - (isSurelyAll(row) ? MOST_ROW_PASSAGES : NEAR_ROW_PASSAGES);
  const slipped = wholes.filter(
    (each) =>
      each.site.index >= reach &&
      isSlipOf(row, each.figure, sum.value) &&
      !isOfOtherThing(each.figure, row.parts.map(nameOf)),
  );
  const [whole] = slipped;
  if (whole === undefined) return undefined;
  return claimOfRow(site, row.parts, whole);
}

function claimOfRow({ passage }: FigurePassage, parts: readonly ProseFigure[], whole: ListedWhole): Claim {
  const total = written(whole.site.passage, whole.figure.quantity);
  const come = writtenLike(whole.site.passage, whole.figure.quantity, sumOfFigures(parts).value);
  return {
    kind: 'sum',
    rule: 'prose-sum',
    at: rangeOfFigure(whole.site.passage, whole.figure.quantity),
    operands: parts.map((part) =>
      operand(`分项：${nameOf(part)}${written(passage, part.quantity)}`, passage, part.quantity),
    ),
    verdict: 'wrong',
    isCertain: false,
    reckoning: `${parts.map(({ quantity }) => numberWritten(passage, quantity)).join('＋')}＝${come}，总数${total}`,
    why: `总数写的是${total}，分项加起来是${come}`,
    hint: '按台账核对总数和各分项。',
  };
}

/** How many figures and passages ahead a row's whole is looked for. */
const MOST_ROW_FIGURES = 150;
const MOST_ROW_PASSAGES = 10;
/** Farther off only what surely leaves nothing out is held against a whole. */
const NEAR_ROW_PASSAGES = 2;

/** The counts before a row that are more than each part of it. */
function wholesOf(site: FigurePassage, { parts }: Row): ListedWhole[] {
  const [first] = parts;
  if (first === undefined) return [];
  const most = Math.max(...parts.map(({ quantity }) => quantity.value));
  const wholes: ListedWhole[] = [];
  let looked = 0;
  for (let back = site.index; back >= Math.max(0, site.index - MOST_ROW_PASSAGES); back -= 1) {
    const other = site.sites[back] ?? site;
    const last = back === site.index ? first.index - 1 : other.figures.length - 1;
    for (let at = last; at >= 0 && looked < MOST_ROW_FIGURES; at -= 1) {
      const figure = other.figures[at];
      looked += 1;
      if (figure === undefined || !isSameUnit(figure.quantity.unit, first.quantity.unit)) continue;
      if ((figure.role !== 'level' && figure.role !== 'base') || figure.quantity.isApproximate) continue;
      if (figure.quantity.value > most && !isWithinRow(other, figure)) wholes.push({ site: other, figure });
    }
  }
  return wholes;
}

/** 35岁以下716名、36～45岁803名、46～60岁1372名: a member of another row is a part there, and no whole of this one. */
function isWithinRow({ clauses }: FigurePassage, { clause, at }: ProseFigure): boolean {
  const next = clauses[at + 1];
  return clause.before === '、' && next?.before === '、' && next.depth === clause.depth;
}

/** How far a slip of the pen may lead from the whole. */
const MOST_ROW_SLIP = 0.15;

function isSlipOf(row: Row, { quantity }: ProseFigure, sum: number): boolean {
  const off = sum - quantity.value;
  if (Math.abs(off) > quantity.value * MOST_ROW_SLIP || !isPartition(row)) return false;
  const least = isBracketed(row) ? 2 : 3;
  return (
    isMiswritten(quantity, sum, least) ||
    row.parts.some((part) => isMiswritten(part.quantity, part.quantity.value - off, least))
  );
}

/** （其中中心所9个、一般所5个）. */
function isBracketed({ parts: [first] }: Row): boolean {
  return first !== undefined && first.clause.depth > 0 && /[（(]/.test(first.clause.before);
}

function isSurelyAll({ parts, mark }: Row): boolean {
  const names = parts.map(nameOf);
  return (
    names.some((name) => REST.test(name)) ||
    labelDivision(names)?.isComplete === true ||
    (parts.length > 3 && mark !== '，')
  );
}

/** Whether a row looks like all the parts of something: three and more, or two that are known to be all. */
function isPartition({ parts, mark }: Row): boolean {
  const names = parts.map(nameOf);
  if (names.some((name) => REST.test(name))) return true;
  const division = labelDivision(names);
  if (division?.isComplete === true) return true;
  if (parts.length < 3) return isBracketed({ parts, mark });
  if (/^其中/.test(parts[0]?.ahead ?? '')) return true;
  return mark !== '，' || division !== undefined || parts.length > 3 || haveOneEnd(names);
}

function haveOneEnd(names: readonly string[]): boolean {
  return new Set(names.map((name) => name.slice(-1))).size === 1;
}
