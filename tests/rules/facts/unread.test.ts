import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../src/pipeline.ts';
import { SETTINGS } from '../read-example.ts';

const HEAD =
  '单位: {名称: 云溪镇, 类型: 镇}\n报告: {日期: 2024-11-08}\n工作: [{标题: 组织建设}]\n问题: [{编号: P1, 标题: 台账不全}]\n';

async function rulesFound(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(HEAD + text);
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
    measure('对应问题: P1', '责任人: 丁某', '时限: 明年'),
    measure('对应问题: P1', '责任人: 丁某', '期限: 2025-03'),
    measure('对应问题: P1', '责任人: 丁某', '时限: 2024-03', '状态: 完成'),
    measure('对应问题: P1', '责任人: [丁某]', '时限: 2025-03'),
    measure('对应问题: {编号: P1}', '责任人: 丁某', '时限: 2025-03'),
  ])('is one finding and makes no second: %s', async (text) => {
    expect(await rulesFound(text)).toEqual(['schema']);
  });
});
