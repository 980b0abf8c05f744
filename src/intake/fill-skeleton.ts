import type { Field, Fields } from '../facts/field.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { draftComments, fieldLines, recordLines } from './draft-lines.ts';
import { DraftRecord } from './facts-draft.ts';
import { skeleton } from './skeleton.ts';

export interface FillOptions {
  /** What the editor's schema line names. */
  readonly schema: string;
  readonly template: string;
  /** Comments at the head of the file: where its facts are from. */
  readonly head: readonly string[];
  /** Whether figures that nothing said stay 待补; otherwise their keys are left empty. */
  readonly keepsPending: boolean;
}

/** A facts file in the skeleton's order and with its comments, in which what a draft has replaces it. */
export function fillSkeleton(draft: DraftRecord, options: FillOptions): string {
  const { head, keepsPending } = options;
  const blank = skeleton(options);
  const chunks = chunksOf(keepsPending ? blank : blank.replace(/: 待补$/gmu, ':'));
  const lines = chunks.flatMap(({ key, lines: own }) => {
    if (key === undefined) return own;
    const [name, field] = key;
    return fill(keepsPending ? own : closed(own, field, draft, name), field, draft, name);
  });
  const placed = new Set(chunks.flatMap(({ key }) => key?.[0] ?? []));
  lines.push(...recordLines(VOCABULARY, withoutPlaced(draft, placed), '').filter((line) => line !== ''));
  const at = lines.findIndex((line) => line.startsWith('# 写法'));
  const told = head.length === 0 ? [] : [...draftComments(head, ''), '#'];
  const all = [...lines.slice(0, at), ...told, ...lines.slice(at)];
  return `${all.join('\n').trimEnd()}\n`;
}

/** The lines of the skeleton that belong to one key of the vocabulary, in use or after `#`, or to none. */
interface SkeletonChunk {
  readonly key?: readonly [name: string, field: Field];
  readonly lines: readonly string[];
}

const FIELDS_BY_NAME = new Map(
  Object.entries(VOCABULARY as Fields).map(([name, field]) => [field.zh, [name, field] as const]),
);

function chunksOf(text: string): SkeletonChunk[] {
  const chunks: { key?: readonly [string, Field]; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const key = FIELDS_BY_NAME.get(/^(?:# )?([^\s#:]+):(?:\s|$)/u.exec(line)?.[1] ?? '');
    const last = chunks.at(-1);
    if (key !== undefined) chunks.push({ key, lines: [line] });
    else if (last?.key !== undefined && /^(?: |# {2,})\S*/u.test(line)) last.lines.push(line);
    else chunks.push({ lines: [line] });
  }
  return chunks;
}

/** An open record of which the draft has nothing goes after `#`: empty keys would say that there is such a part. */
function closed(lines: readonly string[], field: Field, draft: DraftRecord, name: string): readonly string[] {
  const isNeeded = field.kind !== 'record' || field.isRequired === true || draft.values.has(name);
  return isNeeded || lines[0]?.startsWith('#')
    ? lines
    : lines.map((line) => `# ${line.replace(/^( *)# /u, '$1')}`);
}

/** A key's lines with what the draft has for it; as they are where it has nothing. */
function fill(lines: readonly string[], field: Field, draft: DraftRecord, name: string): readonly string[] {
  const notes = draftComments(draft.above.get(name), '');
  const value = draft.values.get(name);
  if (value === undefined) return [...notes, ...lines];
  const isOpen = !(lines[0] ?? '').startsWith('#');
  if (isOpen && field.kind === 'record' && value instanceof DraftRecord)
    return [...notes, lines[0] ?? '', ...fillRecord(lines.slice(1), field.fields, value)];
  return [...notes, ...fieldLines(field, draft, name, '')];
}

/** The lines of an open record: a key that has a value now takes the place of its own line and of its examples. */
function fillRecord(lines: readonly string[], fields: Fields, record: DraftRecord): string[] {
  const names = new Map(Object.entries(fields).map(([name, field]) => [field.zh, name]));
  const filled: string[] = [];
  const placed = new Set<string>();
  let isReplaced = false;
  for (const line of lines) {
    const match = /^ {2}(?:# )?([^\s#:]+):(?:\s|$)/u.exec(line);
    const name = match === null ? undefined : names.get(match[1] ?? '');
    if (match === null) {
      if (!isReplaced) filled.push(line);
      continue;
    }
    isReplaced = name !== undefined && record.values.has(name);
    const field = fields[name ?? ''];
    if (!isReplaced || name === undefined || field === undefined) {
      filled.push(line);
      continue;
    }
    placed.add(name);
    filled.push(
      ...draftComments(record.above.get(name), INDENT),
      ...withComment(fieldLines(field, record, name, INDENT), line),
    );
  }
  return [...filled, ...recordLines(fields, withoutPlaced(record, placed), INDENT)];
}

const INDENT = '  ';

/** What the skeleton says of the key stays, unless it only shows how to fill it in. */
function withComment(lines: readonly string[], replaced: string): readonly string[] {
  const comment = /\s(#.*)$/u.exec(replaced.replace(/^\s*# /u, ''))?.[1] ?? '';
  const isOfUse = comment !== '' && !/(?:^#\s*|[，（])(?:如|例如) |必填/u.test(comment);
  const [only = '', second] = lines;
  return isOfUse && second === undefined && !only.includes(' #') ? [`${only}   ${comment}`] : lines;
}

/** A record with what is not placed yet. */
function withoutPlaced(record: DraftRecord, placed: ReadonlySet<string>): DraftRecord {
  const rest = new DraftRecord();
  for (const [name, value] of record.values) if (!placed.has(name)) rest.values.set(name, value);
  for (const [name, text] of record.beside) rest.beside.set(name, text);
  for (const [name, texts] of record.above) if (!placed.has(name)) rest.above.set(name, texts);
  return rest;
}
