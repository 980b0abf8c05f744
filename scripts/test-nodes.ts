// Installs the packed program in a folder of its own and runs it with several releases of Node in turn, over one cache: npm run test:nodes
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPacked } from './nodes/install-packed.ts';
import { installRuntimes } from './nodes/install-runtimes.ts';
import { runCommands } from './nodes/run-commands.ts';
import { tellDifferences } from './nodes/tell-differences.ts';

const RELEASES = ['20.19.0', '20.19.5', '20.20.2', '22.22.0', '24.14.0'];
/** The first makes a cache, the second completes it, the third relies on it. */
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), 'report-nodes-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const program = installPacked(join(folder, 'office'));
const runtimes = installRuntimes(join(folder, 'runtimes'), RELEASES);
const results = Array.from({ length: ROUNDS }, (_, round) =>
  runtimes.map((runtime) => runCommands(runtime, program, join(folder, `${round}-${runtime.release}`))),
).flat();
const differences = tellDifferences(results);
for (const difference of differences) console.error(difference);
console.log(`${RELEASES.length} releases, ${ROUNDS} rounds, ${differences.length} differences`);
process.exitCode = differences.length === 0 ? 0 : 1;
