import { describe, expect, test } from 'vitest';
import type { CountOptions } from '../../src/rosters/count-options.ts';
import { countRosters } from '../../src/rosters/count-rosters.ts';
import { readRosters } from '../../src/rosters/read-rosters.ts';
import { makeSheet, makeWorkbook, type TestCell } from '../xlsx/make-workbook.ts';

const OPTIONS: CountOptions = {
  asOf: { year: 2024, month: 10, day: 31 },
  period: { from: { year: 2024, month: 1, day: 1 }, to: { year: 2024, month: 10, day: 31 } },
};

const HEAD = ['序号', '姓名', '性别', '民族', '出生日期', '学历', '人员类别', '入党时间', '是否流动党员'];

describe('counting members', () => {
  test('two people of each kind', async () => {
    const counted = await count([
      HEAD,
      [1, '甲乙', '男', '汉族', '1979.05', '大学本科', '正式党员', '2004-07-01', '否'],
      [2, '丙丁', '女', '苗族', '199508', '高中', '预备党员', '2024年3月', '是'],
      ['合计', '2名'],
      ['注：流动党员指外出六个月以上的党员'],
    ]);
    expect(counted.figures).toEqual({
      'members.total': 2,
      'members.full': 1,
      'members.probationary': 1,
      'members.male': 1,
      'members.female': 1,
      'members.minority': 1,
      'members.mobile': 1,
      'members.byAge.35岁及以下': 1,
      'members.byAge.36～45岁': 1,
      'members.byAge.46～60岁': 0,
      'members.byAge.61岁及以上': 0,
      'members.byEducation.大学本科': 1,
      'members.byEducation.高中及中专': 1,
      'members.admitted.total': 1,
    });
    expect(counted.problems).toEqual([]);
    expect(counted.places['members.female']).toEqual([
      { file: '名册.xlsx', sheet: '党员', cells: 'C2:C3', rows: [3] },
    ]);
  });

  test('a row without birth leaves the ages uncounted and is named, and nothing becomes 0', async () => {
    const counted = await count([
      HEAD,
      [1, '甲乙', '男', '汉族', '', '大学本科', '正式党员', '2004-07-01', '否'],
      [2, '丙丁', '女', '苗族', '28990', '高中', '预备党员', '2024年3月', '是'],
    ]);
    expect(Object.keys(counted.figures).filter((path) => path.startsWith('members.byAge'))).toEqual([]);
    expect(counted.problems).toEqual([
      '名册.xlsx「党员」第2行（甲乙）：E 列“出生日期”是空的；年龄没有统计',
      '名册.xlsx「党员」第3行（丙丁）：E 列“出生日期”是数字“28990”，像是没有设日期格式的日期；年龄没有统计',
    ]);
  });

  test('birth months whose last 0 is not shown count as October, and are told once a column', async () => {
    const row = (name: string, born: number) => [
      1,
      name,
      '男',
      '汉族',
      born,
      '高中',
      '正式党员',
      '2010-07-01',
      '否',
    ];
    const counted = await count([HEAD, row('甲乙', 1988.1), row('丙丁', 1988.12), row('戊己', 1979.1)]);
    // 36 and 35 years old on 31 October.
    expect(counted.figures).toMatchObject({ 'members.byAge.36～45岁': 2, 'members.byAge.35岁及以下': 1 });
    expect(counted.problems).toEqual([
      '名册.xlsx「党员」第2行（甲乙）：E 列“出生日期”是数字 1988.1，可能是10月（末尾的0没有显示），也可能是1月；按10月统计（这一列共2行：2、4）',
    ]);
  });

  test('the bands and levels that the facts name are counted', async () => {
    const rows = [
      HEAD,
      [1, '甲乙', '男', '汉族', '1979.05', '大学', '正式党员', '2004-07-01', '否'],
      [2, '丙丁', '女', '苗族', '199508', '小学', '预备党员', '2024年3月', '是'],
    ];
    const parts = new Map([
      ['members.byAge', ['40岁以下', '41岁以上']],
      ['members.byEducation', ['大专及以上']],
    ]);
    const { figures } = await count(rows, { ...OPTIONS, parts });
    expect(figures).toMatchObject({
      'members.byAge.40岁以下': 1,
      'members.byAge.41岁以上': 1,
      'members.byEducation.大专及以上': 1,
    });
  });

  test('whoever is no member yet does not count', async () => {
    const { figures } = await count([
      HEAD,
      [1, '甲乙', '男', '汉族', '1979.05', '大学', '正式党员', '2004-07-01', '否'],
      [2, '丙丁', '女', '苗族', '199508', '小学', '入党积极分子', '', ''],
    ]);
    expect(figures).toMatchObject({ 'members.total': 1, 'members.female': 0 });
  });
});

describe('counting others', () => {
  test('cadres by category and age, with those of the 班子', async () => {
    const { figures } = await count([
      ['云溪镇机关干部花名册'],
      ['序号', '姓名', '性别', '出生年月', '现任职务', '级别', '编制性质', '班子成员'],
      [1, '甲乙', '男', '1979年5月', '镇长', '正科级', '行政编制', '是'],
      [2, '丙丁', '女', '1990年5月', '干事', '科员', '事业编制', ''],
    ]);
    expect(figures).toMatchObject({
      'cadres.total': 2,
      'cadres.female': 1,
      'cadres.byAge.35岁及以下': 1,
      'cadres.byCategory.行政编制': 1,
      'cadres.byCategory.事业编制': 1,
      'cadres.team.total': 1,
      'cadres.team.female': 0,
    });
  });

  test('branches by kind and with their members', async () => {
    const { figures } = await count([
      ['序号', '党支部名称', '支部类别', '书记', '党员人数'],
      [1, '机关党支部', '机关', '甲乙', 20],
      [2, '石上村党支部', '村', '丙丁', '31名'],
      ['合计', '', '', '', 51],
    ]);
    expect(figures).toEqual({
      'branches.total': 2,
      'branches.byKind.机关': 1,
      'branches.byKind.村': 1,
      'branches.roster.members 机关党支部': 20,
      'branches.roster.members 石上村党支部': 31,
    });
  });

  test('编制 and 职数 side by side in one sheet', async () => {
    const { figures } = await count(
      [
        ['单位', '行政编制', '', '事业编制', '', '领导职数', ''],
        ['', '核定', '实有', '核定', '实有', '核定', '实配'],
        ['镇机关', 24, 22, 0, 0, 9, 8],
        ['服务中心', 0, 0, 12, 13, 2, 2],
        ['合计', 24, 22, 12, 13, 11, 10],
      ],
      OPTIONS,
      ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1'],
    );
    expect(figures).toEqual({
      'posts.authorized 行政': 24,
      'posts.actual 行政': 22,
      'posts.vacant 行政': 2,
      'posts.authorized 事业': 12,
      'posts.actual 事业': 13,
      'posts.vacant 事业': -1,
      'leadershipPosts.authorized 领导': 11,
      'leadershipPosts.actual 领导': 10,
      'leadershipPosts.vacant 领导': 1,
    });
  });

  test('categories below 核定 and 实有', async () => {
    const { figures } = await count(
      [
        ['单位', '核定', '', '实有', ''],
        ['', '行政', '事业', '行政', '事业'],
        ['镇机关', 24, 0, 22, 0],
        ['服务中心', 0, 20, 0, 19],
      ],
      OPTIONS,
      ['A1:A2', 'B1:C1', 'D1:E1'],
    );
    expect(figures).toMatchObject({
      'posts.authorized 行政': 24,
      'posts.actual 事业': 19,
      'posts.vacant 事业': 1,
    });
  });

  test('a list of cadres with two columns of education, which is not counted of them', async () => {
    const { figures } = await count(
      [
        ['单位', '姓名', '性别', '出生年月', '入党时间', '学历', '', '职务', '任现职时间'],
        ['', '', '', '', '', '全日制教育', '在职教育', '', ''],
        ['镇政府', '甲乙', '男', '1979.05', '2001.07', '大专', '大学', '镇长', '2021.05'],
      ],
      OPTIONS,
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:G1', 'H1:H2'],
    );
    expect(figures).toMatchObject({ 'cadres.total': 1, 'cadres.female': 0 });
  });

  test('posts by a column of categories', async () => {
    const { figures } = await count([
      ['编制类别', '核定数', '实有数', '空缺数'],
      ['行政编制', 24, 22, 2],
      ['事业编制', 21, 20, 1],
      ['合 计', 45, 42, 3],
    ]);
    expect(figures).toMatchObject({ 'posts.authorized 行政': 24, 'posts.vacant 事业': 1 });
  });

  test('a village of two people in one hand, by duty where no column says it', async () => {
    const { figures } = await count(
      [
        ['行政村', '姓名', '性别', '出生年月', '职务'],
        ['杏花村', '甲乙', '男', '1979.05', '党支部书记、村委会主任'],
        ['', '丙丁', '女', '1990.05', '党支部副书记、村委会主任'],
        ['梨花村', '戊己', '女', '1991.05', '党总支书记兼村委会副主任'],
      ],
      OPTIONS,
      ['A2:A3'],
    );
    expect(figures).toEqual({
      'villageTeams.members': 3,
      'villageTeams.bothPosts': 1,
      'villageTeams.averageAge': 37.3,
    });
  });
});

test('several sheets of different kinds are all read', async () => {
  const bytes = makeWorkbook({
    sheets: {
      说明: { rows: [['填表说明'], ['一、本表由支部填写']] },
      党员: { rows: [HEAD, [1, '甲乙', '男', '汉族', '1979.05', '大学', '正式党员', '2004-07-01', '否']] },
      编制: {
        rows: [
          ['类别', '核定', '实有'],
          ['行政', 24, 22],
        ],
      },
    },
  });
  const { rosters, problems } = await readRosters(bytes, { file: '台账.xlsx' });
  expect(problems).toEqual([]);
  expect(rosters.map(({ kind, sheet }) => [kind, sheet])).toEqual([
    ['党员', '党员'],
    ['编制', '编制'],
  ]);
});

async function count(
  rows: readonly (readonly TestCell[])[],
  options: CountOptions = OPTIONS,
  merged: readonly string[] = [],
) {
  const { rosters, problems } = await readRosters(makeSheet(rows, merged), { file: '名册.xlsx' });
  expect(problems).toEqual([]);
  const counts = rosters.map((roster) => countRosters([roster], options));
  const figures = counts.flatMap((each) => each.figures);
  const named = figures.map((figure) => ({
    ...figure,
    name: figure.item === undefined ? figure.path : `${figure.path} ${figure.item}`,
  }));
  return {
    figures: Object.fromEntries(named.map(({ name, value }) => [name, value])),
    places: Object.fromEntries(named.map(({ name, places }) => [name, places])),
    problems: [...rosters, ...counts].flatMap((each) => each.problems.map(({ message }) => message)),
  };
}
