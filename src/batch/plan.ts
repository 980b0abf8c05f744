import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { ioError } from '../disk/io-error.ts';
import { namedAsPrevious } from '../disk/named-as-previous.ts';
import type { PassedOver } from '../disk/passed-over.ts';
import { type Exclusion, walkFacts } from '../disk/walk.ts';

/** What the folders hold, before anything is looked into. */
export interface Plan {
  /** Ordered by output, so that every run and every machine goes the same way. */
  readonly entries: readonly PlanEntry[];
  /** With the folder's path ahead. */
  readonly passedOver: readonly PassedOver[];
}

export interface PlanEntry {
  /** The facts file's path, as the folder was given. */
  readonly facts: string;
  /** The path under its folder with the output's ending, with `/`. */
  readonly output: string;
}

/** Finds every facts file of the folders but those that others name as their 上期; the reports' names end as `reportEnding` has it. One file that two overlapping folders hold counts once. UserError where a folder is none, or there is nothing. */
export function planBatch(
  folders: readonly string[],
  ending: string,
  exclusionOf: (folder: string) => Exclusion | undefined,
): Plan {
  const entries: PlanEntry[] = [];
  const passedOver: PassedOver[] = [];
  for (const folder of folders) {
    const walk = walkPlanned(folder, exclusionOf(folder));
    passedOver.push(...walk.passedOver.map((entry) => ({ ...entry, path: join(folder, entry.path) })));
    const previous = namedAsPrevious(walk.files.map((file) => join(folder, file)));
    for (const file of walk.files) {
      if (previous.has(join(folder, file))) continue;
      entries.push({ facts: onItsOwn(join(folder, file)), output: onItsOwn(toOutput(file, ending)) });
    }
  }
  if (entries.length === 0) refuseNothing(folders);
  return { entries: (folders.length === 1 ? entries : eachOnce(entries)).sort(byOutput), passedOver };
}

function eachOnce(entries: readonly PlanEntry[]): PlanEntry[] {
  const known = new Set<string>();
  return entries.filter(({ facts }) => !known.has(facts) && known.add(facts));
}

function walkPlanned(folder: string, exclusion: Exclusion | undefined) {
  try {
    if (!statSync(folder).isDirectory()) {
      throw new UserError(`${folder} 不是文件夹。`, '单个事实文件请用 report build。');
    }
    return walkFacts(folder, exclusion);
  } catch (error) {
    throw error instanceof UserError ? error : ioError('读取', folder, error);
  }
}

/** A copy of a text that was put together from pieces of others, for it keeps all of them in memory as long as it is there itself. */
function onItsOwn(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function toOutput(file: string, ending: string): string {
  return file.replace(/\.ya?ml$/i, '') + ending;
}

function byOutput(a: PlanEntry, b: PlanEntry): number {
  if (a.output !== b.output) return a.output < b.output ? -1 : 1;
  return a.facts < b.facts ? -1 : 1;
}

function refuseNothing(folders: readonly string[]): never {
  throw new UserError(
    `${folders.join('、')} 中没有找到事实文件。`,
    '事实文件以 .yaml 或 .yml 结尾；请检查路径是否写对、磁盘是否已经挂载，以及 .reportignore 和配置里的“排除”。',
  );
}
