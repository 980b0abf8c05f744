import type { BatchConsole, BatchOptions } from './options.ts';

/** Builds every facts file of the folders into the output folder; the promise holds the exit code. */
export async function runBatch(options: BatchOptions, console: BatchConsole): Promise<number> {
  console.err(`${options.output}\n`);
  return 70;
}
