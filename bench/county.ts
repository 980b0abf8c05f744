// npm run bench:county [units…]: checking and rolling up a folder of different units, growing. REPORT_BEFORE names the bin/report.js of an older tree to hold against.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { factsFile } from '../scripts/generate-facts/facts-file.ts';
import { type Cost, measureRun } from './batch/measured-run.ts';

const { REPORT_BEFORE: before } = process.env;
const sizes = process.argv.slice(2).map(Number);

for (const units of sizes.length > 0 ? sizes : [1000, 4000, 10_000]) await benchCounty(units);

/** What is kept of a roll-up is kept in a folder of the stage's own; a small one first lets each program make its code cache. */
async function benchCounty(units: number): Promise<void> {
  const stage = mkdtempSync(join(tmpdir(), 'report-bench-'));
  process.env.XDG_CACHE_HOME = join(stage, 'cache');
  const [facts, few] = [join(stage, 'facts'), join(stage, 'few')];
  const first = makeUnits(facts, units);
  makeUnits(few, 20);
  const rollUp = (folder: string) => ['rollup', folder, '-o', `${folder}.yaml`, '--name', '全省', '--quiet'];
  for (const args of [['check', few], ['check', few], rollUp(few), rollUp(few)]) await measureRun(args);
  const old = before === undefined ? undefined : await measureRun(['check', facts], before);
  const check = await measureRun(['check', facts]);
  const all = await measureRun(rollUp(facts));
  appendFileSync(first, '# 改过\n');
  const one = await measureRun(rollUp(facts));
  console.log(`${units} 个单位`);
  if (old !== undefined) print('核对（以前）', old);
  print('核对', check);
  print('汇总，第一次', all);
  print('汇总，改了一个', one);
  console.log(`  改了一个的比第一次快 ${ratio(all, one)} 倍；第一次汇总是核对的 ${ratio(all, check)} 倍`);
  if (old !== undefined) console.log(`  第一次汇总是以前核对的 ${ratio(all, old)} 倍`);
  rmSync(stage, { recursive: true });
}

/** The path of the first. */
function makeUnits(folder: string, units: number): string {
  const files = Array.from({ length: units }, (_, index) => {
    const { path, text } = factsFile(index, 1);
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
  return files[0] ?? folder;
}

function ratio(a: Cost, b: Cost): string {
  return (a.processor / b.processor).toFixed(2);
}

function print(name: string, { wall, processor, memory }: Cost): void {
  console.log(
    `  ${name}：${wall.toFixed(1)} 秒，处理器 ${processor.toFixed(1)} 秒，内存至多 ${Math.round(memory)} MB`,
  );
}
