import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import type { Configuration } from './configuration.ts';

export const CONFIGURATION_NAME = 'report.config.yaml';

/**
 * The configuration that holds for a folder: the nearest `report.config.yaml` in it or above; an empty one where there is none. The parser
 * is loaded only if a file is found. UserError with every place that is wrong.
 */
export async function findConfiguration(folder: string): Promise<Configuration> {
  const found = findUpwards(resolve(folder));
  if (found === undefined) return { folder, settings: {} };
  const { readSettings } = await import('./read-settings.ts');
  const file = shortest(found);
  return { file, folder: dirname(found), ...readSettings(readText(found, file), file) };
}

/** Finds each folder's configuration once. */
export function configurationFinder(): (folder: string) => Promise<Configuration> {
  const found = new Map<string, Promise<Configuration>>();
  return (folder) => {
    const known = found.get(folder) ?? findConfiguration(folder);
    found.set(folder, known);
    return known;
  };
}

function findUpwards(folder: string): string | undefined {
  const file = join(folder, CONFIGURATION_NAME);
  if (existsSync(file)) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUpwards(parent);
}

function readText(path: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new UserError(`无法读取配置文件 ${name}。`, '请确认它是可以读取的文件，并以 UTF-8 编码保存。', {
      cause: error,
    });
  }
}

/** As people would write it from where they are. */
function shortest(path: string): string {
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near : path;
}
