import { execFileSync } from 'node:child_process';
import {
  cpSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = join(ROOT, 'node_modules', '.report-build');
const SOURCES = ['src', 'templates', 'scripts/build.mjs', 'scripts/build', 'package.json'];
/** What an installed package holds of what the program reads. */
const PACKAGE = ['bin', 'completions', 'dist', 'templates', 'package.json'];

let copy: Promise<string> | undefined;

/** Where the program is that REPORT_PROGRAM names, else a copy of ours that the tests of this process share. */
export function buildProgram(): Promise<string> {
  copy ??= copyProgram();
  return copy;
}

/** As `buildProgram`, in a copy of its own: built if its sources are newer than it; who needs it at the same time waits. */
export async function copyProgram(): Promise<string> {
  const given = process.env.REPORT_PROGRAM;
  if (given !== undefined) return given;
  while (!tryLock()) await setTimeout(100);
  try {
    if (isStale()) execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' });
    return copyShipped();
  } finally {
    rmSync(LOCK);
  }
}

/** What users start, out of the reach of a build that comes later. */
function copyShipped(): string {
  const folder = temporaryFolder();
  for (const name of PACKAGE)
    cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter: isShipped });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'bin', 'report.js');
}

/** What starts of the program keep in dist/ comes and goes. */
function isShipped(path: string): boolean {
  return !/\.(cache|tmp)$/.test(path);
}

/** The lock holds its owner's number from the moment it is there; one whose owner is gone does not hold for ever. */
function tryLock(): boolean {
  const own = `${LOCK}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, LOCK);
    return true;
  } catch {
    if (!isRunning(Number(readIfThere(LOCK)))) rmSync(LOCK, { force: true });
    return false;
  } finally {
    rmSync(own);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return String(process.pid);
  }
}

function isStale(): boolean {
  const built = statSync(join(ROOT, 'dist/program.cjs'), { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || SOURCES.some((name) => newest(join(ROOT, name)) > built);
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(stats.mtimeMs, ...inside.map((name) => statSync(join(path, name)).mtimeMs));
}
