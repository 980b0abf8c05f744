import { chinesePath } from '../facts/fact-path.ts';
import type { CountyEntry, CountySection } from './county-section.ts';

/**
 * Edits a facts file of the layout that a roll-up writes, line by line: a key a line, records indented, divisions and items in braces. What is
 * laid out otherwise is not found, and stays.
 */
export class FactsEditor {
  readonly #lines: string[];

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  text(): string {
    return this.#lines.join('\n');
  }

  /** What stands for an entry; undefined where there is none in this layout. */
  textOf(key: string, entry: CountyEntry): string | undefined {
    if (entry.kind === 'block') {
      const section = this.#section(key);
      return section && this.#lines.slice(section.start + 1, section.end).join('\n');
    }
    const at = this.#find(key, entry);
    return at === undefined ? undefined : valueIn(this.#lines[at] ?? '').text;
  }

  /** Puts an entry in the place of the one that stands, or where it belongs; false where the layout has no room for it. */
  put(key: string, entry: CountyEntry): boolean {
    if (entry.kind === 'block') {
      this.#putBlock(key, entry.text);
      return true;
    }
    const at = this.#find(key, entry);
    if (at === undefined) return this.#insert(key, entry);
    const line = this.#lines[at] ?? '';
    const { start, end } = valueIn(line);
    this.#lines[at] = line.slice(0, start) + entry.text + line.slice(end);
    return true;
  }

  /** The roll-up's own comments: above a section, and after entries. */
  annotate({ key, notes, entries }: CountySection, mark: string): void {
    for (const entry of entries) {
      const at = entry.kind === 'block' || entry.note === undefined ? undefined : this.#find(key, entry);
      if (at === undefined || entry.kind === 'block') continue;
      this.#lines[at] = `${(this.#lines[at] ?? '').trimEnd()}   ${mark}${entry.note ?? ''}`;
    }
    const start = this.#section(key)?.start ?? this.#lines.length;
    this.#lines.splice(start, 0, ...notes.map((note) => mark + note));
  }

  /** Comments before the first key. */
  addToHead(lines: readonly string[]): void {
    const first = this.#lines.findIndex((line) => TOP_KEY.test(line));
    this.#lines.splice(Math.max(0, first), 0, ...lines);
  }

  /** From the line of a top-level key to after the last line that belongs to it. */
  #section(key: string): { readonly start: number; readonly end: number } | undefined {
    const start = this.#lines.findIndex((line) => TOP_KEY.exec(line)?.groups?.key === key);
    return start === -1 ? undefined : { start, end: this.#endOf(start) };
  }

  /** Lines that are indented deeper; comments and empty lines at the end belong to what follows. */
  #endOf(start: number): number {
    const indent = lineIndent(this.#lines[start] ?? '');
    let end = start + 1;
    for (let at = start + 1; at < this.#lines.length; at += 1) {
      const line = this.#lines[at] ?? '';
      if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
      if (lineIndent(line) <= indent) break;
      end = at + 1;
    }
    return end;
  }

  #find(key: string, entry: Exclude<CountyEntry, { kind: 'block' }>): number | undefined {
    if (entry.kind === 'value') return this.#findKeys(chinesePath(entry.path).split('.'));
    const section = this.#section(key);
    if (section === undefined) return undefined;
    const at = this.#lines.slice(section.start, section.end).findIndex((line) => namesItem(line, entry.name));
    return at === -1 ? undefined : section.start + at;
  }

  /** The line of the innermost key. */
  #findKeys([first = '', ...keys]: readonly string[]): number | undefined {
    let place = this.#section(first);
    if (place === undefined) return undefined;
    for (const key of keys) {
      const at = this.#childOf(place, key);
      if (at === undefined) return undefined;
      place = { start: at, end: this.#endOf(at) };
    }
    return place.start;
  }

  #childOf(
    { start, end }: { readonly start: number; readonly end: number },
    key: string,
  ): number | undefined {
    let indent: number | undefined;
    for (let at = start + 1; at < end; at += 1) {
      const line = this.#lines[at] ?? '';
      if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
      indent ??= lineIndent(line);
      if (lineIndent(line) === indent && line.slice(indent).startsWith(`${key}:`)) return at;
    }
    return undefined;
  }

  #insert(key: string, entry: Exclude<CountyEntry, { kind: 'block' }>): boolean {
    const keys = entry.kind === 'item' ? [key] : chinesePath(entry.path).split('.').slice(0, -1);
    const parent = this.#findOrOpen(keys);
    if (parent === undefined) return false;
    const name = entry.kind === 'item' ? '- ' : `${chinesePath(entry.path).split('.').at(-1) ?? ''}: `;
    this.#lines.splice(this.#endOf(parent), 0, this.#childLine(parent, name + entry.text));
    return true;
  }

  /** The line of a key that holds others, each on a line of its own; undefined where they are in braces. */
  #findOrOpen(keys: readonly string[]): number | undefined {
    const found = this.#findKeys(keys);
    if (found !== undefined) return valueIn(this.#lines[found] ?? '').text === '' ? found : undefined;
    const [top = ''] = keys;
    if (keys.length === 1) return this.#open(top);
    const parent = this.#findOrOpen(keys.slice(0, -1));
    if (parent === undefined) return undefined;
    const at = this.#endOf(parent);
    this.#lines.splice(at, 0, this.#childLine(parent, `${keys.at(-1) ?? ''}:`));
    return at;
  }

  #childLine(parent: number, text: string): string {
    return ' '.repeat(lineIndent(this.#lines[parent] ?? '') + 2) + text;
  }

  /** A new top-level key: before the prose, where there is any. */
  #open(key: string): number {
    const prose = PROSE_KEYS.map((each) => this.#section(each)?.start).find((start) => start !== undefined);
    const start = prose ?? this.#lines.length;
    this.#lines.splice(start, 0, `${key}:`, '');
    return start;
  }

  #putBlock(key: string, text: string): void {
    const section = this.#section(key);
    if (section !== undefined) this.#lines.splice(section.start + 1, section.end - section.start - 1, text);
    else this.#lines.push(`${key}:`, text, '');
    // What was put in as one text is found by its lines from now on.
    const lines = this.#lines.join('\n').split('\n');
    this.#lines.splice(0, this.#lines.length, ...lines);
  }
}

const TOP_KEY = /^(?<key>[^\s#:'"{}[\],-][^:]*):(?:\s|$)/u;
const PROSE_KEYS = ['引语', '工作', '问题', '措施'];

function lineIndent(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether a line is the item of this 类别, or of this 名称. */
function namesItem(line: string, name: string): boolean {
  const [, map = ''] = /^\s*- \{(.*)\}/u.exec(line) ?? [];
  const [, plain, quoted] = /(?:^|, ?)(?:类别|名称): *(?:([^",}]+)|("(?:[^"\\]|\\.)*"))/u.exec(map) ?? [];
  return plain?.trim() === name || (quoted !== undefined && JSON.stringify(name) === quoted);
}

/** Where the value of a line with a key or an item stands, without the comment after it. */
function valueIn(line: string): { readonly start: number; readonly end: number; readonly text: string } {
  const [head = ''] = /^\s*(?:- |[^:]+:(?:\s+|$))/u.exec(line) ?? [];
  const rest = line.slice(head.length);
  const [value = ''] =
    /^(?:"(?:[^"\\]|\\.)*"|\{(?:"(?:[^"\\]|\\.)*"|[^}"])*\}|(?:(?!\s+#|\s*$).)*)/u.exec(rest) ?? [];
  return { start: head.length, end: head.length + value.length, text: value };
}
