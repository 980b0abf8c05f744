import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PENDING } from '../../src/facts/facts.ts';
import { type Reading, readFacts } from '../../src/facts/read-facts.ts';
import { draftOf } from '../../src/intake/facts-to-draft.ts';
import { fillSkeleton } from '../../src/intake/fill-skeleton.ts';
import { keepComments } from '../../src/intake/keep-comments.ts';
import { rollDraft } from '../../src/intake/roll-draft.ts';

const SAMPLES = fileURLToPath(new URL('../../data-samples', import.meta.url));
const NAMES = readdirSync(SAMPLES).filter((name) => name.endsWith('.yaml'));
const OPTIONS = { schema: '', template: 'self-review', head: [], keepsPending: false };

async function read(text: string): Promise<Reading> {
  const { value, diagnostics } = await readFacts({ file: 'a.yaml', bytes: new TextEncoder().encode(text) });
  expect(diagnostics.filter(({ rule }) => rule !== 'schema')).toEqual([]);
  if (value === undefined) throw new Error('unreadable');
  return value;
}

describe('a facts file of last time', () => {
  it.for(NAMES)('%s is written again as what it says', async (name) => {
    const last = await read(readFileSync(`${SAMPLES}/${name}`, 'utf8'));
    const again = await read(fillSkeleton(draftOf(last), OPTIONS));
    const template = last.facts.report?.template ?? 'self-review';
    expect(again.facts).toEqual({ ...last.facts, report: { ...last.facts.report, template } });
    expect(again.written).toEqual(last.written);
  });

  it('keeps the remarks that people wrote in it, each in its part', () => {
    const draft = draftOf({ facts: { members: { total: 3 } }, written: new Map() });
    keepComments(
      draft,
      '# 数字口径：系统\n版本: 1\n# 这里写党员\n党员:\n  # 与名册核对过\n  总数: 3\n  # 男: 2\n# 完\n',
    );
    const text = fillSkeleton(draft, OPTIONS);
    expect(text).toMatch(/# 数字口径：系统\n版本: 1/);
    expect(text).toMatch(/# 这里写党员\n# 与名册核对过\n# 完\n党员:/);
    expect(text.match(/# 男: 2/)).toBeNull();
  });
});

describe('rolling into the next period', () => {
  const LAST = `
版本: 1
单位: { 名称: 青禾县云溪镇, 类型: 镇 }
报告: { 标题: 云溪镇2024年上半年工作总结, 起: 2024-01, 止: 2024-06, 日期: 2024-07-05 }
党员: { 总数: 644, 年龄: { 35岁及以下: 44, 36岁及以上: 600 }, 增减: { 上期: 640, 发展: 4 } }
集体经济: { 收入: 1.10 }
编制: [{ 类别: 行政, 核定: 30, 实有: 待补 }]
指标: [{ 名称: 驻村干部, 数值: 12, 计量单位: 名, 分母: 党员.总数 }]
工作: [{ 标题: 抓培训, 内容: 全镇党员644名。 }]
问题: [{ 编号: P1, 标题: 甲 }, { 编号: P2, 标题: 乙 }, { 编号: P3, 标题: 丙 }]
原因: [{ 标题: 因甲, 对应问题: P1 }, { 标题: 因甲乙, 对应问题: [P1, P2] }]
措施:
  - { 标题: 做甲, 对应问题: P1, 责任单位: 办, 时限: 2024-05, 状态: 已完成, 完成日期: 2024-05-20, 佐证: 记录 }
  - { 标题: 做乙, 对应问题: [P1, P2], 责任单位: 办, 时限: 2024-12, 状态: 推进中 }
  - { 标题: 做丙, 对应问题: P3, 责任单位: 办, 时限: 2024-04, 销号: 是 }
打算: [{ 标题: 再抓培训 }]
名册: [党员名册.xlsx]
`;

  it.for([
    ['a year later', '2023-01', '2023-12', 37.5],
    ['half a year later', '2023-07', '2023-12', PENDING],
  ] as const)('%s what was this year’s income is last year’s, or is not', async ([
    ,
    from,
    to,
    lastIncome,
  ]) => {
    const draft = draftOf(
      await read(
        `版本: 1\n单位: { 名称: 青禾县云溪镇, 类型: 镇 }\n报告: { 起: ${from}, 止: ${to} }\n集体经济: { 收入: 37.5, 上年收入: 30 }\n`,
      ),
    );
    rollDraft(draft);
    const { facts } = await read(fillSkeleton(draft, OPTIONS));
    expect(facts.economy).toMatchObject({ income: PENDING, lastIncome });
  });

  it('moves dates, empties figures, and lets go what is done', async () => {
    const draft = draftOf(await read(LAST));
    const rolled = rollDraft(draft);
    const text = fillSkeleton(draft, OPTIONS);
    const { facts } = await read(text);
    expect(rolled).toMatchObject({ from: '2024-07', to: '2024-12', done: ['做甲', '做丙'], open: 1 });
    expect(facts.report).toMatchObject({
      title: '云溪镇2024年下半年工作总结',
      from: { year: 2024, month: 7 },
      to: { year: 2024, month: 12 },
      date: { year: 2025, month: 1, day: 5 },
    });
    expect(facts.members).toMatchObject({ total: '待补', flow: { last: 644, admitted: '待补' } });
    expect(text).toContain('总数: 待补   # 上期 644');
    expect(text).toContain('35岁及以下: 待补   # 上期 44');
    expect(text).toContain('收入: 待补   # 上期 1.10');
    expect(text).toContain('数值: 待补   # 上期 12');
    expect(facts.posts).toEqual([{ category: '行政', authorized: '待补', actual: '待补' }]);
    expect(facts.problems?.map(({ title }) => title)).toEqual(['甲', '乙']);
    expect(facts.causes?.map(({ title }) => title)).toEqual(['因甲', '因甲乙']);
    expect(facts.measures?.map(({ title }) => title)).toEqual(['做乙']);
    for (const told of [
      '上期已经完成：做甲（2024-05-20）',
      '上期已经完成：做丙',
      '上期已经解决：丙',
      '上期的名册：党员名册.xlsx',
    ])
      expect(text).toContain(`# ${told}`);
    expect(facts.plans).toHaveLength(1);
  });

  it('counts the figures that it empties', async () => {
    expect(rollDraft(draftOf(await read(LAST))).pending).toBe(8);
  });
});
