import { type ReadPassage, readPassages } from '../../prose/clauses.ts';
import { isSameUnit } from '../../prose/part-lists.ts';
import { placeIn, touchesReference } from '../../prose/place.ts';
import type { Quantity } from '../../prose/quantities.ts';
import { SIGN } from '../../prose/signs.ts';
import { type StatedShare, statedShares } from '../../prose/stated-shares.ts';
import { type StatedTotal, statedTotals } from '../../prose/stated-totals.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule, Reported } from '../rule.ts';

/** S3. A share fits its numerator and denominator, where both are plain. */
export const proseShare: ProseRule = {
  id: 'prose-share',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '正文里的占比',
    why: '“22名，占44%”这样的占比多是手算的，改了人数常忘了改比例，是公开报告里最多的差错。',
    fix: '用分子除以分母重新计算；分母不是上文那个数的，写明“占××的”。',
  },
  examples: [
    { input: '党员300名，其中女党员62名，占21.7%。', reports: ['21.7%'] },
    { input: '干部50名，其中35岁以下22名，占40%，45岁以上10名，占20%。', reports: ['40%'] },
    { input: '全镇共有党员300名。女党员62名，占党员总数的30.7%。', reports: ['30.7%'] },
    { input: '党员300名，其中女党员62名，占20.7%；预备党员18名，占6%。', reports: [] },
    { input: '干部50名，其中35岁以下22名，占44%，大专以上学历40名，占80%。', reports: [] },
    { input: '提拔干部22名，占44%。女党员约62名，占全县的3%。', reports: [] },
    { input: '35岁以下干部27名，占干部总数71名的48%。', reports: ['48%'] },
    { input: '已完成整改18个，占问题总数20个的95%。', reports: ['95%'] },
    {
      input: '镇机关现有干部42名。全镇35岁以下干部27名，占干部总数71名的38%，占全镇干部总数的38%。',
      reports: [],
    },
    { input: '机关支部党员42名，占全镇党员486名的8.6%，其中女党员10名，占23.8%。', reports: [] },
    { input: '班子成员中，40岁以下4名，占44.4%，女性2名，占22.2%。', reports: [] },
    { input: '全镇共有党员486名，占全县党员总数的3.2%。', reports: [] },
    {
      input: '党员300名、干部50名，年轻干部20名，占40%，退休党员90名，占30%，新进人员5名，占12%。',
      reports: [],
    },
  ],
  check({ passages }, report) {
    if (wholeText(passages).passagesWith(SIGN.share).length === 0) return;
    const found = readPassages(passages).map((read) => ({ read, shares: statedShares(read) }));
    if (found.every(({ shares }) => shares.length === 0)) return;
    const totals = statedTotals(passages);
    for (const { read, shares } of found) {
      for (const stated of shares) {
        const reported = judge(read, stated, totals);
        if (reported !== undefined) report(reported);
      }
    }
  },
};

function judge(
  read: ReadPassage,
  stated: StatedShare,
  totals: ReadonlyMap<string, StatedTotal>,
): Reported | undefined {
  const { passage, quantities } = read;
  const { numerator, share, of } = stated;
  const named = stated.denominator ? undefined : (ownTotal(read, stated) ?? totalNamed(of, totals));
  const denominators = denominatorsOf(stated, named);
  const [denominator] = denominators;
  if (denominator === undefined || denominators.some((other) => fits(numerator, other, share)))
    return undefined;
  const isOther = stated.denominator
    ? quantities.some((other) => other.end <= numerator.start && fits(other, denominator, share))
    : quantities.some((other) => isSameUnit(other.unit, numerator.unit) && fits(numerator, other, share));
  if (isOther) return undefined;
  const [start, end] = [share.start, share.end];
  if (touchesReference(passage, start, end)) return undefined;
  const right = (numerator.value / denominator.value) * 100;
  const decimals = Math.max(0, Math.round(-Math.log10(share.step)));
  const at = placeIn(named?.passage ?? passage, denominator.start, denominator.end);
  return {
    at: placeIn(passage, start, end),
    message: `占比写的是${share.value}%，按${numerator.value}÷${denominator.value}计算是${right.toFixed(decimals)}%`,
    hint: '重新计算；分母另有所指的，写明“占××的”。',
    related: [
      { message: '分子', at: placeIn(passage, numerator.start, numerator.end) },
      { message: '分母', at },
    ],
  };
}

/** What the sentence gives itself, or else what it names, or else the total ahead. */
function denominatorsOf(stated: StatedShare, named: StatedTotal | undefined): Quantity[] {
  const { denominator, of } = stated;
  if (denominator !== undefined) return denominator.isApproximate ? [] : [denominator];
  if (of === '' || ANY_TOTAL.test(of)) return plainOf(stated);
  return named === undefined ? [] : [named.quantity];
}

/** 占总数的, 占比: of what was named just before. */
const ANY_TOTAL = /^(?:总数|总人数|总量|全部|其)?的?$/;

/** The total ahead of 其中; without it only a count that is alone in its sentence. */
function plainOf({ candidates, isTied }: StatedShare): Quantity[] {
  return (isTied || candidates.length === 1 ? candidates.slice(0, 1) : []).filter(
    ({ isApproximate }) => !isApproximate,
  );
}

/** 共有党员486名 ahead in the sentence, of nobody else, is what 党员总数 names. */
function ownTotal({ passage }: ReadPassage, { of, candidates }: StatedShare): StatedTotal | undefined {
  const noun = of.replace(TOTAL, '').replace(WHOSE, '');
  const quantity = candidates.find(({ start }) => {
    const clause = passage.text
      .slice(Math.max(0, start - LONGEST_CLAUSE), start)
      .replace(/^.*[，、；。：]/s, '');
    return clause.endsWith(noun) && NOBODYS.test(clause.slice(0, -noun.length));
  });
  return noun === '' || quantity === undefined ? undefined : { passage, quantity };
}

const LONGEST_CLAUSE = 40;
const NOBODYS = /^(?:共有|现有|共|有)$/;

/** The total that 全镇党员总数 names; 党员总数 names whosever is the only one. */
function totalNamed(of: string, totals: ReadonlyMap<string, StatedTotal>): StatedTotal | undefined {
  const noun = of.replace(TOTAL, '');
  if (noun === '') return undefined;
  if (WHOSE.test(noun)) return totals.get(noun);
  const what = noun.replace(/^[本我][镇乡]/, '');
  const [only, second] = [...totals].filter(([key]) => key.replace(WHOSE, '') === what);
  return second === undefined ? only?.[1] : undefined;
}

const TOTAL = /(?:总数|总人数|总量|人数)?的?$/;
const WHOSE = /^全(?:[镇乡县市区]|街道|园区)/;

/** Within half of the last digit written. */
function fits(numerator: Quantity, denominator: Quantity, share: Quantity): boolean {
  if (denominator.value === 0) return true;
  return Math.abs((numerator.value / denominator.value) * 100 - share.value) <= share.step / 2 + 1e-9;
}
