// npm run pack:offline [-- linux-x64 …]: for each platform a folder and an archive in offline/ with Node, the program and what starts it,
// for an office without Node, network or rights to install.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveFolder } from './offline/archive-folder.ts';
import { fillFolder } from './offline/fill-folder.ts';
import { isPlatform, PLATFORMS } from './offline/platforms.ts';
import { unpackProgram } from './offline/unpack-program.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isPlatform(name));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: known are ${PLATFORMS.join(', ')}`);

const output = join(import.meta.dirname, '..', 'offline');
mkdirSync(output, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'report-offline-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const program = unpackProgram(scratch);
for (const platform of asked.length > 0 ? asked.filter(isPlatform) : PLATFORMS) {
  const folder = join(output, `report-${program.version}-${platform}`);
  fillFolder(folder, { platform, program, scratch });
  const { path, bytes } = archiveFolder(folder, platform);
  console.log(`${path}: ${(bytes / 1e6).toFixed(1)} MB`);
}
