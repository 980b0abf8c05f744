import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { factsFile } from '../scripts/generate-facts/facts-file.ts';
import type { Document, TableRow } from '../src/document/tree.ts';
import { writeDocx } from '../src/write/docx/write-docx.ts';
import { HOSTILE_TEXTS } from '../tests/rules/hostile-texts.ts';

const PROGRAM = process.env.REPORT_PROGRAM ?? resolve(import.meta.dirname, '../bin/report.js');
const GROWN = 4;
const TURNS = 3;

/** Files by their names, of which the first is checked; a folder is checked as a whole. */
type InputFiles = Readonly<Record<string, string | Uint8Array>>;

interface Growing {
  readonly name: string;
  /** So many that the check takes clearly longer than the program's start. */
  readonly count: number;
  make(count: number): InputFiles;
}

const INPUTS: readonly Growing[] = [
  { name: '单位', count: 500, make: (count) => unitsOf(count) },
  { name: '工作', count: 4000, make: (count) => facts(`工作:\n${repeated(count, (at) => WORK_ITEM(at))}`) },
  { name: '问题和措施', count: 2000, make: (count) => facts(`${WORK}${problemsOf(count)}`, '') },
  { name: '党支部名册', count: 2000, make: (count) => facts(`${branchesOf(count)}${WORK}`) },
  { name: '党员名册（.csv）', count: 20_000, make: rosterOf },
  { name: '各行的发现', count: 4000, make: (count) => facts(`工作:\n${repeated(count, FAULTY_ITEM)}`) },
  { name: '一行里的发现', count: 40_000, make: (count) => facts(workWith('走访,'.repeat(count))) },
  {
    name: '一行',
    count: 200_000,
    make: (count) => facts(workWith('组织学习，走访群众。'.repeat(count / 10))),
  },
  { name: '一行里的数', count: 10_000, make: (count) => facts(workWith('办结3件，'.repeat(count))) },
  { name: '一段的行', count: 20_000, make: (count) => facts(paragraphOf(count)) },
  { name: '空行', count: 100_000, make: (count) => facts(`${WORK}${'\n'.repeat(count)}结语: 特此报告。\n`) },
  {
    name: '.txt 的行',
    count: 10_000,
    make: (count) => text(`${'一、走访群众，办结事项12件。\n'.repeat(count)}`),
  },
  { name: '.txt 的一行', count: 40_000, make: (count) => text(`${'走访,'.repeat(count)}\n`) },
  { name: '.txt 的空行', count: 100_000, make: (count) => text(`${'\n'.repeat(count)}完。\n`) },
  { name: '.docx 的表格行', count: 2000, make: tableOf },
];

/**
 * How the processor time of a check grows with each input that people can make long: the exponent is 1 where four times as much takes four
 * times as long. Whole processes, less what the program's start takes; the least of some turns.
 */
export function benchInputs(): void {
  const stage = mkdtempSync(join(tmpdir(), 'report-bench-'));
  process.env.XDG_CACHE_HOME = join(stage, 'cache');
  const start = leastOf(() => checkTime(stage, facts(WORK)));
  for (const { name, count, make } of INPUTS) {
    const [small, large] = [make(count), make(count * GROWN)];
    const [one = 0, more = 0] = [small, large].map((files) => leastOf(() => checkTime(stage, files)) - start);
    const exponent = Math.log(more / Math.max(one, 0.01)) / Math.log(GROWN);
    console.log(
      `${name} ${count} → ${count * GROWN}：${one.toFixed(2)} → ${more.toFixed(2)} 秒，指数 ${exponent.toFixed(2)}（目标 ≤ 1.05）`,
    );
  }
  for (const [name, files] of LONGEST) {
    console.log(`${name}：${leastOf(() => checkTime(stage, files)).toFixed(2)} 秒（目标 ≤ 3）`);
  }
  rmSync(stage, { recursive: true });
}

function leastOf(run: () => number): number {
  return Math.min(...Array.from({ length: TURNS }, run));
}

/** Seconds of all processors. */
function checkTime(stage: string, files: InputFiles): number {
  const folder = mkdtempSync(join(stage, 'input-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const [first = ''] = Object.keys(files);
  const checked = first.includes('/') ? folder : join(folder, first);
  const probe =
    "process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s}=process.resourceUsage();require('fs').writeSync(3,String((u+s)/1e6))})";
  writeFileSync(join(stage, 'probe.cjs'), probe);
  const { output, status } = spawnSync(
    process.execPath,
    ['--require', join(stage, 'probe.cjs'), PROGRAM, 'check', checked],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], maxBuffer: 1 << 20 },
  );
  rmSync(folder, { recursive: true });
  if (status !== 0 && status !== 1) throw new Error(`status ${status} of ${checked}`);
  return Number(output[3]);
}

const HEAD =
  '版本: 1\n单位: {名称: 云溪县青禾镇, 类型: 镇, 自称: 镇党委}\n报告: {日期: 2023-10-20, 落款: 中共青禾镇委员会}\n';
const WORK = '工作:\n  - 标题: 抓学习\n    内容: 组织学习。\n';
const PROBLEMS =
  '问题:\n  - 标题: 台账不全\n    表现: 登记不及时。\n措施:\n  - 标题: 建台账\n    责任单位: 党建办\n    时限: 2023-12-31\n';

function facts(body: string, rest = PROBLEMS): InputFiles {
  return { 'a.yaml': `${HEAD}${body}${rest}` };
}

function text(body: string): InputFiles {
  return { 'a.txt': `自查报告\n\n县委：\n${body}` };
}

function repeated(count: number, item: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => item(at)).join('');
}

const WORK_ITEM = (at: number) => `  - 标题: 抓好第${at}项教育\n    内容: 组织学习，走访群众，办结事项。\n`;
const FAULTY_ITEM = (at: number) => `  - 标题: 抓好第${at}项教育\n    内容: 组织学习,走访群众.\n`;

function workWith(prose: string): string {
  return `工作:\n  - 标题: 抓学习\n    内容: ${JSON.stringify(prose)}\n`;
}

function paragraphOf(lines: number): string {
  return `工作:\n  - 标题: 抓学习\n    内容: |\n${'      组织学习，走访群众。\n'.repeat(lines)}`;
}

function problemsOf(count: number): string {
  const problems = repeated(
    count,
    (at) => `  - 编号: W${at}\n    标题: 第${at}个方面不够\n    表现: 台账不全。\n`,
  );
  const measures = repeated(
    count,
    (at) =>
      `  - 标题: 抓好第${at}项整改\n    对应问题: [W${at}]\n    责任单位: 党建办\n    时限: 2023-12-31\n`,
  );
  return `问题:\n${problems}措施:\n${measures}`;
}

function branchesOf(count: number): string {
  return `党支部:\n  名册:\n${repeated(
    count,
    (at) =>
      `    - 名称: 第${at}村党支部\n      类别: 村\n      党员: 16\n      书记: { 姓名: 甲某, 出生: 1985.08 }\n`,
  )}`;
}

function rosterOf(rows: number): InputFiles {
  const lines = repeated(
    rows,
    (at) => `${at + 1},甲${at},${at % 2 ? '男' : '女'},1980-01-${(at % 28) + 1},2010-07-01\n`,
  );
  return {
    ...facts(`名册:\n  - 党员.csv\n党员:\n  总数: ${rows}\n${WORK}`),
    '党员.csv': `序号,姓名,性别,出生日期,入党时间\n${lines}`,
  };
}

function unitsOf(count: number): InputFiles {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => factsFile(at, 1)).map((file) => [file.path, file.text]),
  );
}

function tableOf(count: number): InputFiles {
  const row = (cells: readonly string[], isHeader: boolean): TableRow => ({
    isHeader,
    cells: cells.map((each) => ({
      children: [{ type: 'text', text: each }],
      columnSpan: 1,
      rowSpan: 1,
      align: 'center',
    })),
  });
  const rows = Array.from({ length: count }, (_, at) => row([`第${at}村`, '3', '4', '7'], false));
  const document: Document = {
    title: [{ type: 'text', text: '自查报告' }],
    subtitle: [],
    body: [
      {
        type: 'table',
        legend: [],
        columns: [0.25, 0.25, 0.25, 0.25],
        rows: [row(['单位', '男', '女', '合计'], true), ...rows],
      },
    ],
    signature: {},
    attachments: [],
    isDraft: false,
  };
  return { 'a.docx': writeDocx(document, { author: '', date: new Date(0) }) };
}

/** Sixteen texts of 20,000 to 80,000 characters in one file. */
function hostileFacts(): InputFiles {
  const step = Math.floor(HOSTILE_TEXTS.length / 16);
  const texts = Array.from({ length: 16 }, (_, at) => HOSTILE_TEXTS[at * step]?.(20_000 + 4_000 * at) ?? '');
  return facts(
    `工作:\n${texts.map((each, at) => `  - 标题: 第${at}项\n    内容: ${JSON.stringify(each)}\n`).join('')}`,
  );
}

const LONGEST: readonly (readonly [name: string, files: InputFiles])[] = [
  ['十六段专难为规则的长文', hostileFacts()],
  ['一行里 100,000 处重复，事实文件', facts(workWith('办结3件，'.repeat(100_000)))],
  ['一行里 100,000 处重复，.txt', text(`${'办结3件，'.repeat(100_000)}\n`)],
  ['一行里 100,000 个不成对的标点', facts(workWith('”'.repeat(100_000)))],
];
