import { type FSWatcher, watch } from 'chokidar';

/** What is watched: files, which need not be there, and folders with everything in them. */
export interface WatchedPaths {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Tells of files that came, went or were written; of several that come close together once. */
export class FileWatcher {
  readonly #onChange: (paths: readonly string[]) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(onChange: (paths: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  /** Watches these from now on; the promise is kept once nothing of them is missed. */
  async watch({ files, folders }: WatchedPaths): Promise<void> {
    const isFew = files.length <= FEW;
    await Promise.all([
      this.#watchAs('files', files, isFew ? { usePolling: true, interval: POLL_INTERVAL } : {}),
      this.#watchAs('folders', folders, { ignored: isHiddenPath }),
    ]);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await Promise.all([...this.#watchers.values()].map((watcher) => watcher.close()));
  }

  async #watchAs(what: string, paths: readonly string[], manner: Parameters<typeof watch>[1]): Promise<void> {
    const key = [what, ...new Set(paths)].join('\n');
    if (this.#watchers.has(key)) return;
    const old = [...this.#watchers].filter(([each]) => each.startsWith(`${what}\n`) || each === what);
    const watcher = watch([...paths], { ignoreInitial: true, ...manner });
    this.#watchers.set(key, watcher);
    watcher.on('all', (_, path) => this.#note(path));
    // Of a folder that may not be read nothing is told.
    watcher.on('error', () => {});
    if (paths.length > 0) await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
    for (const [each, closing] of old) {
      this.#watchers.delete(each);
      await closing.close();
    }
  }

  #note(path: string): void {
    if (!MATTERS.test(path)) return;
    this.#changed.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = [...this.#changed];
      this.#changed = new Set();
      this.#onChange(changed);
    }, SETTLED);
  }
}

/** Milliseconds: a program that saves a file may touch it several times. */
const SETTLED = 50;

/**
 * A few files are looked at several times a second, which also sees what somebody else writes on a shared drive; of many the system has to
 * tell. Milliseconds.
 */
const FEW = 40;
const POLL_INTERVAL = 100;

/** Facts, configurations, templates, rosters; not the reports that are made beside them. */
const MATTERS = /\.(?:ya?ml|hbs|xlsx|csv)$|\.reportignore$/i;

function isHiddenPath(path: string): boolean {
  return /[\\/](?:\.(?!\.?[\\/]|reportignore$)|node_modules[\\/])/.test(path);
}
