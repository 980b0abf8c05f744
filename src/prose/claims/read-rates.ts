import type { Claim } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { distance, overlap, plainNumber, quotient, sumOfIntervals } from './interval.ts';
import { sharesWord } from './names.ts';
import { rateByName } from './rate-by-name.ts';
import { isDoneCount, stemsOf } from './rate-names.ts';
import { type FigurePassage, holdsOne, numberWritten, operand, rangeOfFigure } from './reader.ts';
import { isMiswritten } from './slip.ts';

/** Rates by name (整改率, 到会率, 贫困发生率), and a plan's fulfilment. */
export function readRates(site: FigurePassage): Claim[] {
  const { text } = site.passage;
  const claims: Claim[] = [];
  if (site.quantities.length < 2 || !holdsOne(text, RATED)) return claims;
  for (const figure of site.figures) {
    if (figure.role === 'rate' && figure.quantity.unit === '%') claims.push(...rateClaim(site, figure));
    else if (figure.role === 'of-base') claims.push(...fulfilment(site, figure));
    else if (figure.role === 'other' && figure.quantity.unit === '%') claims.push(...ofNamed(site, figure));
  }
  return claims;
}

const RATED = ['%', '％'];

/** How many figures ahead are looked at. */
const MOST_RATE_FIGURES = 14;

/** The counts of a rate's sentence before it. */
function rateCounts({ figures }: FigurePassage, rate: ProseFigure): ProseFigure[] {
  const counts: ProseFigure[] = [];
  for (let at = rate.index - 1; at >= Math.max(0, rate.index - MOST_RATE_FIGURES); at -= 1) {
    const figure = figures[at];
    if (figure === undefined || figure.clause.sentence !== rate.clause.sentence) break;
    if (figure.clause.depth > rate.clause.depth) continue;
    if (figure.role !== 'change' && isCount(figure.quantity.unit)) counts.unshift(figure);
  }
  return counts;
}

const RATE_NAME =
  /([一-鿿]{1,10})(?:率|进度|比例)(?:已|均|约|仅|高|只|分别)*(?:为|达到?|是|有|：)?$|(完成)[^，完]{0,10}(?:计划|任务|目标|预算)数?的$|(完成)$/;
/** Rates that are no part of a whole. */
const NO_PART =
  /增长|税|利|汇|费|倍|(?<!成)功|(?<!有)效|频|速|生产|收益|回报|负债|周转|性别比|产销|贡献|净资产|毛利|抚养|死亡|出生|增殖|利润/;

function rateClaim(site: FigurePassage, rate: ProseFigure): Claim[] {
  const [, named, ofPlan, alone] = RATE_NAME.exec(rate.ahead) ?? [];
  const done = ofPlan ?? alone;
  const name = named ?? done;
  if (name === undefined || NO_PART.test(name)) return [];
  const counts = rateCounts(site, rate);
  if (counts.length === 0) return [];
  if (done !== undefined) return fulfilmentClaim(site, { rate, counts });
  const called = rateByName(site, { rate, name, counts });
  if (called?.verdict === 'holds') return [called];
  const claims = partClaim(site, { rate, name, counts });
  if (name.startsWith('其中') && claims.some(({ verdict }) => verdict === 'wrong')) return [];
  return called === undefined || claims.some(({ verdict }) => verdict === 'wrong') ? claims : [called];
}

function partClaim(site: FigurePassage, { rate, name, counts }: RateSite): Claim[] {
  const turned = rate.quantity.low > 100 ? turnedPair(counts, rate) : undefined;
  if (turned !== undefined) return [claimOfRate(site, { rate, ...turned, isCertain: false })];
  for (const whole of counts.filter(({ quantity }) => !quantity.isApproximate)) {
    const part = counts.find(
      (each) =>
        each !== whole && isSameUnit(each.quantity.unit, whole.quantity.unit) && rateFits(each, whole, rate),
    );
    if (part !== undefined) return [claimOfRate(site, { rate, part, whole, isCertain: true })];
  }
  const found = ratePart(site, { rate, name, counts });
  if (found === undefined) return slipOfPair(site, { rate, name, counts });
  const near = countsBefore(
    found.part,
    counts.filter((each) => !isBeyondSemicolon(site, each, rate)),
    name,
  );
  const wholes =
    near.length > 0 && !isBeyondSemicolon(site, found.part, rate)
      ? near
      : countsBefore(found.part, counts, name);
  const [first = wholeBehind(site, { rate, part: found.part })] = wholes;
  if (first === undefined) return ofEarlierWhole(site, { rate, part: found.part, counts });
  if (doesSumFit(found.part, counts, rate) || doesEarlierFit(site, found.part, rate)) return [];
  const isOne = new Set(wholes.map(({ quantity }) => quantity.value)).size === 1;
  const whole = wholes.findLast(({ clause }) => RATE_WHOLE.test(clause.text)) ?? wholes.at(-1) ?? first;
  const isCertain = isOne && found.isNamed && !isBeyondSemicolon(site, whole, rate);
  const isAcross = isBeyondSemicolon(site, whole, rate);
  if (isAcross) return acrossSemicolon(site, { rate, part: found.part, wholes });
  const isPair = isMeantByRate(found.part, whole, rate);
  return isCertain || isPair ? [claimOfRate(site, { rate, part: found.part, whole, isCertain })] : [];
}

/** 应换届46个，已换届45个，换届率102.2%: the part and the whole the wrong way round. */
function turnedPair(
  counts: readonly ProseFigure[],
  rate: ProseFigure,
): Pick<Rated, 'part' | 'whole'> | undefined {
  for (const whole of counts) {
    const part = counts.find(
      (each) =>
        each !== whole &&
        each.index > whole.index &&
        each.quantity.value < whole.quantity.value &&
        !PLANNED.test(each.ahead) &&
        countsAlike(each, whole) &&
        rateFits(whole, each, rate),
    );
    if (part !== undefined) return { part, whole };
  }
  return undefined;
}

const PLANNED = /计划|任务|目标|应|预算/;

function isBeyondSemicolon({ clauses }: FigurePassage, from: ProseFigure, to: ProseFigure): boolean {
  for (let at = from.at + 1; at <= to.at; at += 1) if (clauses[at]?.before === '；') return true;
  return false;
}

/** 登记选民16842人；实际投票15327人，投票率90.1%: the only count ahead that gives the rate with a slip of the pen. */
function acrossSemicolon(
  site: FigurePassage,
  {
    rate,
    part,
    wholes,
  }: { readonly rate: ProseFigure; readonly part: ProseFigure; readonly wholes: readonly ProseFigure[] },
): Claim[] {
  if (isBeyondSemicolon(site, part, rate)) return [];
  const slipped = wholes.filter((whole) => isMiswrittenRate(part, whole, rate));
  const [whole] = slipped;
  const isOne = new Set(slipped.map(({ quantity }) => quantity.value)).size === 1;
  return whole !== undefined && isOne ? [claimOfRate(site, { rate, part, whole, isCertain: false })] : [];
}

/** Whether the part fits a whole of the sentences before. */
function doesEarlierFit(site: FigurePassage, part: ProseFigure, rate: ProseFigure): boolean {
  return earlierCounts(site, part, rate).some((whole) => rateFits(part, whole, rate));
}

/**
 * 核查3864户，发现问题户58户，问题率15.0%: nothing says that the two counts right before a rate are its whole and its part, but the rate is what
 * they give with a slip of the pen.
 */
function slipOfPair(site: FigurePassage, { rate, name, counts }: RateSite): Claim[] {
  const isOfTwoKinds = TWO_KINDS.test(name);
  for (const part of counts.slice(-2).toReversed()) {
    if (part.quantity.isApproximate || isBeyondSemicolon(site, part, rate)) break;
    const earlier = earlierCounts(site, part, rate);
    const own = counts.filter((each) => each !== part && !isBeyondSemicolon(site, each, rate));
    if ([...own, ...earlier].some((whole) => rateFits(part, whole, rate))) return [];
    const whole = own.findLast(
      (each) =>
        (isOfTwoKinds ? each.quantity.value >= part.quantity.value : isRatePart(part, each)) &&
        !each.quantity.isApproximate &&
        isMiswrittenRate(part, each, rate),
    );
    if (whole !== undefined) return [claimOfRate(site, { rate, part, whole, isCertain: false })];
  }
  const [part] = counts.slice(-1);
  if (part === undefined || isBeyondSemicolon(site, part, rate)) return [];
  if (counts.some((each) => each !== part && isSameUnit(each.quantity.unit, part.quantity.unit))) return [];
  const wholes = earlierCounts(site, part, rate).filter((each) => isRatePart(part, each));
  const [whole] = wholes;
  return whole !== undefined && wholes.length === 1 && isMiswrittenRate(part, whole, rate)
    ? [claimOfRate(site, { rate, part, whole, isCertain: false })]
    : [];
}

/** 床位1560张，入住986人，床位使用率63.2%: what is used and who uses it are counted otherwise. */
const TWO_KINDS = /使用|入住|利用/;

function isMiswrittenRate(part: ProseFigure, whole: ProseFigure, { quantity }: ProseFigure): boolean {
  return isMiswritten(quantity, (part.quantity.value / whole.quantity.value) * 100);
}

/** 招聘326名，聘用298名，完成招聘计划的94.1%; 23.6公里，比计划的20公里多3.6公里，完成计划的118%: what was done comes first or last. */
function fulfilmentClaim(site: FigurePassage, { rate, counts }: Omit<RateSite, 'name'>): Claim[] {
  const own = counts.filter((each) => !isBeyondSemicolon(site, each, rate) && !each.quantity.isApproximate);
  const budget = own.findLast(({ ahead }) =>
    /^[一-鿿]{0,4}(?:计划|任务|目标|预算)数?(?:为|是|的)?$/.test(ahead),
  );
  const turned =
    budget &&
    own.find((each) => each !== budget && countsAlike(each, budget) && rateFits(budget, each, rate));
  if (budget !== undefined && turned !== undefined && turned.quantity.value !== budget.quantity.value)
    return [claimOfRate(site, { rate, part: turned, whole: budget, isCertain: false })];
  for (const whole of budget === undefined ? own : [budget]) {
    const part = own.find(
      (each) => each !== whole && countsAlike(each, whole) && rateFits(each, whole, rate),
    );
    if (part !== undefined) return [claimOfRate(site, { rate, part, whole, isCertain: true })];
  }
  const plan = own.findLast(({ ahead }) => /(?:计划|任务|目标|预算)数?(?:为|是|的)?$/.test(ahead));
  const partFor = (whole: ProseFigure) =>
    own.find(
      (each) =>
        each !== whole &&
        countsAlike(each, whole) &&
        (whole === plan
          ? isMeantByRate(each, whole, rate)
          : each.index > whole.index && isMiswrittenRate(each, whole, rate)),
    );
  const whole = plan ?? own.findLast((each) => partFor(each) !== undefined);
  const part = whole && partFor(whole);
  if (whole === undefined || part === undefined || doesEarlierFit(site, part, rate)) return [];
  return plan !== undefined || isMiswrittenRate(part, whole, rate)
    ? [claimOfRate(site, { rate, part, whole, isCertain: false })]
    : [];
}

function countsAlike(a: ProseFigure, b: ProseFigure): boolean {
  return isSameUnit(a.quantity.unit, b.quantity.unit);
}

/** 采纳建议17条，采纳率89.5%，共提出建议19条. */
function wholeBehind(
  { figures }: FigurePassage,
  { rate, part }: { readonly rate: ProseFigure; readonly part: ProseFigure },
): ProseFigure | undefined {
  const next = figures[rate.index + 1];
  const isNext = next?.clause.sentence === rate.clause.sentence && next.at === rate.at + 1;
  return isNext && /^(?:共|总)/.test(next.ahead) && isRatePart(part, next) ? next : undefined;
}

interface RateSite {
  readonly rate: ProseFigure;
  readonly name: string;
  /** Of its sentence, before it. */
  readonly counts: readonly ProseFigure[];
}

/** Whether a rate may be of these two: it is about what they give, or what they give with a slip of the pen. */
function isMeantByRate(part: ProseFigure, whole: ProseFigure, rate: ProseFigure): boolean {
  return isRateSlip(part, whole, rate) || isMiswrittenRate(part, whole, rate);
}

/** A rate that is further off than this is of other figures. */
const MOST_RATE_SLIP = 0.25;

function isRateSlip(part: ProseFigure, whole: ProseFigure, { quantity: { value } }: ProseFigure): boolean {
  const due = (part.quantity.value / whole.quantity.value) * 100;
  return Math.abs(value - due) <= due * MOST_RATE_SLIP;
}

/** The numerator: what is called as the rate is, else 已纳入205名 right before it. */
function ratePart(
  site: FigurePassage,
  { rate, name, counts }: RateSite,
): { readonly part: ProseFigure; readonly isNamed: boolean } | undefined {
  const { figures } = site;
  const stems = stemsOf(name);
  const exact = counts.filter((figure) => isDoneCount(figure, stems.slice(0, 1), figures));
  const done = exact.length > 0 ? exact : counts.filter((figure) => isDoneCount(figure, stems, figures));
  if (MONEY.test(name)) {
    const part = counts.find(
      ({ at, quantity }) =>
        quantity.unit === '元' && done.some((each) => at === each.at + 1 || at === each.at),
    );
    return part && { part, isNamed: false };
  }
  const last = done.at(-1);
  const isNamed =
    done.filter((each) => each.quantity.unit === last?.quantity.unit && !isBeyondSemicolon(site, each, rate))
      .length === 1;
  if (last !== undefined) return { part: last, isNamed };
  const [whole, part] = counts.slice(-2);
  const follow =
    whole !== undefined && part !== undefined && part.at === whole.at + 1 && rate.at === part.at + 1;
  const isSaidSo = follow && [...name.slice(-2)].some((character) => part.ahead.includes(character));
  return isSaidSo && isRatePart(part, whole) && /^(?:其中)?(?:已|实)/.test(part.ahead)
    ? { part, isNamed: false }
    : undefined;
}

const MONEY = /金额|资金/;

/** The counts of the sentence before a part that it may be a part of. */
function countsBefore(
  part: ProseFigure,
  counts: readonly ProseFigure[],
  name: string,
): readonly ProseFigure[] {
  const ahead = counts.filter(
    ({ index, quantity: { unit } }) => index < part.index && isSameUnit(unit, part.quantity.unit),
  );
  const greater = ahead.filter((figure) => isRatePart(part, figure));
  const wholes = greater.length > 0 ? greater : ahead.filter(({ clause }) => RATE_WHOLE.test(clause.text));
  const usual = wholes.filter(({ ahead }) => name.endsWith('贫困发生') && RURAL.test(ahead));
  return usual.length === 1 ? usual : wholes;
}

/** 上年结转17件，新收277件，办结272件: the whole, or what is done of it, may be two counts together. */
function doesSumFit(part: ProseFigure, counts: readonly ProseFigure[], rate: ProseFigure): boolean {
  const alike = counts.filter(({ quantity }) => isSameUnit(quantity.unit, part.quantity.unit));
  const at = alike.indexOf(part);
  const next = alike[at + 1];
  const parts = [part.quantity, ...(next ? [sumOfIntervals([part.quantity, next.quantity])] : [])];
  const wholes = alike.map(({ quantity }, index) => {
    const before = alike[index - 1];
    return before === undefined ? quantity : sumOfIntervals([before.quantity, quantity]);
  });
  const ahead = [...alike.map(({ quantity }) => quantity), ...wholes];
  return parts.some((each) =>
    ahead.some((whole) => whole.low > 0 && overlap(quotient(each, whole, 100), rate.quantity)),
  );
}

/** How many sentences back a rate's whole is looked for. */
const RATE_SENTENCES = 2;
const MOST_EARLIER = 40;

/** 热线受理诉求33406件。已办结32917件，办结率98.5%: the whole is in a sentence before. */
function ofEarlierWhole(
  site: FigurePassage,
  { rate, part, counts }: Omit<RateSite, 'name'> & { readonly part: ProseFigure },
): Claim[] {
  const earlier = earlierCounts(site, part, rate);
  const fitting = earlier.find((whole) => rateFits(part, whole, rate));
  if (fitting !== undefined) return [claimOfRate(site, { rate, part, whole: fitting, isCertain: true })];
  if (doesSumFit(part, [...earlier, ...counts], rate)) return [];
  const wholes = earlier.filter((figure) => isRatePart(part, figure));
  const said =
    wholes.findLast(({ ahead }) => sharesWord(part.ahead, ahead)) ??
    wholes.find(({ clause }) => RATE_WHOLE.test(clause.text));
  const whole = said ?? (wholes.length === 1 ? wholes[0] : undefined);
  if (whole === undefined || rate.quantity.value > 100 || !isMeantByRate(part, whole, rate)) return [];
  return said === undefined && !isMiswrittenRate(part, whole, rate)
    ? []
    : [claimOfRate(site, { rate, part, whole, isCertain: false })];
}

/** The counts of the sentences before that count what a part counts. */
function earlierCounts({ figures }: FigurePassage, part: ProseFigure, rate: ProseFigure): ProseFigure[] {
  const earlier: ProseFigure[] = [];
  for (let at = rate.index - 1; at >= Math.max(0, rate.index - MOST_EARLIER); at -= 1) {
    const figure = figures[at];
    if (figure === undefined || figure.clause.sentence < rate.clause.sentence - RATE_SENTENCES) break;
    if (figure.clause.sentence === rate.clause.sentence) continue;
    if (figure.role === 'level' && countsAlike(figure, part)) earlier.unshift(figure);
  }
  return earlier;
}

/** Poverty is reckoned among those who live in the country. */
const RURAL = /农村|农业|乡村/;
const RATE_WHOLE = /投入|安排|下达|提出|反馈|查摆|查出|排查|梳理|发现|应|共|总|受理|接到|收到|发放|发出/;

function isRatePart(part: ProseFigure, whole: ProseFigure): boolean {
  return isSameUnit(part.quantity.unit, whole.quantity.unit) && part.quantity.low <= whole.quantity.high;
}

function rateFits(part: ProseFigure, whole: ProseFigure, rate: ProseFigure): boolean {
  return whole.quantity.low > 0 && overlap(quotient(part.quantity, whole.quantity, 100), rate.quantity);
}

interface Rated {
  readonly rate: ProseFigure;
  readonly part: ProseFigure;
  readonly whole: ProseFigure;
  readonly isCertain: boolean;
}

function claimOfRate({ passage }: FigurePassage, { rate, part, whole, isCertain }: Rated): Claim {
  const stated = rate.quantity;
  const due = quotient(part.quantity, whole.quantity, 100);
  const isAbout = [rate, part, whole].some(({ quantity }) => quantity.isApproximate);
  const holds = overlap(due, stated);
  const isNear = distance(due, stated) <= stated.step * 1.0001;
  const decimals = Math.max(0, Math.round(-Math.log10(stated.step)));
  const right = ((part.quantity.value / whole.quantity.value) * 100).toFixed(decimals);
  const shown = `${numberWritten(passage, part.quantity)}÷${numberWritten(passage, whole.quantity)}`;
  const near = isNear ? '，末位差一' : '';
  return {
    kind: 'rate',
    rule: 'prose-rate',
    at: rangeOfFigure(passage, stated),
    operands: [operand('分子', passage, part.quantity), operand('分母', passage, whole.quantity)],
    verdict: holds ? 'holds' : isAbout || (isNear && !isCertain) ? 'unjudged' : 'wrong',
    isCertain: isCertain && !isNear,
    reckoning: `${shown}＝${right}%`,
    why: holds
      ? ''
      : isAbout
        ? '有约数'
        : `比率写的是${plainNumber(stated.value)}%，按${shown}计算是${right}%${near}`,
    hint: '比率 = 已做到的 ÷ 应做到的；按别的口径计算的，写明口径。',
  };
}

const OF_NAMED = /^(?:为|是|相当于|达到?)([一-鿿]{3,10}?)数?的$/;

/** 调整预算3420万元，决算3486.5万元，为调整预算的101.9%: a count of the sentence is called so. */
function ofNamed(site: FigurePassage, rate: ProseFigure): Claim[] {
  const name = OF_NAMED.exec(rate.ahead)?.[1];
  if (name === undefined) return [];
  const counts = rateCounts(site, rate).filter(({ quantity }) => !quantity.isApproximate);
  const called = counts.filter(({ ahead }) => ahead.replace(/数?(?:为|是)?$/, '').endsWith(name));
  const [whole] = called;
  const part = counts.findLast(
    (each) => each !== whole && each.role === 'level' && !PLANNED.test(each.ahead),
  );
  if (whole === undefined || called.length > 1 || part === undefined || part.index < whole.index) return [];
  return countsAlike(part, whole) ? [claimOfRate(site, { rate, part, whole, isCertain: false })] : [];
}

/** 收入20000万元，完成预算52000万元的38.5%. */
function fulfilment(site: FigurePassage, rate: ProseFigure): Claim[] {
  const whole = site.figures[rate.index - 1];
  if (whole === undefined || !/(?:完成|为|占)[^占]{0,10}(?:预算|计划|任务|目标)/.test(whole.ahead)) return [];
  const part = fulfilled(site, whole);
  if (part === undefined) return [];
  const isPlan = /计划|任务|目标/.test(whole.ahead);
  return [claimOfRate(site, { rate, part, whole: isPlan ? exactly(whole) : whole, isCertain: true })];
}

/** A plan is what it says: 2万亩 are 20000亩. */
function exactly(figure: ProseFigure): ProseFigure {
  const { value } = figure.quantity;
  return { ...figure, quantity: { ...figure.quantity, low: value, high: value } };
}

/** 完成9864万元，增收744万元，增长8.2%，完成预算9600万元的102.75%: what changed is between. */
function fulfilled({ figures, clauses }: FigurePassage, whole: ProseFigure): ProseFigure | undefined {
  for (let at = whole.index - 1; at >= Math.max(0, whole.index - MOST_RATE_FIGURES); at -= 1) {
    const part = figures[at];
    if (part !== undefined && part.clause.depth > whole.clause.depth) continue;
    if (
      part === undefined ||
      part.clause.sentence !== whole.clause.sentence ||
      clauses[part.at + 1]?.before === '；'
    )
      return undefined;
    if (part.role === 'change' || part.role === 'growth') continue;
    return part.role === 'level' && isSameUnit(part.quantity.unit, whole.quantity.unit) ? part : undefined;
  }
  return undefined;
}
