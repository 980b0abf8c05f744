import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { isRunning } from '../is-running.ts';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the system's own measure: tells a process from a later one with the same number. Empty where unknown. */
  readonly born: string;
  /** When the lock was taken, ISO 8601. */
  readonly since: string;
}

export function ownHolder(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    born: birthOf(process.pid),
    since: new Date().toISOString(),
  };
}

/** The holder that a lock file names; undefined where it says nothing that can be read. */
export function readHolder(path: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a lock is still held. On this machine the process itself is asked for; of another machine only the lock's age is known, which its
 * holder renews every `HEARTBEAT_MS`.
 */
export function isAlive(path: string, holder: Holder | undefined): boolean {
  const age = ageOf(path);
  if (age === undefined) return false;
  if (holder?.host !== hostname()) return age < ABANDONED_MS;
  if (holder.pid === process.pid) return holder.born === birthOf(process.pid) && holder.born !== '';
  return isRunning(holder.pid) && (holder.born === '' || holder.born === birthOf(holder.pid));
}

export const HEARTBEAT_MS = 10_000;
/** A holder elsewhere that has not renewed its lock for so long is taken for dead. */
const ABANDONED_MS = 120_000;

function ageOf(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : Date.now() - stats.mtimeMs;
}

/** Field 22 of /proc/<pid>/stat, counted behind the name, which may hold anything. Linux only. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'pid' in value && 'host' in value && 'since' in value;
}
