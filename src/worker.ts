import { startProgram } from './start.ts';

const { program, keepCode } = startProgram('worker');
const work = await program.loadWork();
let hasKept = false;

/** The function that each worker thread of a batch runs. It is never told of its end, so the code is kept after its first task. */
export default async function (...task: Parameters<typeof work>): ReturnType<typeof work> {
  const results = await work(...task);
  if (!hasKept) keepCode();
  hasKept = true;
  return results;
}
