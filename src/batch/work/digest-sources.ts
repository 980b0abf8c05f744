import { readFacts } from '../../facts/read-facts.ts';
import { openBeside } from '../../sources/open-beside.ts';
import { digestOf } from '../digest.ts';

/**
 * What the rosters that a facts file names hold, as a record says it; undefined where it names none, which is told without reading the facts
 * in most cases. A roster that cannot be had has no digest: one that comes to be there is a change.
 */
export async function digestSources(facts: string, bytes: Uint8Array): Promise<string | undefined> {
  if (!mayName(bytes)) return undefined;
  const { value } = await readFacts({ file: facts, bytes });
  const names = value?.facts.sources?.flatMap(({ file }) => file ?? []) ?? [];
  return names.length === 0 ? undefined : digestNamed(facts, names);
}

/** The same of the rosters that a record names, as they are now. */
export function digestAgain(facts: string, recorded: string | undefined): string | undefined {
  if (recorded === undefined) return undefined;
  const named = JSON.parse(recorded) as readonly (readonly [name: string, digest: string])[];
  return digestNamed(
    facts,
    named.map(([name]) => name),
  );
}

function digestNamed(facts: string, names: readonly string[]): string {
  const open = openBeside(facts);
  return JSON.stringify(
    names.map((name) => {
      const opened = open(name);
      return [name, 'message' in opened ? '' : digestOf(opened.bytes)];
    }),
  );
}

function mayName(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes('名册') || text.includes('sources');
}
