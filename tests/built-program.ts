import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = join(ROOT, 'node_modules', '.report-build');
const SOURCES = ['src', 'templates', 'word-lists', 'scripts/build.mjs', 'package.json'];

/** The program as users start it. */
export const PROGRAM = join(ROOT, 'bin', 'report.js');

/** Builds the program if its sources are newer than it; test files that need it at the same time wait for one another. */
export async function buildProgram(): Promise<void> {
  while (!tryLock()) await setTimeout(100);
  try {
    if (isStale()) execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' });
  } finally {
    rmSync(LOCK, { recursive: true });
  }
}

/** A lock that a killed run left behind does not hold for ever. */
function tryLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 60_000) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function isStale(): boolean {
  const built =
    statSync(join(ROOT, 'dist/precompiled-templates.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((name) => newest(join(ROOT, name)) > built);
}

function newest(path: string): number {
  const own = statSync(path).mtimeMs;
  if (!statSync(path).isDirectory()) return own;
  return Math.max(
    own,
    ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(path, name)).mtimeMs,
    ),
  );
}
