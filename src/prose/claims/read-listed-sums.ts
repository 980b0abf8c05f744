import type { Claim } from './claim.ts';
import { divisionOf } from './divisions.ts';
import { type Figure, isCount, isSameUnit } from './figure.ts';
import { type Interval, overlap, sumOf } from './interval.ts';
import { isAside } from './list-ends.ts';
import { bareName, isCalled, namesOf } from './names.ts';
import { isComparison } from './part-list.ts';
import { numberWritten, operand, placeOf, type Site, written, writtenLike } from './reader.ts';
import { shareBehind } from './shares-of-parts.ts';

/**
 * Lists in sentences of their own whose whole stands in an earlier sentence or paragraph: 全镇现有党员4018名。从年龄看，35岁及以下556名…. Only
 * lists that leave nothing out.
 */
export function readListedSums(site: Site): Claim[] {
  const claims: Claim[] = [];
  if (site.mostAlike < 2 || !CLOSED.test(site.passage.text)) return claims;
  let from = 0;
  const { figures } = site;
  for (let end = 1; end <= figures.length; end += 1) {
    if (figures[end]?.clause.sentence === figures[from]?.clause.sentence) continue;
    const list = listOf(site, figures.slice(from, end));
    const claim = list && claimOf(site, list);
    if (claim !== undefined) claims.push(claim);
    from = end;
  }
  return claims;
}

/** Without one of these words a list may leave something out. */
const CLOSED = /男|女|正式|预备|汉族|农业|城[镇市区]|乡村|以下|非|一[产种]|其[他它]|支部|[分看]，/;

/** 按行业分, 从年龄看. */
const BY_WAY = /(?:来?看|[划区]?分|结构|构成)$/;

/** The parts of one sentence that is nothing but their list. */
function listOf({ clauses }: Site, figures: readonly Figure[]): readonly Figure[] | undefined {
  const parts: Figure[] = [];
  for (const figure of figures) {
    const { role, quantity, clause } = figure;
    if (clause.depth > 0 || isAside(clause.text) || isComparison(clause.text)) continue;
    if (figure.behind.startsWith('产业')) continue;
    if (!isCount(quantity.unit) || role === 'change') {
      if (
        parts.length > 0 &&
        quantity.unit !== '%' &&
        quantity.unit !== '个百分点' &&
        quantity.unit !== '岁' &&
        quantity.unit !== ''
      )
        return undefined;
      continue;
    }
    if (role !== 'level' || clause.text.includes('其中')) return undefined;
    const [first] = parts;
    if (first !== undefined && !isSameUnit(first.quantity.unit, quantity.unit)) return undefined;
    if (parts.at(-1)?.clause === clause || quantity.isApproximate) return undefined;
    parts.push(figure);
    if (parts.length > MOST_PARTS) return undefined;
  }
  if (parts.length < 2) return undefined;
  const labels = parts.map(labelOf);
  const division = divisionOf(labels);
  const isWhole =
    division?.isComplete ||
    (division?.isListedWhole && (parts.length > 2 || labels.some((label) => /^其[他它]/.test(label))));
  const isByWay =
    BY_WAY.test(clauses[(parts[0]?.at ?? 0) - 1]?.text ?? '') && new Set(labels).size === labels.length;
  return isWhole || isByWay ? parts : undefined;
}

const MOST_PARTS = 16;

/** 35岁及以下: what its clause says but the count. */
function labelOf({ clause, quantity }: Figure): string {
  const { text, start } = clause;
  const label = text.slice(0, quantity.start - start) + text.slice(quantity.end - start);
  return label.replace(/[ 　]/g, '').replace(/(?:人口)?(?:为|是|有|达|的|实现|完成)+$/, '');
}

/** How many figures and passages ahead are looked at. */
const MOST_FIGURES = 40;
const MOST_PASSAGES = 3;

function claimOf(site: Site, parts: readonly Figure[]): Claim | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const sum = sumOf(parts.map(({ quantity }) => quantity));
  const most = Math.max(...parts.map(({ quantity }) => quantity.low));
  const wholes = wholesAhead(site, first).filter(({ figure }) => figure.quantity.high >= most);
  const { passage } = site;
  const come = writtenLike(passage, first.quantity, (sum.low + sum.high) / 2);
  const shown = `${parts.map(({ quantity }) => numberWritten(passage, quantity)).join('＋')}＝${come}`;
  const operands = parts.map((part) =>
    operand(`分项：${labelOf(part)}${written(passage, part.quantity)}`, passage, part.quantity),
  );
  const fitting = wholes.find(({ figure }) => overlap(figure.quantity, sum));
  const common = { kind: 'sum', rule: 'prose-sum', operands, hint: '按台账核对总数和各分项。' } as const;
  if (fitting !== undefined) {
    const at = placeOf(fitting.site.passage, fitting.figure.quantity);
    return { ...common, at, verdict: 'holds', isCertain: true, reckoning: shown, why: '' };
  }
  const named = wholeNamed(site, parts, wholes) ?? nearWhole(wholes, sum);
  if (named === undefined) return undefined;
  const total = written(named.site.passage, named.figure.quantity);
  return {
    ...common,
    at: placeOf(named.site.passage, named.figure.quantity),
    verdict: 'wrong',
    isCertain: named.isNamed,
    reckoning: `${shown}，总数${total}`,
    why: `总数写的是${total}，后面的分项加起来是${come}`,
  };
}

interface Whole {
  readonly site: Site;
  readonly figure: Figure;
}

/** The counts ahead of a list's sentence, nearest first. */
function wholesAhead(site: Site, first: Figure): Whole[] {
  const wholes: Whole[] = [];
  let looked = 0;
  for (let back = site.index; back >= Math.max(0, site.index - MOST_PASSAGES); back -= 1) {
    const other = site.sites[back] ?? site;
    const last = back === site.index ? first.index - 1 : other.figures.length - 1;
    for (let at = last; at >= 0 && looked < MOST_FIGURES; at -= 1) {
      const figure = other.figures[at];
      if (figure === undefined) continue;
      looked += 1;
      const isEarlier = back < site.index || figure.clause.sentence < first.clause.sentence;
      if (isEarlier && isCount(figure.quantity.unit) && isSameUnit(figure.quantity.unit, first.quantity.unit))
        wholes.push({ site: other, figure });
    }
  }
  return wholes;
}

/** 全县常住人口中: what the list is of; else the only count ahead, where the list stands right behind it. */
function wholeNamed(
  site: Site,
  parts: readonly Figure[],
  wholes: readonly Whole[],
): (Whole & { readonly isNamed: boolean }) | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const noun = leadOf(site, first);
  const exact = wholes.filter(
    ({ site: { figures }, figure }) =>
      figure.role === 'level' &&
      !figure.quantity.isApproximate &&
      shareBehind({ figures }, figure) === undefined,
  );
  const named = noun === undefined ? [] : exact.filter(({ figure }) => isCalled(figure, noun));
  if (new Set(named.map(({ figure }) => figure.quantity.value)).size === 1 && named[0] !== undefined)
    return { ...named[0], isNamed: true };
  const [only, ...others] = exact;
  if (only === undefined || others.length > 0 || only.site.index < site.index - 1) return undefined;
  const isAlike = namesOf(only.figure).some((name) => labelOf(first).endsWith(bareName(name).slice(-2)));
  const isByWay =
    BY_WAY.test(site.clauses[first.at - 1]?.text ?? '') && divisionOf(parts.map(labelOf)) !== undefined;
  return isAlike || isByWay ? { ...only, isNamed: false } : undefined;
}

/** A list that leaves nothing out is of what it hardly misses. */
function nearWhole(
  wholes: readonly Whole[],
  sum: Interval,
): (Whole & { readonly isNamed: boolean }) | undefined {
  const near = wholes.filter(({ figure: { role, quantity } }) => {
    const off = Math.abs((sum.low + sum.high) / 2 / quantity.value - 1);
    return role === 'level' && !quantity.isApproximate && quantity.value >= LEAST_NEAR && off < MOST_OFF;
  });
  const [only] = near;
  return only === undefined || new Set(near.map(({ figure }) => figure.quantity.value)).size > 1
    ? undefined
    : { ...only, isNamed: false };
}

const LEAST_NEAR = 30;
const MOST_OFF = 0.03;

function leadOf({ clauses }: Site, { at, clause }: Figure): string | undefined {
  const ahead = clauses[at - 1];
  if (ahead?.sentence !== clause.sentence || ahead.quantities.length > 0) return undefined;
  return /^[\s　]*([一-鿿]{2,12})[中里]$/.exec(ahead.text)?.[1];
}
