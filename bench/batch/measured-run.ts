import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** REPORT_PROGRAM names another than this checkout's. */
const PROGRAM = process.env.REPORT_PROGRAM ?? resolve(import.meta.dirname, '../../bin/report.js');

/** What a run of the program cost: seconds on the clock and of all processors, megabytes at the peak. */
export interface Cost {
  readonly wall: number;
  readonly processor: number;
  readonly memory: number;
  readonly totals: string;
}

/** Runs the program and measures all of its threads. Throws unless it ends with 0. */
export async function measureRun(args: readonly string[], program = PROGRAM): Promise<Cost> {
  const [probe, result] = ['mjs', 'json'].map((ending) =>
    join(tmpdir(), `report-bench-${process.pid}.${ending}`),
  );
  if (probe === undefined || result === undefined) throw new Error('no place to write to');
  writeFileSync(probe, probeText(result));
  const began = performance.now();
  const totals = await run(['--import', probe, program, ...args]);
  const wall = (performance.now() - began) / 1000;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(result, 'utf8'));
  rmSync(probe);
  rmSync(result);
  return { wall, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024, totals };
}

function probeText(result: string): string {
  return `import { isMainThread } from 'node:worker_threads';
import { writeFileSync } from 'node:fs';
if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(result)}, JSON.stringify(process.resourceUsage())));
`;
}

/** The last line that it prints. */
function run(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let tail = '';
  child.stdout.on('data', (data) => {
    tail = (tail + data).slice(-1000);
  });
  return new Promise((settle, fail) => {
    child.on('close', (status) => {
      const last = tail.trimEnd().split('\n').at(-1) ?? '';
      if (status === 0) settle(last);
      else fail(new Error(`status ${status}: ${last}`));
    });
  });
}
