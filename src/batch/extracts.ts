import { parse } from 'node:path';
import { UNREADABLE, type UnitToAdd } from '../use/roll-up.ts';
import type { ExtractStore } from './records/extract-store.ts';
import type { Unit, UnitResult } from './unit.ts';

/** What a batch learns of its units for their county: on which inputs each extract depends, and the extracts that were made on the way. */
export class Extracts {
  readonly #store: ExtractStore;
  readonly #keys = new Map<string, string>();

  constructor(store: ExtractStore) {
    this.#store = store;
  }

  note(results: readonly UnitResult[]): void {
    for (const { output, extractKey } of results)
      if (extractKey !== undefined) this.#keys.set(output, extractKey);
    const lines = results.flatMap(({ extract }) => extract ?? []);
    if (lines.length > 0) this.#store.add(lines);
  }

  /** Hands over every unit in order; those that no run extracted as they are now are read before that, by `extract`. */
  async handOver(
    units: readonly Unit[],
    extract: (missing: readonly Unit[], receive: (results: readonly UnitResult[]) => void) => Promise<void>,
    take: (unit: UnitToAdd) => void,
  ): Promise<void> {
    const known = this.#find(units);
    const missing = units.filter((_, index) => !known.has(index));
    known.close();
    if (missing.length > 0) await extract(missing, (results) => this.note(results));
    const found = this.#find(units);
    for (const [index, { facts }] of units.entries()) {
      const { name, extract: own, why = UNREADABLE } = found.read(index) ?? { name: parse(facts).name };
      take({ file: facts, name, errors: [], ...(own === undefined ? { why } : { extract: own }) });
    }
    this.#store.tidy(found);
    found.close();
  }

  #find(units: readonly Unit[]) {
    return this.#store.find(units.map(({ output }) => this.#keys.get(output) ?? ''));
  }
}
