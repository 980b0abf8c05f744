import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { type CodePlace, findCode, keepCode } from './code-cache/code-cache.ts';
import { describeRuntime } from './code-cache/runtime.ts';
import { userCacheFolder } from './disk/user-cache-folder.ts';

/** The program, ready to run. */
export interface Started {
  readonly program: Program;
  /** Keeps what V8 compiled until now for the next starts; to be called once what was asked for is done well. */
  keepCode(): void;
}

type Program = typeof import('./program.ts');

/**
 * Loads the program with the code that V8 made of it in a former run for the same thing: without it, compiling is a third of the time
 * that a report takes. `task` tells the runs apart: the command line, or one word. Throws where the package was not built.
 */
export function startProgram(task: readonly string[] | string): Started {
  const source = readFileSync(PROGRAM);
  const place = { folders: FOLDERS, command: commandOf(task), runtime: describeRuntime(source) };
  const known = findCode(place);
  // The build writes ASCII alone, which is read as it stands.
  const options = { filename: PROGRAM, ...(known !== undefined && { cachedData: known.code }) };
  const script = new Script(source.toString('latin1'), options);
  const runs = script.cachedDataRejected === false ? (known?.runs ?? 0) : 0;
  const program = run(script);
  if (runs >= ENOUGH_RUNS) program.allowCompilingLater();
  return { program, keepCode: () => keep(script, place, runs) };
}

/** Runs the script, which is a function that takes what a CommonJS module finds around it. */
function run(script: Script): Program {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(import.meta.url), module, PROGRAM, FOLDER);
  return module.exports as Program;
}

/** What the first run did not come to, the second may; from then on nothing is written any more. */
function keep(script: Script, place: CodePlace, runs: number): void {
  if (runs < ENOUGH_RUNS) keepCode(place, runs + 1, () => script.createCachedData());
}

/** Help is the same small part of the program whatever it is asked about. */
function commandOf(task: readonly string[] | string): string {
  if (typeof task === 'string') return task;
  const [first = ''] = task;
  return NAME.test(first) && !task.some((word) => HELP.has(word)) ? first : 'help';
}

/** A command's name, and so nothing that leads out of a folder. */
const NAME = /^[a-z]{1,16}$/;
const HELP = new Set(['-h', '--help']);
const ENOUGH_RUNS = 2;

const FOLDER = dirname(fileURLToPath(import.meta.url));
const PROGRAM = join(FOLDER, 'program.cjs');
/** Where the package may not be written, installed by somebody else, it is the user's own. */
const FOLDERS = [FOLDER, userCacheFolder()].filter((folder) => folder !== undefined);
