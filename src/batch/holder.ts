import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { isRunning } from './is-running.ts';

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the system's own measure: tells a process from a later one with the same number. Empty where unknown. */
  readonly born: string;
  /** When the lock was taken, ISO 8601. */
  readonly since: string;
  /** Tells this taking from every other. */
  readonly token: string;
}

export function ownHolder(): LockHolder {
  return {
    pid: process.pid,
    host: hostname(),
    born: birthOf(process.pid),
    since: new Date().toISOString(),
    token: randomBytes(12).toString('hex'),
  };
}

/** The holder that a lock file names; undefined where it says nothing that can be read. */
export function readHolder(path: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a lock's process is still at work: on this machine it is asked for. Undefined for another machine's, of which this one knows
 * nothing: clocks differ, so no age tells that it is dead.
 */
export function isAlive({ host, pid, born }: LockHolder): boolean | undefined {
  if (host !== hostname()) return undefined;
  if (pid === process.pid) return born === birthOf(process.pid) && born !== '';
  return isRunning(pid) && (born === '' || born === birthOf(pid));
}

/** Field 22 of /proc/<pid>/stat, counted after the name, which may hold anything. Linux only. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isHolder(value: unknown): value is LockHolder {
  return typeof value === 'object' && value !== null && 'pid' in value && 'host' in value && 'since' in value;
}
