import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

type Program = typeof import('./program.ts');

/** The program, ready to run. Throws where the package was not built. */
export function loadProgram(): Program {
  return runProgram(compileProgram(readCache()));
}

/**
 * Compiles the program, or takes from `cache` what V8 made of it when it was built: without it, compiling is a third of the time
 * that a report takes. Another release of Node takes no notice of the cache.
 */
export function compileProgram(cache?: Buffer): Script {
  const options = { filename: PROGRAM, ...(cache !== undefined && { cachedData: cache }) };
  // The build writes ASCII alone, which is read as it stands.
  return new Script(readFileSync(PROGRAM, 'latin1'), options);
}

/** Runs the script, which is a function that takes what a CommonJS module finds around it. */
export function runProgram(script: Script): Program {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(import.meta.url), module, PROGRAM, FOLDER);
  return module.exports as Program;
}

/** The cache as it is kept: behind it its checksum, for V8 itself takes a damaged one and crashes. */
export function sealCache(data: Buffer): Buffer {
  const sealed = Buffer.alloc(data.length + CHECKSUM);
  data.copy(sealed);
  sealed.writeUInt32LE(crc32(data), data.length);
  return sealed;
}

const FOLDER = dirname(fileURLToPath(import.meta.url));
const PROGRAM = join(FOLDER, 'program.cjs');
/** Bytes. */
const CHECKSUM = 4;

/** Nothing where there is none, or where it is damaged. */
function readCache(): Buffer | undefined {
  try {
    const sealed = readFileSync(join(FOLDER, 'program.cache'));
    const end = sealed.length - CHECKSUM;
    const data = sealed.subarray(0, end);
    return crc32(data) === sealed.readUInt32LE(end) ? data : undefined;
  } catch {
    return undefined;
  }
}
