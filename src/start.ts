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
  readonly program: ProgramModule;
  /** Keeps what V8 compiled until now for the next starts; to be called once what was asked for is done well. */
  keepCode(): void;
}

type ProgramModule = typeof import('./program.ts');

/**
 * Loads the program with the code that V8 made of it in a former run for the same thing: without it, compiling is a third of the time
 * that a report takes. It is several scripts (`scripts/build/parts.mjs`), each loaded when a module of it is first asked for. `task` tells the
 * runs apart: the command line, or one word. Throws where the package was not built.
 */
export function startProgram(task: readonly string[] | string): Started {
  const command = commandOf(task);
  const parts = new Map<string, ScriptPart>();
  const part = (name: string): Modules => {
    const known = parts.get(name) ?? loadPart(name, command);
    if (!parts.has(name)) {
      parts.set(name, known);
      known.modules = runScript(known, part);
    }
    return known.modules;
  };
  const program = part('program')('src/program.ts') as ProgramModule;
  program.allowCompilingLater(() => [...parts.values()].every(({ runs }) => runs >= ENOUGH_RUNS));
  return { program, keepCode: () => keepParts(program, parts.values()) };
}

/** From a module's path in the sources to what it exports. */
type Modules = (path: string) => unknown;

interface ScriptPart {
  readonly file: string;
  readonly script: Script;
  readonly place: CodePlace;
  /** How many runs the code was kept after. */
  readonly runs: number;
  modules: Modules;
}

function loadPart(name: string, command: string): ScriptPart {
  const file = join(PROGRAM_FOLDER, `${name}.cjs`);
  const source = readFileSync(file);
  const place = { folders: FOLDERS, part: name, command, runtime: describeRuntime(source) };
  const known = findCode(place);
  // The build writes ASCII alone, which is read as it stands.
  const options = { filename: file, ...(known !== undefined && { cachedData: known.code }) };
  const script = new Script(source.toString('latin1'), options);
  const runs = script.cachedDataRejected === false ? (known?.runs ?? 0) : 0;
  return { file, script, place, runs, modules: notYet };
}

/** Runs the script, which is a function that takes what a CommonJS module finds around it, and the other parts. */
function runScript({ script, file }: ScriptPart, part: (name: string) => Modules): Modules {
  const module = { exports: notYet };
  script.runInThisContext()(part, createRequire(import.meta.url), module, file);
  return module.exports;
}

function notYet(path: string): never {
  throw new Error(`${path} is asked for before its part has run`);
}

/** What the first run did not come to, the second may; from then on nothing is written any more. */
function keepParts(program: ProgramModule, parts: Iterable<ScriptPart>): void {
  if (program.compilesLater()) return;
  for (const { script, place, runs } of parts)
    if (runs < ENOUGH_RUNS) keepCode(place, runs + 1, () => script.createCachedData());
}

/** Help is the same small part of the program whatever it is asked about. */
function commandOf(task: readonly string[] | string): string {
  if (typeof task === 'string') return task;
  const [first = ''] = task;
  return COMMAND_NAME.test(first) && !task.some((word) => HELP_FLAGS.has(word)) ? first : 'help';
}

/** A command's name, and so nothing that leads out of a folder. */
const COMMAND_NAME = /^[a-z]{1,16}$/;
const HELP_FLAGS = new Set(['-h', '--help']);
const ENOUGH_RUNS = 2;

const PROGRAM_FOLDER = dirname(fileURLToPath(import.meta.url));
/** Where the package may not be written, installed by somebody else, it is the user's own. */
const FOLDERS = [PROGRAM_FOLDER, userCacheFolder()].filter((folder) => folder !== undefined);
