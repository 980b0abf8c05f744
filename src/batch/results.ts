import { fromStored, type UnitRecord } from './records/unit-record.ts';
import type { Found, Settled, UnitResult } from './unit.ts';

/** What the units of a batch came to. What was found in their facts stays in their records on disk until somebody asks for it. */
export class Results implements Iterable<UnitResult> {
  readonly #recordOf: (output: string) => UnitRecord | undefined;
  readonly #settled = new Map<string, Settled>();
  /** What was found, as far as there is anything and no record holds it. */
  readonly #found = new Map<string, Found | 'on record'>();

  /** Without records, everything stays in memory. */
  constructor(recordOf: (output: string) => UnitRecord | undefined = () => undefined) {
    this.#recordOf = recordOf;
  }

  add({ facts, output, status, reason, problem, isBug, ...rest }: UnitResult): void {
    const trouble = { ...(problem !== undefined && { problem }), ...(isBug !== undefined && { isBug }) };
    this.#settled.set(facts, { facts, output, status, reason, ...trouble });
    const { diagnostics, pending = [], record, isOnRecord = record !== undefined } = rest;
    if (diagnostics.length + pending.length === 0) return;
    this.#found.set(facts, isOnRecord ? 'on record' : { diagnostics, pending });
  }

  /** What each unit came to, ordered by output. */
  settled(): Settled[] {
    return [...this.#settled.values()].sort((a, b) => (a.output < b.output ? -1 : 1));
  }

  /** The same with what was found in their facts, one by one. */
  *[Symbol.iterator](): Generator<UnitResult> {
    for (const settled of this.settled()) yield { ...settled, ...this.#foundIn(settled) };
  }

  toJSON(): UnitResult[] {
    return [...this];
  }

  #foundIn({ facts, output }: Settled): Found {
    const found = this.#found.get(facts) ?? NOTHING;
    if (found !== 'on record') return found;
    const record = this.#recordOf(output);
    return record === undefined
      ? NOTHING
      : { diagnostics: fromStored(record.diagnostics, facts), pending: record.pending };
  }
}

const NOTHING: Found = { diagnostics: [], pending: [] };
