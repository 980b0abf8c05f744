import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { UserError } from '../diagnostics/user-error.ts';

/**
 * The paths that patterns stand for: `*` and `?` within a name, `**` for any folders between. cmd and PowerShell hand them over as they are
 * typed. A path that is there is meant as it is, whatever signs its name holds. What begins with a dot is meant only where the pattern
 * begins with one; links to folders are not followed by `**`. Sorted by their characters. UserError where a pattern fits nothing.
 */
export function expandWildcards(paths: readonly string[]): string[] {
  return paths.flatMap((path) => (/[*?]/.test(path) && !existsSync(path) ? expandPattern(path) : [path]));
}

function expandPattern(pattern: string): string[] {
  const [, root = '', rest = pattern] = PATTERN_ROOT.exec(pattern) ?? [];
  const found = matches(
    root,
    rest.split(SEPARATORS).filter((part) => part !== ''),
  );
  if (found.length > 0) return [...new Set(found)].sort();
  throw new UserError(
    `没有与 ${pattern} 相符的文件。`,
    '请检查路径是否写对：* 代表任意几个字，? 代表一个字，** 代表任意几层文件夹。',
  );
}

const IS_WINDOWS = process.platform === 'win32';
const SEPARATORS = IS_WINDOWS ? /[/\\]+/ : /\/+/;
/** Where a path begins that does not begin in the folder where the program runs. */
const PATTERN_ROOT = IS_WINDOWS ? /^((?:[A-Za-z]:)?[/\\]*)(.*)$/s : /^(\/*)(.*)$/s;

/** `base` is a folder with its separator after it, or empty. */
function matches(base: string, [part, ...rest]: readonly string[]): string[] {
  if (part === undefined) return [];
  if (part === '**')
    return [
      ...matches(base, rest),
      ...foldersIn(base).flatMap((name) => matches(`${base}${name}/`, [part, ...rest])),
    ];
  const names = /[*?]/.test(part)
    ? entriesIn(base).flatMap(({ name }) => (fitsPattern(name, part) ? [name] : []))
    : [part];
  const paths = names.map((name) => `${base}${name}`).filter((path) => existsSync(path));
  return rest.length === 0 ? paths : paths.flatMap((path) => matches(`${path}/`, rest));
}

function foldersIn(base: string): string[] {
  return entriesIn(base).flatMap((entry) =>
    entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : [],
  );
}

/** A folder that is none, or cannot be read, holds nothing that fits. */
function entriesIn(base: string): Dirent[] {
  try {
    return readdirSync(base === '' ? '.' : base, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Two systems do not tell 大小写 apart. */
const PATTERN_FLAGS = process.platform === 'linux' ? 'su' : 'siu';

function fitsPattern(name: string, part: string): boolean {
  if (name.startsWith('.') && !part.startsWith('.')) return false;
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, PATTERN_FLAGS).test(name);
}
