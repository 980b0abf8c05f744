import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpack } from './unpack.ts';

/** The program as it is published, with the one library that is no part of its scripts. */
export interface UnpackedProgram {
  readonly folder: string;
  readonly version: string;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** Packs the project and unpacks it in a folder. Worker threads come from piscina, which the bundler leaves outside. */
export function unpackProgram(scratch: string): UnpackedProgram {
  const folder = unpack(ROOT, join(scratch, 'program'));
  cpSync(join(ROOT, 'node_modules', 'piscina'), join(folder, 'node_modules', 'piscina'), {
    recursive: true,
    filter: (path) => !/\.(map|d\.ts)$/.test(path),
  });
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}
