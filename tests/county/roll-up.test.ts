import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCountyText } from '../../src/county/county-text.ts';
import { printDecimal } from '../../src/county/decimal.ts';
import { CountyRollUp } from '../../src/county/roll-up.ts';
import { extractUnit } from '../../src/county/unit-extract.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { checkReport } from '../../src/use/build.ts';
import { countyText } from '../../src/use/roll-up.ts';

async function rolledUp(...texts: readonly string[]): Promise<CountyRollUp> {
  const rolled = new CountyRollUp();
  for (const [index, text] of texts.entries()) {
    const { value } = await readFacts({ file: `${index}.yaml`, bytes: Buffer.from(text) });
    if (value === undefined) throw new Error(`cannot be read: ${text}`);
    rolled.add(`${index}.yaml`, extractUnit(value));
  }
  return rolled;
}

function unit(name: string, rest: string): string {
  return `单位: {名称: ${name}, 类型: 镇}\n报告: {日期: 2025-07-01}\n${rest}\n`;
}

const OPTIONS = { isPartial: false, folders: ['乡镇'], schema: 'report.schema.json' };

describe('a roll-up', () => {
  it('comes to what an independent sum comes to, in any order, and passes the check', async () => {
    const people = fc.record({
      male: fc.nat(500),
      female: fc.nat(500),
      tenths: fc.nat(9999),
      mobile: fc.option(fc.nat(3)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(people, { minLength: 1, maxLength: 6 }), async (units) => {
        const texts = units.map(({ male, female, tenths, mobile }, index) => {
          const flow = mobile === null ? '' : `, 流动: ${Math.min(mobile, male + female)}`;
          return unit(
            `青禾县第${'甲乙丙丁戊己'[index] ?? ''}镇`,
            `党员: {总数: ${male + female}, 男: ${male}, 女: ${female}${flow}}\n集体经济: {收入: ${tenths / 10}}`,
          );
        });
        const county = (await rolledUp(...texts)).finish();
        const value = (path: string) => county.figures.find(({ place }) => place.path === path);
        const sum = (key: 'male' | 'female' | 'tenths') =>
          units.reduce((total, each) => total + each[key], 0);
        expect(printDecimal(value('members.total')?.value ?? { digits: -1n, scale: 0 })).toBe(
          String(sum('male') + sum('female')),
        );
        expect(Number(printDecimal(value('economy.income')?.value ?? { digits: -1n, scale: 0 }))).toBe(
          sum('tenths') / 10,
        );
        const mobile = value('members.mobile');
        expect(mobile?.lacking.length ?? units.length).toBe(
          units.filter((each) => each.mobile === null).length,
        );
        const file = {
          file: '县.yaml',
          bytes: Buffer.from(newCountyText(county, { ...OPTIONS, isPartial: true })),
        };
        const { diagnostics } = await checkReport(file, { isDraft: false, settings: DEFAULT_SETTINGS });
        expect(diagnostics).toEqual([]);
        const backwards = (await rolledUp(...texts.toReversed())).finish();
        expect(backwards.figures.map(({ value: figure }) => printDecimal(figure))).toEqual(
          county.figures.map(({ value: figure }) => printDecimal(figure)),
        );
      }),
      { numRuns: 40, seed: 18 },
    );
  });

  it('tells bands that overlap instead of adding them, and joins spellings of one band', async () => {
    const county = (
      await rolledUp(
        unit(
          '甲镇',
          '党员: {总数: 5, 年龄: {35岁及以下: 2, 36至45岁: 3}}\n干部: {总数: 3, 年龄: {35岁及以下: 1, 36岁以上: 2}}',
        ),
        unit(
          '乙镇',
          '党员: {总数: 4, 年龄: {35岁以下: 1, 36～45岁: 3}}\n干部: {总数: 3, 年龄: {40岁及以下: 1, 41岁以上: 2}}',
        ),
      )
    ).finish();
    const [members, cadres] = county.tallies;
    expect([...(members?.parts ?? [])].map(([name, { value }]) => `${name} ${printDecimal(value)}`)).toEqual([
      '35岁及以下 3',
      '36至45岁 6',
    ]);
    expect(cadres?.clashes.length).toBeGreaterThan(0);
    expect(newCountyText(county, OPTIONS)).toContain('# 〔汇总〕干部.年龄：各单位分段不一致，没有相加');
  });

  it('weights shares by their base, and never adds units of measure', async () => {
    const county = (
      await rolledUp(
        unit(
          '甲镇',
          '党员: {总数: 10}\n指标:\n  - {名称: 参学率, 数值: 90, 计量单位: "%", 分母: 党员.总数}\n  - {名称: 用水, 数值: 1, 计量单位: 吨}',
        ),
        unit(
          '乙镇',
          '党员: {总数: 30}\n指标:\n  - {名称: 参学率, 数值: 70, 计量单位: "%", 分母: 党员.总数}\n  - {名称: 用水, 数值: 500, 计量单位: 公斤}',
        ),
      )
    ).finish();
    const [share, water] = county.indicators;
    expect(share?.value && printDecimal(share.value)).toBe('75');
    expect(water).toMatchObject({ name: '用水', why: expect.stringContaining('吨：甲镇；公斤：乙镇') });
    expect(water?.value).toBeUndefined();
  });

  it('groups problems by aspect and likeness, and keeps figures of one unit out of the prose', async () => {
    const problems = (title: string, aspect: string) =>
      `工作:\n  - 标题: 发展党员14名\n问题:\n  - {编号: P1, 标题: ${title}, 方面: ${aspect}}\n措施:\n  - {标题: 建立台账, 对应问题: P1, 责任单位: 党建办, 时限: 2025-12, 状态: 推进中}`;
    const county = (
      await rolledUp(
        unit('甲镇', problems('党建责任落实不够到位', '组织')),
        unit('乙镇', problems('党建责任落实还不够到位', '组织')),
        unit('丙镇', problems('党建责任落实不够到位', '作风')),
      )
    ).finish();
    expect(county.problems.map(({ aspect, units }) => [aspect, units.length])).toEqual([
      ['组织', 2],
      ['作风', 1],
    ]);
    const text = newCountyText(county, OPTIONS);
    expect(text).toContain('# 〔汇总〕另有工作：发展党员14名（甲镇、乙镇、丙镇）');
    expect(text).not.toMatch(/^[^#]*发展党员14名/m);
    const { diagnostics } = await checkReport(
      { file: '县.yaml', bytes: Buffer.from(text) },
      { isDraft: false, settings: DEFAULT_SETTINGS },
    );
    expect(diagnostics).toEqual([]);
  });

  it('refuses units of another county, unless a name says that several are meant', async () => {
    const rolled = await rolledUp(
      unit('青禾县甲山镇', ''),
      unit('青禾县乙山镇', ''),
      unit('柳河县丙山镇', ''),
    );
    expect(rolled.faults().map(({ message }) => message)).toEqual(['“柳河县丙山镇”是柳河县的，不是青禾县的']);
    expect(rolled.faults({ name: '河阳市' })).toEqual([]);
  });

  it('says what units answer alike, and takes over no figure of theirs', async () => {
    const county = (
      await rolledUp(
        unit('甲镇', '应说明事项: [{事项: 超职数, 情况: 无}, {事项: 回避, 情况: 有3名正在调整}]'),
        unit(
          '乙镇',
          '应说明事项: [{事项: 超职数, 情况: 无。}, {事项: 回避, 情况: 无}]\n组织落实: [{标题: 成立专班}]',
        ),
      )
    ).finish();
    const text = newCountyText(county, OPTIONS);
    expect(text).toContain('事项: 超职数\n    情况: 无\n');
    expect(text).toContain('事项: 回避\n    情况: 乙镇为“无”；甲镇有专门说明');
    expect(text).toContain('# 〔汇总〕回避：有3名正在调整（甲镇）');
    expect(text).toContain('组织落实:\n  - 标题: 成立专班\n    内容: 乙镇采取了这项举措');
  });

  it('joins a cause of several problems, with all units that see it', async () => {
    const own = (id: string) =>
      `问题: [{编号: A, 标题: 台账不全}, {编号: B, 标题: 走访不多}]\n原因: [{标题: 督促不够, 对应问题: ${id}}]\n`;
    const both = (await rolledUp(unit('甲镇', own('A')), unit('乙镇', own('B')))).finish();
    const text = newCountyText(both, OPTIONS);
    expect(text).toContain(
      '标题: 督促不够\n    分析: 所辖2个单位都分析有这个原因\n    对应问题: [问题1, 问题2]',
    );
    const one = (await rolledUp(unit('甲镇', own('A')), unit('乙镇', own('A')))).finish();
    expect(newCountyText(one, OPTIONS)).not.toContain('\n原因:');
    expect(newCountyText(one, OPTIONS)).toContain('# 〔汇总〕问题1的原因：督促不够（甲镇、乙镇）');
  });

  it('renews the figures of a file that people laid out otherwise, and nothing else', async () => {
    const figures = (full: number) =>
      `党员: {总数: ${full + 1}, 正式: ${full}, 预备: 1}\n编制: [{类别: 行政, 核定: ${full}, 实有: 3, 空缺: ${full - 3}}]`;
    const before = (await rolledUp(unit('青禾县甲镇', figures(9)), unit('青禾县乙镇', figures(8)))).finish();
    const now = (await rolledUp(unit('青禾县甲镇', figures(9)), unit('青禾县乙镇', figures(18)))).finish();
    const other = newCountyText(before, OPTIONS)
      .replace(
        /^党员:\n {2}总数: 19\n {2}正式: 17\n {2}预备: 2$/m,
        'members: # 按系统\n    total:   19\n    full: 17 # 核过\n    预备: 3',
      )
      .replace(/^编制:\n {2}- \{类别: 行政, /m, '编制:\n- {类别: 行政,\n   ');
    const renewed = await countyText(now, OPTIONS, { file: '县.yaml', text: other });
    expect(renewed?.kept).toEqual([{ name: '党员.预备', inFile: '3', rolled: '2' }]);
    expect(renewed?.text).toContain('members: # 按系统\n    total:   29\n    full: 27 # 核过\n    预备: 3\n');
    expect(renewed?.text).toContain('编制:\n- {类别: 行政, 核定: 27, 实有: 6, 空缺: 21}\n');
  });
});
