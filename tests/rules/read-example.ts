import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Reading, readFacts } from '../../src/facts/read-facts.ts';
import { DEFAULT_WORD_LISTS } from '../../src/rules/generated/default-word-lists.ts';
import type { RuleSettings } from '../../src/rules/run.ts';

export const SETTINGS: RuleSettings = { severities: {}, lists: DEFAULT_WORD_LISTS, isDraft: false };

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
