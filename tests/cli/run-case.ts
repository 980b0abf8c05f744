import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface CaseResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/**
 * Runs a case's `cmd`, a line or more of shell in which `report` is `program`, in a fresh copy of the case's `input` folder. The
 * surroundings are fixed: no colours, no terminal, no configuration of the machine's.
 */
export async function runCase(folder: string, program: string): Promise<CaseResult> {
  const place = mkdtempSync(join(tmpdir(), 'report-case-'));
  try {
    const [programs, workplace] = [join(place, 'bin'), join(place, 'work')];
    for (const made of [programs, workplace]) mkdirSync(made);
    symlinkSync(program, join(programs, 'report'));
    if (existsSync(join(folder, 'input'))) cpSync(join(folder, 'input'), workplace, { recursive: true });
    return await run(readFileSync(join(folder, 'cmd'), 'utf8'), workplace, programs);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function run(script: string, workplace: string, programs: string): Promise<CaseResult> {
  const shell = spawn('sh', ['-c', script], {
    cwd: workplace,
    env: { PATH: `${programs}:${process.env.PATH}`, HOME: workplace, LANG: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(shell.stdout),
    text(shell.stderr),
    once(shell, 'close') as Promise<[number | null]>,
  ]);
  return { stdout, stderr, status };
}
