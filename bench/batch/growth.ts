import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { factsFile } from '../../scripts/generate-facts/facts-file.ts';
import { type Cost, measureRun } from './measured-run.ts';

/** Builds so many different units from nothing, again with nothing changed, and again with one of five templates changed. */
export async function benchGrowth(units: number): Promise<void> {
  const stage = makeStage(units);
  const args = ['batch', join(stage, 'facts'), '-o', join(stage, 'out')];
  const first = await measureRun(args);
  print(`${units} 份，第一次`, first, units);
  const second = await measureRun(args);
  print('没有变动', second, units);
  appendFileSync(join(stage, 'templates/special-report/report.hbs'), '\n');
  print('改了一个模板', await measureRun(args), units);
  const faster = (first.wall / second.wall).toFixed(1);
  const cheaper = (first.processor / second.processor).toFixed(1);
  console.log(`  没有变动时快 ${faster} 倍（目标 ≥ 15），少用处理器 ${cheaper} 倍`);
  rmSync(stage, { recursive: true });
}

/** Facts, and the templates as a unit's own, so that one can be changed. */
function makeStage(units: number): string {
  const stage = mkdtempSync(join(tmpdir(), 'report-bench-'));
  cpSync(resolve(import.meta.dirname, '../../templates'), join(stage, 'templates'), { recursive: true });
  for (let index = 0; index < units; index += 1) {
    const { path, text } = factsFile(index, 1);
    const file = join(stage, 'facts', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(join(stage, 'facts/report.config.yaml'), '模板目录: ../templates\n');
  return stage;
}

function print(name: string, { wall, processor, memory, totals }: Cost, units: number): void {
  const each = ((processor / units) * 1000).toFixed(2);
  const rate = Math.round(units / wall);
  console.log(
    `  ${name}：${wall.toFixed(1)} 秒，每秒 ${rate} 份，每份处理器 ${each} 毫秒，内存至多 ${Math.round(memory)} MB；${totals}`,
  );
}
