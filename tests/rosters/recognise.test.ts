import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRosters } from '../../src/rosters/count-rosters.ts';
import { type ReadOptions, readRosters } from '../../src/rosters/read-rosters.ts';
import { samples } from '../sample-size.ts';
import { makeSheet, makeWorkbook, type TestCell } from '../xlsx/make-workbook.ts';

const PERSON = ['甲乙', '男', '1979.05', '正式党员'];

describe('which rows count', () => {
  test.each<[string, readonly (readonly TestCell[])[], number]>([
    [
      'a head in the third row',
      [['花名册'], ['填报单位：某镇', '', '2024年10月'], ['姓名', '性别', '出生日期', '人员类别'], PERSON],
      1,
    ],
    [
      'subtotals with their branch',
      [['姓名', '性别', '出生日期', '人员类别'], PERSON, ['石上村党支部小计', '1'], PERSON],
      2,
    ],
    [
      'a head that is printed again',
      [['姓名', '性别', '出生日期', '人员类别'], PERSON, ['姓名', '性别', '出生日期', '人员类别'], PERSON],
      2,
    ],
    [
      'notes and who made it',
      [
        ['姓名', '性别', '出生日期', '人员类别'],
        PERSON,
        ['注：以上人员', '均为本镇'],
        ['制表人：某某', '审核人：某某'],
      ],
      1,
    ],
    [
      'rows that are only numbered',
      [
        ['序号', '姓名', '性别', '人员类别'],
        [1, '甲乙', '男', '正式党员'],
        [2, '', '', ''],
        [3, '', '', ''],
      ],
      1,
    ],
    [
      'headings of groups',
      [['序号', '姓名', '性别', '人员类别'], ['一、机关党支部'], [1, '甲乙', '男', '正式党员']],
      1,
    ],
    [
      'spaces and line breaks in headers',
      [['姓 名', '性\n别', '出生年月\n（如1979.05）', '人员类别*'], PERSON],
      1,
    ],
  ])('%s', async (_, rows, count) => {
    const { rosters, problems } = await readRosters(makeSheet(rows), OPTIONS);
    expect(problems).toEqual([]);
    expect(rosters.map(({ kind, rows: counted }) => [kind, counted.length])).toEqual([['党员', count]]);
  });

  test('a hidden sheet only where it is named', async () => {
    const rows = [['姓名', '性别', '出生日期', '人员类别'], PERSON];
    const bytes = makeWorkbook({ sheets: { 今年: { rows }, 去年: { rows, state: 'hidden' } } });
    expect((await readRosters(bytes, OPTIONS)).rosters.map(({ sheet }) => sheet)).toEqual(['今年']);
    const named = await readRosters(bytes, { ...OPTIONS, sheet: '去年' });
    expect(named.rosters.map(({ sheet }) => sheet)).toEqual(['去年']);
  });

  test('the sheets of several branches count together, copies of one are asked about', async () => {
    const sheet = (name: string) => ({
      rows: [
        ['姓名', '性别', '出生日期', '人员类别'],
        [name, '男', '1979.05', '正式党员'],
      ],
    });
    const parts = await readRosters(
      makeWorkbook({ sheets: { 一支部: sheet('甲'), 二支部: sheet('乙') } }),
      OPTIONS,
    );
    expect(parts.rosters).toHaveLength(2);
    const copies = await readRosters(
      makeWorkbook({ sheets: { 今年: sheet('甲'), 去年: sheet('甲') } }),
      OPTIONS,
    );
    expect(copies.rosters).toEqual([]);
    expect(copies.problems[0]?.message).toBe(
      '名册.xlsx 有几张工作表都是党员名册：「今年」、「去年」，不知道该统计哪一张',
    );
  });
});

test('a row of a CSV file that is longer than its head stops the count', async () => {
  const bytes = Buffer.from('姓名,性别,人员类别\n甲乙,男,正式党员\n丙丁,女,正式党员,市里，转来,2024\n');
  const { rosters } = await readRosters(bytes, { file: '名册.csv' });
  expect(rosters[0]?.rows).toEqual([]);
  expect(rosters[0]?.problems.map(({ message }) => message)).toEqual([
    '名册.csv 第3行比表头多出一列，后面的内容都错了位',
  ]);
});

describe('which columns are meant', () => {
  test('columns decides between two, by header or by letter', async () => {
    const rows = [
      ['姓名', '人员类别', '文化程度', '学历'],
      ['甲', '正式党员', '大学', '大专'],
    ];
    const columnOf = async (columns: ReadonlyMap<string, string>) =>
      (await readRosters(makeSheet(rows), { ...OPTIONS, columns })).rosters[0]?.columns.get('education');
    expect(await columnOf(new Map())).toBeUndefined();
    expect(await columnOf(new Map([['学历', '文化程度']]))).toBe(2);
    expect(await columnOf(new Map([['文化程度', 'D列']]))).toBe(3);
  });

  test.each<[string, ReadOptions, string]>([
    [
      'a header that is not there',
      { file: '名册.xlsx', columns: new Map([['学历', '学力']]) },
      '名册.xlsx「党员」的表头里没有“学力”（“列”里写给“学历”的）',
    ],
    [
      'a key that is no column',
      { file: '名册.xlsx', columns: new Map([['工资', '学历']]) },
      '“列”里的“工资”不是党员名册的列',
    ],
    [
      'a sheet that is not there',
      { file: '名册.xlsx', sheet: '干部' },
      '名册.xlsx：工作簿里没有叫“干部”的工作表',
    ],
    [
      'a kind that it is not',
      { file: '名册.xlsx', kind: '编制' },
      '名册.xlsx「党员」的前20行里没有认出编制名册的表头，看到的是第1行：姓名、人员类别、学历',
    ],
  ])('%s', async (_, options, message) => {
    const bytes = makeSheet([
      ['姓名', '人员类别', '学历'],
      ['甲', '正式党员', '大学'],
    ]);
    const { rosters, problems } = await readRosters(bytes, options);
    const all = [...problems, ...rosters.flatMap((roster) => roster.problems)];
    expect(all.map((problem) => problem.message)).toEqual([message]);
  });
});

test('whatever the cells say, reading never throws and quotes no long number', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '姓名',
      '性别',
      '公民身份号码',
      '出生日期',
      '人员类别',
      '学历',
      '合计',
      '110101197903056061',
      '１１０１０１197903056061',
      '110101 19790305 6061',
      '男',
      '1979.05',
      '正式党员',
      '',
    ),
    fc.string({ unit: fc.constantFrom('甲', '乙', '1', '.', ' ', '-') }),
    fc.integer({ min: 0, max: 10 ** 18 }),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
  const kind = fc.constantFrom(
    undefined,
    '党员',
    '干部',
    '编制',
    '职数',
    '村两委',
    '党支部',
    '台账',
  ) as fc.Arbitrary<ReadOptions['kind']>;
  await fc.assert(
    fc.asyncProperty(rows, kind, async (written, each) => {
      const read = await readRosters(makeSheet(written), { ...OPTIONS, kind: each });
      const counts = read.rosters.map((roster) =>
        countRosters([roster], { asOf: { year: 2024, month: 10 } }),
      );
      const said = JSON.stringify([read.problems, read.rosters.map(({ problems }) => problems), counts]);
      expect(said).not.toMatch(/\d{11}/u);
      for (const { figures } of counts)
        for (const { value } of figures) expect(Number.isFinite(value)).toBe(true);
    }),
    { numRuns: samples(100), seed: 16 },
  );
});

const OPTIONS: ReadOptions = { file: '名册.xlsx' };

test('a workbook with a password, as Office encrypts it, is named with what to do', async () => {
  const bytes = readFileSync(join(import.meta.dirname, 'encrypted.xlsx'));
  const { rosters, problems } = await readRosters(bytes, { file: '党员.xlsx' });
  expect(rosters).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({
      severity: 'error',
      message: '党员.xlsx：文件是设置了打开密码的 Office 文件，不是 .xlsx 或 .csv',
      hint: expect.stringContaining('取消打开密码'),
    }),
  ]);
});
