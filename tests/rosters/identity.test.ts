import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { buildProgram } from '../built-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { makeSheet } from '../xlsx/make-workbook.ts';

/** Made up: region 110101, right and wrong check digits, in all the places where people put them. */
const NUMBERS = ['110101197903056061', '110101199508010119', '11010119630601015X', '110101196207010164'];

const HEAD = [
  '姓名',
  '公民身份号码',
  '性别',
  '出生日期',
  '学历',
  '人员类别',
  '所在党支部',
  '入党日期',
  '是否流动党员',
];
const ROWS = [
  HEAD,
  ['甲乙', NUMBERS[0], '男', '1979.05', '大学', '正式党员', '机关党支部', '2004-07-01', '否'],
  [
    '丙丁',
    '１１０１０１199508010119',
    '男',
    NUMBERS[1],
    NUMBERS[1],
    '正式党员',
    '机关党支部',
    '2018.07',
    '否',
  ],
  [NUMBERS[2], NUMBERS[2], NUMBERS[2], '1963.06', '大学', NUMBERS[2], NUMBERS[2], NUMBERS[2], NUMBERS[2]],
  ['戊己', '110101 19620701 0164', '女', '1962.07', '大学', '预备党员', '机关党支部', '2024.07', '是'],
  ['戊己', NUMBERS[3], '女', '1962.07', '大学', '预备党员', '机关党支部', '2024.07', '是'],
];

const FACTS = `单位: {名称: 青禾县云溪镇, 类型: 镇}
报告: {日期: 2024-11-01, 起: 2024-01-01, 止: 2024-10-31}
党支部: {名册: [{名称: 机关党支部, 党员: 9}]}
党员: {总数: 9, 男: 3, 女: 6, 年龄: {35岁及以下: 9}, 学历: {大专及以上: 9}}
名册: [党员.xlsx, 没有表头.csv, 编制.csv]
工作: [{标题: 抓班子, 内容: 开展集体学习。}]
问题: [{编号: P1, 标题: 学习不够深入, 表现: 学用结合不紧。}]
措施: [{标题: 加强学习, 内容: 制定计划。, 对应问题: P1, 责任单位: 组织办, 时限: 2024-12-31}]
`;

let program: string;
const folder = temporaryFolder();

beforeAll(async () => {
  program = await buildProgram();
});

it('an identity number stands in no output, record, cache or document', () => {
  const town = join(folder, '镇');
  mkdirSync(town);
  writeFileSync(join(town, '党员.xlsx'), makeSheet(ROWS));
  writeFileSync(
    join(town, '没有表头.csv'),
    ROWS.slice(1)
      .map((row) => row.join(','))
      .join('\n'),
  );
  writeFileSync(join(town, '编制.csv'), `类别,核定,实有\n${NUMBERS[0]},24,${NUMBERS[1]}\n`);
  writeFileSync(join(town, '镇.yaml'), FACTS);
  const said = [
    ...['text', 'json', 'sarif', 'github', 'short'].map((format) =>
      run(['check', '镇/镇.yaml', '--format', format, '--all']),
    ),
    run(['build', '镇/镇.yaml', '--draft', '-o', '草稿.docx']),
    run(['build', '镇/镇.yaml', '--draft', '-o', '草稿.html']),
    run(['batch', '镇', '-o', '报告', '--summary', '汇总.html']),
    run(['batch', '镇', '-o', '报告', '--format', 'json']),
    run(['check', '镇/镇.yaml', '--fix']),
  ];
  expect(said.join('\n')).toContain('roster-row');
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:xlsx|csv)$/u.test(entry.name))
    .map((entry) => contentOf(readFileSync(join(entry.parentPath, entry.name))));
  expect(written.length).toBeGreaterThan(4);
  for (const text of [...said, ...written]) {
    const plain = text.normalize('NFKC').replace(/[\s-]/gu, '');
    for (const number of NUMBERS) expect(plain).not.toContain(number.slice(0, 14));
  }
});

function run(args: readonly string[]): string {
  const home = { HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') };
  const env = { ...process.env, ...home, NO_COLOR: '1' };
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return `${stdout}\n${stderr}`;
}

/** A file as text, the parts of an archive unpacked. */
function contentOf(bytes: Buffer): string {
  const texts = [bytes.toString('utf8')];
  for (let at = bytes.indexOf('PK\x03\x04'); at !== -1; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 18));
    texts.push((bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
  }
  return texts.join('\n');
}
