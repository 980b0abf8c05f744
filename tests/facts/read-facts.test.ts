import { describe, expect, test } from 'vitest';
import { factsOf, read } from './reading.ts';

describe('keys', () => {
  test('in either language, at every level, say the same', async () => {
    const chinese = await factsOf(
      '党员:\n  总数: 300\n  本期发展: {总数: 3, 分类: {村: 3}}\n措施:\n  - {标题: 甲, 责任人: 乙}\n',
    );
    const english = await factsOf(
      'members:\n  total: 300\n  admitted: {total: 3, byKind: {村: 3}}\nmeasures:\n  - {title: 甲, owner: 乙}\n',
    );
    expect(english).toEqual(chinese);
    expect(chinese.members?.admitted?.byKind).toEqual(new Map([['村', 3]]));
  });

  test('keep the order of the file', async () => {
    expect(Object.keys(await factsOf('结语: 甲\n党员: {女: 1, 总数: 2}\n'))).toEqual(['closing', 'members']);
  });

  test.each([
    '党员:\n',
    '党员: {总数: }\n',
    '党员: {总数: ~}\n',
    '党员: {总数: null}\n',
    '党员: {总数: ""}\n',
    '落款: \n'.replace('落款', '前言'),
    '前言: "  "\n',
  ])('with nothing behind them are as good as absent: %j', async (text) => {
    const facts = await factsOf(text);
    expect(facts.members?.total ?? facts.preamble).toBeUndefined();
  });
});

describe('texts', () => {
  test.each([
    '0512',
    '1.10',
    'no',
    'yes',
    '20231106123456789012',
    '1e3',
    '0x1F',
    '12:30',
    '1_000',
    'true',
    '待补',
  ])('keep what was written: %s', async (written) => {
    expect(await factsOf(`单位: {名称: ${written}}\n前言: ${written}\n附件: [${written}]\n`)).toEqual({
      unit: { name: written },
      preamble: written,
      attachments: [written],
    });
  });

  test.each([
    ['|\n  甲\n  乙\n', '甲\n乙'],
    ['|-\n\n  甲\n\n  乙\n\n', '甲\n\n乙'],
    ['|+\n  甲\n   乙\n', '甲\n 乙'],
    ['|1\n   甲\n', '  甲'],
    ['>\n  甲\n  乙\n\n  丙\n', '甲乙\n丙'],
    ['>\n  ab\n  cd\n', 'ab cd'],
    ['>\n  共有\n  300名\n', '共有300名'],
    ['甲\n  乙\n  cd\n  ef\n', '甲乙cd ef'],
    ['"甲\n  乙\\\n  丙"\n', '甲乙丙'],
    ["'甲''乙\n\n  丙'\n", "甲'乙\n丙"],
    ['"\\u4e2d\\x41\\U0001F600\\"\\n乙"\n', '中A😀"\n乙'],
    ['甲 # 注\n', '甲'],
    ['甲#乙：丙\n', '甲#乙：丙'],
  ])('are read from every style: %j', async (written, text) => {
    expect((await factsOf(`前言: ${written}`)).preamble).toBe(text);
    expect((await factsOf(`前言: ${written}`.replaceAll('\n', '\r\n'))).preamble).toBe(text);
  });

  test('and lists of texts may be one text', async () => {
    const facts = await factsOf('工作:\n  - {标题: 甲, 要点: 乙}\n  - {标题: 甲, 要点: [乙, 丙]}\n');
    expect(facts.work?.map(({ points }) => points)).toEqual([['乙'], ['乙', '丙']]);
  });
});

describe('values', () => {
  test.each([
    ['党员: {总数: "300"}', { members: { total: 300 } }],
    ['党员: {总数: 待补}', { members: { total: '待补' } }],
    ['编制: [{类别: 行政, 空缺: -2}]', { posts: [{ category: '行政', vacant: -2 }] }],
    ['党员: {不完整: 是}', { members: { partial: true } }],
    ['党员: {不完整: True}', { members: { partial: true } }],
    ['党员: {不完整: FALSE}', { members: { partial: false } }],
    ['党员: {不完整: false}', { members: { partial: false } }],
    ['报告: {日期: 2023.10.20}', { report: { date: { year: 2023, month: 10, day: 20 } } }],
    [
      '报告: {起: 2023年1月, 止: 2023-10}',
      { report: { from: { year: 2023, month: 1 }, to: { year: 2023, month: 10 } } },
    ],
    [
      '措施: [{标题: 甲, 时限: 长期坚持, 状态: 推进中}]',
      { measures: [{ title: '甲', deadline: '长期坚持', status: '推进中' }] },
    ],
    [
      '指标: [{名称: 甲, 数值: 3, 分母: 党员.总数}]',
      { indicators: [{ name: '甲', value: 3, of: '党员.总数' }] },
    ],
    ['版本: 1', { version: 1 }],
  ])('%s', async (text, facts) => {
    expect(await factsOf(text)).toEqual(facts);
  });

  test('decimals keep how they were written', async () => {
    const { value } = await read('集体经济: {收入: 1.10, 上年收入: 12.0}\n概况: {耕地: 3.5}');
    expect(value?.facts.economy).toEqual({ income: 1.1, lastIncome: 12 });
    expect([...(value?.written ?? [])]).toEqual([
      ['economy.income', '1.10'],
      ['economy.lastIncome', '12.0'],
    ]);
  });
});

describe('needed facts that are absent', () => {
  test('are no diagnostics, and stand at the key above them', async () => {
    const { value, diagnostics } = await read(
      '单位:\n  名称: 云溪镇\n工作:\n  - 标题: 甲\n  - 内容: 乙\n问题: []\n',
    );
    expect(diagnostics).toEqual([]);
    const places = await value?.places();
    const missing = value?.missing.map(({ at, message }) => [
      at.path,
      places?.rangeOf(at).start.line,
      message,
    ]);
    expect(missing).toEqual([
      ['unit.kind', 1, '缺少“单位.类型”'],
      ['work.1.title', 5, '缺少“工作.第2项.标题”'],
      ['report.date', 1, '缺少“报告.日期”'],
      ['problems', 6, '“问题”是空的，至少要有一项'],
    ]);
  });

  test('are to be filled in where their keys are there already', async () => {
    const { value } = await read(
      '单位:\n  名称:\n  类型: # 乡、镇\n报告:\n工作:\n问题:\n  - 标题:\n    表现: 乙\n',
    );
    expect(value?.missing.map(({ message, hint }) => `${message}。${hint}`)).toEqual([
      '“单位.名称”是空的。在“名称:”后面填上内容，冒号后空一格。',
      '“单位.类型”是空的。在“类型:”后面填上内容，冒号后空一格。',
      '“问题.第1项.标题”是空的。在“标题:”后面填上内容，冒号后空一格。',
      '缺少“报告.日期”。在“报告”下面加一行“日期: …”。',
      '“工作”是空的，至少要有一项。在“工作:”下面换行写，每项以“- ”开头。',
    ]);
  });

  test('are not said of what was refused or miswritten', async () => {
    const { value } = await read(
      '单位: {名字: 云溪镇, 类型: 村}\n报告: {日期: 昨天}\n工作: 无\n问题: [甲]\n',
    );
    expect(value?.missing).toEqual([]);
  });
});
