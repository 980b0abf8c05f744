import type { Passage } from '../../facts/passages.ts';
import { type ReadPassage, readPassages } from '../../prose/clauses.ts';
import { divisionOf } from '../../prose/dimensions.ts';
import { isAlike } from '../../prose/list-ends.ts';
import type { Part } from '../../prose/part-lists.ts';
import { placeIn, touchesReference } from '../../prose/place.ts';
import { shareLists } from '../../prose/share-lists.ts';
import { type StatedSum, statedSums } from '../../prose/stated-sums.ts';
import { vacancies } from '../../prose/vacancies.ts';
import type { ProseRule, Report } from '../rule.ts';

/** S3. Sums that the prose states add up. */
export const proseSum: ProseRule = {
  id: 'prose-sum',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '正文里的总数与分项',
    why: '“8个党支部，其中机关3个、行政村6个、非公企业3个”，加起来是12个：总数和分项对不上，是检查组退回报告最常见的原因。',
    fix: '按原始台账核对总数和每个分项。分项之间有交叉的（女党员、预备党员）不会相加；有“余”“多”“约”的不会核对。',
  },
  examples: [
    { input: '乡党委辖8个党支部；其中机关3个、行政村6个、非公企业3个。', reports: ['8个'] },
    { input: '现有8个党支部，其中机关3个党支部、6个行政村党支部、3个非公企业党支部。', reports: ['8个'] },
    { input: '共有党支部八个（机关三个、行政村四个、非公企业二个）。', reports: ['八个'] },
    { input: '党员300名，其中正式党员280名，预备党员18名。', reports: ['300名'] },
    { input: '全镇党员300名，男党员230名，女党员62名。', reports: ['300名'] },
    { input: '党员30名，其中女党员62名。', reports: ['30名'] },
    { input: '党员300名，其中男党员230名、女党员62名、流动党员20名。', reports: ['300名'] },
    { input: '党员300名，其中女党员62名、男性退役军人36名。', reports: [] },
    { input: '培训班5期，其中党务班2期、业务班2期、村干部班2期。', reports: ['5期'] },
    { input: '机关党支部3个、村党支部6个，共计8个。', reports: ['8个'] },
    { input: '发展党员14名，上半年、下半年分别为9名、6名。', reports: ['14名'] },
    { input: '行政编制核定20名，实有18名，空缺3名。', reports: ['3名'] },
    { input: '三类党员分别占44.0%、30.5%、24.5%。', reports: ['44.0%、30.5%、24.5%'] },
    {
      input: '党支部14个，其中农村党支部10个，机关支部4个，共有党员644名，其中女党员62名，预备党员18名。',
      reports: [],
    },
    { input: '党员300名，其中女党员162名、少数民族党员120名、流动党员80名。', reports: [] },
    { input: '干部50名，其中35岁以下20名、45岁以下35名、55岁以下45名。', reports: [] },
    { input: '党员300余名，其中男党员230名、女党员62名。', reports: [] },
    { input: '培训班6期，其中党务干部班2期、致富带头人班3期。', reports: [] },
    { input: '企业50家，其中农业企业10家、加工企业8家、商贸企业5家。', reports: [] },
    {
      input: '共发展党员14名，其中致富带头人9名，干部党员5名，培养入党积极分子21名。',
      reports: [],
    },
    { input: '调整干部11名，其中提拔4名，交流5名，免职13名。', reports: ['11名'] },
    { input: '下辖6个行政村，8个党支部，党员300名，机关干部15名。', reports: [] },
    { input: '发展党员14名，其中农民8名、企业职工3名、教师4名。', reports: ['14名'] },
    { input: '全镇8个党支部中，机关3个、村4个、社区2个。', reports: ['8个'] },
    { input: '党员300名，其中男党员238名，占79.3%，女党员63名，占21%。', reports: ['300名'] },
    {
      input:
        '机关支部有党员42名，其中女党员10名，占全镇女党员134名的7.5%。党员42名，其中女党员10名，联系群众120名。',
      reports: [],
    },
    { input: '现有公务员29名，其中女8名；事业人员38名，其中女18名。', reports: [] },
    { input: '行政编制32名，其中实有29名，事业编制41名，实有38名。', reports: [] },
    {
      input: '辖行政村9个，其中山区村4个，自然村46个；党支部16个，其中村党支部9个，党小组45个。',
      reports: [],
    },
    { input: '党员486名，其中预备党员15名，正式党员中女党员130名。', reports: [] },
    { input: '机关干部15名，其中女干部6名，村干部61名。', reports: [] },
    { input: '走访老党员32名、困难党员24名，共慰问群众120名。', reports: [] },
  ],
  check({ passages }, report) {
    for (const read of readPassages(passages)) {
      if (read.quantities.length < 2) continue;
      for (const sum of statedSums(read)) checkSum(read.passage, sum, report);
      checkVacancies(read, report);
      checkShares(read.passage, report);
    }
  },
};

function checkSum(passage: Passage, found: StatedSum, report: Report): void {
  const stated = withoutOverlaps(found);
  const { total, parts } = stated;
  if ([total, ...parts.map(({ quantity }) => quantity)].some(({ isApproximate }) => isApproximate)) return;
  if (isAllReferences(passage, stated)) return;
  const most = Math.max(total.value, stated.rival);
  const greater = found.parts.find((part) => part.quantity.value > most && isTied(found, part));
  if (greater !== undefined) {
    reportSum(passage, found, `其中一项${textOf(passage, greater)}就多于总数`, report);
    return;
  }
  const sum = Number(parts.reduce((all, { quantity }) => all + quantity.value, 0).toPrecision(12));
  if (sum !== total.value && sum !== stated.rival && mustEqual(stated, sum)) {
    reportSum(passage, stated, `分项加起来是${sum}${total.unit}`, report);
  }
}

/** Of 正式471名、预备15名、女134名 the first two are the whole. */
function withoutOverlaps(stated: StatedSum): StatedSum {
  const labels = stated.parts.map(({ label }) => label);
  const isPair = labels.length > 2 && divisionOf(labels.slice(0, 2))?.isComplete === true;
  const isMore = isPair && stated.tie === 'among' && divisionOf(labels) === undefined;
  return isMore ? { ...stated, parts: stated.parts.slice(0, 2) } : stated;
}

/** 其中 ties what follows it and what is like that; 党员300名中，女党员310名 is tied where the part is called what the whole is called. */
function isTied({ tie, totalLabel, parts }: StatedSum, { label }: Part): boolean {
  const first = parts[0]?.label ?? '';
  if (tie === 'among') return label === first || isAlike({ first, label, total: totalLabel });
  const kind = /[一-鿿]{2}$/.exec(totalLabel)?.[0];
  return tie === 'within' && kind !== undefined && label.endsWith(kind);
}

/** The facts rules answer for figures that came from the facts. */
function isAllReferences(passage: Passage, { total, parts }: StatedSum): boolean {
  return [total, ...parts.map(({ quantity }) => quantity)].every(({ start, end }) =>
    touchesReference(passage, start, end),
  );
}

/** Whether parts that come to `sum` can only be the whole. A list that leaves some out is no error. */
function mustEqual({ total, totalLabel, parts, tie, isOpen }: StatedSum, sum: number): boolean {
  if (parts.length < 2) return false;
  if (tie === 'respectively') return true;
  const labels = parts.map(({ label }) => label);
  const division = divisionOf(labels);
  if (tie === 'altogether') return division !== undefined || labels.every((label) => label !== '');
  if (tie === 'order' && !isOfOneKind(totalLabel, labels)) return false;
  if (tie !== 'order' && labels.some((label) => /^其[他它]/.test(label))) return true;
  if (division === undefined) return tie !== 'order' && EVENTS.includes(total.unit) && sum > total.value;
  if (sum > total.value || division.isComplete) return true;
  if (isOpen) return false;
  const isListedWhole = division.isListedWhole && parts.length > 2;
  return isListedWhole || total.value - sum < Math.min(...parts.map(({ quantity }) => quantity.value));
}

/** Things that happen once each cannot overlap. */
const EVENTS = ['期', '次', '场', '批'];

/** Without a word that ties them, the parts have to be called what the total is called: 党员 and 男党员. */
function isOfOneKind(totalLabel: string, labels: readonly string[]): boolean {
  const division = divisionOf(labels);
  const noun = /[一-鿿]{2}$/.exec(totalLabel)?.[0];
  if (division === undefined || noun === undefined || divisionOf([totalLabel, labels[0] ?? '']) !== undefined)
    return false;
  return (
    labels.every((label) => label.endsWith(noun)) ||
    (division.isComplete && labels.every((label) => label.length <= 2))
  );
}

function reportSum(passage: Passage, { total, parts }: StatedSum, problem: string, report: Report): void {
  report({
    at: placeIn(passage, total.start, total.end),
    message: `总数写的是${passage.text.slice(total.start, total.end)}，${problem}`,
    hint: '按台账核对总数和各分项。',
    related: parts.map((part) => ({
      message: `分项：${textOf(passage, part)}`,
      at: placeIn(passage, part.quantity.start, part.quantity.end),
    })),
  });
}

function textOf(passage: Passage, { label, quantity }: Part): string {
  return `${label}${passage.text.slice(quantity.start, quantity.end)}`;
}

function checkVacancies(read: ReadPassage, report: Report): void {
  const { passage } = read;
  for (const { authorized, actual, vacant } of vacancies(read)) {
    if (authorized.value - actual.value === vacant.value) continue;
    if ([authorized, actual, vacant].every(({ start, end }) => touchesReference(passage, start, end)))
      continue;
    report({
      at: placeIn(passage, vacant.start, vacant.end),
      message: `核定${authorized.value}名、实有${actual.value}名，空缺应为${authorized.value - actual.value}名`,
      hint: '空缺 = 核定 - 实有；实有多于核定的写明超编。',
      related: [
        { message: '核定数', at: placeIn(passage, authorized.start, authorized.end) },
        { message: '实有数', at: placeIn(passage, actual.start, actual.end) },
      ],
    });
  }
}

/** How far a slip may lead from 100: shares of overlapping groups lie further off. */
const NEAR_WHOLE = 5;

function checkShares(passage: Passage, report: Report): void {
  for (const { start, end, sum, tolerance } of shareLists(passage.text)) {
    const distance = Math.abs(sum - 100);
    if (distance <= tolerance || distance > NEAR_WHOLE) continue;
    report({
      at: placeIn(passage, start, end),
      message: `各部分的比例加起来是${sum}%，不是100%`,
      hint: '核对各部分的比例；四舍五入的误差已经考虑在内。',
    });
  }
}
