import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { CONTRACTS, readOutsideText } from '../disk/read-outside.ts';
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
  const text = readOutsideText(file, CONTRACTS.configuration);
  return { file, folder: dirname(found), ...readSettings(text, file) };
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

/** As people would write it from where they are. */
function shortest(path: string): string {
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near : path;
}
