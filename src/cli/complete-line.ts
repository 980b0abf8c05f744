import type { Command } from 'commander';
import { cursorCandidates } from './candidates.ts';
import { atCursor } from './cursor.ts';
import { EXIT } from './terminal/exit-code.ts';
import { printResult } from './terminal/streams.ts';

/** Prints what can be at the cursor; whatever goes wrong, a line that is being typed is no place to say so. */
export async function completeLine(root: Command, before: readonly string[], word: string): Promise<number> {
  const { candidates, takesFiles } = await cursorCandidates(atCursor(root, before, word)).catch(
    () => NO_CANDIDATES,
  );
  const lines = candidates.map(({ text, about }) => `${text}\t${about.replace(/\s+/g, ' ')}\n`);
  printResult(`${lines.join('')}${takesFiles ? ':files' : ':none'}\n`);
  return EXIT.done;
}

const NO_CANDIDATES = { candidates: [], takesFiles: false };
