import { fromStored, type UnitRecord } from './records/unit-record.ts';
import type { Settled, UnitFindings, UnitResult } from './unit.ts';

/** What the units of a batch came to. What was found in their facts stays in their records on disk until somebody asks for it. */
export class Results implements Iterable<UnitResult> {
  readonly #recordOf: (output: string) => UnitRecord | undefined;
  readonly #settled: Settled[] = [];
  readonly #outcomes = new Map<string, UnitOutcome>();
  /** What was found, where there is anything. */
  readonly #found = new Map<Settled, UnitFindings | 'on record'>();

  /** Without records, everything stays in memory. */
  constructor(recordOf: (output: string) => UnitRecord | undefined = () => undefined) {
    this.#recordOf = recordOf;
  }

  add({ facts, output, status, reason, problem, isBug, pdf, ...rest }: UnitResult): void {
    const trouble = { ...(problem !== undefined && { problem }), ...(isBug !== undefined && { isBug }) };
    const settled = {
      facts,
      output,
      ...this.#keptOnce({ status, reason }),
      ...trouble,
      ...(pdf && { pdf }),
    };
    this.#settled.push(settled);
    const { diagnostics, pending = [], record, isOnRecord = record !== undefined } = rest;
    if (diagnostics.length + pending.length === 0) return;
    this.#found.set(settled, isOnRecord ? 'on record' : { diagnostics, pending });
  }

  /** What each unit came to, ordered by output. */
  settled(): Settled[] {
    return [...this.#settled].sort((a, b) => (a.output < b.output ? -1 : 1));
  }

  /** The same with what was found in their facts, one by one. */
  *[Symbol.iterator](): Generator<UnitResult> {
    for (const settled of this.settled()) yield { ...settled, ...this.#foundIn(settled) };
  }

  toJSON(): UnitResult[] {
    return [...this];
  }

  /** The same texts for all units that came to the same. */
  #keptOnce(outcome: UnitOutcome): UnitOutcome {
    const key = `${outcome.status} ${outcome.reason}`;
    const kept = this.#outcomes.get(key) ?? outcome;
    this.#outcomes.set(key, kept);
    return kept;
  }

  #foundIn(settled: Settled): UnitFindings {
    const found = this.#found.get(settled) ?? NOTHING_FOUND;
    if (found !== 'on record') return found;
    const { facts, output } = settled;
    const record = this.#recordOf(output);
    return record === undefined
      ? NOTHING_FOUND
      : { diagnostics: fromStored(record.diagnostics, facts), pending: record.pending };
  }
}

type UnitOutcome = Pick<Settled, 'status' | 'reason'>;

const NOTHING_FOUND: UnitFindings = { diagnostics: [], pending: [] };
