import type { Anchor, Finding } from '../diagnostics/finding.ts';
import type { Facts } from './facts.ts';
import type { Field, Fields, ListField } from './field.ts';
import { canonicalPath, chinesePath, stepsOf } from './labels.ts';
import type { Passage, PassageRole, Reference } from './passages.ts';
import { explainUnknown, printedAt, resolveReference, segmentsOf } from './references.ts';
import { rememberLast } from './remember-last.ts';
import { VOCABULARY } from './vocabulary.ts';

/** The facts' prose, and the references in it that name nothing. */
export interface Passages {
  readonly passages: readonly Passage[];
  readonly unknown: readonly Unknown[];
}

/**
 * Every text of the facts that is printed as prose, in the file's order, paragraph by paragraph, with its references replaced by
 * their figures.
 */
export const passagesOf: (facts: Facts, written: ReadonlyMap<string, string>) => Passages =
  rememberLast(readPassagesOf);

function readPassagesOf(facts: Facts, written: ReadonlyMap<string, string>): Passages {
  const passages: Passage[] = [];
  const unknown: Unknown[] = [];
  const absent = new Set<string>();
  visitProse(VOCABULARY, facts, '', (path, text, role) => {
    for (const [start, end] of paragraphsOf(text)) {
      passages.push(expand({ path, role, value: text, start, end }, { facts, written, unknown, absent }));
    }
  });
  return { passages, unknown };
}

/** A reference that names nothing; `target` is the fact that it means where that one is only absent, or the list or division that should have it. */
type Unknown = Pick<Finding, 'at' | 'message' | 'hint'> & { readonly target?: string };

type Visit = (path: string, text: string, role: PassageRole) => void;

function visitProse(fields: Fields, values: unknown, prefix: string, visit: Visit): void {
  const record = values as { readonly [name: string]: unknown };
  const proseFields = proseFieldsOf(fields);
  for (const name of Object.keys(record)) {
    const field = proseFields.get(name);
    const value = record[name];
    if (field === undefined || value === undefined) continue;
    const path = prefix + name;
    if (field.kind === 'prose') visit(path, value as string, roleOf(path, name));
    else if (field.kind === 'proses')
      visitItems(value, (text, index) => visit(`${path}.${index}`, text, 'point'));
    else if (field.kind === 'record') visitProse(field.fields, value, `${path}.`, visit);
    else if (field.kind === 'list') visitList(field, value as readonly unknown[], path, visit);
  }
}

/** A list of texts is one of names that are printed: the attachments. */
function visitList({ item }: ListField, values: readonly unknown[], path: string, visit: Visit): void {
  for (const [index, each] of values.entries()) {
    const at = `${path}.${index}`;
    if (item === 'text') visit(at, each as string, 'cell');
    else visitProse(item, each, `${at}.`, visit);
  }
}

/** The fields of a record that are prose or hold any, worked out once: a roster of branches need not be gone through. */
function proseFieldsOf(fields: Fields): ReadonlyMap<string, Field> {
  const found =
    PROSE_FIELDS.get(fields) ?? new Map(Object.entries(fields).filter(([, field]) => holdsProse(field)));
  PROSE_FIELDS.set(fields, found);
  return found;
}

const PROSE_FIELDS = new WeakMap<Fields, ReadonlyMap<string, Field>>();

function holdsProse(field: Field): boolean {
  if (field.kind === 'record') return proseFieldsOf(field.fields).size > 0;
  if (field.kind === 'list') return field.item === 'text' || proseFieldsOf(field.item).size > 0;
  return field.kind === 'prose' || field.kind === 'proses';
}

function visitItems(value: unknown, visit: (text: string, index: number) => void): void {
  for (const [index, text] of (value as readonly string[]).entries()) visit(text, index);
}

function roleOf(path: string, name: string): PassageRole {
  if (path === 'report.title') return 'title';
  if (path === 'report.recipient') return 'salutation';
  if (path.startsWith('compliance.') && name === 'item') return 'cell';
  return name === 'title' ? 'heading' : 'body';
}

/** Where the paragraphs of a text stand in it, without the white space around them. */
function paragraphsOf(text: string): [start: number, end: number][] {
  const paragraphs: [number, number][] = [];
  if (!text.includes('\n') && text === text.trim()) return text === '' ? [] : [[0, text.length]];
  let from = 0;
  for (const line of text.split('\n')) {
    const start = from + line.length - line.trimStart().length;
    const end = from + line.trimEnd().length;
    if (start < end) paragraphs.push([start, end]);
    from += line.length + 1;
  }
  return paragraphs;
}

/** A paragraph of a prose. */
interface Stretch {
  readonly path: string;
  readonly role: PassageRole;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What the paragraphs' references are looked up in, and what was found wrong with them. */
interface Lookup {
  readonly facts: Facts;
  readonly written: ReadonlyMap<string, string>;
  readonly unknown: Unknown[];
  /** A fact that is absent is said once, however often it is referred to. */
  readonly absent: Set<string>;
}

function expand({ path, role, value, start, end }: Stretch, lookup: Lookup): Passage {
  const { facts, written } = lookup;
  const paragraph = value.slice(start, end);
  if (!paragraph.includes('{{')) return { path, role, text: paragraph, offset: start, references: [] };
  let text = '';
  const references: Reference[] = [];
  for (const segment of segmentsOf(paragraph)) {
    const span = [start + segment.start, start + segment.end] as const;
    const target = segment.type === 'reference' ? resolveReference(segment.name, facts) : undefined;
    const figure = target === undefined ? undefined : printedAt(target, facts, written);
    if (segment.type === 'reference' && figure === undefined) {
      noteUnknown(segment.name, target, { path, span }, lookup);
    }
    const isText = segment.type === 'text';
    const printed = isText ? paragraph.slice(segment.start, segment.end) : (figure ?? UNSTATED);
    if (!isText) {
      const [writtenStart, writtenEnd] = span;
      references.push({
        start: text.length,
        end: text.length + printed.length,
        writtenStart,
        writtenEnd,
        path: target ?? '',
      });
    }
    text += printed;
  }
  return { path, role, text, offset: start, references };
}

/** Stands where a reference names no fact, or one that is absent: the rules of prose have nothing to say of it. */
const UNSTATED = '若干';

function noteUnknown(
  name: string,
  target: string | undefined,
  at: Anchor,
  { unknown, absent }: Lookup,
): void {
  if (target === undefined) unknown.push({ at, ...explainUnknown(name), ...homeOf(name) });
  else if (!absent.has(target)) unknown.push(describeAbsent(target, at));
  absent.add(target ?? '');
}

/** The list, or the division into free parts, through which a reference goes. */
function homeOf(name: string): { readonly target?: string } {
  const names = name.split('.');
  for (const at of names.keys()) {
    const target = canonicalPath(names.slice(0, at + 1).join('.'));
    const step = target === undefined ? undefined : stepsOf(target)?.at(-1);
    const kind = step?.kind === 'field' ? step.field.kind : undefined;
    if (target !== undefined && (kind === 'list' || kind === 'tally')) return { target };
  }
  return {};
}

/** A reference to a fact that the file does not have. */
function describeAbsent(target: string, at: Anchor): Unknown {
  const name = chinesePath(target);
  return {
    at,
    target,
    message: `正文引用了“${name}”，但没有写它的数`,
    hint: `补上“${name}”；还拿不到的写“待补”。`,
  };
}
