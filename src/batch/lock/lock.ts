import { mkdirSync, readdirSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { codeOf, ioError } from '../../disk/io-error.ts';
import { HEARTBEAT_MS, type Holder, isAlive, ownHolder, readHolder } from './holder.ts';

/** An output folder that is ours until it is released. */
export interface Lock {
  /** Whether it was left behind by a batch that died. */
  readonly isTakenOver: boolean;
  release(): void;
}

/**
 * Takes the records folder for one batch, or for one shard of it; shards hold their own locks side by side, the whole batch excludes them all.
 * UserError that names the holder where somebody else is at work.
 */
export function takeLock(folder: string, shardName: string | undefined): Lock {
  const name = shardName === undefined ? WHOLE : `${WHOLE}-${shardName}`;
  const path = join(folder, name);
  makeFolder(folder);
  const holder = ownHolder();
  const isTakenOver = !create(path, holder) && takeOver(path, holder);
  try {
    refuseRivals(folder, name);
  } catch (error) {
    unlinkSync(path);
    throw error;
  }
  return holdOn(path, isTakenOver);
}

const WHOLE = 'lock';

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw ioError('建立', folder, error);
  }
}

/** Whether there was no lock yet, so that it is ours now. */
function create(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw ioError('写入', path, error);
  }
}

/** Removes a dead holder's lock and takes it; a guard keeps two that see the same dead lock from removing each other's. */
function takeOver(path: string, holder: Holder): true {
  refuseIfAlive(path);
  const guard = `${path}.takeover`;
  dropAbandonedGuard(guard);
  if (!create(guard, holder)) refuse(path);
  try {
    refuseIfAlive(path);
    unlinkIfThere(path);
    if (!create(path, holder)) refuse(path);
    return true;
  } finally {
    unlinkIfThere(guard);
  }
}

/** The whole excludes every shard and every shard the whole; shards of another division too, for they would overlap. */
function refuseRivals(folder: string, own: string): void {
  for (const name of readdirSync(folder)) {
    const isLock = name === WHOLE || /^lock-\d+-of-\d+$/.test(name);
    if (isLock && name !== own && !areSisters(name, own)) refuseIfAlive(join(folder, name));
  }
}

function areSisters(a: string, b: string): boolean {
  const division = (name: string) => /-of-\d+$/.exec(name)?.[0];
  return division(a) !== undefined && division(a) === division(b);
}

function refuseIfAlive(path: string): void {
  if (isAlive(path, readHolder(path))) refuse(path);
}

function refuse(path: string): never {
  const holder = readHolder(path);
  const who =
    holder === undefined
      ? '另一个批处理'
      : `另一个批处理：进程 ${holder.pid}，主机 ${holder.host}，从 ${holder.since} 开始`;
  throw new UserError(
    `输出文件夹正被占用。占用者是${who}${heldFor(holder)}。`,
    `请等它结束再运行。如果确认它已经不在运行，请删除 ${path} 后重试。`,
  );
}

function heldFor(holder: Holder | undefined): string {
  const seconds = Math.round((Date.now() - Date.parse(holder?.since ?? '')) / 1000);
  if (!Number.isFinite(seconds)) return '';
  return seconds < 60 ? `，已 ${Math.max(0, seconds)} 秒` : `，已 ${Math.floor(seconds / 60)} 分钟`;
}

/** Renews the lock's age until it is released. */
function holdOn(path: string, isTakenOver: boolean): Lock {
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    unlinkIfThere(path);
  };
  return { isTakenOver, release };
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // Somebody removed the lock by hand: nothing to renew.
  }
}

const GUARD_MS = 10_000;

function dropAbandonedGuard(guard: string): void {
  const stats = statSync(guard, { throwIfNoEntry: false });
  if (stats !== undefined && Date.now() - stats.mtimeMs > GUARD_MS) unlinkIfThere(guard);
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw ioError('删除', path, error);
  }
}
