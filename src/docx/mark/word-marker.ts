import { encodePart, type PartText } from '../../ooxml/decode-part.ts';
import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import { relationshipsOf } from '../../ooxml/relationships.ts';
import { escapeXml } from '../../ooxml/xml-text.ts';
import { closeArchive, EMPTY_HEAD, makeEntryOfBytes, type ZipEntry } from '../../ooxml/zip.ts';
import type { ReadWord } from '../read/read-word.ts';
import { type ShownParagraph, type ShownPiece, shownParagraphs } from '../shown-paragraphs.ts';
import type { WordBlock, WordParagraph } from '../word-document.ts';
import { commentsPart, type MarkComment, withContentType, withRelationship } from './comments-part.ts';
import { ancestorsOf, type ElementNode, innermostAt } from './element-tree.ts';
import type { Marking } from './marking.ts';
import { PartMarker, RANK, type RunPlace } from './part-marker.ts';

/** Why a change was not made: it meets another change, a revision of somebody's, text that is none in the XML, a locked control. */
export type MarkRefusal = 'overlap' | 'revision' | 'not-text' | 'locked';

/** Where a comment stands: at its characters, or beside them, where Word shows comments. */
export type CommentPlace = 'exact' | 'beside';

/** A place in a paragraph that is shown: UTF-16 offsets into its text. */
export interface ShownStretch {
  readonly shown: ShownParagraph;
  readonly from: number;
  readonly to: number;
}

/** Word opens no file with more. */
export const MOST_COMMENTS = 32_767;

/**
 * Marks a copy of a Word file with comments and tracked changes. All changes first: a comment is told whether the change was made. Parts
 * that nothing is put into keep their compressed bytes; in the others everything stays that is not marked.
 *
 * Word shows no comments in headers, footers, notes and text boxes (MS-OI29500, 2.1.315), and LibreOffice does not open a file with one in
 * a note: one about a header is at the first paragraph of its section, one about a note at the mark in the text that refers to it, one
 * about a box around the box.
 */
export class WordMarker {
  private readonly read: ReadWord;
  private readonly marking: Marking;
  private readonly all: readonly ShownParagraph[];
  private readonly indexes: ReadonlyMap<WordParagraph, number>;
  private readonly parts = new Map<string, PartMarker>();
  /** The parts that hold paragraphs of WordprocessingML: what is brought in or drawn is in others. */
  private readonly stories: ReadonlySet<string>;
  private readonly comments: MarkComment[] = [];
  private readonly changed = new Map<WordParagraph, { readonly from: number; readonly to: number }[]>();
  private nextId: number;
  /** The paragraphs that may bear comments of others; worked out when one is wanted. */
  private body: readonly ShownParagraph[] | undefined;

  constructor(read: ReadWord, marking: Marking) {
    this.read = read;
    this.marking = marking;
    this.all = shownParagraphs(read.document).paragraphs;
    this.indexes = new Map(this.all.map(({ paragraph }, index) => [paragraph, index]));
    const { part, footnotes, endnotes, headers } = read.document;
    this.stories = new Set([part, ...[footnotes, endnotes, headers].flat().map((story) => story.part)]);
    this.nextId = this.highestId() + 1;
  }

  /** How many more comments Word would bear. */
  get commentsLeft(): number {
    return MOST_COMMENTS - this.read.document.comments.length - this.comments.length;
  }

  /** Puts `text` in the place of a stretch as a tracked change; a stretch of nothing is a place to insert at. */
  change(stretch: ShownStretch, text: string): MarkRefusal | undefined {
    const { shown, from, to } = stretch;
    if (shown.document !== this.read.document) return 'not-text';
    const taken = this.changed.get(shown.paragraph) ?? [];
    if (taken.some((other) => from < other.to && other.from < to)) return 'overlap';
    const segments = this.segmentsOf(from < to ? stretch : neighbour(stretch));
    const refusal = segmentsRefusal(segments, shown, from < to ? to - from : 1);
    if (refusal !== undefined) return refusal;
    if (from < to) for (const segment of segments) this.delete(segment);
    if (text !== '') this.insert(segments, text, from === to && from === 0 ? 'ahead' : 'behind', from < to);
    this.changed.set(shown.paragraph, [...taken, { from, to }]);
    return undefined;
  }

  /** Adds a comment over a stretch; `lines` are its paragraphs, once it is known where it stands. */
  comment(stretch: ShownStretch, lines: (place: CommentPlace) => readonly string[]): void {
    const id = this.takeId();
    const place = this.anchorComment(stretch, id);
    this.comments.push({ id, lines: lines(place) });
  }

  /** The copy; its fingerprint begins with `label`. */
  finish(label: string): Uint8Array {
    const { package: opened } = this.read;
    const written = new Map<string, Buffer>();
    for (const [name, marker] of this.parts)
      written.set(partNameKey(name), encodePart({ ...marker.part, text: marker.write() }));
    const added = this.addComments(written);
    const entries = opened.archive.names.map((name): ZipEntry => {
      const bytes = written.get(partNameKey(name));
      const entry = bytes === undefined ? opened.archive.entry(name) : makeEntryOfBytes(name, bytes);
      if (entry instanceof OoxmlFault) throw new Error(`${name} was there when the file was read`);
      return entry;
    });
    return closeArchive(EMPTY_HEAD, [...entries, ...added], label);
  }

  /** Puts the comments into the parts that are written; returns what has to be added to the archive. */
  private addComments(written: Map<string, Buffer>): ZipEntry[] {
    if (this.comments.length === 0) return [];
    const { package: opened, document } = this.read;
    const relations = opened.relationships(document.part);
    const related = relations instanceof OoxmlFault ? [] : relations;
    const known = related.find(({ type, isExternal }) => type === 'comments' && !isExternal)?.target;
    const folder = document.part.slice(0, document.part.lastIndexOf('/') + 1);
    const name = known ?? freeName(folder, (candidate) => opened.has(candidate));
    const { isStrict } = this.markerOf(document.part).names;
    const old = opened.has(name) ? readablePart(opened.text(name)) : undefined;
    const part = commentsPart(old, this.comments, { ...this.marking, isStrict });
    const added: ZipEntry[] = [];
    const put = (partName: string, bytes: Buffer) => {
      if (opened.has(partName)) written.set(partNameKey(partName), bytes);
      else added.push(makeEntryOfBytes(partName, bytes));
    };
    put(name, encodePart({ text: part, encoding: old?.encoding ?? 'utf-8' }));
    if (known === undefined) {
      const relationsName = relationshipsOf(document.part);
      const before = opened.has(relationsName) ? readablePart(opened.text(relationsName)) : undefined;
      const target = name.slice(folder.length);
      put(
        relationsName,
        encodePart({
          text: withRelationship(before?.text, related, { target, isStrict }),
          encoding: before?.encoding ?? 'utf-8',
        }),
      );
    }
    if (!opened.contentType(name).endsWith('.comments+xml')) {
      const types = opened.has(TYPES_PART) ? readablePart(opened.text(TYPES_PART)) : undefined;
      put(
        TYPES_PART,
        encodePart({ text: withContentType(types?.text, name), encoding: types?.encoding ?? 'utf-8' }),
      );
    }
    return added;
  }

  private anchorComment(stretch: ShownStretch, id: number): CommentPlace {
    const { shown } = stretch;
    const isHere =
      shown.document === this.read.document &&
      shown.story === 'body' &&
      shown.paragraph.part === this.read.document.part;
    const ends = isHere ? this.endsOf(stretch) : undefined;
    if (ends === undefined) this.anchorBeside(shown, id);
    else this.putRange(ends, shown.paragraph.part, id);
    return ends === undefined ? 'beside' : 'exact';
  }

  private endsOf(stretch: ShownStretch): Ends | undefined {
    const { text } = stretch.shown;
    if (text === '') return undefined;
    const from = Math.max(0, Math.min(stretch.from, text.length - 1));
    const segments = this.segmentsOf({ ...stretch, from, to: Math.max(from + 1, stretch.to) });
    const [first, last] = [segments[0], segments.at(-1)];
    return first === undefined || last === undefined ? undefined : { first, last };
  }

  private putRange({ first, last }: Ends, part: string, id: number): void {
    const marker = this.markerOf(part);
    const start = marker.before(first.spot, first.from);
    const end = marker.after(last.spot, last.to - 1);
    const opening = {
      at: start,
      rank: RANK.commentStart,
      xml: this.element(marker, 'commentRangeStart', id),
    };
    const closing = {
      at: end,
      rank: RANK.commentEnd,
      xml: this.element(marker, 'commentRangeEnd', id) + this.reference(marker, id),
    };
    const before = edgeOfInsertion(marker, first.spot, start, 'start');
    if (before === undefined) marker.put(first.spot, opening);
    else marker.putBetween({ ...opening, at: before });
    const behind = edgeOfInsertion(marker, last.spot, end, 'end');
    if (behind === undefined) marker.put(last.spot, closing);
    else marker.putBetween({ ...closing, at: behind });
  }

  /** Where Word shows no comments, the nearest place where it does. */
  private anchorBeside(shown: ShownParagraph, id: number): void {
    const around = shown.document === this.read.document ? this.paragraphAround(shown) : undefined;
    if (shown.story === 'note' && this.anchorAtNote(around ?? shown.paragraph, id)) return;
    if (around !== undefined && around.part === this.read.document.part) {
      this.putAround(this.markerOf(around.part), this.carrierAt(around, shown.paragraph.start), id);
      return;
    }
    const target = this.targetFor(shown);
    if (target === undefined) throw new Error('a document without a paragraph');
    const ends = this.endsOf({ shown: target, from: 0, to: target.text.length });
    const marker = this.markerOf(target.paragraph.part);
    if (ends !== undefined) {
      this.putRange(ends, target.paragraph.part, id);
      return;
    }
    const xml =
      this.element(marker, 'commentRangeStart', id) +
      this.element(marker, 'commentRangeEnd', id) +
      this.reference(marker, id);
    marker.putAtEnd(marker.tree(target.paragraph), { at: 0, rank: RANK.commentEnd, xml });
  }

  /** Around the mark that refers to the note; whether there is one. */
  private anchorAtNote(inNote: WordParagraph, id: number): boolean {
    const { footnotes, endnotes, part } = this.read.document;
    for (const [kind, notes] of [
      ['footnote', footnotes],
      ['endnote', endnotes],
    ] as const) {
      const note = notes.find((each) => each.part === inNote.part && blocksHold(each.blocks, inNote));
      if (note === undefined) continue;
      for (const paragraph of this.paragraphsOf(part)) {
        const mark = paragraph.ranges.find(
          (range) => range.kind === kind && range.id === note.id && !range.isGone,
        );
        if (mark === undefined) continue;
        this.putAround(this.markerOf(part), this.carrierAt(paragraph, mark.start), id);
        return true;
      }
    }
    return false;
  }

  private putAround(
    marker: PartMarker,
    { start, end }: Pick<ElementNode, 'start' | 'end'>,
    id: number,
  ): void {
    const [opening, closing] = ['commentRangeStart', 'commentRangeEnd'].map((name) =>
      this.element(marker, name, id),
    );
    marker.putBetween({ at: start, rank: RANK.commentStart, xml: opening ?? '' });
    marker.putBetween({ at: end, rank: RANK.commentEnd, xml: closing + this.reference(marker, id) });
  }

  /** All that is shown of a part, text boxes too. */
  private *paragraphsOf(part: string): Generator<WordParagraph> {
    for (const { document, pieces, paragraph } of this.all) {
      if (document !== this.read.document || paragraph.part !== part) continue;
      for (const piece of pieces) if (piece.paragraph !== paragraph) yield piece.paragraph;
      yield paragraph;
    }
  }

  /** The outermost run of a paragraph that holds a place. */
  private carrierAt(paragraph: WordParagraph, at: number): ElementNode {
    const tree = this.markerOf(paragraph.part).tree(paragraph);
    const node = innermostAt(tree, at);
    return [node, ...ancestorsOf(node)].findLast(({ name }) => name === 'w:r') ?? node;
  }

  private targetFor(shown: ShownParagraph): ShownParagraph | undefined {
    const body = this.body ?? this.all.filter((each) => this.bearsComments(each));
    this.body = body;
    if (shown.story === 'header' || shown.story === 'footer') return this.firstOfSection(shown, body);
    const index = this.indexes.get(shown.paragraph) ?? 0;
    return body.findLast(({ paragraph }) => (this.indexes.get(paragraph) ?? 0) <= index) ?? body[0];
  }

  private bearsComments({ document, story, paragraph }: ShownParagraph): boolean {
    const isBody = document === this.read.document && story === 'body' && this.stories.has(paragraph.part);
    return (
      isBody &&
      PARAGRAPH_TAG.test(this.markerOf(paragraph.part).part.text.slice(paragraph.start, paragraph.start + 40))
    );
  }

  private firstOfSection(shown: ShownParagraph, body: readonly ShownParagraph[]): ShownParagraph | undefined {
    const { sections } = this.read.document;
    const part = shown.paragraph.part;
    const section = sections.findIndex(({ headers, footers }) =>
      [...Object.values(headers), ...Object.values(footers)].includes(part),
    );
    let ended = 0;
    for (const each of body) {
      if (ended >= section && each.text.trim() !== '') return each;
      if (each.paragraph.section !== undefined) ended += 1;
    }
    return body.find(({ text }) => text.trim() !== '') ?? body[0];
  }

  /** The outermost paragraph that holds the box which this one is in. */
  private paragraphAround({ paragraph }: ShownParagraph): WordParagraph | undefined {
    const { part, start, end } = paragraph;
    for (const outer of this.paragraphsOf(part)) if (outer.start < start && end <= outer.end) return outer;
    return undefined;
  }

  private delete({ spot, from, to, part }: RunSegment): void {
    const marker = this.markerOf(part);
    const { prefix, declaration } = marker.names;
    const begins = `<${prefix}:del${declaration}${this.attributes(marker)}>`;
    marker.put(spot, { at: marker.before(spot, from), rank: RANK.deleted, xml: begins, deleting: 'begins' });
    const end = { at: marker.after(spot, to - 1), rank: RANK.insertedBehind, xml: '' };
    marker.put(spot, { ...end, deleting: 'ends' });
  }

  /** The text looks as the first character that it stands for, or beside. */
  private insert(
    segments: readonly RunSegment[],
    text: string,
    where: 'ahead' | 'behind',
    isReplacement: boolean,
  ): void {
    const [first, last] = [segments[0], segments.at(-1)];
    if (first === undefined || last === undefined) return;
    const at = where === 'ahead' ? first : last;
    const marker = this.markerOf(at.part);
    const looks = isReplacement ? first : at;
    const xml = this.insertion(marker, looks.spot.carrier, text);
    const place = where === 'ahead' ? marker.before(at.spot, at.from) : marker.after(at.spot, at.to - 1);
    const rank = where === 'ahead' ? RANK.insertedAhead : RANK.insertedBehind;
    this.putOutOfInsertion(marker, at.spot, { at: place, rank, xml });
  }

  /** Word knows no insertion in another one: that is ended before ours and begun again after it. */
  private putOutOfInsertion(
    marker: PartMarker,
    spot: RunPlace,
    event: { readonly at: number; readonly rank: number; readonly xml: string },
  ): void {
    const around = spot.carrier?.parent;
    if (around?.name !== 'w:ins') {
      marker.put(spot, event);
      return;
    }
    const edge =
      edgeOfInsertion(marker, spot, event.at, 'end') ?? edgeOfInsertion(marker, spot, event.at, 'start');
    if (edge !== undefined) {
      marker.putBetween({ ...event, at: edge });
      return;
    }
    const opening = marker.part.text.slice(around.start, around.openEnd);
    const again = opening.replace(/((?:[\w.-]+:)?id\s*=\s*)(["'])[^"']*\2/, `$1$2${this.takeId()}$2`);
    marker.put(spot, { ...event, xml: `</${around.tag}>${event.xml}${again}` });
  }

  private insertion(marker: PartMarker, carrier: ElementNode | undefined, text: string): string {
    const { prefix, declaration } = marker.names;
    const properties = carrier?.children.find(({ name }) => name === 'w:rPr');
    const look = properties === undefined ? '' : plainProperties(marker.part.text, properties);
    const run = `<${prefix}:r>${look}<${prefix}:t xml:space="preserve">${escapeXml(text)}</${prefix}:t></${prefix}:r>`;
    return `<${prefix}:ins${declaration}${this.attributes(marker)}>${run}</${prefix}:ins>`;
  }

  private attributes({ names: { prefix } }: PartMarker): string {
    const { author, date } = this.marking;
    const when = date === undefined ? '' : ` ${prefix}:date="${date}"`;
    return ` ${prefix}:id="${this.takeId()}" ${prefix}:author="${escapeXml(author)}"${when}`;
  }

  private element({ names: { prefix, declaration } }: PartMarker, name: string, id: number): string {
    return `<${prefix}:${name}${declaration} ${prefix}:id="${id}"/>`;
  }

  private reference(marker: PartMarker, id: number): string {
    const { prefix, declaration } = marker.names;
    return `<${prefix}:r${declaration}><${prefix}:commentReference ${prefix}:id="${id}"/></${prefix}:r>`;
  }

  /** The runs of a stretch that have a place in the XML, with the characters of each. */
  private segmentsOf({ shown, from, to }: ShownStretch): RunSegment[] {
    const first = firstPieceAt(shown.pieces, from);
    const segments: RunSegment[] = [];
    for (let index = first; index < shown.pieces.length; index += 1) {
      const piece = shown.pieces[index];
      if (piece === undefined || piece.at >= to) break;
      const { part } = piece.paragraph;
      const spot = this.stories.has(part) ? this.markerOf(part).spot(piece.paragraph, piece.run) : undefined;
      if (spot === undefined) continue;
      const start = piece.from + Math.max(0, from - piece.at);
      const end = piece.from + Math.min(piece.length, to - piece.at);
      if (start >= end) continue;
      const isSame =
        spot.run.text.slice(start, end) ===
        shown.text.slice(Math.max(from, piece.at), Math.min(to, piece.at + piece.length));
      const isPlain = isSame && this.markerOf(part).isPlainText(spot);
      segments.push({ part, spot, from: start, to: end, isPlain });
    }
    return segments;
  }

  private markerOf(name: string): PartMarker {
    const known = this.parts.get(name);
    if (known !== undefined) return known;
    const { document, package: opened } = this.read;
    const isStrict = name === document.part ? false : this.markerOf(document.part).names.isStrict;
    const marker = new PartMarker(readablePart(opened.text(name)), isStrict);
    this.parts.set(name, marker);
    return marker;
  }

  private takeId(): number {
    this.nextId += 1;
    return this.nextId - 1;
  }

  /** Of everything that has an id in the parts that may be marked. */
  private highestId(): number {
    const { document, package: opened } = this.read;
    let highest = -1;
    for (const name of this.stories) {
      const { text } = readablePart(opened.text(name));
      for (const [, id = ''] of text.matchAll(/[\s:]id\s*=\s*["'](\d{1,9})["']/g))
        highest = Math.max(highest, Number(id));
    }
    for (const { id } of document.comments) if (/^\d{1,9}$/.test(id)) highest = Math.max(highest, Number(id));
    return highest;
  }
}

/** Of a run's text: the characters from `from` up to `to`. */
interface RunSegment {
  readonly part: string;
  readonly spot: RunPlace;
  readonly from: number;
  readonly to: number;
  /** Whether they are in the XML as they are shown. */
  readonly isPlain: boolean;
}

interface Ends {
  readonly first: RunSegment;
  readonly last: RunSegment;
}

/** A `w:p` under whatever prefix; a formula may stand among paragraphs without one. */
const PARAGRAPH_TAG = /^<(?:[\w.-]+:)?p[\s/>]/;

/** Whether a paragraph is between the first and the last of some blocks of its part. */
function blocksHold(blocks: readonly WordBlock[], { start }: WordParagraph): boolean {
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first !== undefined && last !== undefined && first.start <= start && start < last.end;
}

const TYPES_PART = '[Content_Types].xml';

function readablePart(part: PartText | OoxmlFault): PartText {
  if (part instanceof OoxmlFault) throw new Error(`${part.part} was there when the file was read`);
  return part;
}

function partNameKey(name: string): string {
  return name.toLowerCase();
}

function freeName(folder: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const name = `${folder}comments${number === 1 ? '' : number}.xml`;
    if (!isTaken(name)) return name;
  }
}

/** Where nothing is replaced, the character that it is put after, or, at the beginning, before. */
function neighbour({ shown, from }: ShownStretch): ShownStretch {
  return from > 0 ? { shown, from: from - 1, to: from } : { shown, from: 0, to: 1 };
}

function segmentsRefusal(
  segments: readonly RunSegment[],
  shown: ShownParagraph,
  length: number,
): MarkRefusal | undefined {
  const [first] = segments;
  const covered = segments.reduce((sum, { from, to }) => sum + to - from, 0);
  if (first === undefined || shown.text === '' || covered < length) return 'not-text';
  if (!segments.every(({ isPlain }) => isPlain)) return 'not-text';
  const { revisions } = first.spot.run;
  if (segments.some(({ spot }) => runRevisions(spot) !== runRevisions(first.spot))) return 'revision';
  if (revisions.length > 1 || revisions.some(({ kind }) => kind !== 'inserted')) return 'revision';
  if (revisions.length > 0 && segments.some(({ spot }) => spot.carrier?.parent?.name !== 'w:ins'))
    return 'revision';
  return segments.some(({ spot }) => spot.carrier !== undefined && isLocked(spot.carrier))
    ? 'locked'
    : undefined;
}

function runRevisions({ run: { revisions } }: RunPlace): string {
  return revisions.map(({ kind, id, author }) => `${kind} ${id} ${author}`).join('\n');
}

/** In a control whose content Word fetches from elsewhere, or lets nobody change. */
function isLocked(carrier: ElementNode): boolean {
  return ancestorsOf(carrier).some(({ name, children }) => {
    const properties = children.find((child) => child.name === 'w:sdtPr');
    const isBound = properties?.children.some((child) => /^w(?:15)?:dataBinding$/.test(child.name)) ?? false;
    return name === 'w:sdt' && isBound;
  });
}

/** A comment at the edge of somebody's insertion stands outside of it, and so outlasts it. */
function edgeOfInsertion(
  marker: PartMarker,
  { carrier }: RunPlace,
  at: number,
  edge: 'start' | 'end',
): number | undefined {
  const around = carrier?.parent;
  if (carrier === undefined || (around?.name !== 'w:ins' && around?.name !== 'w:moveTo')) return undefined;
  if (marker.isEdge(carrier, at) !== edge) return undefined;
  const isOutermost = around.children.at(edge === 'start' ? 0 : -1) === carrier;
  return isOutermost ? around[edge] : undefined;
}

/** The formatting of a run, without what somebody changed of it as a revision. */
function plainProperties(xml: string, properties: ElementNode): string {
  const changes = properties.children.filter(({ name }) => name === 'w:rPrChange');
  let [written, done] = ['', properties.start];
  for (const { start, end } of changes) {
    written += xml.slice(done, start);
    done = end;
  }
  return written + xml.slice(done, properties.end);
}

/** Pieces are in order. */
function firstPieceAt(pieces: readonly ShownPiece[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece !== undefined && piece.at + piece.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
