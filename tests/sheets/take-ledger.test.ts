import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read-facts.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { makeLedger, writeLedger } from '../../src/use/ledger.ts';
import { type LedgerTakings, takeLedgers } from '../../src/use/take-ledger.ts';
import { samples } from '../sample-size.ts';
import { dayCell, openLedger, saveLedger } from './fill-ledger.ts';

const SONGLING = `# 松岭镇的事实
单位: {名称: 青禾县松岭镇, 类型: 镇}
报告: {日期: 2024-06-30}
工作: [{标题: 抓学习, 内容: 学了。}]
问题:
  - {编号: P1, 标题: 台账不全}
  - {编号: P2, 标题: "学习 不深入"}
措施:
  - 编号: M1          # 第一条
    标题: 建好台账
    对应问题: [P1, P2]
    责任领导: 安北辰
    责任单位: 党建办
    时限: 2024年12月    # 年底
    状态: 推进中        # 还在做
    佐证:
      - 台账一本        # 在档案室
      - 会议记录；签到表
  - 标题: 开好学习会
    对应问题: P2
    责任单位: '党建办'
    时限: 2024-09-30
    状态: 未开始
`;
const YUNXI = SONGLING.replaceAll('松岭镇', '云溪镇');

async function unitsOf(...texts: readonly string[]) {
  return Promise.all(
    texts.map(async (text, at) => {
      const { value } = await readFacts({ file: `${at}.yaml`, bytes: new TextEncoder().encode(text) });
      if (value === undefined) throw new Error(text);
      return { reading: value, options: { isDraft: false, settings: DEFAULT_SETTINGS } };
    }),
  );
}

async function ledgerOf(...texts: readonly string[]) {
  const units = await unitsOf(...texts);
  const { ledger } = makeLedger(
    units.map(({ reading }) => ({ file: reading.source.file, reading, diagnostics: [] })),
  );
  if (ledger === undefined) throw new Error('no ledger');
  return openLedger(await writeLedger(ledger, 'xlsx'));
}

type Sheet = Awaited<ReturnType<typeof ledgerOf>>;

async function take(texts: readonly string[], ...sheets: readonly Sheet[]): Promise<LedgerTakings> {
  const files = sheets.map((sheet, at) => ({ file: `回${at + 1}.xlsx`, bytes: saveLedger(sheet) }));
  return takeLedgers(await unitsOf(...texts), files);
}

/** What was taken of the only unit, line by line: those that went and those that came. */
function changed(before: string, { units }: LedgerTakings, at = 0): string[] {
  const [old, now] = [before, units[at]?.taken?.after ?? before].map((text) => text.split('\n'));
  const lines = (all: readonly string[] = [], others: readonly string[] = []) =>
    all.filter((line) => !others.includes(line));
  return [...lines(old, now).map((line) => `-${line}`), ...lines(now, old).map((line) => `+${line}`)];
}

describe('a ledger that came back', () => {
  it('takes nothing where nobody filled in anything, whatever program saved it', async () => {
    const sheet = await ledgerOf(SONGLING, YUNXI);
    const taken = await take([SONGLING, YUNXI], sheet);
    expect(taken.units.map(({ taken: each, notes, unmatched }) => [each, notes, unmatched])).toEqual([
      [undefined, [], []],
      [undefined, [], []],
    ]);
    expect([...taken.strangers, ...taken.problems]).toEqual([]);
  });

  it('gives each unit what was filled in for it, comments and other lines as they were', async () => {
    const sheet = await ledgerOf(SONGLING, YUNXI);
    const [first, , meeting] = sheet.rows;
    Object.assign(first ?? {}, {
      完成情况: '已完成',
      完成日期: dayCell(2024, 6, 20),
      佐证: '台账一本；会议记录；签到表；验收单',
      整改成效: '台账建成\n问题清零',
      是否销号: '是',
    });
    Object.assign(meeting ?? {}, { 整改时限: dayCell(2024, 10, 31, true), 完成情况: '推进中' });
    sheet.rows.reverse();
    const taken = await take([SONGLING, YUNXI], sheet);
    expect(changed(SONGLING, taken)).toEqual([
      '-    状态: 推进中        # 还在做',
      '-    时限: 2024-09-30',
      '-    状态: 未开始',
      '+    状态: 已完成        # 还在做',
      '+      - 验收单',
      '+    成效:',
      '+      - 台账建成',
      '+      - 问题清零',
      '+    完成日期: 2024-06-20',
      '+    销号: 是',
      '+    时限: 2024-10',
      '+    状态: 推进中',
    ]);
    expect(taken.units[1]?.taken).toBeUndefined();
  });

  it('is known by unit and 编号, by the title where there is none, with columns moved and rows gone', async () => {
    const sheet = await ledgerOf(SONGLING);
    expect(sheet.above[1]).toContain('填报单位：青禾县松岭镇');
    sheet.rows.splice(0, 2);
    Object.assign(sheet.rows[0] ?? {}, { 完成情况: '推进中', 整改措施: undefined });
    const bytes = saveLedger(sheet, sheet.head.toReversed());
    const taken = await takeLedgers(await unitsOf(SONGLING, YUNXI), [{ file: '回.xlsx', bytes }]);
    expect(taken.units.map(({ unmatched }) => unmatched)).toEqual([[], []]);
    expect(changed(SONGLING, taken)).toEqual(['-    状态: 未开始', '+    状态: 推进中']);
  });

  it('says what belongs to no measure, and to no unit', async () => {
    const sheet = await ledgerOf(SONGLING, YUNXI);
    const { '存根（勿改）': _, ...row } = sheet.rows[0] ?? {};
    sheet.rows.push({ ...row, 编号: 'M9', 完成情况: '已完成' }, { ...row, 编号: '', 整改措施: '另一条' });
    const taken = await take([SONGLING], sheet);
    expect(taken.units[0]?.unmatched).toEqual([
      '回1.xlsx「整改台账」第10行“建好台账。”的编号 M9 在“青禾县松岭镇”的措施里没有',
      '回1.xlsx「整改台账」第11行“另一条”在“青禾县松岭镇”的措施里没有，或者不止一条',
    ]);
    expect([...taken.strangers]).toEqual([['青禾县云溪镇', expect.objectContaining({ rows: 3 })]]);
    expect(taken.units[0]?.taken).toBeUndefined();
  });

  it('takes no row of which two files say different things, and the others', async () => {
    const [one, other] = [await ledgerOf(SONGLING), await ledgerOf(SONGLING)];
    Object.assign(one.rows[0] ?? {}, { 佐证: '甲材料' });
    Object.assign(other.rows[1] ?? {}, { 佐证: '乙材料' });
    Object.assign(other.rows[2] ?? {}, { 完成情况: '推进中' });
    const taken = await take([SONGLING], one, other);
    expect(taken.units[0]?.undecided.map(({ message }) => message)).toEqual([
      '回1.xlsx「整改台账」M4 与 回2.xlsx「整改台账」M5 填的佐证不一样：措施“建好台账”没有收回',
    ]);
    expect(changed(SONGLING, taken)).toEqual(['-    状态: 未开始', '+    状态: 推进中']);
  });

  it('leaves facts alone that were changed after it was written and not in it', async () => {
    const sheet = await ledgerOf(SONGLING);
    const later = SONGLING.replace('状态: 推进中', '状态: 长期坚持');
    expect((await take([later], sheet)).units[0]?.taken).toBeUndefined();
    Object.assign(sheet.rows[0] ?? {}, { 完成情况: '未开始' });
    const both = await take([later], sheet);
    expect(both.units[0]?.taken).toBeUndefined();
    expect(both.units[0]?.undecided[0]?.message).toContain('事实文件在生成台账以后也改过');
  });

  it('takes the difference to the facts where what was written is lost', async () => {
    const sheet = await ledgerOf(SONGLING);
    for (const row of sheet.rows) Object.assign(row, { '存根（勿改）': undefined, 编号: undefined });
    Object.assign(sheet.rows[2] ?? {}, { 完成情况: '长期坚持' });
    const taken = await take([SONGLING], sheet);
    expect(changed(SONGLING, taken)).toEqual(['-    状态: 未开始', '+    状态: 长期坚持']);
  });

  it('takes nothing away for a cell that was emptied, nor what belongs to the facts alone', async () => {
    const sheet = await ledgerOf(SONGLING);
    Object.assign(sheet.rows[0] ?? {}, { 完成情况: undefined, 责任领导: '别人' });
    const { units } = await take([SONGLING], sheet);
    expect(units[0]?.taken).toBeUndefined();
    expect(units[0]?.notes).toEqual([
      '回1.xlsx「整改台账」I4 清空了，没有收回；要删去的，请在事实文件里删。',
      '回1.xlsx「整改台账」第4行“建好台账。”的责任领导与事实文件不同，没有收回；要改的，请改事实文件。',
    ]);
  });

  it('keeps a text with its reference where only another one came', async () => {
    const facts = SONGLING.replace('台账一本        # 在档案室', '登记{{概况.行政村}}村        # 数').replace(
      '工作:',
      '概况: {行政村: 9}\n工作:',
    );
    const sheet = await ledgerOf(facts);
    expect(sheet.rows[0]?.佐证).toBe('登记9村；会议记录；签到表');
    Object.assign(sheet.rows[0] ?? {}, { 佐证: '照片；登记9村；会议记录；签到表' });
    const [unit] = (await take([facts], sheet)).units;
    const { value } = await readFacts({
      file: '',
      bytes: unit?.taken?.bytes ?? new Uint8Array(),
    });
    expect(value?.facts.measures?.[0]?.evidence).toEqual([
      '照片',
      '登记{{概况.行政村}}村',
      '会议记录；签到表',
    ]);
  });
});

describe('a value that cannot be', () => {
  it.each([
    ['完成情况', '完成', '写的是“完成”，不是完成情况的一种', '您是不是想写“已完成”？'],
    ['完成情况', '差不多了', '不是完成情况的一种', '请从 未开始、推进中、已完成、长期坚持 里选一个。'],
    ['完成情况', '已完成', '写的是“已完成”，却没有完成日期', '例如 2024-03-05'],
    ['完成日期', '2024-02-30', '写的是“2024-02-30”，读不出是哪一天，或者没有这一天', '2024年3月5日'],
    ['完成日期', dayCell(2024, 6, 1), '有完成日期，完成情况却是“推进中”', '写“已完成”'],
    ['整改时限', 45_657, '是数字，不是日期', '请写成'],
    ['整改时限', '2204-06', '年份不对', '请写成'],
    ['是否销号', '可能', '不是 是 或 否', '留空'],
    ['佐证', '台账\u200b一本', '里有零宽字符（U+200B）', '重新输入'],
    ['完成情况', { xml: '<c @ t="e"><v>#REF!</v></c>' }, '是错误值 #REF!', '改正这个公式'],
    ['完成情况', { xml: '<c @><f>A1</f></c>' }, '是公式，文件里没有它的计算结果', '保存一次'],
  ])('is refused with all else of its file: %s %j', async (column, value, message, hint) => {
    const sheet = await ledgerOf(SONGLING);
    Object.assign(sheet.rows[0] ?? {}, { [column]: value });
    Object.assign(sheet.rows[2] ?? {}, { 完成情况: '推进中' });
    const { units, problems } = await take([SONGLING], sheet);
    expect(units[0]?.taken).toBeUndefined();
    const [problem] = [...problems, ...(units[0]?.problems ?? [])];
    expect(problem?.message).toMatch(/^回1\.xlsx「整改台账」[A-Z]+4 /);
    expect(problem?.message).toContain(message);
    expect(problem?.hint).toContain(hint);
  });

  it('shows no identity number, nor takes one', async () => {
    const number = '11010519491231002X';
    const sheet = await ledgerOf(SONGLING);
    Object.assign(sheet.rows[0] ?? {}, { 佐证: `${number}的申请书`, 完成情况: number, 是否销号: number });
    const taken = await take([SONGLING], sheet);
    expect(taken.units[0]?.problems).toHaveLength(3);
    expect(JSON.stringify(taken)).not.toContain(number);
  });

  it('is no file that is no ledger', async () => {
    const files = [
      { file: '甲.docx', bytes: new TextEncoder().encode('{\\rtf1') },
      { file: '乙.csv', bytes: new TextEncoder().encode('姓名,性别\n甲,男') },
    ];
    const { problems } = await takeLedgers(await unitsOf(SONGLING), files);
    expect(problems.map(({ message }) => message)).toEqual([
      '甲.docx：文件是 RTF 文件，不是 .xlsx 或 .csv',
      '乙.csv的前20行里没有认出台账的表头（至少要有“整改措施”）',
    ]);
  });

  it('is told where the facts then contradict themselves, and taken', async () => {
    const sheet = await ledgerOf(SONGLING);
    Object.assign(sheet.rows[2] ?? {}, { 完成情况: '已完成', 完成日期: '2024年9月1日' });
    const { units } = await take([SONGLING], sheet);
    expect(units[0]?.problems).toEqual([]);
    expect(units[0]?.taken?.contradictions.map(({ message }) => message.replace(/^.*?「/u, '「'))).toEqual([
      expect.stringContaining('晚于报告日期'),
      expect.stringContaining('[measure-evidence]'),
    ]);
  });
});

describe('whatever was filled in', () => {
  const words = fc.array(
    fc.constantFrom(
      '材料',
      '一本',
      ': ',
      ' #',
      '"',
      "'",
      '- ',
      '{',
      '}',
      '[',
      ',',
      '&',
      '*',
      '0512',
      'no',
      '~',
      '是',
      '%',
      '\\',
      '，',
      '12.50',
    ),
    { minLength: 1, maxLength: 5 },
  );
  const text = words
    .map((parts) => parts.join(''))
    .filter((each) => /[材一是]/u.test(each) && each.trim() === each && !each.endsWith('，'));
  const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });

  it('stands in the facts afterwards, and everything else as before', async () => {
    const read = async (text: string) => {
      const [unit] = await unitsOf(text);
      if (unit === undefined) throw new Error(text);
      return unit.reading.facts;
    };
    const before = await read(SONGLING);
    const empty = await ledgerOf(SONGLING);
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.option(fc.array(text, { minLength: 1, maxLength: 3 })),
        day,
        fc.constantFrom('是', '否'),
        async (evidence, results, completed, closed) => {
          const sheet = structuredClone(empty);
          const [first] = sheet.rows;
          Object.assign(first ?? {}, {
            完成情况: '已完成',
            完成日期: dayCell(2024, completed.month, completed.day),
            佐证: evidence.join('；'),
            ...(results !== null && { 整改成效: results.join('\n') }),
            是否销号: closed,
          });
          const [unit] = (await take([SONGLING], sheet)).units;
          expect(unit?.problems).toEqual([]);
          const facts = await read(unit?.taken?.after ?? '');
          const [measure, ...others] = facts.measures ?? [];
          expect(measure).toEqual({
            ...before.measures?.[0],
            status: '已完成',
            completed: { year: 2024, ...completed },
            evidence,
            ...(results !== null && { results }),
            closed: closed === '是',
          });
          expect({ ...facts, measures: others }).toEqual({
            ...before,
            measures: before.measures?.slice(1),
          });
        },
      ),
      { seed: 11, numRuns: samples(20) },
    );
  });
});
