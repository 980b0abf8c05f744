import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isLockFile } from './lock-files.ts';
import type { PassedOver } from './passed-over.ts';
import { CONTRACTS, readOutsideText } from './read-outside.ts';

/** What was found under a folder: paths relative to it with `/`, in the order of their characters. */
export interface Walk {
  readonly files: readonly string[];
  /** Reports that are already written: Word documents and plain texts, by their endings. */
  readonly reports: readonly string[];
  /** Documents of kinds that cannot be read, by their endings: .doc, .wps, .pdf … */
  readonly otherDocuments: readonly string[];
  /** What looks like facts but was passed over, or a folder that cannot be read. */
  readonly passedOver: readonly PassedOver[];
}

/**
 * Finds the facts files under a folder, `.yaml` and `.yml` in any case, and the reports that lie there. Hidden entries and
 * `report.config.yaml` are passed over, so is what a `.reportignore` (gitignore's language, in any folder) or `exclusion` names; links are not followed.
 */
export function walkFacts(folder: string, exclusion?: Exclusion): Walk {
  const walk = { files: [], reports: [], otherDocuments: [], passedOver: [] };
  visit({ root: folder, walk }, '', exclusion === undefined ? [] : [toFilter(exclusion, folder)]);
  return walk;
}

/** Patterns in gitignore's language that speak of the paths under `folder`, which is the walk's or above it. */
export interface Exclusion {
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** Whether a name is a facts file's by its ending. */
export function isFactsName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !/^report\.config\.ya?ml$/i.test(name) && !name.startsWith('.');
}

/** By its ending: what can be read of what word processors write; nothing that only says that a document is open. */
function isReportName(name: string): boolean {
  return /\.(?:do[ct][xm]|txt)$/i.test(name) && !isLockFile(name);
}

function isOtherDocument(name: string): boolean {
  return /\.(?:do[ct]|wp[st]|pdf|rtf|odt|ofd|mht)$/i.test(name) && !isLockFile(name);
}

const IGNORE_FILE = '.reportignore';

interface Visit {
  readonly root: string;
  readonly walk: {
    readonly files: string[];
    readonly reports: string[];
    readonly otherDocuments: string[];
    readonly passedOver: PassedOver[];
  };
}

/** The rules of one ignore file; they speak of what lies under `base`, or, from above the walk's folder, of `above` + the path. */
interface Filter {
  readonly base: string;
  readonly above: string;
  readonly rules: Ignore;
}

function toFilter({ folder, patterns }: Exclusion, root: string): Filter {
  const way = relative(folder, root).replaceAll('\\', '/');
  return { base: '', above: way === '' ? '' : `${way}/`, rules: ignore().add([...patterns]) };
}

function visit(state: Visit, folder: string, inherited: readonly Filter[]): void {
  const entries = readFolder(state, folder);
  if (isTemplate(entries)) return;
  const filters = entries.some((entry) => entry.name === IGNORE_FILE && entry.isFile())
    ? [...inherited, readFilter(state.root, folder)]
    : inherited;
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = folder + entry.name;
    if (isIgnored(entry.isDirectory() ? `${path}/` : path, filters)) continue;
    if (entry.isDirectory()) visit(state, `${path}/`, filters);
    else takeEntry(state, entry, path);
  }
}

/** A unit's own templates may lie beside its facts. */
function isTemplate(entries: readonly Dirent[]): boolean {
  return ['template.yaml', 'report.hbs'].every((file) => entries.some(({ name }) => name === file));
}

function readFolder({ root, walk }: Visit, folder: string): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).sort(byName);
  } catch (error) {
    if (folder === '') throw error;
    walk.passedOver.push({
      path: folder.slice(0, -1),
      why: 'unreadable',
      detail: error instanceof Error ? error.message : String(error),
    });
    return [];
  }
}

function takeEntry({ root, walk }: Visit, entry: Dirent, path: string): void {
  const isLink = entry.isSymbolicLink();
  if (entry.isFile()) {
    if (isFactsName(entry.name)) walk.files.push(path);
    else if (isReportName(entry.name)) walk.reports.push(path);
    else if (isOtherDocument(entry.name)) walk.otherDocuments.push(path);
  } else if (isFactsName(entry.name) || (isLink && leadsToFolder(join(root, path)))) {
    walk.passedOver.push({ path, why: isLink ? 'link' : 'not-a-file' });
  }
}

/** A link that leads nowhere, or round in a circle, does not. */
export function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readFilter(root: string, base: string): Filter {
  const text = readOutsideText(join(root, base, IGNORE_FILE), CONTRACTS.ignoreList);
  return { base, above: '', rules: ignore().add(text) };
}

/** A deeper file's word, also its `!` exceptions, wins over a higher one's. */
function isIgnored(path: string, filters: readonly Filter[]): boolean {
  return filters.reduce((verdict, { base, above, rules }) => {
    const { ignored, unignored } = rules.test(above + path.slice(base.length));
    return ignored || (verdict && !unignored);
  }, false);
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** The names in a folder, in their order; none where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
