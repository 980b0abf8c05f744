import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { Platform } from './platforms.ts';

/** Packs a folder beside it: .zip for Windows, which opens no other kind without help, .tar.gz elsewhere, which keeps what may be run. */
export function archiveFolder(folder: string, platform: Platform): { path: string; bytes: number } {
  const isZip = platform.startsWith('win');
  const path = `${folder}${isZip ? '.zip' : '.tar.gz'}`;
  if (isZip) writeFileSync(path, zipped(folder));
  else execFileSync('tar', ['-czf', path, '-C', dirname(folder), basename(folder)]);
  return { path, bytes: statSync(path).size };
}

function zipped(folder: string): Uint8Array {
  const files: Zippable = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(folder, name);
    if (statSync(file).isFile())
      files[`${basename(folder)}/${name.replaceAll('\\', '/')}`] = readFileSync(file);
  }
  return zipSync(files);
}
