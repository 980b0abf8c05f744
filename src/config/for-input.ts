import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Defaults } from '../facts/defaults.ts';
import type { Configuration } from './configuration.ts';

/** The folder whose configuration holds for an input: a file's own, or where the program runs for standard input. */
export function folderOfInput(input: string): string {
  return input === '-' ? '.' : dirname(input);
}

/** Where a configuration wants reports; seen from where the program runs. Undefined: beside their facts files. */
export function outputFolder({ folder, settings }: Configuration): string | undefined {
  return settings.output === undefined ? undefined : fromHere(join(folder, settings.output));
}

/** The folders of a unit's own templates, the nearer first: `templates/` beside the facts, then the configured one. */
export function templateFolders({ folder, settings }: Configuration, inputFolder: string): string[] {
  const beside = join(inputFolder, 'templates');
  const configured = settings.templates === undefined ? [] : [fromHere(join(folder, settings.templates))];
  return [...new Set([...(existsSync(beside) ? [beside] : []), ...configured])];
}

/** Where a unit's own templates are put: the configured folder, or `templates/` beside the facts. */
export function ownTemplateFolder({ folder, settings }: Configuration, inputFolder: string): string {
  return settings.templates === undefined
    ? join(inputFolder, 'templates')
    : fromHere(join(folder, settings.templates));
}

/** What a configuration sets for reports, and where it says so. */
export function defaultsOf({ settings, placeOf }: Configuration): Defaults {
  const { template, recipient, signatory, attach, period } = settings;
  const places = {
    'report.from': placeOf?.('period', 'from'),
    'report.to': placeOf?.('period', 'to'),
    'report.template': placeOf?.('template'),
    'report.attach': placeOf?.('attach'),
  };
  return {
    ...(template !== undefined && { template }),
    ...(recipient !== undefined && { recipient }),
    ...(signatory !== undefined && { signatory }),
    ...(attach !== undefined && { attach }),
    ...(period !== undefined && { period }),
    places: Object.fromEntries(Object.entries(places).flatMap(([path, at]) => (at ? [[path, at]] : []))),
  };
}

function fromHere(path: string): string {
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near || '.' : path;
}
