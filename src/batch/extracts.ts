import { parse } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { fileIdentity } from '../disk/file-identity.ts';
import { CONTRACTS, readOutside } from '../disk/read-outside.ts';
import { UNREADABLE_FACTS, type UnitToAdd } from '../use/roll-up.ts';
import { contentDigest } from './digest.ts';
import {
  extractKey,
  keyInStamp,
  rulesDigest,
  type StoredExtract,
  seenInStamp,
} from './records/extract-key.ts';
import type { RecordLog } from './records/record-log.ts';
import type { BatchUnit, UnitResult } from './unit.ts';
import { digestAgain, mayName } from './work/digest-sources.ts';
import type { BatchWork } from './work/work.ts';

/** What a batch learns of its units for their county: on which inputs each extract depends, and the extracts that were made on the way. */
export class Extracts {
  readonly #log: RecordLog<StoredExtract>;
  readonly #keys = new Map<string, string>();

  constructor(log: RecordLog<StoredExtract>) {
    this.#log = log;
  }

  note(results: readonly UnitResult[]): void {
    for (const { output, extractKey } of results)
      if (extractKey !== undefined) this.#keys.set(output, extractKey);
    this.#log.add(results.flatMap(({ output, extract }) => (extract ? [[output, extract] as const] : [])));
  }

  /** Finds the units that are as an earlier run extracted them, where no survey of a batch does. */
  recognise(units: readonly BatchUnit[], work: BatchWork): void {
    for (const unit of units) {
      const stamp = this.#log.stampOf(unit.output);
      if (stamp === undefined) continue;
      const known = keyInStamp(stamp);
      if (isAsSeen(unit, stamp, work) || known === this.#keyNow(unit, work))
        this.#keys.set(unit.output, known);
    }
  }

  /** Whether a facts file is known to name no other file, without reading it; of a roll-up, whose outputs are called as its files. */
  namesNone(file: string): boolean {
    const seen = seenInStamp(this.#log.stampOf(file) ?? '');
    return seen !== undefined && seen.identity === fileIdentity(file);
  }

  /** Undefined for a file that cannot be read any more. */
  #keyNow({ facts, output, recipe: at }: BatchUnit, { recipes, version }: BatchWork): string | undefined {
    try {
      const bytes = readOutside(facts, CONTRACTS.batchFacts);
      const sources = mayName(bytes) ? digestAgain(facts, this.#log.get(output)?.sources) : undefined;
      return extractKey(output, {
        facts: contentDigest(bytes),
        settings: recipes[at]?.digest ?? '',
        version,
        ...(sources !== undefined && { sources }),
      });
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  }

  /** Hands over every unit in order; those that no run extracted as they are now are read before that, by `extract`. */
  async handOver(
    units: readonly BatchUnit[],
    extract: (
      missing: readonly BatchUnit[],
      receive: (results: readonly UnitResult[]) => void,
    ) => Promise<void>,
    take: (unit: UnitToAdd) => void,
  ): Promise<void> {
    const missing = units.filter(({ output }) => !this.#has(output));
    if (missing.length > 0) await extract(missing, (results) => this.note(results));
    for (const { facts, output } of units) {
      const found = this.#has(output) ? this.#log.get(output) : undefined;
      const { name, extract: own, why = UNREADABLE_FACTS } = found ?? { name: parse(facts).name };
      take({ file: facts, name, errors: [], ...(own === undefined ? { why } : { extract: own }) });
    }
    this.#log.tidy(units.map(({ output }) => output));
  }

  #has(output: string): boolean {
    const key = this.#keys.get(output);
    return key !== undefined && keyInStamp(this.#log.stampOf(output) ?? '') === key;
  }
}

/** Whether a unit's file is the one that was read, and is judged as it was. */
function isAsSeen({ facts, recipe: at }: BatchUnit, stamp: string, { recipes, version }: BatchWork): boolean {
  const seen = seenInStamp(stamp);
  const settings = recipes[at]?.digest ?? '';
  return (
    seen !== undefined &&
    seen.rules === rulesDigest({ settings, version }) &&
    seen.identity === fileIdentity(facts)
  );
}
