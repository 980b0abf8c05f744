import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Reading, readFacts } from '../../src/facts/read-facts.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import type { OpenSource } from '../../src/sources/open-beside.ts';

/** The settings under which examples are judged. */
export const SETTINGS = DEFAULT_SETTINGS;

/** Reads a facts file's text, which may lack what every report needs. */
export async function readExample(text: string, file = 'a.yaml'): Promise<Reading> {
  const { value, diagnostics } = await readFacts({ file, bytes: new TextEncoder().encode(text) });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** What a diagnostic points at, or its message where that is no stretch of one line. */
export function textUnder(text: string, { start, end, message }: Diagnostic): string {
  const line = [...(text.split('\n')[start.line - 1] ?? '')];
  return start.line === end.line ? line.slice(start.column - 1, end.column - 1).join('') : message;
}

/** Opens rosters that stand in memory. */
export function openIn(files: Readonly<Record<string, string | Uint8Array>>): OpenSource {
  return (written) => {
    const content = files[written];
    if (content === undefined) return { message: `名册“${written}”没有找到`, hint: '' };
    return {
      path: written,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    };
  };
}
