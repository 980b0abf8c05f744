import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** How often a holder renews its lock, in milliseconds. */
export const HEARTBEAT_MS = 10_000;
/** A lock that nobody renewed for so long belongs to nobody. */
const ABANDONED_MS = 120_000;

/**
 * Whether another machine's lock was abandoned: somebody looked at it two minutes ago or more, noted what was seen, and nothing of it has
 * changed since. No clock is compared with another machine's: a lock is held to itself, and the time between two looks is taken from the
 * file system that both notes lie in.
 */
export function isAbandoned(path: string): boolean {
  const seen = `${path}.seen`;
  const now = lookAtLock(path);
  if (now === undefined) return false;
  const before = watchNote(seen);
  if (before?.look !== now) {
    note(seen, now);
    return false;
  }
  return ageOf(seen, before.time) >= ABANDONED_MS;
}

/** Forgets what was seen of a lock that is no more. */
export function forgetLook(path: string): void {
  rmSync(`${path}.seen`, { force: true });
}

/** What a lock looks like: what it says, and when its holder renewed it by his own clock. */
function lookAtLock(path: string): string | undefined {
  try {
    return `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`;
  } catch {
    return undefined;
  }
}

function watchNote(seen: string): { readonly look: string; readonly time: number } | undefined {
  try {
    return { look: readFileSync(seen, 'utf8'), time: statSync(seen).mtimeMs };
  } catch {
    return undefined;
  }
}

function note(seen: string, look: string): void {
  try {
    writeFileSync(seen, look);
  } catch {
    // It is looked at again the next time.
  }
}

/** The time now is that of a file which is made now, beside the other. */
function ageOf(seen: string, time: number): number {
  const probe = `${seen}.now`;
  try {
    writeFileSync(probe, '');
    return statSync(probe).mtimeMs - time;
  } catch {
    return 0;
  } finally {
    rmSync(probe, { force: true });
  }
}
