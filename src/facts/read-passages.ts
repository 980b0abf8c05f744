import type { Anchor, Finding } from '../diagnostics/finding.ts';
import { canonicalPath, chinesePath, stepsOf } from './fact-path.ts';
import type { Facts } from './facts.ts';
import type { FigureReference, Passage, PassageRole } from './passages.ts';
import { explainUnknown, findReferent, printReferent, referenceSegments } from './references.ts';
import { factsTexts, type TextLeaf } from './texts-of.ts';
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
export function passagesOf(facts: Facts, written: ReadonlyMap<string, string>): Passages {
  const passages: Passage[] = [];
  const unknown: Unknown[] = [];
  const lookup = { facts, written, unknown, absent: new Set<string>() };
  for (const leaf of factsTexts(facts)) {
    if (!isProse(leaf)) continue;
    const { path, text } = leaf;
    const role = passageRole(leaf);
    if (isPlainParagraph(text)) passages.push({ path, role, text, offset: 0, references: NO_REFERENCES });
    else
      for (const [start, end] of paragraphRanges(text))
        passages.push(expandReferences({ path, role, value: text, start, end }, lookup));
  }
  return { passages, unknown };
}

/** The same, read once somebody asks for it. */
export function passagesLater(facts: Facts, written: ReadonlyMap<string, string>): () => Passages {
  let passages: Passages | undefined;
  return () => {
    passages ??= passagesOf(facts, written);
    return passages;
  };
}

/** A reference that names nothing; `target` is the fact that it means where that one is only absent, or the list or division that should have it. */
type Unknown = Pick<Finding, 'at' | 'message' | 'hint'> & { readonly target?: string };

/** A text that is printed as prose; a list of texts is one of names that are printed: the attachments. */
function isProse({ field: { kind } }: TextLeaf): boolean {
  return kind === 'prose' || kind === 'proses' || kind === 'list';
}

function passageRole({ field }: TextLeaf): PassageRole {
  const { report, compliance } = VOCABULARY;
  if (field.kind !== 'prose') return field.kind === 'proses' ? 'point' : 'cell';
  if (field === report.fields.title) return 'title';
  if (field === report.fields.recipient) return 'salutation';
  if (field === compliance.item.item) return 'cell';
  return field.zh === report.fields.title.zh ? 'heading' : 'body';
}

/** One paragraph, without white space around it or references in it, as most texts are. */
function isPlainParagraph(text: string): boolean {
  return text !== '' && !BREAK_OR_BRACE.test(text) && text === text.trim();
}

const BREAK_OR_BRACE = /[\n{]/;
const NO_REFERENCES: readonly FigureReference[] = [];

/** Where the paragraphs of a text are in it, without the white space around them. */
function paragraphRanges(text: string): [start: number, end: number][] {
  const paragraphs: [number, number][] = [];
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
interface PassageStretch {
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

function expandReferences({ path, role, value, start, end }: PassageStretch, lookup: Lookup): Passage {
  const { facts, written } = lookup;
  const paragraph = value.slice(start, end);
  if (!paragraph.includes('{{'))
    return { path, role, text: paragraph, offset: start, references: NO_REFERENCES };
  let text = '';
  const references: FigureReference[] = [];
  for (const segment of referenceSegments(paragraph)) {
    if (segment.type === 'text') {
      text += paragraph.slice(segment.start, segment.end);
      continue;
    }
    const [writtenStart, writtenEnd] = [start + segment.start, start + segment.end];
    const referent = findReferent(segment.name, facts);
    const figure = referent && printReferent(referent, written);
    if (figure === undefined) {
      noteUnknown(segment.name, referent?.path, { path, span: [writtenStart, writtenEnd] }, lookup);
    }
    const { length } = text;
    text += figure ?? UNSTATED;
    references.push({
      start: length,
      end: text.length,
      writtenStart,
      writtenEnd,
      path: referent?.path ?? '',
    });
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
