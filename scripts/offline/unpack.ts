import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Has npm pack a folder or a package of the registry, and unpacks it; gives the folder of its files. */
export function unpack(packed: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const said = execFileSync('npm', ['pack', packed, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [made] = JSON.parse(said) as { filename: string }[];
  if (made === undefined) throw new Error(`npm pack ${packed} made nothing`);
  execFileSync('tar', ['-xzf', join(folder, made.filename), '-C', folder]);
  return join(folder, 'package');
}
