import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { factsFile } from '../generate-facts/facts-file.ts';

/** REPORT_PROGRAM names another than this checkout's. */
export const PROGRAM = process.env.REPORT_PROGRAM ?? resolve(import.meta.dirname, '../../bin/report.js');

/** A folder with the facts of some units under `facts/`. */
export function makeStage(units: number): string {
  const stage = mkdtempSync(join(tmpdir(), 'report-faults-'));
  for (let index = 0; index < units; index += 1) {
    const { path, text } = factsFile(index, 1);
    const file = join(stage, 'facts', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return stage;
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a batch of the stage's facts into one of its folders; `afterStart` may do something to the process. */
export function runBatch(
  stage: string,
  to: string,
  options: SpawnOptions & {
    readonly more?: readonly string[];
    readonly afterStart?: (kill: () => void) => void;
  } = {},
): Promise<Ran> {
  const { more = [], afterStart, ...rest } = options;
  const args = [PROGRAM, 'batch', join(stage, 'facts'), '-o', join(stage, to), '--jobs', '2', ...more];
  const child = spawn(process.execPath, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (data) => {
    out += data;
  });
  child.stderr?.on('data', (data) => {
    err += data;
  });
  afterStart?.(() => child.kill('SIGKILL'));
  return new Promise((settle) => child.on('close', (status) => settle({ status, out, err })));
}

/** The reports under a folder by their paths, and whatever else lies there besides the records. */
export function survey(folder: string): { readonly reports: Map<string, string>; readonly litter: string[] } {
  const reports = new Map<string, string>();
  const litter: string[] = [];
  // A batch that was killed early has not made its folder.
  if (!existsSync(folder)) return { reports, litter };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.docx')) reports.set(name, readFileSync(join(folder, name), 'base64'));
    else if (name.includes('.tmp') || name.endsWith('lock')) litter.push(name);
  }
  return { reports, litter };
}

/** Throws where something is not as it must be. */
export function expect(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`not held: ${what}`);
}
