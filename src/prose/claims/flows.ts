import type { Claim } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { overlap, plainNumber, sumOfIntervals } from './interval.ts';
import { type FigurePassage, operand, rangeOfFigure, written, writtenLike } from './reader.ts';
import { isMiswritten } from './slip.ts';

const TIME_OPENING =
  '(?:\\d{4}年|上[年期月季]|去年|本[年月季])?(?:年|期|月|季)?[初末底]|上年|去年|[一二两三四五六七八九十]年前|整改前|期初|年初';
const OPENING_STOCK = new RegExp(
  `^(?:截至)?(?:${TIME_OPENING})?(?:原有|原|结转|结余|结存|遗留|未结|期初|年初|月初|季初)|^(?:${TIME_OPENING})`,
);
const CLOSING_STOCK =
  /^(?:截至)?(?:到|至)?(?:\d{1,2}月|[一二三四]季度|本[年月季]|当年)?(?:年末|期末|月末|季末|末|年底|期底|月底|年终|整改后|调整后|目前|现有?|尚[余有存]|剩余|还剩|余|保留|累计|滚存|结转(?:下[年期])?|结存|未结|结余)/;
const INFLOW =
  /^加(?![快强大])|发展|列入|新[排发申参收增建立招聘录登进纳识受吸购]|收到|受理|收入|[转调迁流购拨存注]入|接收|自繁|引进|识别|纳入|招[聘录]|考录|恢复|出生|安排|吸收|补充|增补|补选/;
const OUTFLOW =
  /^减|转往|办[理结]|[审执]结|结案|处理|完成|支[出付]|使用|[转退迁调流售]出|销[号售]|了结|出栏|病?死|病故|去世|消除|退休|辞[职退]|拨付|收回|上缴|撤[并销]|废止|减少|注销|核减|淘汰|清退|免[去职]|移交|偿还|化解|关[停闭]|取缔|报废|发放|脱贫|出库|出党|除名|开除|停止党籍/;
/** What is no more than a part of what is said before it. */
const INNER = /其中|分别|平均|[均每]/;

/**
 * What was there, what came, what went, what is left, in one counting word: subtotals, and what is a part of one of them, may stand among them. Where the text says what
 * is left elsewhere, a flow with a slip of the pen shows against it.
 */
export function flows(site: FigurePassage): Claim[] {
  const claims: Claim[] = [];
  const open = new Map<string, Flow[]>();
  let before: Step | undefined;
  for (const figure of site.figures) {
    const { unit } = figure.quantity;
    if (!isCount(unit) || (figure.clause.depth > 0 && open.size > 0)) continue;
    const key = isSameUnit(unit, '人') ? '人' : unit;
    const step = stepOf(site, figure, before);
    before = step;
    const terms = open.get(key) ?? [];
    const last = terms.at(-1)?.figure.clause.sentence;
    const isNear = last === undefined || figure.clause.sentence <= last + 1;
    if (step.kind === 'closing' && terms.length > 2 && isNear) {
      claims.push(judgeFlow(site, terms, figure));
      open.delete(key);
    } else if (
      step.kind === 'opening' &&
      !(isNear && terms.some(({ figure: { ahead } }) => /收入/.test(ahead)))
    )
      open.set(key, [{ figure, times: 1 }]);
    else if (
      terms.length > 0 &&
      terms.length < MOST_FLOWS &&
      isNear &&
      (step.times !== undefined || step.kind === 'opening')
    )
      open.set(key, [...terms, { figure, times: step.times ?? 1 }]);
    else if (terms.length > 0 && isNear && isSubtotal(terms, figure)) continue;
    else if (isFirstIncome(step)) open.set(key, [{ figure, times: 1 }]);
    else {
      claims.push(...unclosed(site, terms));
      open.delete(key);
    }
  }
  for (const terms of open.values()) claims.push(...unclosed(site, terms));
  return claims;
}

/** 收入91200万元，上年结转12400万元，减去支出…，年终结转: the balance begins with what came in. */
function isFirstIncome({ figure, times }: Step): boolean {
  return (
    times === 1 &&
    figure.role === 'level' &&
    figure.quantity.unit === '元' &&
    /收入(?:完成|总计|合计)?$/.test(figure.ahead)
  );
}

/** 合计185名 of the flows right before it, 全年应办522件 of 结转38件 and 新接484件, and what 其中 counts. */
function isSubtotal(terms: readonly Flow[], { ahead, quantity, clause }: ProseFigure): boolean {
  if (/其中/.test(clause.text)) return !/收入/.test(terms[0]?.figure.ahead ?? '');
  if (/^净[增减]/.test(ahead) || overlap(quantity, sumOfFlows(terms))) return true;
  if (!/^(?:小|合)计|^共[一-鿿]?$/.test(ahead)) return false;
  return terms.some((_, from) =>
    overlap(quantity, sumOfFlows(terms.slice(from).map(({ figure }) => ({ figure, times: 1 })))),
  );
}

function sumOfFlows(terms: readonly Flow[]) {
  return sumOfIntervals(
    terms.map(({ figure: { quantity }, times }) => ({ low: quantity.low, high: quantity.high, times })),
  );
}

/** How many terms a flow has at most, and how many passages and figures before are looked at for what is left. */
const MOST_FLOWS = 24;
const MOST_CLOSING_PASSAGES = 12;
const MOST_CLOSING_FIGURES = 60;

/** 上年末18215名；发展612名，转入168名；转出131名，去世202名 — and 党员18642名 in a passage before. */
function unclosed(site: FigurePassage, terms: readonly Flow[]): Claim[] {
  const [opening, ...moved] = terms;
  if (opening === undefined || moved.length < 3 || !moved.some(({ times }) => times < 0)) return [];
  const left = sumOfFlows(terms);
  const value = (left.low + left.high) / 2;
  const { unit } = opening.figure.quantity;
  const counts = site.sites
    .slice(Math.max(0, site.index - MOST_CLOSING_PASSAGES), site.index + 1)
    .flatMap((other) => nearFigures(other, site, opening.figure).map((figure) => ({ other, figure })))
    .filter(
      ({ figure }) =>
        figure.role === 'level' &&
        isSameUnit(figure.quantity.unit, unit) &&
        !terms.some((term) => term.figure === figure),
    );
  if (counts.some(({ figure }) => overlap(figure.quantity, left))) return [];
  const meant = counts.find(
    ({ figure: { quantity } }) =>
      Math.abs(quantity.value / value - 1) < MOST_OFF_CLOSING &&
      (isMiswritten(quantity, value) ||
        terms.some(({ figure, times }) =>
          isMiswritten(figure.quantity, figure.quantity.value - (value - quantity.value) * times),
        )),
  );
  if (meant === undefined) return [];
  const claim = judgeFlow(site, terms, meant.figure, meant.other);
  return claim.verdict === 'wrong' ? [{ ...claim, isCertain: false }] : [];
}

/** Of the flow's own passage those right before it, of another the first. */
function nearFigures(
  { figures }: FigurePassage,
  site: FigurePassage,
  { index }: ProseFigure,
): readonly ProseFigure[] {
  return figures === site.figures
    ? figures.slice(Math.max(0, index - MOST_CLOSING_FIGURES), index + MOST_CLOSING_FIGURES)
    : figures.slice(0, MOST_CLOSING_FIGURES);
}

const MOST_OFF_CLOSING = 0.05;

interface Step {
  readonly figure: ProseFigure;
  readonly kind: 'opening' | 'closing' | 'flow' | 'other';
  readonly times?: 1 | -1;
}

/** What a count is in a flow; the second of 13户41人 is what the first is. */
function stepOf({ figures }: FigurePassage, figure: ProseFigure, before: Step | undefined): Step {
  const { role, sign, clause, index, quantity } = figure;
  const ahead = withoutTitle(figure.ahead, clause.text.slice(0, quantity.start - clause.start));
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

/** 党员增减　去年底全乡党员 begins with a title. */
function withoutTitle(ahead: string, text: string): string {
  const end = Math.max(text.lastIndexOf('　'), text.lastIndexOf('】'));
  return end <= 0
    ? ahead
    : text
        .slice(end + 1)
        .replace(/[ 　]/g, '')
        .slice(-ahead.length);
}

interface Flow {
  readonly figure: ProseFigure;
  readonly times: 1 | -1;
}

function judgeFlow(
  { passage }: FigurePassage,
  terms: readonly Flow[],
  closing: ProseFigure,
  closedIn: FigurePassage = { passage } as FigurePassage,
): Claim {
  const left = sumOfFlows(terms);
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
    at: rangeOfFigure(closedIn.passage, closing.quantity),
    operands: terms.map(({ figure }) => operand(figure.ahead, passage, figure.quantity)),
    verdict: isAbout || left.high < 0 ? 'unjudged' : holds ? 'holds' : 'wrong',
    isCertain: isOfBooks && terms.every(({ figure }) => figure.clause.sentence === closing.clause.sentence),
    reckoning: `${shown.join('')}＝${due}`,
    why: isAbout
      ? '有约数'
      : left.high < 0
        ? '减去的多于原有的，可能还有别的项'
        : holds
          ? ''
          : `期初加本期增加、减去本期减少，期末应为${writtenLike(closedIn.passage, closing.quantity, (left.low + left.high) / 2)}，写的是${written(closedIn.passage, closing.quantity)}`,
    hint: '上期末 + 本期增加 - 本期减少 = 本期末；四个数一起核对。',
  };
}
