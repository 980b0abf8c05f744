import { resolve } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { forgetTemplates } from '../template/load-template.ts';
import { type Served, type ServeOptions, serve } from './serve.ts';
import { Session, type SessionOptions } from './session.ts';
import { FileWatcher, type WatchedPaths } from './watch-files.ts';

export interface PreviewOptions extends SessionOptions, ServeOptions {
  /** What else than the facts and what they name has a say: configurations, templates, the folder that was given. */
  surroundings(units: readonly string[]): Promise<WatchedPaths>;
}

/** A preview that runs until it is closed. */
export interface Preview {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves facts files as they print, and tells the open pages of every change. UserError where there is nothing to show or the port is taken. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const session = new Session(options);
  const files = await session.refresh();
  const served = await serve(session, options);
  const following = new UnitFollower(session, served, options);
  await following.watch();
  following.examine(files);
  return {
    address: served.address,
    close: async () => {
      served.close();
      await following.close();
    },
  };
}

/** Keeps the states of the units, and the pages, up with the disk. */
class UnitFollower {
  readonly #session: Session;
  readonly #served: Served;
  readonly #options: PreviewOptions;
  readonly #watcher: FileWatcher;
  readonly #waiting = new Set<string>();
  #isExamining = false;
  #isClosed = false;

  constructor(session: Session, served: Served, options: PreviewOptions) {
    this.#session = session;
    this.#served = served;
    this.#options = options;
    this.#watcher = new FileWatcher((paths) => {
      this.#follow(paths).catch((error: unknown) => this.#tell(error));
    });
  }

  async watch(): Promise<void> {
    const { files, folders } = await this.#options.surroundings(this.#session.units);
    if (!this.#isClosed) await this.#watcher.watch({ files: [...this.#session.files(), ...files], folders });
  }

  /** Finds out how units stand, one after another, so that a page that asks meanwhile is answered. */
  examine(files: readonly string[]): void {
    for (const file of files) this.#waiting.add(file);
    if (this.#isExamining) return;
    this.#isExamining = true;
    this.#examineWaiting()
      .catch((error: unknown) => this.#tell(error))
      .finally(() => {
        this.#isExamining = false;
        if (this.#waiting.size > 0 && !this.#isClosed) this.examine([]);
      });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#watcher.close();
  }

  async #examineWaiting(): Promise<void> {
    // The pages ask first for what they show.
    await setTimeout(PAGES_FIRST);
    let told = 0;
    for (const file of this.#waiting) {
      if (this.#isClosed) return;
      this.#waiting.delete(file);
      await this.#session.examine(file);
      told += 1;
      if (told % TOLD_EVERY === 0) this.#served.events.send('units', {});
      await setImmediate();
    }
    // The paper that is shown says of it too.
    this.#served.events.send((await this.#session.compare()) ? 'changed' : 'units', {});
    await this.watch();
  }

  async #follow(paths: readonly string[]): Promise<void> {
    const before = this.#session.units;
    // Trying a template on its variants takes seconds, so it is not done again for a change of facts.
    if (paths.some((path) => TEMPLATE_FILE.test(path))) forgetTemplates();
    const files = await this.#session.refresh();
    this.#served.events.send('changed', {});
    const changed = new Set(paths.map((path) => resolve(path)));
    const own = files.filter((file) => before.includes(file) && changed.has(resolve(file)));
    this.examine(own.length === changed.size ? own : files);
  }

  #tell(error: unknown): void {
    if (!this.#isClosed) this.#options.onBug(error);
  }
}

/** Files of a template, and configurations, which say where templates are. */
const TEMPLATE_FILE = /\.hbs$|(?:template|table|report\.config)\.ya?ml$/i;

/** Milliseconds. */
const PAGES_FIRST = 300;

/** Units between two words to the pages. */
const TOLD_EVERY = 20;
