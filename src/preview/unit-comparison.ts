import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reading } from '../facts/read-facts.ts';
import { judgeRemembered, type RememberedUnit, rememberUnit } from '../judge/judge-collection.ts';
import type { RuleSettings } from '../judge/run.ts';
import { contentVersion } from './content-version.ts';

/** What the units of a folder show together: texts that were copied, a unit that has two files. */
export class UnitComparison {
  readonly #seen = new Map<string, { readonly version: string; readonly unit: RememberedUnit }>();
  #found: ReadonlyMap<string, readonly Diagnostic[]> = new Map();

  /** Takes a unit's facts as they are now; undefined where they cannot be read. */
  take(file: string, reading: Reading | undefined): void {
    if (reading === undefined) this.#seen.delete(file);
    else
      this.#seen.set(file, {
        version: contentVersion(reading.source.bytes),
        unit: rememberUnit(reading),
      });
  }

  /** Holds those of some files against each other, and says whether something else comes of it than before. */
  async compare(
    files: readonly string[],
    settings: RuleSettings,
    read: (file: string) => Promise<Reading | undefined>,
  ): Promise<boolean> {
    const units = files.flatMap((file) => this.#seen.get(file)?.unit ?? []);
    const found = new Map<string, Diagnostic[]>();
    for (const diagnostic of await judgeRemembered(units, settings, read)) {
      const own = found.get(diagnostic.file) ?? [];
      found.set(diagnostic.file, own);
      own.push(diagnostic);
    }
    const isNew = JSON.stringify([...found]) !== JSON.stringify([...this.#found]);
    this.#found = found;
    return isNew;
  }

  /** What was found in a unit; nothing for a content that was not compared yet, in which the places would be wrong. */
  foundIn(file: string, version?: string): readonly Diagnostic[] {
    const isSeen = version === undefined || this.#seen.get(file)?.version === version;
    return isSeen ? (this.#found.get(file) ?? []) : [];
  }
}
