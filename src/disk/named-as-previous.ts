import { dirname, join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from './read-outside.ts';

/**
 * Which of some facts files another of them names as its 上期, by their paths: they are last time's, and no units of the folder that they lie in.
 * Told from the line alone; what cannot be read is left to whoever reads it.
 */
export function namedAsPrevious(files: readonly string[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const file of files) {
    const name = previousIn(file);
    if (name !== undefined) named.add(join(dirname(file), name));
  }
  return named;
}

function previousIn(file: string): string | undefined {
  try {
    const bytes = readOutside(file, CONTRACTS.facts);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!buffer.includes('上期') && !buffer.includes('previous')) return undefined;
    const { plain, quoted } = PREVIOUS_LINE.exec(buffer.toString('utf8'))?.groups ?? {};
    return plain?.trim() ?? quoted;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const PREVIOUS_LINE = /^(?:上期|previous)[ \t]*:[ \t]+(?:"(?<quoted>[^"\n]*)"|(?<plain>[^"\s#][^\n#]*))/mu;
