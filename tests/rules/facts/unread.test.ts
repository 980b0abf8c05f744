import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../src/use/build.ts';
import { SETTINGS } from '../read-example.ts';

const TOP = '单位: {名称: 云溪镇, 类型: 镇}\n报告: {日期: 2024-11-08}\n工作: [{标题: 组织建设}]\n';
const HEAD = `${TOP}问题: [{编号: P1, 标题: 台账不全}]\n`;

async function rulesFound(text: string, head = HEAD): Promise<string[]> {
  const bytes = new TextEncoder().encode(head + text);
  const { diagnostics } = await checkReport(
    { file: 'a.yaml', bytes },
    { isDraft: false, settings: SETTINGS },
  );
  return diagnostics.map(({ rule }) => rule);
}

const ANSWER = '措施: [{标题: 补齐台账, 对应问题: P1, 责任人: 丁某, 时限: 2025-03}]\n';

const measure = (...fields: string[]) => `措施:\n  - {标题: 补齐台账, ${fields.join(', ')}}\n`;

describe('a value that reading refused', () => {
  it.each([
    `${ANSWER}党支部: {总数: 9, 分类: {机关: 三, 村: 6}}`,
    `${ANSWER}党员: {总数: 300, 正式: 二百, 预备: 3}`,
    `${ANSWER}党员: {总数: 300, 不完整: yes, 年龄: {35岁以下: 50}}`,
    '措施: [补齐台账]',
    '措施: 补齐台账',
    '整改措施: [{标题: 补齐台账, 对应问题: P1, 责任人: 丁某, 时限: 2025-03}]',
    `${ANSWER}原因: [{标题: 重视不够, 对应问题: P1}]\n结语: 共{{党员.总数}}名，{{党员.年龄.35岁以下}}名\n党圆: {总数: 300, 年龄: {35岁以下: 300}}`,
    `${ANSWER}结语: 派遣{{指标.劳务派遣}}名\n指标: [{名: 劳务派遣, 数值: 3, 计量单位: 名}]`,
    `${ANSWER}结语: 其中{{党员.年龄.35岁以下}}名\n党员: {总数: 300, 年令段: 50}`,
    `${ANSWER}党建: {经费: 3, 活动: 5}`,
    measure('对应问题: P1', '责任人: 丁某', '时限: 明年'),
    measure('对应问题: P1', '责任人: 丁某', '期限: 2025-03'),
    measure('对应问题: P1', '责任人: 丁某', '时限: 2024-03', '状态: 完成'),
    measure('对应问题: P1', '责任人: [丁某]', '时限: 2025-03'),
    measure('对应问题: {编号: P1}', '责任人: 丁某', '时限: 2025-03'),
  ])('is one finding and makes no second: %s', async (text) => {
    expect(await rulesFound(text)).toEqual(['schema']);
  });

  it.each([
    '[{编码: P1, 标题: 台账不全}]',
    '[{编号: [P1], 标题: 台账不全}]',
    '{编号: P1, 标题: 台账不全}',
    '[台账不全]',
  ])('is one finding where it is a problem that something refers to: %s', async (problems) => {
    const text = `问题: ${problems}\n${ANSWER}原因: [{标题: 重视不够, 对应问题: P1}]`;
    expect(await rulesFound(text, TOP)).toEqual(['schema']);
  });
});

it('a section whose key is misspelt is checked all the same', async () => {
  const text =
    '整改措施: [{标题: 补齐台账, 对应问题: P1, 责任人: 丁某, 时限: 2024-03}]\n党圆: {总数: 3, 男: 1, 女: 1}';
  expect(await rulesFound(text)).toEqual(['schema', 'schema', 'measure-deadline', 'tally-sum']);
});
