import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Packs the project as it would be published, installs it in a folder, and gives the installed program's path. */
export function installPacked(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(npm(ROOT, ['pack', '--json', '--pack-destination', folder])) as Packed[];
  if (packed === undefined) throw new Error('npm pack made nothing');
  const foreign = packed.files.map(({ path }) => path).filter((path) => /\.(cache|tmp)$/.test(path));
  if (foreign.length > 0) throw new Error(`the package holds ${foreign.join(', ')}`);
  npm(folder, ['install', '--prefix', folder, '--no-audit', '--no-fund', join(folder, packed.filename)]);
  return join(folder, 'node_modules', packed.name, 'bin', 'report.js');
}

/** What `npm pack --json` says. */
interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function npm(cwd: string, args: readonly string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
