// Provokes faults of batches that tests cannot: many kills, a full disk, missing permissions, other machines, many files. Run as root: npm run faults
import { fillDisk } from './faults/disk-full.ts';
import { standInTheWay } from './faults/in-the-way.ts';
import { interruptBusy } from './faults/interrupt-busy.ts';
import { killAtRandom } from './faults/kill.ts';
import { walkManyFiles } from './faults/many-files.ts';
import { lackPermission } from './faults/no-permission.ts';
import { shareWithAnotherHost } from './faults/other-host.ts';

/** All of them, or those that the arguments name. */
const FAULTS = {
  lackPermission,
  fillDisk,
  standInTheWay,
  shareWithAnotherHost,
  interruptBusy,
  walkManyFiles,
  killAtRandom,
};
const wanted = process.argv.slice(2);

for (const [name, provoke] of Object.entries(FAULTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${name}: ${await provoke()}\n`);
}
