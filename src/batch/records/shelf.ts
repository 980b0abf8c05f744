import { appendRecords, readRecord, type Shelved, saveRecords } from './record-file.ts';
import type { UnitRecord } from './unit-record.ts';

/** Records by their outputs. They stay on disk; in memory is where each of them stands. */
export class Shelf {
  readonly #path: string | undefined;
  #places: Map<string, Shelved>;
  /** What could not be added at once (a full disk): it is written at the end with all the others, or the end says why not. */
  readonly #loose = new Map<string, UnitRecord>();

  /** Without a path nothing is ever written. */
  constructor(path: string | undefined, places: Map<string, Shelved>) {
    this.#path = path;
    this.#places = places;
  }

  outputs(): Set<string> {
    return new Set([...this.#places.keys(), ...this.#loose.keys()]);
  }

  get(output: string): UnitRecord | undefined {
    const place = this.#places.get(output);
    return this.#loose.get(output) ?? (place && readRecord(place));
  }

  /** The digest of the facts that a record is of, which takes no reading. */
  factsOf(output: string): string | undefined {
    return this.#loose.get(output)?.inputs.facts ?? this.#places.get(output)?.facts;
  }

  add(records: readonly UnitRecord[]): void {
    if (!this.#append(records)) for (const record of records) this.#loose.set(record.output, record);
  }

  delete(output: string): boolean {
    const wasLoose = this.#loose.delete(output);
    return this.#places.delete(output) || wasLoose;
  }

  /** Writes everything down in order. UserError where it cannot be written. */
  save(): void {
    if (this.#path === undefined) return;
    this.#places = saveRecords(this.#path, [...this.outputs()].sort(), (output) => this.get(output));
    this.#loose.clear();
  }

  #append(records: readonly UnitRecord[]): boolean {
    if (this.#path === undefined || this.#loose.size > 0) return false;
    try {
      for (const [output, place] of appendRecords(this.#path, records)) this.#places.set(output, place);
      return true;
    } catch {
      return false;
    }
  }
}
