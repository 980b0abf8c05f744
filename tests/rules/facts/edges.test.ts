import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../src/facts/read-passages.ts';
import { runFactsRules } from '../../../src/judge/run.ts';
import { readExample, SETTINGS } from '../read-example.ts';

/** What the rules report, `rule path`, but not that a figure is 待补. */
async function found(text: string): Promise<string[]> {
  const { facts, written } = await readExample(text);
  const findings = runFactsRules({ facts, ...passagesOf(facts, written) }, SETTINGS);
  return findings.filter(({ rule }) => rule !== 'pending-value').map(({ rule, at }) => `${rule} ${at.path}`);
}

describe('a total that several divisions refute', () => {
  it('is one finding where they agree, for the total is wrong', async () => {
    const text =
      '党员: {总数: 330, 正式: 290, 预备: 10, 男: 200, 女: 100, 少数民族: 20, 年龄: {35岁以下: 100, 36岁以上: 200}}';
    expect(await found(text)).toEqual(['tally-sum members.total']);
  });

  it('is a finding for each sum where they do not', async () => {
    const text = '党员: {总数: 300, 正式: 280, 预备: 10, 男: 200, 女: 99}';
    expect(await found(text)).toEqual(['tally-sum members.total', 'tally-sum members.total']);
  });

  it('is not said to be smaller than its parts as well', async () => {
    const text = '党员: {总数: 30, 男: 200, 女: 100, 少数民族: 50, 流动: 40}';
    expect(await found(text)).toEqual(['tally-sum members.total']);
  });

  it('is not said again of the roster that shows the same', async () => {
    const roster = '[{名称: 甲村党支部, 党员: 20}, {名称: 乙村党支部, 党员: 30}]';
    const text = `党支部: {总数: 3, 分类: {村: 2}, 名册: ${roster}}\n党员: {总数: 60, 男: 30, 女: 20}`;
    expect(await found(text)).toEqual(['tally-sum branches.total', 'tally-sum members.total']);
  });
});

describe('parts of which some are not known', () => {
  it.each([
    ['党员: {总数: 300, 正式: 待补, 预备: 18}', []],
    ['党员: {总数: 300, 正式: 待补, 预备: 318}', ['tally-sum members.total']],
    ['党员: {总数: 300, 正式: 280}', []],
    ['党员: {总数: 300, 正式: 380}', ['subset-total members.total']],
    ['党支部: {总数: 12, 分类: {机关: 3, 村: 待补, 社区: 2}}', []],
    ['党支部: {总数: 12, 分类: {机关: 13, 村: 待补}}', ['tally-sum branches.total']],
    ['党支部: {总数: 12, 分类: {}}', []],
    ['党支部: {分类: {机关: 3}}', []],
    ['党支部: {分类: {constructor: 3}}', []],
  ])('are held to no more than the total: %s', async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

describe('an indicator', () => {
  it.each([
    ['指标: [{名称: 走访, 数值: 3, 计量单位: 人次, 分类: {甲: 1, 乙: 2}}]', []],
    ['指标: [{名称: 收入, 数值: 4, 计量单位: 万元, 分类: {甲: 1, 乙: 2}}]', ['tally-sum indicators.0.value']],
    ['指标: [{名称: 参训率, 数值: 95, 计量单位: "%", 分类: {机关: 98, 村: 93}}]', []],
  ])('adds up unless it is a share: %s', async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  it.each([
    ['10', ['subset-total members.total']],
    ['待补', []],
  ])('is held against its denominator once that is known: %s', async (total, expected) => {
    const indicator = '{名称: 到会党员, 数值: 12, 计量单位: 名, 分母: 党员.总数}';
    expect(await found(`党员: {总数: ${total}}\n指标: [${indicator}]`)).toEqual(expected);
  });
});

describe('posts', () => {
  const rows = (total: number) =>
    `编制: [{类别: 行政, 核定: 20, 实有: 18}, {类别: 事业, 核定: 10, 实有: 9}, {类别: 合计, 核定: 30, 实有: ${total}}]`;

  it('add up to their row 合计', async () => {
    expect(await found(rows(27))).toEqual([]);
    expect(await found(rows(28))).toEqual(['tally-sum posts.2.actual']);
  });
});

describe('bands', () => {
  it.each([
    ['党员: {年龄: {35岁以下: 1, 35岁以上: 2}}', 1],
    ['党员: {年龄: {35岁以下: 1, 36岁至45岁: 2, 46—55周岁: 3, 56岁及以上: 4}}', 0],
    ['党员: {年龄: {35岁以下: 1, 45岁以下: 2}}', 1],
    ['党员: {不完整: 是, 总数: 9, 年龄: {35岁以下: 6, 45岁以下: 8}}', 0],
    ['党员: {年龄: {35岁以下（不含35岁）: 1, 35-45岁: 2}}', 0],
    ['干部: {年龄: {30岁以上40岁以下: 1, 40-50: 2}}', 1],
    ['党员: {学历: {大学本科: 1, 大学专科: 2, 中专: 3, 高中: 4, 初中: 5, 小学: 6}}', 0],
    ['党员: {学历: {研究生: 1, 本科及以上: 2, 大专: 3}}', 1],
  ])('overlap or not: %s', async (text, count) => {
    const bands = (await found(text)).filter((finding) => finding.startsWith('band-overlap'));
    expect(bands).toHaveLength(count);
  });
});

describe('the links of problems and measures', () => {
  const problems = '问题: [{编号: P1, 标题: 甲}, {编号: P2, 标题: 乙}]\n';
  const measure = (link: string) => `{标题: 丙, ${link}责任人: 丁某, 时限: 长期坚持}`;

  it.each([
    [`措施: [${measure('对应问题: P1, ')}]`, ['problem-measure problems.1']],
    [`措施: [${measure('对应问题: P1, ')}, ${measure('')}]`, ['measure-problem measures.1']],
    [
      `措施: [${measure('对应问题: P1, ')}, ${measure('对应问题: P3, ')}]`,
      ['unknown-reference measures.1.problems.0'],
    ],
    [`打算: [{标题: 丙}]`, []],
    ['版本: 1', ['problem-measure problems']],
  ])('show one gap once: %s', async (text, expected) => {
    expect(await found(problems + text)).toEqual(expected);
  });
});
