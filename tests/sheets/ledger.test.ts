import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import { ledgerOf } from '../../src/sheets/ledger.ts';
import { ledgerTotalsLine } from '../../src/sheets/ledger-columns.ts';
import { ledgerDocument } from '../../src/sheets/ledger-document.ts';
import { ledgerSheet } from '../../src/sheets/ledger-sheet.ts';
import { whyLeftOut } from '../../src/sheets/why-left-out.ts';
import { printDocument } from '../../src/write/print-document.ts';

const FACTS: Facts = {
  unit: { name: '青禾县云溪镇' },
  report: { date: { year: 2023, month: 11, day: 6 } },
  members: { total: 300 },
  problems: [
    { id: 'a', title: '督办不到位。', body: '台账不全', cases: ['共有党员{{党员.总数}}名'] },
    { id: 'b', title: '学习不深入' },
    { id: 'c', title: '没有措施' },
  ],
  measures: [
    {
      title: '建台账',
      body: '逐项登记',
      problems: ['a', 'b'],
      status: '推进中',
      deadline: { year: 2023, month: 10, day: 31 },
      results: ['已登记12项。'],
    },
    {
      title: '开好学习会',
      problems: ['b'],
      status: '已完成',
      deadline: { year: 2023, month: 9 },
      completed: { year: 2023, month: 9, day: 20 },
      closed: true,
      evidence: ['会议记录', '签到表。'],
    },
    { title: '常抓不懈', deadline: '长期坚持' },
  ],
};

const source = (facts: Facts) => ({ facts, written: new Map<string, string>() });

/** The table's rows as texts; a cell that hangs down from above is left out. */
function printed(...args: Parameters<typeof ledgerOf>): string[] {
  const [table] = printDocument(ledgerDocument(ledgerOf(...args))).body;
  if (table?.type !== 'table') return [];
  return table.rows.map(({ cells }) =>
    cells.map(({ spans }) => spans.map(({ text }) => text).join('')).join('|'),
  );
}

describe('a ledger', () => {
  it('has a row for every measure of every problem', () => {
    expect(printed([source(FACTS)])).toEqual([
      '序号|反馈问题|具体表现|整改措施|责任领导|责任单位|责任人|整改时限|完成情况|佐证|是否销号',
      '1|督办不到位|台账不全。共有党员300名。|建台账。逐项登记。||||2023年10月31日|推进中，超期6天。已登记12项||',
      '2|学习不深入||建台账。逐项登记。||||2023年10月31日|推进中，超期6天。已登记12项||',
      '开好学习会。||||2023年9月|已完成（2023年9月20日）|会议记录；签到表|是',
      '3|没有措施|||||||||',
      '|综合性措施||常抓不懈。||||长期坚持|长期坚持||',
      '合计|反馈问题3个，整改措施3条，其中已完成1条、推进中1条、未开始0条、长期坚持1条；超期未完成1条。',
    ]);
  });

  it.each([
    [{ year: 2023, month: 10, day: 31 }, ''],
    [{ year: 2023, month: 11, day: 1 }, '超期1天'],
    [{ year: 2024, month: 3, day: 1 }, '超期122天'],
  ])('held against %j says %s', (asOf, said) => {
    expect(printed([source(FACTS)], asOf)[1]).toContain(`推进中${said && `，${said}`}。`);
  });

  it('takes a month for over with its last day', () => {
    const measures = [{ title: '甲', problems: ['a'], status: '未开始', deadline: { year: 2024, month: 2 } }];
    const rows = (day: number, month: number) =>
      printed([source({ ...FACTS, measures })], { year: 2024, month, day })[1];
    expect(rows(29, 2)).not.toContain('超期');
    expect(rows(1, 3)).toContain('超期1天');
  });

  it('counts what says nothing of its state, so that the parts add up', () => {
    const measures = [{ title: '甲', problems: ['a'] }];
    expect(ledgerTotalsLine(ledgerOf([source({ ...FACTS, measures })]))).toContain('未注明状态1条');
  });

  it('names the unit of each row where there are several', () => {
    const other = { ...FACTS, unit: { name: '青禾县松岭镇' }, measures: [] };
    const rows = printed([source(FACTS), source(other)]);
    expect(rows[0]).toMatch(/^单位\|序号\|/);
    expect(rows.filter((row) => row.startsWith('青禾县松岭镇|'))).toHaveLength(3);
  });

  it('holds each unit against its own report unless it is told a day', () => {
    const later = { ...FACTS, report: { date: { year: 2023, month: 12, day: 1 } } };
    const ledger = ledgerOf([source(FACTS), source(later)]);
    expect([...ledger.rows].map(({ measure }) => measure?.overdue).filter((days) => days)).toEqual([
      6, 6, 31, 31,
    ]);
    expect(ledger.asOf).toBeUndefined();
    expect(ledgerOf([source(FACTS), source(later)], { year: 2024, month: 1, day: 1 }).asOf).toBeDefined();
  });
});

describe('what a ledger leaves out', () => {
  const problem = (rule: string, path: string) =>
    ({
      rule,
      path,
      severity: 'error',
      message: '',
      file: 'a.yaml',
      start: AT,
      end: AT,
      hint: '',
      related: [],
    }) as const;
  const AT = { line: 1, column: 1 };

  it('is only what could not be read', () => {
    expect(whyLeftOut(FACTS, [])).toBeUndefined();
    expect(whyLeftOut(FACTS, [problem('measure-deadline', 'measures.0.deadline')])).toBeUndefined();
    expect(whyLeftOut(FACTS, [problem('schema', 'members.total')])).toBeUndefined();
    expect(whyLeftOut(FACTS, [problem('schema', 'measures.0.status')])).toBe(
      '问题和措施里有1个错误，没有读全',
    );
    expect(whyLeftOut(FACTS, [problem('sensitive-data', 'problems.0.body')])).toContain('没有读全');
    expect(whyLeftOut(undefined, [problem('yaml-syntax', '')])).toBe('事实文件读不出来，有1个错误');
    expect(whyLeftOut({ unit: { name: '甲镇' } }, [])).toBe('没有写问题和措施');
  });

  it('say the limit of a unit whose measures meet its problems too often', () => {
    const unit = { name: '甲镇' };
    const problems = Array.from({ length: 100 }, (_, at) => ({ id: `P${at}`, title: `第${at}个` }));
    const all = problems.map(({ id }) => id);
    const measuresFor = (count: number) =>
      Array.from({ length: count }, () => ({ title: '落实', problems: all }));
    expect(whyLeftOut({ unit, problems, measures: measuresFor(50) }, [])).toBeUndefined();
    expect(whyLeftOut({ unit, problems, measures: measuresFor(51) }, [])).toContain('5100行，超过了5000行');
    const long = { title: '落实'.repeat(50_000), problems: all };
    expect(whyLeftOut({ unit, problems, measures: [long] }, [])).toContain('超过了4000000个字符');
  });

  it('is named in the ledger itself, with the reason', () => {
    const ledger = ledgerOf([source(FACTS)], undefined, [{ unit: '石泉乡', why: '事实文件读不出来' }]);
    const { body } = printDocument(ledgerDocument(ledger));
    const [table] = body;
    const note = table?.type === 'table' ? table.rows.at(-1)?.cells[0] : undefined;
    expect(note?.spans.map(({ text }) => text).join('')).toBe(
      '没有列入的单位1个：石泉乡（事实文件读不出来）。',
    );
    expect(table?.type === 'table' && table.legend[0]?.map(({ text }) => text).join('')).toBe(
      '填报单位：1个（另有1个没有列入，见表末）',
    );
  });

  it('and in the sheet, which has the days overdue as numbers', async () => {
    const ledger = ledgerOf([source(FACTS)], undefined, [{ unit: '石泉乡', why: '事实文件读不出来' }]);
    const parts = unzipSync(await ledgerSheet(ledger));
    const [texts = '', sheet = ''] = ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'].map((name) =>
      new TextDecoder().decode(parts[name]),
    );
    expect(texts).toContain('没有列入的单位1个：石泉乡（事实文件读不出来）。');
    expect(texts).toContain('超期天数');
    expect(texts).not.toContain('超期6天');
    expect(sheet).toMatch(/<c r="K4" s="\d+"><v>6<\/v><\/c>/);
  });
});
