import { parseNumeral } from '../numerals.ts';
import type { Claim } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { overlap, sumOfIntervals } from './interval.ts';
import {
  type FigurePassage,
  holdsOne,
  numberWritten,
  operand,
  rangeOfFigure,
  written,
  writtenLike,
} from './reader.ts';

/**
 * Sums that say what they sum up, away from their parts: 高血压患者27840人，其中…；糖尿病患者8960人，两类患者合计36800人; of a list in turn:
 * 分别新增1800个、1260个和540个，累计新增3600个; and parts counted in two ways at once: 学校61所，学生28640人，其中城区12所、16240人，农村49所、12400人.
 */
export function readSaidSums(site: FigurePassage): Claim[] {
  if (site.mostAlike < 2) return [];
  const { text } = site.passage;
  const claims: Claim[] = [];
  if (holdsOne(text, ['合计', '共', '总计', '累计']))
    for (const figure of site.figures) {
      const parts = summedBy(site, figure);
      if (parts !== undefined) claims.push(claimOf(site, { total: figure, parts, isCertain: false }));
    }
  if (text.includes('其中')) claims.push(...parallelSums(site));
  return claims;
}

const SAID =
  /^(?:以上|上述|这|前述)?([两二三四五六七八九])([者类项种家级所个镇乡村年])([一-鿿]{0,8}?)(?:合计|共计|总计|累计|共)[一-鿿]{0,4}$/;
const OF_RUN = /^(?:[两三四五六七八九十]年)?(?:累计|合计|共计|总计|共)[一-鿿]{0,4}$/;

/** 2021年12万元，今年15万元，两年累计27万元. */
const YEAR = /\d{4}年|今年|去年|上年|前年/;

/** The parts that a count says it sums up. */
function summedBy(site: FigurePassage, total: ProseFigure): readonly ProseFigure[] | undefined {
  if ((total.role !== 'level' && total.role !== 'change') || total.quantity.isApproximate) return undefined;
  const words = total.clause.text.slice(0, total.quantity.start - total.clause.start).replace(/[ 　]/g, '');
  const run = OF_RUN.test(words) ? runAhead(site, total) : undefined;
  if (run !== undefined) return run;
  const [, numeral = '', kind, noun = ''] = SAID.exec(words) ?? [];
  const count = parseNumeral(numeral.replace('两', '二'));
  const parts = count === undefined ? undefined : countedAhead(site, total, { count, noun });
  return kind !== '年' || parts?.every(({ clause }) => YEAR.test(clause.text)) === true ? parts : undefined;
}

const MOST_FIGURES = 16;

/** So many counts ahead that are called so; undefined where there are more or fewer. */
function countedAhead(
  { figures }: FigurePassage,
  total: ProseFigure,
  { count, noun }: { readonly count: number; readonly noun: string },
): readonly ProseFigure[] | undefined {
  const head = noun.slice(-2);
  const found: ProseFigure[] = [];
  for (let at = total.index - 1; at >= Math.max(0, total.index - MOST_FIGURES); at -= 1) {
    const figure = figures[at];
    if (figure === undefined || figure.clause.sentence < total.clause.sentence - 1) break;
    if (figure.clause === total.clause || figure.role !== 'level' || !isLike(figure, total)) continue;
    if (figure.clause.depth > total.clause.depth || figure.clause.text.includes('其中')) continue;
    if (head !== '' && !(figure.ahead + figure.behind).includes(head)) continue;
    found.unshift(figure);
  }
  if (head === '' && found.some(({ clause }) => clause.sentence < total.clause.sentence)) return undefined;
  return head.length !== 1 && found.length === count ? found : undefined;
}

/** 分别新增1800个、1260个和540个: counts in turn right ahead. */
function runAhead({ figures }: FigurePassage, total: ProseFigure): readonly ProseFigure[] | undefined {
  const found: ProseFigure[] = [];
  for (let at = total.index - 1; at >= Math.max(0, total.index - MOST_FIGURES); at -= 1) {
    const figure = figures[at];
    if (figure?.clause === total.clause && figure.quantity.unit === '年') continue;
    if (figure === undefined || figure.clause.sentence !== total.clause.sentence || !isLike(figure, total))
      return undefined;
    if (found.length === 0 && figure.at !== total.at - 1) return undefined;
    found.unshift(figure);
    if (figure.ahead.includes('分别')) return found.length > 1 ? found : undefined;
    if (!/^[和与及]?$/.test(figure.ahead)) return undefined;
  }
  return undefined;
}

function isLike(a: ProseFigure, b: ProseFigure): boolean {
  return isSameUnit(a.quantity.unit, b.quantity.unit) && !a.quantity.isApproximate;
}

/** Wholes in several counting words, then 其中 and each part in all of them. */
function parallelSums(site: FigurePassage): Claim[] {
  const { figures } = site;
  return figures.flatMap((first, index): Claim[] => {
    if (!/^其中/.test(first.ahead)) return [];
    const wholes = wholesAhead(figures, index);
    const width = wholes.length;
    if (width < 2) return [];
    const rows: ProseFigure[][] = [];
    for (let at = index; rows.length < MOST_FIGURES; at += width) {
      const row = figures.slice(at, at + width);
      const fits =
        row.length === width &&
        row.every(
          (figure, column) =>
            figure.clause.sentence === first.clause.sentence &&
            figure.role === 'level' &&
            isLike(figure, wholes[column] ?? first),
        );
      if (!fits) break;
      rows.push(row);
    }
    if (rows.length < 2) return [];
    const columns = wholes.map((total, column) => ({
      total,
      parts: rows.flatMap((row) => row[column] ?? []),
    }));
    const isProven = columns.some(({ total, parts }) => doesFit(total, parts));
    return isProven ? columns.map((column) => claimOf(site, { ...column, isCertain: false })) : [];
  });
}

/** 学校61所，学生28640人: the counts right before 其中, each in a clause and in a counting word of its own. */
function wholesAhead(figures: readonly ProseFigure[], index: number): readonly ProseFigure[] {
  const wholes: ProseFigure[] = [];
  const first = figures[index];
  for (let at = index - 1; at >= 0 && wholes.length < 4; at -= 1) {
    const figure = figures[at];
    const next = wholes[0] ?? first;
    if (figure === undefined || next === undefined || figure.clause.sentence !== next.clause.sentence) break;
    if (figure.role !== 'level' || !isCount(figure.quantity.unit) || figure.at !== next.at - 1) break;
    if (figure.quantity.isApproximate || wholes.some((each) => isLike(each, figure))) break;
    wholes.unshift(figure);
  }
  return wholes;
}

interface Summed {
  readonly total: ProseFigure;
  readonly parts: readonly ProseFigure[];
}

function doesFit({ quantity }: ProseFigure, parts: readonly ProseFigure[]): boolean {
  return overlap(quantity, sumOfIntervals(parts.map((part) => part.quantity)));
}

function claimOf(
  { passage }: FigurePassage,
  { total, parts, isCertain }: Summed & Pick<Claim, 'isCertain'>,
): Claim {
  const sum = parts.reduce((all, { quantity }) => all + quantity.value, 0);
  const come = writtenLike(passage, total.quantity, sum);
  const holds = doesFit(total, parts);
  return {
    kind: 'sum',
    rule: 'prose-sum',
    at: rangeOfFigure(passage, total.quantity),
    operands: parts.map(({ quantity }) => operand(`分项：${written(passage, quantity)}`, passage, quantity)),
    verdict: holds ? 'holds' : 'wrong',
    isCertain,
    reckoning: `${parts.map(({ quantity }) => numberWritten(passage, quantity)).join('＋')}＝${come}`,
    why: holds ? '' : `合计写的是${written(passage, total.quantity)}，分项加起来是${come}`,
    hint: '按台账核对总数和各分项。',
  };
}
