import { describe, expect, it } from 'vitest';
import { recogniseOwn } from '../../src/bytes/recognise.ts';
import { countyPage } from '../../src/county/county-page.ts';
import { CountyRows } from '../../src/county/county-table.ts';
import { CountyRollUp } from '../../src/county/roll-up.ts';
import { extractUnit } from '../../src/county/unit-extract.ts';
import { readFacts } from '../../src/facts/read-facts.ts';

async function pageOf(...units: readonly string[]): Promise<string> {
  const rolled = new CountyRollUp();
  const rows = new CountyRows();
  for (const [index, text] of units.entries()) {
    const { value } = await readFacts({ file: `${index}.yaml`, bytes: Buffer.from(text) });
    if (value === undefined) throw new Error('cannot be read');
    const unit = extractUnit(value);
    rolled.add(`${index}.yaml`, unit);
    rows.add(unit);
  }
  const leftOut = [{ unit: '丁<i>乡', file: '丁.yaml', why: '事实文件读不出来' }];
  const bytes = await countyPage(rolled.finish({ leftOut }), rows);
  expect(recogniseOwn(bytes)).toBe('final');
  return Buffer.from(bytes).toString();
}

function unit(name: string, members: number, status: string): string {
  return `单位: {名称: ${name}, 类型: 镇}
报告: {日期: 2025-07-01}
党员: {总数: ${members}, 年龄: {35岁及以下: ${members - 1}, 36岁及以上: 1}}
编制: [{类别: 行政, 核定: 10, 实有: ${members}}]
问题:
  - {编号: W1, 标题: 台账登记不及时, 方面: 党的建设}
  - {编号: W2, 标题: "会场 class=\\"x\\" <b>太小", 方面: 工作作风}
措施:
  - {标题: 每月核对, 对应问题: W1, 时限: 2025-03, 状态: ${status}}
  - {标题: 调整会场, 对应问题: [W1, W2], 时限: 2025-12, 状态: 推进中}
`;
}

const UNITS = [unit('甲"镇', 9, '推进中'), unit('乙<b>镇', 12, '已完成')];

describe('the page of a county', () => {
  it('is the same each time, runs nothing and fetches nothing', async () => {
    const page = await pageOf(...UNITS);
    expect(await pageOf(...UNITS)).toBe(page);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bon[a-z]+=|@import|url\(/i);
    expect(page.match(/(?:href|src)="[^"]*"/g) ?? []).toEqual([]);
  });

  it('shows names as they are written, and says what is not in it', async () => {
    const page = await pageOf(...UNITS);
    expect(page).toContain('乙&lt;b&gt;镇');
    expect(page).not.toContain('乙<b>');
    expect(page).toContain('没有列入：丁&lt;i&gt;乡，事实文件读不出来。');
    const drawn = [...page.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(drawn).toContain('会场 class="x" &lt;b&gt;太小');
  });

  it('says in words what each chart shows, for those who cannot see it', async () => {
    const page = await pageOf(...UNITS);
    const charts = [
      ...page.matchAll(/<svg[^>]*role="img"[^>]*><title[^>]*>([^<]+)<\/title><desc[^>]*>([^<]+)</g),
    ];
    const said = new Map(charts.map(([, title, description]) => [title, description]));
    expect([...said.keys()]).toEqual([
      '各单位党员',
      '党员年龄',
      '编制使用',
      '各单位编制使用率',
      '问题的方面',
      '共性问题',
      '整改措施进度',
    ]);
    expect(said.get('各单位党员')).toBe(
      '2个单位共有党员21名。最多的是乙&lt;b&gt;镇，12名；最少的是甲&quot;镇，9名。',
    );
    expect(said.get('各单位编制使用率')).toContain('总数超编的有1个：乙&lt;b&gt;镇。');
    // A measure that answers two problems is one.
    expect(said.get('整改措施进度')).toBe(
      '共有措施4条，已完成1条，推进中3条。到汇总的日期已经逾期的1条，在1个单位。',
    );
    for (const description of said.values())
      expect(page).toContain(`<figcaption>${description}</figcaption>`);
  });

  it('leaves out charts of which the units say nothing', async () => {
    const page = await pageOf('单位: {名称: 甲镇, 类型: 镇}', '单位: {名称: 乙镇, 类型: 镇}');
    expect(page).not.toContain('<svg');
    expect(page).toContain('2个单位（镇2个）。');
  });
});
