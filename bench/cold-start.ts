import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 15;

/** Starts each command from cold, in turn with `node -e 0`, and prints the median of the ratios against its target. */
export function benchColdStart(sample: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'report-bench-'));
  const program = join(import.meta.dirname, '..', 'bin', 'report.js');
  const commands = [
    { name: 'report --help', args: [program, '--help'], target: 1.5 },
    {
      name: 'report build',
      args: [program, 'build', sample, '-o', join(folder, 'a.docx'), '--force'],
      target: 2.2,
    },
  ];
  for (const { name, args, target } of commands) {
    const ratios = Array.from({ length: ROUNDS + 1 }, () => start(args) / start(['-e', '0'])).slice(1);
    console.log(
      `${name.padEnd(16)} ${median(ratios).toFixed(2)} × node -e 0   (target ≤ ${target} ×, ${ROUNDS} rounds)`,
    );
  }
  rmSync(folder, { recursive: true });
}

/** Wall time of a whole process, in milliseconds. */
function start(args: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr}`);
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
