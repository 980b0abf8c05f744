import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readFinished } from '../../src/document/read-finished.ts';
import { finishedPassages } from '../../src/judge/finished-passages.ts';
import { runProseRules } from '../../src/judge/run.ts';
import { buildReport, checkReport } from '../../src/use/build.ts';
import { BUILT_IN } from '../built-in.ts';
import { samples } from '../sample-size.ts';

/** What a document prints is what the rules judge in the facts: a report of facts without findings has none either. */
it('a report of facts without findings has no findings', async () => {
  const built = { count: 0 };
  await fc.assert(
    fc.asyncProperty(facts(), fc.constantFrom(...TEMPLATES), async (said, template) => {
      const source = { file: 'a.yaml', bytes: new TextEncoder().encode(stringify(said)) };
      const checked = await checkReport(source, { ...BUILT_IN, isDraft: false });
      if (checked.diagnostics.length > 0) return;
      built.count += 1;
      const options = { ...BUILT_IN, template, attach: TABLES, isDraft: true, format: 'docx' } as const;
      const { value } = await buildReport(source, options);
      expect(findingsIn(value?.bytes ?? new Uint8Array())).toEqual([]);
    }),
    { seed: 9704, numRuns: RUNS },
  );
  expect(built.count).toBeGreaterThan(RUNS / 8);
}, 60_000);

const RUNS = samples(120);
const TEMPLATES = [
  'self-review',
  'inspection-briefing',
  'half-year-summary',
  'special-report',
  'grassroots-briefing',
  'rectification-report',
];
const TABLES = ['编制表', '党员表', '问题清单', '责任清单', '整改清单', '台账'];

function findingsIn(bytes: Uint8Array): string[] {
  const { value: document, diagnostics } = readFinished('a.docx', bytes);
  if (document === undefined) return diagnostics.map(({ message }) => message);
  return runProseRules(finishedPassages(document), BUILT_IN.settings).map(
    ({ rule, message, at }) =>
      `${rule} ${message} ${document.paragraphs.find(({ number }) => number - 1 === at.paragraph)?.text}`,
  );
}

/** One text in thirty is odd: the rules say so, or nothing is wrong with what it prints. */
const odd = fc.constantFrom(
  '综合“办公室',
  '党建办（南区',
  '组织办,人事办',
  '某办公室',
  'XX村',
  '办公室：内勤：外勤',
  '约30余人',
  '一是抓早；二是抓小',
  '抓早。抓小。',
  '抓早！',
  '从干部工作来看',
  '（一）抓早',
  '1.抓早',
  '“抓早”、“抓小”',
  '截止目前',
  '抓早；',
  '做法如下：\n1.抓早；\n2.抓小。',
  '1.抓早；\n2.抓小。',
  '三、四级职员',
  '抓早\n\n抓小',
  '超职数配备情况',
);
/** Names may begin with a figure, titles do not. */
const oddName = fc.oneof(odd, fc.constantFrom('36-45岁', '2023年度', '35岁及以下', '12'));
const text = (...plain: string[]) =>
  fc.oneof({ weight: 29, arbitrary: fc.constantFrom(...plain) }, { weight: 1, arbitrary: odd });
/** Titles differ, as those of one report do. */
const titles = (place: string) =>
  text(`加强${place}学习`, `健全${place}制度，压实责任`, `配强${place}班子`, `${place}后备力量不足`);
const body = text(
  '逐村走访，逐项登记。',
  '把制度落到实处',
  '建立台账。\n每月会商一次。',
  '一是抓早；二是抓小。',
);
const list = fc.array(text('会议记录', '东沟村书记空缺三个月', '建立台账，逐项登记'), { maxLength: 3 });
const name = text('党建办', '镇长', '江知行', '镇党委副书记');
const named = (...plain: string[]) =>
  fc.oneof({ weight: 29, arbitrary: fc.constantFrom(...plain) }, { weight: 1, arbitrary: oddName });
const count = fc.integer({ min: 0, max: 9 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const titled = (place: string) => ({ 标题: titles(place), 内容: maybe(body) });

function tally(...names: string[]) {
  return fc.tuple(named(...names), count, count).map(([first, one, two]) => ({
    parts: { [first]: one, 其他: two },
    total: one + two,
  }));
}

const FIELDS = {
  name: text('青禾县云溪镇'),
  committee: maybe(text('中共云溪镇委员会')),
  signatory: maybe(text('中共云溪镇委员会')),
  superior: maybe(text('县委')),
  preamble: maybe(body),
  members: tally('35岁及以下', '36～60岁'),
  cadres: tally('公务员', '事业人员'),
  category: named('行政', '事业编制'),
  indicators: fc.array(
    fc.record({ 名称: text('劳务派遣人员', '网格'), 数值: count, 计量单位: text('名', '个') }),
    { maxLength: 1 },
  ),
  compliance: fc.array(
    fc.record({ 事项: text('近亲属回避', '超职数配备干部'), 情况: text('无', '均已报告') }),
    { maxLength: 3 },
  ),
  branch: text('东沟村党支部', '机关党支部'),
  secretary: text('江知行'),
  appointments: fc.record({ 提拔: count, 交流: count, 诫勉: count, 谈话: count }),
  organization: fc.array(fc.record({ ...titled('组织'), 要点: list }), { maxLength: 2 }),
  work: fc.array(fc.record({ ...titled('支部'), 要点: list }), { minLength: 1, maxLength: 3 }),
  problem: fc.record({
    标题: titles('村级'),
    方面: maybe(text('干部工作', '党员队伍')),
    表现: maybe(body),
    事例: list,
  }),
  other: fc.record({ 标题: titles('机关'), 表现: maybe(body) }),
  cause: fc.record({ 标题: titles('思想'), 分析: maybe(body) }),
  measure: fc.record({
    ...titled('干部'),
    责任领导: maybe(name),
    责任单位: name,
    责任人: maybe(name),
    成效: list,
  }),
  plans: fc.array(fc.record(titled('来年')), { maxLength: 2 }),
  closing: maybe(body),
  attachments: fc.array(text('统计表', '问题清单'), { maxLength: 2 }),
};

/** Facts whose links and sums hold, so that only their texts are judged. */
function facts() {
  return fc.record(FIELDS).map((said) => ({
    单位: { 名称: said.name, 类型: '镇', 党组织: said.committee, 上级: said.superior },
    报告: { 日期: '2023-11-06', 起: '2023-01', 落款: said.signatory },
    党支部: {
      总数: 1,
      名册: [
        { 名称: said.branch, 党员: said.members.total, 书记: { 姓名: said.secretary, 出生: '1980-05' } },
      ],
    },
    党员: { 总数: said.members.total, 年龄: said.members.parts },
    编制: [{ 类别: said.category, 核定: 9, 实有: 7, 空缺: 2 }],
    干部: { 总数: said.cadres.total, 分类: said.cadres.parts },
    任免: said.appointments,
    指标: said.indicators,
    应说明事项: said.compliance,
    前言: said.preamble,
    组织落实: said.organization,
    工作: said.work,
    问题: [
      { 编号: 'a', ...said.problem },
      { 编号: 'b', ...said.other },
    ],
    原因: [{ ...said.cause, 对应问题: ['a', 'b'] }],
    措施: [
      { ...said.measure, 对应问题: 'a', 时限: '2024-03', 状态: '推进中' },
      { 标题: '常抓不懈', 对应问题: 'b', 责任单位: '党建办', 时限: '长期坚持', 状态: '长期坚持' },
    ],
    打算: said.plans,
    结语: said.closing,
    附件: said.attachments,
  }));
}

it('names and parts of divisions are judged where they stand', async () => {
  const facts = {
    单位: { 名称: '青禾县云溪镇', 类型: '镇' },
    报告: { 日期: '2023-11-06', 落款: '中共云溪镇委员会（代章' },
    党员: { 总数: 9, 年龄: { '35-45岁': 9 } },
    工作: [{ 标题: '加强学习' }],
    问题: [{ 编号: 'a', 标题: '学习不够' }],
    原因: [{ 标题: '重视不够', 对应问题: 'a' }],
    措施: [{ 标题: '常抓不懈', 对应问题: 'a', 责任单位: '综“合办公室', 时限: '长期坚持' }],
  };
  const source = { file: 'a.yaml', bytes: new TextEncoder().encode(stringify(facts)) };
  const { diagnostics } = await checkReport(source, { ...BUILT_IN, isDraft: false });
  const said = diagnostics.map(({ rule, path, start }) => `${start.line}:${start.column} ${rule} ${path}`);
  expect(said.sort()).toEqual([
    '10:5 range-form members.byAge.35-45岁',
    '22:12 unpaired-mark measures.0.department',
    '6:15 unpaired-mark report.signatory',
  ]);
});

it('a number of her own in a text or a name is said, a list of her own is not', async () => {
  const facts = {
    单位: { 名称: '青禾县云溪镇', 类型: '镇', 党组织: '（一）抓早' },
    报告: { 日期: '2023-11-06', 主送: '县委' },
    前言: '三、四级职员都已公示。',
    工作: [{ 标题: '加强学习', 内容: '做法如下：\n1.抓早；\n2.抓小。' }, { 标题: '抓早。抓小' }],
    问题: [{ 编号: 'a', 标题: '学习不够', 表现: '1.抓得不早。\n2.抓得不小。' }],
    原因: [{ 标题: '重视不够', 对应问题: 'a' }],
    措施: [{ 标题: '常抓不懈', 对应问题: 'a', 责任单位: '党建办；', 时限: '长期坚持' }],
    结语: '1.抓早',
  };
  const source = { file: 'a.yaml', bytes: new TextEncoder().encode(stringify(facts)) };
  const { diagnostics } = await checkReport(source, { ...BUILT_IN, isDraft: false });
  expect(diagnostics.map(({ rule, path }) => `${rule} ${path}`).sort()).toEqual([
    'heading-order closing',
    'heading-order problems.0.body',
    'heading-order unit.committee',
    'heading-period measures.0.department',
    'heading-period work.1.title',
  ]);
});
