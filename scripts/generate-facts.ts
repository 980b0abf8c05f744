// Writes many different facts files for measuring: npx tsx scripts/generate-facts.ts <folder> <count> [seed]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { factsFile } from './generate-facts/facts-file.ts';

const [folder, count, seed = '1'] = process.argv.slice(2);
if (folder === undefined || count === undefined) {
  throw new Error('usage: generate-facts.ts <folder> <count> [seed]');
}
for (let index = 0; index < Number(count); index += 1) {
  const { path, text } = factsFile(index, Number(seed));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
