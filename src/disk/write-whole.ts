import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { errorCode, ioError } from './io-error.ts';
import { beginTemporary, dropTemporary, finishTemporary, temporaryName } from './temporary-files.ts';

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, to the disk, then renamed over the old one. The folders
 * on the way are made; an old file keeps its permissions. UserError where the system refuses, and then the old file is as it was.
 */
export function writeWhole(path: string, content: FileContent): void {
  try {
    const draft = beginDraft(path, content);
    try {
      fsyncSync(draft.file);
    } catch (error) {
      discard(draft);
      throw error;
    }
    publish(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    throw ioError('写入', path, error);
  }
}

/** A file's bytes, or pieces of them that are made while it is written. */
type FileContent = Uint8Array | Iterable<Uint8Array>;

/**
 * Begins to write a file whole or not at all; the promise is kept once the disk has its content and it has its name, so that other work
 * can be done meanwhile. A power cut may take the new name back, never the content: for who looks after it the next time.
 */
export function startWriting(path: string, bytes: Uint8Array): Promise<void> {
  try {
    return finishWriting(beginDraft(path, bytes), path);
  } catch (error) {
    throw ioError('写入', path, error);
  }
}

async function finishWriting(draft: Draft, path: string): Promise<void> {
  try {
    await toDisk(draft.file).catch((error: unknown) => {
      discard(draft);
      throw error;
    });
    await publishLater(draft, path);
  } catch (error) {
    throw ioError('写入', path, error);
  }
}

const toDisk = promisify(fsync);

/** A file's new content under a temporary name; `file` is open. */
interface Draft {
  readonly temporary: string;
  readonly file: number;
}

/** Tells threads of a process apart, and processes of the same number on different machines or at different times. */
const RUN_ID = randomBytes(6).toString('hex');
let serial = 0;

function beginDraft(path: string, content: FileContent): Draft {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), temporaryName(`${RUN_ID}-${serial++}`));
  beginTemporary(temporary);
  let file: number | undefined;
  try {
    file = openSync(temporary, 'wx');
    for (const bytes of content instanceof Uint8Array ? [content] : content) {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    }
    const mode = modeOf(path);
    if (mode !== undefined) fchmodSync(file, mode);
    return { temporary, file };
  } catch (error) {
    if (file !== undefined) closeSync(file);
    dropTemporary(temporary);
    throw error;
  }
}

function publish(draft: Draft, path: string): void {
  closeDraft(draft);
  for (const pause of RENAME_PAUSES) {
    if (isPublished(draft, path, pause)) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

/** As `publish`, but others' work goes on while a file is busy. */
async function publishLater(draft: Draft, path: string): Promise<void> {
  closeDraft(draft);
  for (const pause of RENAME_PAUSES) {
    if (isPublished(draft, path, pause)) return;
    await setTimeout(pause);
  }
}

function closeDraft({ temporary, file }: Draft): void {
  try {
    closeSync(file);
  } catch (error) {
    dropTemporary(temporary);
    throw error;
  }
}

/** Word and virus scanners hold a file for moments: then false, unless there is no pause left to wait for. */
function isPublished({ temporary }: Draft, path: string, pause: number): boolean {
  try {
    renameSync(temporary, path);
    finishTemporary(temporary);
    return true;
  } catch (error) {
    if (pause > 0 && BUSY.has(errorCode(error))) return false;
    dropTemporary(temporary);
    throw error;
  }
}

/** Milliseconds between the tries, of which the last is followed by none. */
const RENAME_PAUSES = [20, 50, 100, 200, 400, 0];
const BUSY = new Set(['EBUSY', 'EPERM', 'EACCES']);

function discard({ temporary, file }: Draft): void {
  closeSync(file);
  dropTemporary(temporary);
}

function modeOf(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : stats.mode & 0o777;
}

/** The new name must outlive a power cut too; some systems cannot sync a folder, and need not. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folders.
  }
}
