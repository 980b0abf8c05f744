import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { buildReport } from '../../src/use/build.ts';
import { BUILT_IN } from '../built-in.ts';

const FACTS = {
  单位: { 名称: '青禾县云溪镇', 类型: '镇' },
  报告: { 日期: '2024-03-05', 起: '2023-01', 止: '2024-02', 模板: 'half-year-summary' },
  工作: [{ 标题: '抓学习' }],
  问题: [{ 编号: 'P1', 标题: '学习不够' }],
  原因: [{ 标题: '重视不够', 对应问题: 'P1' }],
  措施: [{ 标题: '加强学习', 对应问题: 'P1', 责任单位: '党建办', 时限: '长期坚持' }],
};

async function build(facts: object, template?: string) {
  const source = { file: 'a.yaml', bytes: new TextEncoder().encode(stringify(facts)) };
  const options = { ...BUILT_IN, isDraft: false, format: 'txt', ...(template && { template }) } as const;
  const { value, diagnostics } = await buildReport(source, options);
  const said = diagnostics.map(
    ({ rule, severity, start, message }) => `${severity} ${start.line} ${rule} ${message}`,
  );
  return { text: value && new TextDecoder().decode(value.bytes), said };
}

it('a report on rectification has a feedback or an organisation, or is not made', async () => {
  const { text, said } = await build(FACTS, 'rectification-report');
  expect(text).toBeUndefined();
  expect(said).toEqual([
    'error 8 template-fit 模板“巡察整改情况报告”要有“反馈”或者“组织落实”，事实里都没有写',
  ]);
  const fed = await build({ ...FACTS, 反馈: { 问题数: 1 } }, 'rectification-report');
  expect(fed.said).toEqual([]);
  expect(fed.text).toContain('一、整改工作情况');
  const organised = await build({ ...FACTS, 组织落实: [{ 标题: '成立专班' }] }, 'rectification-report');
  expect(organised.text).toContain('一、组织落实情况');
});

it('a summary of a county has units that it sums up', async () => {
  const { text, said } = await build(FACTS, 'county-summary');
  expect(text).toBeUndefined();
  expect(said).toEqual(['error 8 template-fit 模板“县（市、区）汇总报告”要有“所辖单位”，事实里没有写']);
  const county = { ...FACTS, 单位: { 名称: '青禾县', 类型: '县' }, 所辖单位: [{ 名称: '云溪镇' }] };
  expect((await build(county, 'county-summary')).text).toContain('根据所辖单位上报的情况逐项汇总');
});

it('a half-year summary of fourteen months is warned of where the period stands', async () => {
  const { text, said } = await build(FACTS);
  expect(text).toContain('工作总结');
  expect(said).toEqual([
    'warning 6 template-fit 模板“半年工作总结和下半年思路”用于不超过12个月的报告，这里的期间是2023年1月至2024年2月，共14个月',
  ]);
  const year = await build({ ...FACTS, 报告: { ...FACTS.报告, 止: '2023-12' } });
  expect(year.said).toEqual([]);
});
