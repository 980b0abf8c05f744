import { describe, expect, it } from 'vitest';
import { judgeFacts } from '../../src/judge/judge-facts.ts';
import type { RuleSettings } from '../../src/judge/run.ts';
import { ignoreReason } from '../../src/rules/reading/ignore-reason.ts';
import { unusedIgnore } from '../../src/rules/reading/unused-ignore.ts';
import { readExample, SETTINGS, textUnder } from '../rules/read-example.ts';

async function rulesFound(text: string, settings: Partial<RuleSettings> = {}): Promise<string[]> {
  const found = await judgeFacts(await readExample(text), { ...SETTINGS, ...settings });
  return found.filter(({ rule }) => rule !== 'schema').map(({ rule, start }) => `${start.line} ${rule}`);
}

const branches = (comment: string) => `党支部:\n  总数: 8 ${comment}\n  分类: {机关: 3, 村: 6}\n`;

describe('a comment that ignores a rule', () => {
  it.each([
    '# 忽略 tally-sum：联合支部两处计数',
    '# report-ignore tally-sum: 联合支部两处计数',
    '#忽略：tally-sum 联合支部两处计数',
    '# ignore tally-sum: 联合支部两处计数',
  ])('leaves out what its own line has: %s', async (comment) =>
    expect(await rulesFound(branches(comment))).toEqual([]));

  it.each([
    '# 忽略 tally-sum common-slip：引用原文',
    '# 忽略 common-slip tally-sum：引用原文',
    '# ignore tally-sum, common-slip: 引用原文',
  ])('names several rules, however they are parted: %s', async (comment) => {
    const text = `{党支部: {总数: 8, 分类: {机关: 3, 村: 6}}, 结语: 截止目前没有变化。} ${comment}\n`;
    expect(await rulesFound(text)).toEqual([]);
  });

  it.each(['# ignore this line', '# 忽略不计'])('is no other comment: %s', async (comment) =>
    expect(await rulesFound(branches(comment))).toEqual(['2 tally-sum']));

  it('speaks of the next line where it stands alone', async () => {
    const text =
      '党支部:\n  # 忽略 tally-sum、roster-total：联合支部两处计数\n  # 见台账\n  总数: 8\n  分类: {机关: 3, 村: 6}\n';
    expect(await rulesFound(text)).toEqual(['2 unused-ignore']);
  });

  it('speaks of all lines of a block text at its key', async () => {
    const text =
      '工作:\n  - 标题: 组织建设\n    内容: | # 忽略 common-slip：引用原文\n      第一段。\n      截止目前没有变化。\n';
    expect(await rulesFound(text)).toEqual([]);
    expect(await rulesFound(text.replace(/ # .*/u, ''))).toEqual(['5 common-slip']);
  });

  it('is text inside a text', async () => {
    const text =
      '工作:\n  - 标题: 组织建设\n    内容: |\n      截止目前没有变化。 # 忽略 common-slip：引用原文\n';
    expect(await rulesFound(text)).toContain('4 common-slip');
  });

  it('needs a reason', async () => {
    for (const comment of ['# 忽略 tally-sum', '# 忽略 tally-sum common-slip', '# ignore tally-sum'])
      expect(await rulesFound(branches(comment))).toEqual(['2 tally-sum', '2 ignore-reason']);
  });

  it('is reported where it ignores nothing, names no rule, or a rule that cannot be ignored', async () => {
    expect(await rulesFound('党支部:\n  总数: 9 # 忽略 tally-sum：理由\n')).toEqual(['2 unused-ignore']);
    expect(await rulesFound('党支部:\n  总数: 9 # 忽略 taly-sum：理由\n')).toEqual(['2 unused-ignore']);
    expect(await rulesFound('党支部:\n  总数: 9 # 忽略 schema：理由\n')).toEqual(['2 unused-ignore']);
  });

  it('is not reported where its rule has not run', async () => {
    const pending = '党员:\n  总数: 待补 # 忽略 pending-value：等统计年报\n';
    expect(await rulesFound(pending, { isDraft: true })).toEqual([]);
    const off = { severities: { 'tally-sum': 'off' } } as const;
    expect(await rulesFound(branches('# 忽略 tally-sum：理由'), off)).toEqual([]);
    expect(await rulesFound(branches('# 忽略 tally-sum、foreign-name：理由'))).toEqual([]);
  });
});

describe.each([ignoreReason, unusedIgnore])('$id', ({ id, examples }) => {
  it.each(examples)('$input', async ({ input, reports }) => {
    const found = await judgeFacts(await readExample(input), SETTINGS);
    const texts = found.filter(({ rule }) => rule === id).map((diagnostic) => textUnder(input, diagnostic));
    expect(texts).toEqual(reports);
  });
});
