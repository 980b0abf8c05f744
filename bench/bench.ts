// npm run bench: every part in one run on this machine, against the targets of the design.
import { availableParallelism, cpus } from 'node:os';
import { benchChecking } from './checking.ts';
import { benchColdStart } from './cold-start.ts';
import { benchFactsToBytes } from './facts-to-bytes.ts';
import { benchWriting } from './writing.ts';

const SAMPLE = 'data-samples/yunxi-town.yaml';

/** A new part is a function in a file of its own and a line here. */
const PARTS: readonly (() => void | Promise<void>)[] = [
  () => benchWriting(SAMPLE),
  () => benchChecking(),
  () => benchFactsToBytes(SAMPLE),
  () => benchColdStart(SAMPLE),
];

console.log(`${cpus()[0]?.model ?? '?'} × ${availableParallelism()}, Node ${process.version}`);
for (const run of PARTS) await run();
