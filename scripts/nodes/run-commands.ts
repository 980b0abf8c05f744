import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from './install-runtimes.ts';

/** What a run of all commands came to: for each command how it ended and what it said, for each report its bytes' digest. */
export interface RunResult {
  readonly release: string;
  readonly said: ReadonlyMap<string, string>;
  readonly made: ReadonlyMap<string, string>;
}

const SAMPLES = join(import.meta.dirname, '..', '..', 'data-samples');

/** Runs help, check, build and batch with a release of Node in a new folder that holds the samples. */
export function runCommands({ release, binary }: Runtime, program: string, folder: string): RunResult {
  mkdirSync(join(folder, 'facts'), { recursive: true });
  const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.yaml'));
  for (const name of samples) cpSync(join(SAMPLES, name), join(folder, 'facts', name));
  const [first = ''] = samples;
  const commands = [
    ['--help'],
    ['check', 'facts'],
    ['build', join('facts', first), '-o', 'one.docx'],
    ['batch', 'facts', '-o', 'out'],
    ['batch', 'facts', '-o', 'threads', '--jobs', '2'],
  ];
  const said = commands.map((args) => {
    const { status, signal, stdout, stderr } = spawnSync(binary, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return [args.join(' '), `${signal ?? status}\n${withoutTimes(stdout)}\n${stderr}`] as const;
  });
  return { release, said: new Map(said), made: digests(folder) };
}

/** A batch says how long it took. */
function withoutTimes(text: string): string {
  return text.replaceAll(/[\d.]+\s*(秒|分|毫秒)/g, '…');
}

function digests(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.docx'),
  );
  return new Map(
    names
      .sort()
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, digest(join(folder, name))]),
  );
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
