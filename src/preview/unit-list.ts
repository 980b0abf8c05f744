import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { UnitNote, UnitState } from './messages.ts';
import { unitFileName } from './unit-options.ts';
import { withFindings } from './unit-state.ts';

/** The facts files that can be looked at. The page names one by an id that says nothing of the disk. */
export class UnitList {
  readonly #root: string | undefined;
  readonly #ids = new Map<string, string>();
  readonly #seen = new Map<string, { readonly name: string; readonly state: UnitState }>();
  #files: readonly string[] = [];

  /** `root` is the folder that was given; undefined for a single file. */
  constructor(root: string | undefined) {
    this.#root = root;
  }

  /** The files that there are now. One that was there before keeps its id, also when it comes back. */
  take(files: readonly string[]): void {
    this.#files = files;
    for (const file of files) if (!this.#ids.has(file)) this.#ids.set(file, `u${this.#ids.size + 1}`);
  }

  get files(): readonly string[] {
    return this.#files;
  }

  /** Undefined for an id that was never given out, or whose file is gone. */
  fileOf(id: string): string | undefined {
    return this.#files.find((file) => this.#ids.get(file) === id);
  }

  /** Notes how a unit stands. */
  note(file: string, name: string, state: UnitState): void {
    this.#seen.set(file, { name, state });
  }

  /** `togetherIn` gives what a unit shows beside the others. */
  notes(togetherIn: (file: string) => readonly Diagnostic[]): readonly UnitNote[] {
    return this.#files.map((file) => {
      const seen = this.#seen.get(file);
      return {
        id: this.#ids.get(file) ?? '',
        name: seen?.name ?? unitFileName(file),
        file: this.#root === undefined ? file : relative(this.#root, file).replaceAll('\\', '/'),
        ...(seen !== undefined && { state: withFindings(seen.state, togetherIn(file)) }),
      };
    });
  }
}
