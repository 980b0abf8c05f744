import { dirname, join, resolve } from 'node:path';
import { CONFIGURATION_NAME, findConfiguration } from '../../../config/find-configuration.ts';
import { folderOfInput, templateFolders } from '../../../config/for-input.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { STANDARD_STREAM } from '../../../disk/plan-outputs.ts';
import { CONTRACTS, readOutside } from '../../../disk/read-outside.ts';
import { readFacts } from '../../../facts/read-facts.ts';
import { namedBeside } from '../../../sources/named-beside.ts';
import { forgetTemplates } from '../../../template/load-template.ts';
import { BUILT_IN_TEMPLATES } from '../../../template/precompiled.ts';
import { build } from './build.ts';
import type { BuildFlags } from './build-order.ts';
import type { Watched } from './snapshot.ts';
import { watch } from './watch.ts';

/** Builds again after every change of the facts, of a template or of the configuration, until it is interrupted. */
export async function watchBuild(inputs: readonly string[], flags: BuildFlags): Promise<never> {
  if (inputs.includes(STANDARD_STREAM) || flags.output === STANDARD_STREAM) {
    throw new UserError(
      '--watch 不能用于标准输入和标准输出。',
      '请写出事实文件的名字，报告放在它旁边或 -o 指定的地方。',
    );
  }
  return watch({
    run: () => {
      forgetTemplates();
      return build(inputs, flags);
    },
    watched: () => surroundingsOf(inputs),
  });
}

/** The files that what is built of some inputs depends on. */
export async function surroundingsOf(inputs: readonly string[]): Promise<Watched> {
  const { files, folders } = await settingsAround([...new Set(inputs.map(folderOfInput))]);
  const named = (await Promise.all(inputs.map(filesNamedBy))).flat();
  return {
    files: [...new Set([...inputs, ...named, ...files])],
    folders: [...new Set([...folders, BUILT_IN_TEMPLATES])],
  };
}

/** The rosters and the file of last time that facts name. */
async function filesNamedBy(input: string): Promise<readonly string[]> {
  const bytes = readWatched(input);
  const { value } = bytes === undefined ? {} : await readFacts({ file: input, bytes });
  return value === undefined ? [] : namedBeside(input, value.facts);
}

/** What cannot be read is said by the build. */
function readWatched(input: string): Uint8Array | undefined {
  try {
    return readOutside(input, CONTRACTS.facts);
  } catch {
    return undefined;
  }
}

/** The configurations and folders of own templates, there or not, that have a say in what lies in some folders. */
export async function settingsAround(folders: readonly string[]): Promise<Watched> {
  const templates = await Promise.all(folders.map(templatesOf));
  const configurations = folders.flatMap((folder) => configurationsAbove(resolve(folder)));
  return { files: [...new Set(configurations)], folders: [...new Set(templates.flat())] };
}

/** A folder of own templates may come into being, or be named by a configuration that is wrong at the moment. */
async function templatesOf(folder: string): Promise<string[]> {
  const beside = join(folder, 'templates');
  try {
    return [beside, ...templateFolders(await findConfiguration(folder), folder)];
  } catch {
    return [beside];
  }
}

/** Everywhere a configuration could be, the nearest first. */
function configurationsAbove(folder: string): string[] {
  const parent = dirname(folder);
  const own = join(folder, CONFIGURATION_NAME);
  return parent === folder ? [own] : [own, ...configurationsAbove(parent)];
}
