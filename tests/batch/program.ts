import { type ChildProcess, spawn } from 'node:child_process';
import { buildProgram } from '../built-program.ts';

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  /** Null where a signal ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const PROGRAM = await buildProgram();

/** Starts the built program; `nodeOptions` go before it, to slip a module under it. */
export function start(
  args: readonly string[],
  nodeOptions: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Running {
  const child = spawn(process.execPath, [...nodeOptions, PROGRAM, ...args], { env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<Ended>((settle) => {
    child.on('close', (status, signal) => settle({ status, signal, out, err }));
  });
  return { process: child, ended };
}
