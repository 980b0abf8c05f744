import { hash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Standing } from '../bytes/label.ts';
import { userCacheFolder } from './user-cache-folder.ts';
import { writeWhole } from './write-whole.ts';

/** Remembers what was written last at a place, for formats that cannot carry a fingerprint. */
export interface WrittenRecord {
  /** Undefined where these bytes are not what was written there last. */
  recognise(path: string, bytes: Uint8Array): Standing | undefined;
  /** Whether it could be noted; where not, the file counts as somebody else's next time. */
  note(path: string, bytes: Uint8Array, standing: Standing): boolean;
}

/** The record of `build` and whatever else leaves nothing beside its output: in the user's cache folder. */
export function userRecord(): WrittenRecord {
  const folder = userCacheFolder();
  return folder === undefined ? NO_RECORD : recordIn(join(folder, 'written'), '/');
}

const NO_RECORD: WrittenRecord = { recognise: () => undefined, note: () => false };

/**
 * A record in one file: a line for each writing, its place, content and standing; the last of a place counts. Places are told as hashes of
 * the way from `base`, so that the record gives away no names, and may move together with what it speaks of.
 */
export function recordIn(file: string, base: string): WrittenRecord {
  return {
    recognise(path, bytes) {
      const place = recordedPlace(path, base);
      const line = recordedLines(file).findLast((each) => each.startsWith(place));
      const [, content, standing] = line?.split(' ') ?? [];
      if (content !== hash('sha256', bytes)) return undefined;
      return standing === 'final' || standing === 'draft' ? standing : undefined;
    },
    note(path, bytes, standing) {
      try {
        mkdirSync(dirname(file), { recursive: true });
        trimRecord(file);
        appendFileSync(file, `${recordedPlace(path, base)} ${hash('sha256', bytes)} ${standing}\n`, {
          mode: 0o600,
        });
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The folder is named as the system does, whatever links lead to it. */
function recordedPlace(path: string, base: string): string {
  const way = relative(realOf(base), join(realOf(dirname(path)), basename(path)));
  return hash('sha256', way.replaceAll('\\', '/').normalize('NFC'));
}

function realOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return resolve(folder);
  }
}

/** A record that cannot be read knows nothing. */
function recordedLines(file: string): string[] {
  try {
    return readFileSync(file, 'latin1').split('\n');
  } catch {
    return [];
  }
}

/** A record that has grown long keeps the last line of each place, and of those the newest. */
function trimRecord(file: string): void {
  const lines = recordedLines(file);
  if (lines.length < 2 * MOST_RECORDED) return;
  const last = new Map<string, string>();
  for (const line of lines) {
    const [place = ''] = line.split(' ');
    last.delete(place);
    if (line !== '') last.set(place, line);
  }
  writeWhole(file, Buffer.from(`${[...last.values()].slice(-MOST_RECORDED).join('\n')}\n`));
}

/** Lines. */
const MOST_RECORDED = 2000;
