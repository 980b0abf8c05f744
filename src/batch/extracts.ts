import { parse } from 'node:path';
import { UNREADABLE_FACTS, type UnitToAdd } from '../use/roll-up.ts';
import type { StoredExtract } from './records/extract-key.ts';
import type { RecordLog } from './records/record-log.ts';
import type { BatchUnit, UnitResult } from './unit.ts';

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
    return key !== undefined && this.#log.stampOf(output) === key;
  }
}
