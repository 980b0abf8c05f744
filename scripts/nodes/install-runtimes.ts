import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A release of Node and its binary. */
export interface Runtime {
  readonly release: string;
  readonly binary: string;
}

/** Installs releases of Node for this machine from the packages that `node` of the registry is made of. */
export function installRuntimes(folder: string, releases: readonly string[]): Runtime[] {
  mkdirSync(folder, { recursive: true });
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const packages = releases.map((release) => `node-${release}@npm:node-${system}-${process.arch}@${release}`);
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...packages],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return releases.map((release) => {
    const binary = join(folder, 'node_modules', `node-${release}`, 'bin', file);
    const said = execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim();
    if (said !== `v${release}`) throw new Error(`${binary} is ${said}`);
    return { release, binary };
  });
}
