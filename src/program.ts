/** Where the program begins: the command line, and what a worker of a batch does. `start.ts` loads it. */
export { main } from './cli/main.ts';
export { allowCompilingLater, compilesLater } from './code-cache/patience.ts';

export async function loadWork() {
  return (await import('./batch/worker.ts')).workOnChunk;
}
