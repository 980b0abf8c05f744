import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const ROOT = new URL('../', import.meta.url);
export const WORD_LISTS_MODULE = new URL('src/prose/default-word-lists.ts', ROOT);

/** The files of the lists by their names in the program. */
export const LISTS = {
  slips: 'slips',
  manners: 'manners',
  formulas: 'formulas',
  terms: 'terms',
  repealed: 'repealed',
  shortNames: 'short-names',
};

/** The source of the module that carries `word-lists/*.yaml` into the program, so that no run reads them again. */
export function generateWordLists(): string {
  const lists = Object.entries(LISTS).map(([name, file]) => {
    const entries = readWordList(file).map(({ source: _, ...entry }) => entry);
    return `  ${name}: ${JSON.stringify(entries)},`;
  });
  return [
    '// Made by `npm run generate` from word-lists/*.yaml.',
    "import type { WordLists } from './word-lists.ts';",
    '',
    '/** The word lists that come with the program. */',
    'export const DEFAULT_WORD_LISTS: WordLists = {',
    ...lists,
    '  names: [],',
    '};',
    '',
  ].join('\n');
}

/** The entries of one list as it is written; `source` says where each comes from and stays out of the program. */
export function readWordList(file: string): Readonly<Record<string, unknown>>[] {
  return parse(readFileSync(new URL(`word-lists/${file}.yaml`, ROOT), 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(WORD_LISTS_MODULE, generateWordLists());
