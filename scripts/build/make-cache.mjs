// Runs the program as users do most, and keeps what V8 compiled for it: node scripts/build/make-cache.mjs <folder>
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const built = resolve(process.argv[2] ?? 'dist');
const { compileProgram, runProgram, sealCache } = createRequire(import.meta.url)(join(built, 'start.cjs'));
const folder = mkdtempSync(join(tmpdir(), 'report-cache-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const sample = 'templates/sample.yaml';
const runs = [['--help'], ['check', sample], ['build', sample, '-o', join(folder, 'sample.docx')]];

const script = compileProgram();
const { main } = runProgram(script);
for (const argv of runs) {
  const status = await main(argv);
  if (status !== 0) throw new Error(`report ${argv.join(' ')} ended with ${status}`);
}
writeFileSync(join(built, 'program.cache'), sealCache(script.createCachedData()));
