import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');

/** Bundles the program as it is shipped, with its worker, into a package of its own; returns the file to run. */
export async function buildProgram(folder: string): Promise<string> {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  for (const name of ['templates', 'node_modules', 'package.json'])
    symlinkSync(join(ROOT, name), join(folder, name));
  await build({
    absWorkingDir: ROOT,
    entryPoints: { cli: 'src/cli/main.ts', worker: 'src/batch/worker.ts' },
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    external: ['piscina'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const program = join(folder, 'bin/report.mjs');
  writeFileSync(program, START);
  return program;
}

const START =
  "import { main } from '../dist/cli.js';\nprocess.exitCode = await main(process.argv.slice(2));\n";

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly status: number | null; readonly out: string; readonly err: string }>;
}

/** Starts the program; `--preload` modules of `node` go into `nodeOptions`. */
export function start(
  program: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Running {
  const child = spawn(process.execPath, [...nodeOptions, program, ...args]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<Awaited<Running['ended']>>((settle) => {
    child.on('close', (status) => settle({ status, out, err }));
  });
  return { process: child, ended };
}
