import { readFacts } from '../../facts/read-facts.ts';
import { openBeside } from '../../sources/open-beside.ts';
import { contentDigest } from '../digest.ts';

/**
 * What the rosters and the file of last time that a facts file names hold, as a record says it; undefined where it names none, which is told
 * without reading the facts in most cases. What cannot be had has no digest: one that comes to be there is a change.
 */
export async function digestSources(facts: string, bytes: Uint8Array): Promise<string | undefined> {
  if (!mayName(bytes)) return undefined;
  const { value } = await readFacts({ file: facts, bytes });
  const { sources = [], previous } = value?.facts ?? {};
  const names = [...sources.flatMap(({ file }) => file ?? []), ...(previous === undefined ? [] : [previous])];
  return names.length === 0 ? undefined : digestNamed(facts, names);
}

/** The same of the files that a record names, as they are now. */
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
      return [name, 'message' in opened ? '' : contentDigest(opened.bytes)];
    }),
  );
}

/** Whether a facts file may name rosters or a file of last time. */
export function mayName(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return NAMING.some((key) => text.includes(key));
}

const NAMING = ['名册', 'sources', '上期', 'previous'];
