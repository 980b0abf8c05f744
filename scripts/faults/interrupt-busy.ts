import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, PROGRAM } from './stage.ts';

/** Bytes: as long as a facts file may be. */
const LENGTH = 3_900_000;
const COMMANDS = [['check'], ['build'], ['check', '--fix'], ['ledger']];
const STATUSES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Signals to commands that are busy with one very long text: each ends within a second, and nothing is left half written. */
export async function interruptBusy(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'report-faults-'));
  const facts = join(folder, 'facts');
  mkdirSync(facts);
  writeFileSync(join(facts, 'a.yaml'), busyFacts());
  const took: number[] = [];
  let ended = 0;
  for (const command of COMMANDS) {
    for (const [signal, wanted] of Object.entries(STATUSES) as [keyof typeof STATUSES, number][]) {
      const child = spawn(process.execPath, [PROGRAM, ...command, join(facts, 'a.yaml')], {
        stdio: 'ignore',
      });
      const closed = new Promise<number | null>((settle) => {
        child.on('close', (status, by) =>
          settle(by === null ? status : STATUSES[by as keyof typeof STATUSES]),
        );
      });
      await setTimeout(400);
      const asked = performance.now();
      if (!child.kill(signal)) {
        ended += 1;
        continue;
      }
      const status = await closed;
      took.push(Math.round(performance.now() - asked));
      expect(status === wanted, `${command.join(' ')} ends with ${wanted} by ${signal}, not ${status}`);
      const left = readdirSync(facts);
      expect(left.join() === 'a.yaml', `nothing else is left behind: ${left.join()}`);
    }
  }
  rmSync(folder, { recursive: true });
  const slowest = Math.max(...took);
  expect(took.length > 0 && slowest < 1_000, `within a second, not after ${slowest} ms`);
  return `${took.length} busy commands ended within ${slowest} ms (${ended} had ended before), nothing half written`;
}

function busyFacts(): string {
  const passage = '全镇共有党员300名，其中：男200名,女100名；党支部12个（村8个、机关4个）。';
  const points = Array.from(
    { length: LENGTH / 4_500 },
    () => `  - 标题: 抓实党建\n    内容: ${passage.repeat(40)}\n`,
  );
  return `版本: 1\n单位: { 名称: 青禾县云溪镇, 类型: 镇 }\n报告: { 日期: 2023-10-20 }\n工作:\n${points.join('')}问题:\n  - { 标题: 学习不深, 表现: 学习不深入 }\n`;
}
