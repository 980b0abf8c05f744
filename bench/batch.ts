// npm run bench:batch [units…]: a batch of many different units, growing; what each stage takes; the peers on the same content.
import { availableParallelism, cpus } from 'node:os';
import { benchGrowth } from './batch/growth.ts';
import { benchPeers } from './batch/peers.ts';
import { benchStages } from './batch/stages.ts';

const sizes = process.argv.slice(2).map(Number);

console.log(`${cpus()[0]?.model ?? '?'} × ${availableParallelism()}, Node ${process.version}`);
await benchStages();
await benchPeers();
for (const units of sizes.length > 0 ? sizes : [1000, 10_000, 40_000]) await benchGrowth(units);
