import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recogniseOwn } from '../../src/bytes/recognise.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { skeleton } from '../../src/intake/skeleton.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { formRowAt, formSheets } from '../../src/sheets/form-rows.ts';
import { makeForm, takeForms } from '../../src/use/form.ts';
import { type Answers, fillForm } from './fill-form.ts';
import { dayCell } from './fill-ledger.ts';

const SKELETON = skeleton({ schema: './report.schema.json', template: 'self-review' });
const FACTS = `单位: {名称: 青禾县云溪镇, 类型: 镇, 党组织: 镇党委, 自称: 镇党委, 上级: 县委}
报告: {起: 2024-01, 止: 2024-10, 日期: 2024-11-06, 落款: 镇党委}
党支部:
  总数: 待补           # 等组织办
  分类: {机关: 1, 村: 待补}
  名册:
    - {名称: 机关支部, 类别: 机关, 党员: 待补}
编制:
  - {类别: 行政, 核定: 30, 实有: 待补}
指标:
  - {名称: 驻村干部, 数值: 待补, 计量单位: 名}
工作: [{标题: 抓学习, 内容: 学了。}]
问题: [{编号: P1, 标题: 台账不全}]
措施:
  - 标题: 建台账
    对应问题: P1
`;

async function unitOf(text: string) {
  const { value } = await readFacts({ file: '我镇.yaml', bytes: new TextEncoder().encode(text) });
  if (value === undefined) throw new Error(text);
  return { reading: value, options: { isDraft: false, settings: DEFAULT_SETTINGS } };
}

async function formOf(text: string): Promise<Uint8Array> {
  const made = makeForm((await unitOf(text)).reading);
  if (made === undefined) throw new Error('nothing is asked for');
  return made.bytes;
}

async function take(text: string, ...all: readonly Answers[]) {
  const bytes = await formOf(text);
  const files = await Promise.all(
    all.map(async (answers, at) => ({ file: `表${at + 1}.xlsx`, bytes: await fillForm(bytes, answers) })),
  );
  return takeForms(await unitOf(text), files);
}

describe('a form', () => {
  it('asks for what is 待补 or absent, a row a fact, items by their names', async () => {
    const { facts } = (await unitOf(FACTS)).reading;
    const sheets = formSheets(facts);
    const [numbers, measures] = ['数字', '问题和措施'].map((title) =>
      sheets.find((sheet) => sheet.title === title),
    );
    const asked = numbers?.rows.filter(({ standing }) => standing === '待补') ?? [];
    expect(asked.map(({ section, label, unit, path }) => [section, label, unit, path])).toEqual([
      ['党支部', '党支部总数', '个', 'branches.total'],
      ['党支部', '分类中的“村”', '个', 'branches.byKind.村'],
      ['党支部', '“机关支部”的支部党员数', '名', 'branches.roster.0.members'],
      ['编制', '“行政”的实有', '名', 'posts.0.actual'],
      ['指标', '“驻村干部”的指标数值', '名', 'indicators.0.value'],
    ]);
    expect(numbers?.rows.map(({ label }) => label)).toContain('“机关支部”的书记姓名');
    expect(measures?.rows.map(({ label }) => label)).toEqual([
      '“建台账”的责任领导',
      '“建台账”的责任单位',
      '“建台账”的责任人',
      '“建台账”的时限',
      '“建台账”的状态',
    ]);
  });

  it('is found again by its paths, whatever was filled in meanwhile', async () => {
    const { facts } = (await unitOf(FACTS)).reading;
    for (const { rows } of formSheets(facts)) {
      for (const row of rows) expect(formRowAt(facts, row.path)?.label).toBe(row.label);
    }
  });

  it('is protected but for what is filled in, and takes what a fact can be', async () => {
    const parts = unzipSync(await formOf(SKELETON));
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const numbers = xml('xl/worksheets/sheet2.xml');
    expect(numbers).toContain('<sheetProtection sheet="1"');
    expect(numbers).toMatch(/<dataValidation type="whole" operator="greaterThanOrEqual"[^>]* sqref="C5 /);
    expect(xml('xl/worksheets/sheet1.xml')).toContain(
      '<formula1>"乡,镇,街道,园区,县"</formula1>'.replaceAll('"', '&quot;'),
    );
    const unlocked = xml('xl/styles.xml').match(/<xf [^>]*><alignment[^>]*\/><protection locked="0"\/>/g);
    expect(unlocked).toHaveLength(2);
  });

  it('names no fact by an identity number', async () => {
    const parts = unzipSync(await formOf(FACTS.replace('建台账', '建11010519491231002X台账')));
    const all = Object.values(parts).map((part) => strFromU8(part));
    expect(all.join('')).toContain('“建（公民身份号码）台账”的时限');
    expect(all.join('')).not.toContain('11010519491231002X');
  });

  it('has the same bytes every time, and is known for ours', async () => {
    const [first, second] = [await formOf(FACTS), await formOf(FACTS)];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(recogniseOwn(first)).toBe('final');
  });
});

describe('a form that came back', () => {
  it('fills a new facts file in, at the place of each fact, comments kept', async () => {
    const { taken, problems } = await take(SKELETON, {
      单位名称: '青禾县云溪镇',
      单位类型: '镇',
      报告日期: dayCell(2024, 11, 6),
      报告截止日期: dayCell(2024, 10, 31, true),
      行政村数: 12,
      人口数: '38,120 人',
      耕地面积: 45_210.5,
      党员总数: '486',
      干部总数: 60,
      书记主任一肩挑村数: '９',
    });
    expect(problems).toEqual([]);
    const before = SKELETON.split('\n');
    const after = taken?.after.split('\n') ?? [];
    expect(after.filter((line) => !before.includes(line))).toEqual([
      '  名称: 青禾县云溪镇            # 全称，如 青禾县云溪镇（必填）',
      '  类型: 镇            # 乡、镇、街道、园区、县 之一（必填）',
      '  止: 2024-10              # 如 2023-10',
      '  日期: 2024-11-06            # 成文日期，如 2023-11-06（必填）',
      '  行政村: 12',
      '  人口: 38120',
      '  耕地: 45210.5            # 亩',
      '  总数: 486',
      '干部:',
      '  总数: 60',
      '村两委:',
      '  一肩挑: 9',
    ]);
    expect(after.filter((line) => line.includes('#')).length).toBe(
      before.filter((line) => line.includes('#')).length,
    );
    expect(after.indexOf('干部:')).toBe(after.indexOf('# 干部:') - 2);
  });

  it('fills in parts, posts, branches, indicators and measures', async () => {
    const { taken } = await take(FACTS, {
      党支部总数: 9,
      '分类中的“村”': 8,
      '“机关支部”的支部党员数': 18,
      '“机关支部”的书记出生年月': dayCell(1979, 5, 1, true),
      '“行政”的实有': 31,
      '“驻村干部”的指标数值': 12,
      '“建台账”的责任单位': '党建办',
      '“建台账”的时限': '长期坚持',
      '“建台账”的状态': '推进中',
    });
    const after = taken?.after ?? '';
    expect(after).toContain('总数: 9           # 等组织办\n  分类: {机关: 1, 村: 8}');
    expect(after).toMatch(/党员: 18, 书记: \{ 出生: 1979-05 \}/);
    expect(after).toContain('实有: 31');
    expect(after).toContain('数值: 12');
    expect(after).toContain('    对应问题: P1\n    责任单位: 党建办\n    时限: 长期坚持\n    状态: 推进中\n');
  });

  it.each([
    ['党支部总数', '三个', '写的是“三个”，不是数字'],
    ['党支部总数', 1.5, '写的是“1.5”，不是整数'],
    ['党支部总数', -3, '写的是“-3”，是负数'],
    ['党支部总数', { xml: '<c @><f>A1</f></c>' }, '是公式，文件里没有它的计算结果'],
    ['“建台账”的状态', '完成', '写的是“完成”，不在可选的里面'],
    ['“建台账”的时限', '2024-13', '读不出是哪一天'],
    ['“建台账”的责任人', '11010519491231002X', '里有公民身份号码'],
    ['党支部总数', '11010519491231002X', '写的是“（一串数字）”，不是数字'],
  ])('takes nothing where %s is %j', async (label, value, message) => {
    const taken = await take(FACTS, { [label]: value, 行政村数: 3 });
    expect(taken.taken).toBeUndefined();
    expect(taken.problems[0]?.message).toMatch(/^表1\.xlsx「[^」]+」C\d+（/u);
    expect(taken.problems[0]?.message).toContain(message);
    expect(JSON.stringify(taken)).not.toContain('11010519491231002X');
  });

  it('takes no fact of which two forms say different things, and the others', async () => {
    const { undecided, taken } = await take(
      FACTS,
      { 党支部总数: 9, '“行政”的实有': 30 },
      { 党支部总数: 8, '“行政”的实有': '30' },
    );
    expect(undecided.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^表1\.xlsx「数字」C\d+ 与 表2\.xlsx「数字」C\d+ 填的党支部总数不一样，没有收回$/u,
      ),
    ]);
    expect(taken?.after).toBe(FACTS.replace('实有: 待补', '实有: 30'));
  });

  it('leaves what was written meanwhile, and what is another fact now', async () => {
    const bytes = await fillForm(await formOf(FACTS), { 党支部总数: 9, '“行政”的实有': 30, 行政村数: 7 });
    const now = FACTS.replace('总数: 待补', '总数: 11').replace('类别: 行政', '类别: 事业');
    const { undecided, unmatched, taken } = await takeForms(await unitOf(now), [{ file: '表.xlsx', bytes }]);
    expect(undecided[0]?.message).toContain('与事实文件里已经写的“11”不一样，没有收回');
    expect(unmatched[0]).toContain('“行政”的实有”在事实文件里现在是“事业”的实有');
    expect(taken?.after).toContain('行政村: 7');
  });

  it('is not taken for another unit’s, nor another file for it', async () => {
    const bytes = await fillForm(await formOf(FACTS), { 党支部总数: 9 });
    const other = await takeForms(await unitOf(FACTS.replace('云溪镇', '松岭镇')), [
      { file: '表.xlsx', bytes },
    ]);
    expect(other.problems[0]?.message).toBe('表.xlsx 是“青禾县云溪镇”的填报表，事实文件是“青禾县松岭镇”的');
    const none = await takeForms(await unitOf(FACTS), [
      { file: '名册.csv', bytes: new TextEncoder().encode('姓名,性别\n甲,男\n') },
    ]);
    expect(none.problems[0]?.message).toContain('没有认出填报表');
  });

  it('tells where the facts then contradict themselves, at the cell', async () => {
    const { taken } = await take(FACTS, { 党支部总数: 3, '分类中的“村”': 8 });
    expect(taken?.contradictions[0]?.message).toMatch(/^表1\.xlsx「数字」C\d+ .*\[roster-total\]$/u);
  });
});
