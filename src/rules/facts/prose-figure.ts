import { readPassages } from '../../prose/clauses.ts';
import { claimContext } from '../../prose/fact-claims/claim-context.ts';
import { knownLabel } from '../../prose/fact-claims/known-figure.ts';
import { claimsIn, type FactClaim } from '../../prose/fact-claims/prose-claims.ts';
import { anchorIn } from '../../prose/place.ts';
import type { FactsRule } from '../rule.ts';

export const proseFigure: FactsRule = {
  id: 'prose-figure',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '正文里的数与事实不符',
    why: '同一个数在表里是一个样、正文里是另一个样，检查组先问的就是哪个是真的。正文照抄旧稿时最容易这样。',
    fix: '核对后改正其中一个；最好在正文里写成引用（例如 {{党员.总数}}），以后只改一处。',
    basis: { source: '事实文件自己写的数', rank: '通常', proof: '同一个数两处不同' },
  },
  examples: [
    { input: '党员:\n  总数: 300\n前言: 全镇共有党员310名。', reports: ['310名'] },
    {
      input: '党支部:\n  总数: 8\n概况:\n  行政村: 6\n前言: 乡党委下辖7个行政村，党支部九个。',
      reports: ['7个', '九个'],
    },
    { input: '概况:\n  人口: 22000\n前言: 全镇总人口2.3万人。', reports: ['2.3万人'] },
    { input: '党员:\n  总数: 300\n  女: 62\n前言: 全镇共有党员300名，其中女党员63名。', reports: ['63名'] },
    { input: '集体经济:\n  收入: 812.5\n前言: 全镇村级集体经济收入达815万元。', reports: ['815万元'] },
    {
      input: '党支部:\n  总数: 8\n  分类: {机关: 2, 村: 6}\n前言: 现有党支部8个，其中机关3个、村6个。',
      reports: ['3个'],
    },
    {
      input:
        '党员:\n  总数: 300\n党支部:\n  总数: 8\n报告: {日期: 2023-11-06}\n前言: 力争党员总数突破350名。2021年全镇有8个党支部、党员280名。云溪村党支部有党员45名。新发展党员14名。培训党员300人次。第3党支部共有党员20名。全镇共有党员300名。',
      reports: [],
    },
    {
      input:
        '概况:\n  人口: 21987\n党员:\n  总数: 300\n前言: 全镇人口2.2万人，党员300余名，走访慰问困难党员20名。',
      reports: [],
    },
    {
      input:
        '党员:\n  总数: 300\n前言: 全镇共有党员{{党员.总数}}名，组织30名党员参加学习，全镇310名党员干部参训。',
      reports: [],
    },
    {
      input: '单位: {类型: 镇}\n党员:\n  总数: 300\n前言: 全县共有党员30000名，全镇共有党员310名。',
      reports: ['310名'],
    },
    {
      input:
        '党支部: {总数: 8}\n党员: {总数: 300}\n前言: 全镇3个党支部完成改造，全镇30名党员受到表彰。全镇共有党员30名、群众50名参加植树。',
      reports: [],
    },
    {
      input:
        '报告: {日期: 2024-11-08, 起: 2024-01, 止: 2024-10}\n党员:\n  总数: 300\n  本期发展: {总数: 14}\n前言: 年初，全镇共有党员290名。近三年，全镇共发展党员42名。上半年，全镇发展党员6名。换届前，全镇共有党员280名。',
      reports: [],
    },
    {
      input:
        '报告: {日期: 2024-11-08, 起: 2024-01, 止: 2024-10}\n党员:\n  总数: 300\n  本期发展: {总数: 14}\n前言: 截至2024年10月底，全镇共有党员310名。2024年1月至10月，全镇共发展党员15名。',
      reports: ['310名', '15名'],
    },
    {
      input: '党员:\n  总数: 300\n问题:\n  - {标题: 力量不足, 表现: 云溪村党支部班子不强，现有党员45名。}',
      reports: [],
    },
    {
      input:
        '概况: {户数: 7812}\n集体经济: {收入: 512.6, 上年收入: 431.8}\n前言: 全镇共有7813户。集体经济收入由431.8万元增长到600万元。',
      reports: ['7813户', '600万元'],
    },
  ],
  check({ facts, prose }, report) {
    const context = claimContext(facts);
    for (const read of readPassages(prose)) {
      const { passage } = read;
      if (PLANS.test(passage.path)) continue;
      for (const claim of claimsIn(read, context)) {
        if (agreesWithFact(claim)) continue;
        const { quantity, known: fact } = claim;
        const text = passage.text.slice(quantity.start, quantity.end);
        report({
          at: anchorIn(passage, quantity.start, quantity.end),
          message: `正文写的是${text}，而${knownLabel(fact)}是${fact.figure}`,
          hint: '核对后改正其中一个，或者在正文里引用这个数。',
          related: [{ message: `${knownLabel(fact)} ${fact.figure}`, at: { path: fact.path } }],
        });
      }
    }
  },
};

/** Plans speak of what is to come. */
const PLANS = /^plans\./;

/** 2.2万 says 22000 to the nearest thousand; a figure written out says what it says. */
function agreesWithFact({ quantity, known }: FactClaim): boolean {
  const distance = Math.abs(quantity.value - known.value);
  const isRounded = quantity.step >= 10 || !Number.isInteger(known.value);
  return distance <= (isRounded ? quantity.step / 2 + 1e-9 : 0);
}
