import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { buildProgram } from '../built-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let program: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  program = await buildProgram();
});
afterEach(() => running?.kill('SIGKILL'));
const FACTS = `单位: { 名称: 青禾县云溪镇, 类型: 镇 }
报告: { 日期: 2023-11-06 }
党支部: { 总数: 12 }
工作: [{ 标题: 抓实季度分析, 内容: 逐个站所摸清底数 }]
问题: [{ 标题: 后备力量偏少 }]
`;

/** A process that watches in a new folder, and how to wait for what it says or writes. */
function start(args: readonly string[], output: string) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.yaml'), FACTS);
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  const path = join(folder, output);
  const printed = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const wait = (holds: () => boolean) => expect.poll(holds).toBe(true);
  return {
    folder,
    child,
    said: () => said,
    saying: (text: string) => wait(() => said.includes(text)),
    printing: (text: string) => wait(() => printed().includes(text)),
  };
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function copyTemplate(folder: string, id: string): string {
  const target = join(folder, 'templates', id);
  cpSync(join(import.meta.dirname, '../../templates/self-review'), target, { recursive: true });
  return target;
}

it('builds again after every change, says what is wrong, and ends at an interruption', async () => {
  const { folder, child, said, saying, printing } = start(
    ['build', 'a.yaml', '--to', 'txt', '--watch'],
    'a.txt',
  );
  const facts = join(folder, 'a.yaml');
  await printing('党支部12个');
  edit(facts, (text) => text.replace('12', '13'));
  await printing('党支部13个');
  edit(facts, (text) => text.replace('13', '十三'));
  await saying('a.yaml:3:');
  await printing('党支部13个');
  edit(facts, (text) => text.replace('十三', '14'));
  await printing('党支部14个');
  writeFileSync(join(folder, 'report.config.yaml'), '模版: own\n');
  await saying('要写的是不是“模板”');
  const own = copyTemplate(folder, 'own');
  writeFileSync(join(folder, 'report.config.yaml'), '模板: own\n');
  edit(join(own, 'template.yaml'), (text) => text.replace('overview: 基本情况', 'overview: 自己的概况'));
  await printing('一、自己的概况');
  edit(join(own, 'report.hbs'), (text) => `${text}{{/each}}`);
  await saying('template-syntax');
  child.kill('SIGINT');
  const [status] = await once(child, 'exit');
  expect(status).toBe(130);
  expect(said()).not.toContain('内部错误');
});

it('makes a sample again after each change of its template', async () => {
  const args = ['templates', 'show', 'self-review', '--sample', '--watch'];
  const { folder, printing } = start(args, 'self-review-样稿.html');
  await printing('基本情况');
  const own = copyTemplate(folder, 'self-review');
  edit(join(own, 'template.yaml'), (text) => text.replace('overview: 基本情况', 'overview: 自己的概况'));
  await printing('自己的概况');
  edit(join(own, 'template.yaml'), (text) => text.replace('overview: 自己的概况', 'overview: 又一个概况'));
  await printing('又一个概况');
});

it('builds again after a change of a roster that the facts name, be it there from the start or not', async () => {
  const watching = start(['build', 'a.yaml', '--to', 'txt', '--watch'], 'a.txt');
  await watching.saying('正在监视');
  const roster = join(watching.folder, '党支部.csv');
  edit(join(watching.folder, 'a.yaml'), (text) => `${text}名册: [党支部.csv]\n`);
  await watching.saying('名册“党支部.csv”没有找到');
  writeFileSync(roster, '党支部名称,支部类别,党员人数\n甲支部,村,3\n');
  await watching.saying('有改动：党支部.csv');
  await watching.saying('党支部.总数写的是12，名册统计是1');
});
