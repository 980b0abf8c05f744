import { hash } from 'node:crypto';
import { readRecordMark, sealedRecord } from '../bytes/record-mark.ts';
import { editFactsText } from '../facts/edit/edit-facts-text.ts';
import { type FactEdit, YamlSource } from '../facts/edit/fact-edit.ts';
import {
  addComments,
  type FactComment,
  readWritten,
  type WrittenFacts,
} from '../facts/edit/written-facts.ts';
import { canonicalPath, chinesePath, joinPath, segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import type { CountyEntry, CountySection, CountySectionOptions } from './county-section.ts';
import { countySections } from './county-sections.ts';
import type { County } from './roll-up.ts';

export interface CountyTextOptions extends CountySectionOptions {
  /** Where the units are, as seen from the county's file. */
  readonly folders: readonly string[];
  /** What the editor's schema line names. */
  readonly schema: string;
}

/** A county's facts file, and what of it was left to the people who changed it. */
export interface CountyText {
  readonly text: string;
  readonly kept: readonly Kept[];
}

export interface Kept {
  /** As clerks know it: 党员.总数, 工作. */
  readonly name: string;
  /** What is in the file, and what the units come to; empty for prose. */
  readonly inFile: string;
  readonly rolled: string;
}

/** Begins every comment of the roll-up's own, so that it can renew them and leave all others alone. */
const COUNTY_NOTE = '# 〔汇总〕';

/** A new facts file of a county. */
export function newCountyText(county: County, options: CountyTextOptions): string {
  const sections = countySections(county, options);
  const body = sections.map(({ key, notes, entries }) => {
    const lines = entries.length === 0 ? [] : [`${key}:`, ...entryLines(entries)];
    return [...notes.map((note) => `${COUNTY_NOTE}${note}`), ...lines, ''].join('\n');
  });
  const head = [
    `# yaml-language-server: $schema=${options.schema}`,
    ...FILE_COMMENT,
    ...leftOutNotes(county),
    '版本: 1',
    '',
  ];
  return `${head.join('\n')}\n${body.join('\n')}\n${recordText(entryDigests(sections), options)}`;
}

const FILE_COMMENT = [
  '#',
  '# 县的事实文件：由 report rollup 从所辖单位的事实文件汇总。',
  '#   report check 本文件           核对数字和文字',
  '#   report build 本文件           生成报告',
  '#   report explain 本文件 党员.总数   看一个数由哪些单位相加而来',
  '# 再汇总一次，数字更新；改过的数字、写的文字和注释都保留。带〔汇总〕的注释每次重写。',
];

function leftOutNotes({ leftOut }: County): string[] {
  return leftOut.map(({ unit, why }) => `${COUNTY_NOTE}没有列入：${unit}，${why}`);
}

/** The lines under a key, with a line for each record on the way. */
function entryLines(entries: readonly CountyEntry[]): string[] {
  const lines: string[] = [];
  const opened = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'block') lines.push(entry.text);
    else if (entry.kind === 'item') lines.push(withNote(`  - ${entry.text}`, entry.note));
    else {
      const keys = pathKeys(entry.path);
      for (let depth = 1; depth < keys.length - 1; depth += 1) {
        const above = keys.slice(0, depth + 1).join('.');
        if (!opened.has(above)) lines.push(`${'  '.repeat(depth)}${keys[depth]}:`);
        opened.add(above);
      }
      const indent = '  '.repeat(keys.length - 1);
      lines.push(withNote(`${indent}${keys.at(-1) ?? ''}: ${entry.text}`, entry.note));
    }
  }
  return lines;
}

function withNote(line: string, note: string | undefined): string {
  return note === undefined ? line : `${line}   ${COUNTY_NOTE}${note}`;
}

function pathKeys(path: string): string[] {
  return chinesePath(path).split('.');
}

/** What the file says at its end: where the units are, and each entry as the roll-up wrote it. */
function recordText(
  entries: Iterable<readonly [name: string, digest: string]>,
  { folders }: CountyTextOptions,
): string {
  return sealedRecord([
    ...folders.map((folder) => `${FROM}${folder}`),
    ...[...entries].map(([name, digest]) => `${name} = ${digest}`),
  ]);
}

function entryDigests(sections: readonly CountySection[]): (readonly [string, string])[] {
  return sections.flatMap(({ key, entries }) =>
    entries.map((entry) => [entryName(entry, key), entryDigest(entry)] as const),
  );
}

const FROM = '汇总自 ';

/** The folders that a rolled-up file was made from, seen from where it lies; undefined for every other file. */
export function foldersOf(text: string): readonly string[] | undefined {
  const record = readRecordMark(text);
  return record?.lines.flatMap((line) => (line.startsWith(FROM) ? [line.slice(FROM.length)] : []));
}

function entryName(entry: CountyEntry, key: string): string {
  if (entry.kind === 'block') return key;
  return entry.kind === 'item' ? `${chinesePath(entry.list)}.${entry.name}` : chinesePath(entry.path);
}

/** Figures as they stand; of prose, and what does not fit in a line, a hash. */
function entryDigest(entry: CountyEntry): string {
  const { text } = entry;
  return entry.kind !== 'block' && text.length <= 200 && !text.includes('\n') ? text : hashOf(text);
}

function hashOf(text: string): string {
  return `sha256:${hash('sha256', text.replaceAll('\r\n', '\n').trimEnd()).slice(0, 16)}`;
}

/**
 * Renews a rolled-up file in its place: figures and texts that are as the last roll-up wrote them become those of now, its own comments too.
 * What people changed or wrote stays as it is, and is told. `facts` is what the file says; undefined for a file that no roll-up of ours made.
 */
export function renewedCountyText(
  county: County,
  options: CountyTextOptions,
  { text, facts }: { readonly text: string; readonly facts: Facts },
): CountyText | undefined {
  const record = readRecordMark(text);
  const ahead = record === undefined ? '' : withoutNotes(record.ahead);
  const written = readWritten(ahead);
  if (record === undefined || written === undefined) return undefined;
  const before = fileEntries(record.lines);
  const sections = countySections(county, options);
  const entries = placeEntries(sections, { facts, written, before });
  const edits = entries.flatMap(({ edit }) => edit ?? []);
  const { text: edited, refused } = editFactsText(ahead, edits);
  const kept: Kept[] = [];
  const digests = new Map<string, string>();
  for (const { name, entry, inFile, edit } of entries) {
    const isRenewed = edit !== undefined && !refused.includes(edit);
    const isSame = inFile !== undefined && isSameWording(inFile, entry.text);
    if (!isRenewed && !isSame) kept.push(keptOf(name, inFile, entry));
    digests.set(name, isRenewed ? entryDigest(entry) : (before.get(name) ?? entryDigest(entry)));
    before.delete(name);
  }
  for (const [name, digest] of before) {
    kept.push({ name, inFile: digest.startsWith('sha256:') ? '' : digest, rolled: ENTRY_GONE });
    digests.set(name, digest);
  }
  const renewed = addComments(edited, [
    ...leftOutNotes(county).map((note) => ({ at: 'above', path: '', text: note }) as const),
    ...entries.flatMap(({ entry, path }) => afterNote(entry, path)),
    ...sections.flatMap(({ key, notes }) =>
      notes.map((note) => ({ at: 'above', path: key, text: COUNTY_NOTE + note }) as const),
    ),
  ]);
  return { text: `${renewed.trimEnd()}\n\n${recordText(digests, options)}`, kept };
}

/** An entry in a file that is there. */
interface PlacedEntry {
  readonly entry: CountyEntry;
  readonly name: string;
  /** Undefined for an item that people took out. */
  readonly path: string | undefined;
  /** What the file has for it. */
  readonly inFile: string | undefined;
  /** Undefined where it is left to people. */
  readonly edit: FactEdit | undefined;
}

/** What is new in the units, or as the last roll-up wrote it, is written anew; everything else was written or taken out by people. */
function placeEntries(
  sections: readonly CountySection[],
  {
    facts,
    written,
    before,
  }: {
    readonly facts: Facts;
    readonly written: WrittenFacts;
    readonly before: ReadonlyMap<string, string>;
  },
): PlacedEntry[] {
  const added = new Map<string, number>();
  return sections.flatMap(({ key, entries }) =>
    entries.map((entry): PlacedEntry => {
      const name = entryName(entry, key);
      const known = before.get(name);
      const found = entryPath(entry, key, facts);
      const inFile = found === undefined ? undefined : written.writtenAt(found);
      if (
        known === undefined ? inFile !== undefined : inFile === undefined || !isSameWording(known, inFile)
      ) {
        return { entry, name, path: found, inFile, edit: undefined };
      }
      const path = found ?? nextItemPath(entry, facts, added);
      return { entry, name, path, inFile, edit: { kind: 'set', path, value: new YamlSource(entry.text) } };
    }),
  );
}

/** Of an item that the file's list does not have, undefined. */
function entryPath(entry: CountyEntry, key: string, facts: Facts): string | undefined {
  if (entry.kind === 'block') return canonicalPath(key);
  if (entry.kind === 'value') return entry.path;
  const index = listItems(facts, entry.list).findIndex(
    (item) => valueAt(item, ['category']) === entry.name || valueAt(item, ['name']) === entry.name,
  );
  return index === -1 ? undefined : joinPath(entry.list, index);
}

function nextItemPath(entry: CountyEntry, facts: Facts, added: Map<string, number>): string {
  const list = entry.kind === 'item' ? entry.list : '';
  const own = added.get(list) ?? 0;
  added.set(list, own + 1);
  return joinPath(list, listItems(facts, list).length + own);
}

function listItems(facts: Facts, list: string): readonly unknown[] {
  const items = valueAt(facts, segmentsOfPath(list));
  return Array.isArray(items) ? items : [];
}

function afterNote(entry: CountyEntry, path: string | undefined): FactComment[] {
  if (entry.kind === 'block' || entry.note === undefined || path === undefined) return [];
  return [{ at: 'after', path, text: COUNTY_NOTE + entry.note }];
}

const ENTRY_GONE = '各单位已经没有这一项';

function fileEntries(lines: readonly string[]): Map<string, string> {
  const entries = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(' = ');
    if (at !== -1 && !line.startsWith(FROM)) entries.set(line.slice(0, at), line.slice(at + 3));
  }
  return entries;
}

function keptOf(name: string, inFile: string | undefined, entry: CountyEntry): Kept {
  if (entry.kind === 'block') return { name, inFile: '', rolled: '' };
  return { name, inFile: inFile ?? '', rolled: entry.text };
}

function isSameWording(a: string, b: string): boolean {
  const text = (each: string) => each.replace(/\s/g, '');
  return text(a) === text(b) || a === hashOf(b) || b === hashOf(a);
}

/** Without the comments that the roll-up itself made, as lines of their own or at the end of one. */
function withoutNotes(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith(COUNTY_NOTE))
    .map((line) => {
      const at = line.indexOf(`   ${COUNTY_NOTE}`);
      return at === -1 ? line : line.slice(0, at) + (line.endsWith('\r') ? '\r' : '');
    })
    .join('\n');
}
