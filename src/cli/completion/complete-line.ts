import type { Command } from 'commander';
import { EXIT } from '../terminal/exit-code.ts';
import { printResult } from '../terminal/streams.ts';
import { candidatesFor } from './candidates.ts';
import { atCursor } from './cursor.ts';

/** Prints what can stand at the cursor; whatever goes wrong, a line that is being typed is no place to say so. */
export async function completeLine(root: Command, before: readonly string[], word: string): Promise<number> {
  const { candidates, takesFiles } = await candidatesFor(atCursor(root, before, word)).catch(() => NOTHING);
  const lines = candidates.map(({ text, about }) => `${text}\t${about.replace(/\s+/g, ' ')}\n`);
  printResult(`${lines.join('')}${takesFiles ? ':files' : ':none'}\n`);
  return EXIT.done;
}

const NOTHING = { candidates: [], takesFiles: false };
