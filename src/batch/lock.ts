import { existsSync, mkdirSync, readdirSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode, ioError } from '../disk/io-error.ts';
import { isAlive, type LockHolder, ownHolder, readHolder } from './holder.ts';
import { forgetLook, HEARTBEAT_MS, isAbandoned } from './watched.ts';

/** An output folder that is ours until it is released. */
export interface Lock {
  /** Whether it was left behind by a batch that died. */
  readonly isTakenOver: boolean;
  /** Whether it is no longer ours: somebody removed it by hand, or took it over. */
  isLost(): boolean;
  /** Gives it back, if it is still ours; what somebody else holds by now stays his. */
  release(): void;
}

/**
 * Takes the records folder for one batch, or for one shard of it; shards hold their own locks side by side, the whole batch excludes them all.
 * UserError that names the holder where somebody else is at work. `onLost` hears of a lock that is no longer ours.
 */
export function takeLock(folder: string, shardName: string | undefined, onLost = () => {}): Lock {
  const name = shardName === undefined ? WHOLE_LOCK : `${WHOLE_LOCK}-${shardName}`;
  const path = join(folder, name);
  makeLockFolder(folder);
  const holder = ownHolder();
  const isTakenOver = !create(path, holder) && takeOver(path, holder);
  try {
    refuseRivals(folder, name);
  } catch (error) {
    unlinkSync(path);
    throw error;
  }
  forgetLook(path);
  return holdOn({ path, holder, isTakenOver, onLost });
}

const WHOLE_LOCK = 'lock';

function makeLockFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw ioError('建立', folder, error);
  }
}

/** Whether there was no lock yet, so that it is ours now. */
function create(path: string, holder: LockHolder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw ioError('写入', path, error);
  }
}

/** Removes a dead holder's lock and takes it; a guard keeps two that see the same dead lock from removing each other's. */
function takeOver(path: string, holder: LockHolder): true {
  refuseIfAlive(path);
  const guard = `${path}.takeover`;
  if (!isHeld(guard)) unlinkIfThere(guard);
  if (!create(guard, holder)) refuseLock(path);
  try {
    refuseIfAlive(path);
    unlinkIfThere(path);
    if (!create(path, holder)) refuseLock(path);
    return true;
  } finally {
    unlinkIfThere(guard);
    forgetLook(guard);
  }
}

/** The whole excludes every shard and every shard the whole; shards of another division too, for they would overlap. */
function refuseRivals(folder: string, own: string): void {
  for (const name of readdirSync(folder)) {
    const isLock = name === WHOLE_LOCK || /^lock-\d+-of-\d+$/.test(name);
    if (isLock && name !== own && !areSisters(name, own)) refuseIfAlive(join(folder, name));
  }
}

function areSisters(a: string, b: string): boolean {
  const division = (name: string) => /-of-\d+$/.exec(name)?.[0];
  return division(a) !== undefined && division(a) === division(b);
}

function refuseIfAlive(path: string): void {
  if (isHeld(path)) refuseLock(path);
}

/** What cannot be read may be being written at this moment, on whatever machine: it is watched as another machine's is. */
function isHeld(path: string): boolean {
  if (!existsSync(path)) return false;
  const holder = readHolder(path);
  const alive = holder === undefined ? undefined : isAlive(holder);
  return alive ?? !isAbandoned(path);
}

function refuseLock(path: string): never {
  const holder = readHolder(path);
  const who =
    holder === undefined
      ? '另一个批处理'
      : `另一个批处理：进程 ${holder.pid}，主机 ${holder.host}，从 ${holder.since} 开始`;
  const isElsewhere = holder !== undefined && isAlive(holder) === undefined;
  throw new UserError(
    `输出文件夹正被占用。占用者是${who}${heldFor(holder)}。`,
    `请等它结束再运行。${isElsewhere ? HELD_ELSEWHERE : ''}如果确认它已经不在运行，请删除 ${path} 后重试。`,
  );
}

const HELD_ELSEWHERE =
  '它在另一台机器上，这里看不到它是否还在运行：占用的记号两分钟以后仍然没有变动，下一次运行就会接管。';

function heldFor(holder: LockHolder | undefined): string {
  const seconds = Math.round((Date.now() - Date.parse(holder?.since ?? '')) / 1000);
  if (!Number.isFinite(seconds)) return '';
  return seconds < 60 ? `，已 ${Math.max(0, seconds)} 秒` : `，已 ${Math.floor(seconds / 60)} 分钟`;
}

interface Holding {
  readonly path: string;
  readonly holder: LockHolder;
  readonly isTakenOver: boolean;
  readonly onLost: () => void;
}

/** Renews the lock until it is released or lost. */
function holdOn({ path, holder, isTakenOver, onLost }: Holding): Lock {
  const isOurs = () => readHolder(path)?.token === holder.token;
  const heartbeat = setInterval(() => {
    if (isOurs()) return touch(path);
    clearInterval(heartbeat);
    onLost();
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    if (isOurs()) unlinkIfThere(path);
  };
  return { isTakenOver, isLost: () => !isOurs(), release };
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // It was removed at this very moment: the next time that is seen.
  }
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw ioError('删除', path, error);
  }
}
