import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where the system lets a program say what it needs to know: `process`. */
export interface CacheSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homedir: () => string;
}

/**
 * The folder of this user for what can be made again or be done without, one below the system's own: `~/.cache/report`, on macOS
 * `~/Library/Caches/report`, on Windows `%LOCALAPPDATA%\report\Cache`. It need not exist, nor be writable. Undefined where the user has no
 * home, as a service may.
 */
export function userCacheFolder(surroundings: CacheSurroundings = THIS_PROCESS): string | undefined {
  const { env, platform } = surroundings;
  if (platform === 'win32') {
    const local = absolutePath(env.LOCALAPPDATA) ?? folderBelow(home(surroundings), 'AppData', 'Local');
    return folderBelow(local, 'report', 'Cache');
  }
  if (platform === 'darwin') return folderBelow(home(surroundings), 'Library', 'Caches', 'report');
  // https://specifications.freedesktop.org/basedir-spec: a path that is not absolute is to be ignored.
  return folderBelow(absolutePath(env.XDG_CACHE_HOME) ?? folderBelow(home(surroundings), '.cache'), 'report');
}

const THIS_PROCESS: CacheSurroundings = { env: process.env, platform: process.platform, homedir };

/** Throws on a system that knows no such user; then there is none. */
function home(surroundings: CacheSurroundings): string | undefined {
  try {
    return absolutePath(surroundings.homedir());
  } catch {
    return undefined;
  }
}

function absolutePath(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

function folderBelow(folder: string | undefined, ...names: readonly string[]): string | undefined {
  return folder === undefined ? undefined : join(folder, ...names);
}
