import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../bin/report.js', import.meta.url));

export interface CaseResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/**
 * Runs a case's `cmd`, a line or more of shell in which `report` is the program, in a fresh copy of the case's `input` folder. The
 * surroundings are fixed: no colours, no terminal, no configuration of the machine's.
 */
export function runCase(folder: string): CaseResult {
  const workplace = mkdtempSync(join(tmpdir(), 'report-case-'));
  try {
    if (existsSync(join(folder, 'input'))) cpSync(join(folder, 'input'), workplace, { recursive: true });
    const script = `report() { "${process.execPath}" "${PROGRAM}" "$@"; }\n${readFileSync(join(folder, 'cmd'), 'utf8')}`;
    const { stdout, stderr, status } = spawnSync('sh', ['-c', script], {
      cwd: workplace,
      env: { PATH: process.env.PATH, HOME: workplace, LANG: 'C.UTF-8', TZ: 'UTC' },
      encoding: 'utf8',
      input: '',
    });
    return { stdout, stderr, status };
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}
