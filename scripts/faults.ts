// Provokes faults of batches that tests cannot: many kills, a full disk, missing permissions. Run as root: npm run faults
import { fillDisk } from './faults/disk-full.ts';
import { interruptBusy } from './faults/interrupt-busy.ts';
import { killAtRandom } from './faults/kill.ts';
import { lackPermission } from './faults/no-permission.ts';

for (const [name, provoke] of Object.entries({ lackPermission, fillDisk, interruptBusy, killAtRandom })) {
  process.stdout.write(`${name}: ${await provoke()}\n`);
}
