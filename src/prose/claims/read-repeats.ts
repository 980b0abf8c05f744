import type { Claim } from './claim.ts';
import { figureContext } from './context.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { overlap } from './interval.ts';
import type { ListedWhole } from './read-listed-sums.ts';
import { type FigurePassage, holdsOne, operand, rangeOfFigure, written } from './reader.ts';

/** The same figure that is stated twice in two ways, and the same item that is listed twice. `totals` gives those of all passages. */
export function readRepeats(site: FigurePassage, totals: () => FirstTotals): Claim[] {
  const claims = repeated(site, totals);
  return site.mostAlike < 3 ? claims : [...claims, ...duplicates(site)];
}

const REPEATED_TOTAL =
  /^(全(?:[镇乡县市区省]|街道|园区)|[本我][镇乡县市区])(?:共有|现有|下辖|辖有?|登记在册|在册)?([一-鿿“”]{2,10}?)(?:总数|总人数)?(?:共计|共有|为|是|达|共|有)?$/;
/** Whether the passage may speak of all of a unit. */
function isOfSomebody({ passage: { text } }: FigurePassage): boolean {
  return holdsOne(text, ['全', '本', '我']) && WHOSE_TOTAL.test(text);
}

const WHOSE_TOTAL = /[全本我][镇乡县市区省街园]/;
const NO_REPEATS: Claim[] = [];
const NO_TOTAL = /举办|召开|开展|组织|参加|培训|完成|发展|新|走访|慰问|受理|查处|其中|年|月|届|以来|的/;

/** What is said of all of the unit in the plainest way: 全镇共有党员486名. Other words make it another figure. */
function totalName({ ahead, clause }: ProseFigure): string | undefined {
  const [, , what = ''] = REPEATED_TOTAL.exec(ahead) ?? [];
  if (what === '' || NO_TOTAL.test(what) || clause.quantities.length > 1) return undefined;
  return (REPEATED_TOTAL.exec(ahead)?.[1] ?? '').replace(/^[本我]/, '全') + what;
}

function repeated(site: FigurePassage, totals: () => FirstTotals): Claim[] {
  if (!isOfSomebody(site)) return NO_REPEATS;
  return site.figures.flatMap((figure): Claim[] => {
    const { quantity, role } = figure;
    if (role !== 'level' || quantity.isApproximate || !isCount(quantity.unit)) return [];
    const name = totalName(figure);
    if (name === undefined) return [];
    const earlier = totals().get(name);
    if (
      earlier === undefined ||
      earlier.figure === figure ||
      !isSameUnit(earlier.figure.quantity.unit, quantity.unit)
    )
      return [];
    const holds = overlap(earlier.figure.quantity, quantity);
    const isOther = [figureContext(site, figure), figureContext(earlier.site, earlier.figure)].some(
      ({ time, isCumulative }) => isCumulative || (time !== '' && time !== '目前'),
    );
    return [
      {
        kind: 'repeat',
        rule: 'prose-repeat',
        at: rangeOfFigure(site.passage, quantity),
        operands: [operand('前面写的', earlier.site.passage, earlier.figure.quantity)],
        verdict: holds ? 'holds' : isOther ? 'unjudged' : 'wrong',
        isCertain: false,
        reckoning: `${name}：${written(earlier.site.passage, earlier.figure.quantity)}，${written(site.passage, quantity)}`,
        why: holds
          ? ''
          : isOther
            ? '说的可能不是同一个时候'
            : `${name}前面写的是${written(earlier.site.passage, earlier.figure.quantity)}，这里写的是${written(site.passage, quantity)}`,
        hint: '同一个数前后要一致；时间或口径不同的，写明。',
      },
    ];
  });
}

/** By its name, where each total of all of the unit is stated first. */
export type FirstTotals = ReadonlyMap<string, ListedWhole>;

export function firstTotals(sites: readonly FigurePassage[]): FirstTotals {
  const first = new Map<string, ListedWhole>();
  for (const site of sites) {
    if (!isOfSomebody(site)) continue;
    for (const figure of site.figures) {
      if (figure.role !== 'level' || figure.quantity.isApproximate) continue;
      const name = totalName(figure);
      if (name !== undefined && !first.has(name)) first.set(name, { site, figure });
    }
  }
  return first;
}

/** Parts in a row, each named, one name twice: 民革1名，民进1名，民盟2名，民进1名. */
function duplicates(site: FigurePassage): Claim[] {
  const claims: Claim[] = [];
  let row: ProseFigure[] = [];
  const names = new Map<string, ProseFigure>();
  for (const figure of site.figures) {
    const { ahead, behind, clause, at } = figure;
    const last = row.at(-1);
    const isPlain =
      isCount(figure.quantity.unit) &&
      clause.quantities.length === 1 &&
      behind === '' &&
      COUNTED_NAME.test(ahead) &&
      !NO_TOTAL_NAME.test(ahead);
    const goesOn =
      last !== undefined &&
      at === last.at + 1 &&
      clause.sentence === last.clause.sentence &&
      clause.depth === last.clause.depth &&
      (row.length < 2 || clause.before === last.clause.before);
    if (!isPlain || !goesOn) {
      row = isPlain ? [figure] : [];
      names.clear();
      if (isPlain) names.set(ahead, figure);
      continue;
    }
    const earlier = names.get(ahead);
    row.push(figure);
    if (earlier === undefined) names.set(ahead, figure);
    else if (isSameUnit(earlier.quantity.unit, figure.quantity.unit))
      claims.push(duplicate(site, earlier, figure));
  }
  return claims;
}

const COUNTED_NAME = /^[一-鿿]{2,8}$/;
const NO_TOTAL_NAME = /^(?:其中|分别|共|合计|新增|增加|减少|占|同比|另|男|女|党员|干部|每|各|达|为|现有)/;

function duplicate({ passage }: FigurePassage, earlier: ProseFigure, figure: ProseFigure): Claim {
  return {
    kind: 'duplicate',
    rule: 'prose-repeat',
    at: rangeOfFigure(passage, {
      start: figure.quantity.start - figure.ahead.length,
      end: figure.quantity.end,
    }),
    operands: [operand('前面写的', passage, earlier.quantity)],
    verdict: 'wrong',
    isCertain: false,
    reckoning: `“${figure.ahead}”列了两次`,
    why: `同一列举里“${figure.ahead}”列了两次`,
    hint: '删去重复的一项，或者改成漏写的那一项。',
  };
}
