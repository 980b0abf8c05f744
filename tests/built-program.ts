import { execFileSync } from 'node:child_process';
import {
  cpSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = join(ROOT, 'node_modules', '.report-build');
const SOURCES = ['src', 'templates', 'scripts/build.mjs', 'scripts/build', 'package.json'];
/** What an installed package holds of what the program reads. */
const PACKAGE = ['bin', 'completions', 'dist', 'templates', 'package.json'];

/** The program as users start it, in a copy that nothing changes while tests run. */
export interface BuiltProgram {
  readonly path: string;
  remove(): void;
}

/** The program that REPORT_PROGRAM names, else ours: builds it if its sources are newer than it; test files that need it at the same time wait for one another. */
export async function buildProgram(): Promise<BuiltProgram> {
  const given = process.env.REPORT_PROGRAM;
  if (given !== undefined) return { path: given, remove: () => undefined };
  while (!tryLock()) await setTimeout(100);
  try {
    if (isStale()) execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' });
    return copyProgram();
  } finally {
    rmSync(LOCK);
  }
}

function copyProgram(): BuiltProgram {
  const folder = mkdtempSync(join(tmpdir(), 'report-program-'));
  for (const name of PACKAGE)
    cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter: isShipped });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    path: join(folder, 'bin', 'report.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
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
