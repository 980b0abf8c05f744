import { statSync } from 'node:fs';
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
  readonly #polled = new Map<string, string>();
  #polling: NodeJS.Timeout | undefined;
  #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(onChange: (paths: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  /** Watches these from now on; the promise is kept once nothing of them is missed. */
  async watch({ files, folders }: WatchedPaths): Promise<void> {
    const isPolled = (file: string) => this.#polled.has(file) || stampOf(file) === NOT_THERE;
    this.#poll(files.length <= FEW ? files : files.filter(isPolled));
    const others = files.filter((file) => !this.#polled.has(file));
    await Promise.all([
      this.#watchAs('files', others, {}),
      this.#watchAs('folders', folders, { ignored: isHiddenPath }),
    ]);
  }

  async close(): Promise<void> {
    clearInterval(this.#polling);
    clearTimeout(this.#timer);
    await Promise.all([...this.#watchers.values()].map((watcher) => watcher.close()));
  }

  /** What was looked at before keeps its stamp, so that no change falls between two calls. */
  #poll(files: readonly string[]): void {
    const wanted = new Set(files);
    for (const file of this.#polled.keys()) if (!wanted.has(file)) this.#polled.delete(file);
    for (const file of wanted) if (!this.#polled.has(file)) this.#polled.set(file, stampOf(file));
    this.#polling ??= setInterval(() => this.#look(), POLL_INTERVAL);
  }

  #look(): void {
    for (const [file, before] of this.#polled) {
      const now = stampOf(file);
      if (now === before) continue;
      this.#polled.set(file, now);
      this.#note(file);
    }
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

/** What changes whenever a file is written, comes or goes. */
function stampOf(file: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return NOT_THERE;
  }
}

const NOT_THERE = '';

/**
 * A few files are looked at several times a second, which also sees what somebody else writes on a shared drive; so are those that are not
 * there, which chokidar misses if they come before it has found their folder. Of many the system has to tell. Milliseconds.
 */
const FEW = 40;
const POLL_INTERVAL = 100;

/** Facts, configurations, templates, rosters; not the reports that are made beside them. */
const MATTERS = /\.(?:ya?ml|hbs|xlsx|csv)$|\.reportignore$/i;

function isHiddenPath(path: string): boolean {
  return /[\\/](?:\.(?!\.?[\\/]|reportignore$)|node_modules[\\/])/.test(path);
}
