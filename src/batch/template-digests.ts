import { basename, extname, join } from 'node:path';
import { CONTRACTS, quotableText, readOutside } from '../disk/read-outside.ts';
import { namesIn } from '../disk/walk.ts';
import { contentDigest } from './digest.ts';

/**
 * The digest of every template in the folders, by id: of its own files and of the partials that it includes, directly or through others; one of
 * them all under ''. An earlier folder goes before a later one; one that is not there holds none.
 */
export function digestTemplates(folders: readonly string[]): Map<string, string> {
  const partials = readPartials(folders);
  const digests = new Map<string, string>();
  for (const folder of folders) {
    for (const id of namesIn(folder).filter((name) => name !== PARTIALS && !digests.has(name))) {
      digests.set(id, digestTemplate(readTexts(join(folder, id)), partials));
    }
  }
  return digests.set('', contentDigest(JSON.stringify([...digests])));
}

/** The digest of every table that own folders hold, with all of their partials; the built-in ones go with the program's version. */
export function digestTables(folders: readonly string[]): string {
  const tables = folders.flatMap((folder) =>
    namesIn(join(folder, TABLES_FOLDER)).map((id) => [id, ...readTexts(join(folder, TABLES_FOLDER, id))]),
  );
  return tables.length === 0 ? '' : contentDigest(JSON.stringify([tables, ...readPartials(folders)]));
}

const PARTIALS = 'partials';
const TABLES_FOLDER = 'tables';

/** A name that several folders have counts with all of its texts: whichever wins, a change is seen. */
function readPartials(folders: readonly string[]): Map<string, string> {
  const partials = new Map<string, string>();
  for (const folder of folders) {
    for (const [file, text] of readTexts(join(folder, PARTIALS))) {
      const name = basename(file, extname(file));
      partials.set(name, (partials.get(name) ?? '') + text);
    }
  }
  return partials;
}

function digestTemplate(texts: ReadonlyMap<string, string>, partials: ReadonlyMap<string, string>): string {
  const own = [...texts].map(([name, text]) => [name, text]);
  const used = new Set<string>();
  for (const text of texts.values()) collectPartials(text, partials, used);
  const included = [...used].sort().map((name) => [name, partials.get(name)]);
  return contentDigest(JSON.stringify([own, included]));
}

function collectPartials(text: string, partials: ReadonlyMap<string, string>, used: Set<string>): void {
  for (const [, name = ''] of text.matchAll(/\{\{~?#?>\s*["']?([^\s"'}~]+)/g)) {
    // A name that is worked out, or one that is found in no folder, may mean any of them.
    const meant = partials.has(name) ? [name] : [...partials.keys()];
    for (const partial of meant.filter((candidate) => !used.has(candidate))) {
      used.add(partial);
      collectPartials(partials.get(partial) ?? '', partials, used);
    }
  }
}

/** The files of a folder by name, in order; none if it is no folder. One that cannot be read has no text, and stops whatever is built with it. */
function readTexts(folder: string): Map<string, string> {
  const files = namesIn(folder).filter((name) => extname(name) !== '');
  return new Map(files.map((name) => [name, digestedContent(join(folder, name))]));
}

/** A stationery is no text: it counts by its bytes. */
function digestedContent(file: string): string {
  if (!/\.docx$/i.test(file)) return quotableText(file) ?? '';
  try {
    return contentDigest(readOutside(file, CONTRACTS.finished));
  } catch {
    return '';
  }
}
