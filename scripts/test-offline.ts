// npm run test:offline: makes the offline package for this machine starts it with an empty PATH, and runs the command line's cases with it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillFolder } from './offline/fill-folder.ts';
import { isPlatform } from './offline/platforms.ts';
import { unpackProgram } from './offline/unpack-program.ts';

const platform = `${process.platform}-${process.arch}`;
const scratch = mkdtempSync(join(tmpdir(), 'report-offline-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

if (!isPlatform(platform) || process.platform === 'win32') {
  console.log(`not tried: no offline package for ${platform} can be started by sh`);
} else {
  const folder = join(scratch, 'report');
  fillFolder(folder, { platform, program: unpackProgram(scratch), scratch });
  const program = join(folder, 'report');
  startWithoutPath(program);
  process.exitCode = runCases(program);
}

/** Nothing is on the path: neither Node nor what a start script might ask for. */
function startWithoutPath(program: string): void {
  const sample = join(import.meta.dirname, '..', 'data-samples', 'yunxi-town.yaml');
  const run = (...args: string[]) => execFileSync(program, args, { encoding: 'utf8', env: {}, cwd: scratch });
  const began = performance.now();
  console.log(`version ${run('--version').trim()}, started in ${Math.round(performance.now() - began)} ms`);
  run('build', sample, '-o', 'report.docx');
  run('check', 'report.docx');
}

function runCases(program: string): number {
  const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/cli/cases.test.ts'], {
    stdio: 'inherit',
    env: { ...process.env, REPORT_PROGRAM: program },
  });
  return status ?? 1;
}
