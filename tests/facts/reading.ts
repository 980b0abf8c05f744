import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Outcome } from '../../src/diagnostics/outcome.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { type Reading, readFacts } from '../../src/facts/read-facts.ts';

/** Reads a text or bytes as `a.yaml`. */
export function read(content: string | Uint8Array): Promise<Outcome<Reading>> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readFacts({ file: 'a.yaml', bytes });
}

/** The facts of a text in which nothing is wrong. */
export async function factsOf(content: string): Promise<Facts> {
  const { value, diagnostics } = await read(content);
  if (value === undefined || diagnostics.length > 0) throw new Error(diagnostics.map(summary).join('\n'));
  return value.facts;
}

/** A diagnostic on one line: `2:5 schema “党员.总数”要写整数`. */
export function summary({ start, rule, message }: Diagnostic): string {
  return `${start.line}:${start.column} ${rule} ${message}`;
}
