import { describePosition } from '../document/describe-place.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import { placedParagraphs } from '../document/placed-paragraphs.ts';
import type { ReadWord } from '../docx/read/read-word.ts';
import { type ShownParagraph, shownParagraphs } from '../docx/shown-paragraphs.ts';
import type { WordBlock, WordDocument, WordParagraph, WordTable } from '../docx/word-document.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { CarriedParts } from './carried-parts.ts';
import { type TypesetNote, TypesetNotes } from './decision.ts';
import { PartNamespaces } from './part-namespaces.ts';

/** What the writers of one file share: what it was read from, what is carried over, and what cannot be. */
export class Typesetting {
  readonly document: FinishedDocument;
  readonly read: ReadWord;
  readonly shown: readonly ShownParagraph[];
  readonly carried: CarriedParts;
  /** Footnotes and endnotes that are referred to, by their ids there, in the order in which they are. */
  readonly notes = { footnote: new Map<string, number>(), endnote: new Map<string, number>() };
  /** What is not as it was. */
  readonly changes = new TypesetNotes();
  private readonly obstacles = new TypesetNotes();
  private readonly byParagraph: ReadonlyMap<WordParagraph, ShownParagraph>;
  private places: ReadonlyMap<WordParagraph, number> | undefined;
  private ownTables: ReadonlySet<WordTable> | undefined;
  private readonly namespaces = new Map<string, PartNamespaces>();
  private drawings = 0;

  constructor(document: FinishedDocument, read: ReadWord) {
    this.document = document;
    this.read = read;
    this.shown = shownParagraphs(read.document).paragraphs;
    this.byParagraph = new Map(this.shown.map((each) => [each.paragraph, each]));
    this.carried = new CarriedParts(read.package);
  }

  /** A part's XML. Parts that paragraphs are of were read before; those of a file that is brought in are not at hand. */
  readonly xmlOf = (part: string, of: WordDocument = this.read.document): string => {
    if (of !== this.read.document) return '';
    const text = this.read.package.text(part);
    return text instanceof OoxmlFault ? '' : text.text;
  };

  namespacesOf(part: string): PartNamespaces {
    const known = this.namespaces.get(part) ?? new PartNamespaces(this.xmlOf(part));
    this.namespaces.set(part, known);
    return known;
  }

  /** Whether a table is of the file itself, not of one that is brought in. */
  isOwnTable(table: WordTable): boolean {
    const { body, footnotes, endnotes, headers } = this.read.document;
    this.ownTables ??= new Set(
      tablesToSet([body, ...[...footnotes, ...endnotes, ...headers].map(({ blocks }) => blocks)].flat()),
    );
    return this.ownTables.has(table);
  }

  /** What is shown of the paragraph; undefined for one that is joined to the next. */
  shownOf(paragraph: WordParagraph): ShownParagraph | undefined {
    return this.byParagraph.get(paragraph);
  }

  /** The number of a note in the new file, from 1. */
  numberNote(note: 'footnote' | 'endnote', id: string): number {
    const numbers = this.notes[note];
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  }

  nextDrawing(): number {
    this.drawings += 1;
    return this.drawings;
  }

  /** Says that something cannot be carried over; gives what stands in its place where the user goes on all the same. */
  cannotCarry(what: string, paragraph?: WordParagraph): string {
    this.obstacles.add(what, paragraph === undefined ? '' : this.whereIs(paragraph));
    return notCarriedOver(what);
  }

  /** Tracked changes that nobody decided on: the user has to, or goes on as if all were accepted. */
  meetRevisions(count: number, first: WordParagraph): void {
    this.revisions = { what: '还没有接受或拒绝的修订', where: this.whereIs(first), count };
  }

  /** Tracked changes that are pending. */
  revisions: TypesetNote | undefined;

  get obstaclesMet(): readonly TypesetNote[] {
    return this.obstacles.all;
  }

  /** As people find it; of what stands in no line of its own, the line ahead of it. */
  whereIs(paragraph: WordParagraph): string {
    this.places ??= new Map(
      placedParagraphs(this.document, this.read.document).map((each) => [each.paragraph, each.at]),
    );
    return describePosition(this.document, { line: (this.places.get(paragraph) ?? 0) + 1, column: 1 });
  }
}

/** What stands where something could not be carried over. */
export function notCarriedOver(what: string): string {
  return `【此处的${what}未能带入】`;
}

export const PLACEHOLDER = /【此处的[^【】]{1,20}未能带入】/g;

/** Tables, those inside of cells and boxes too; what is brought in is another file's. */
function tablesToSet(blocks: readonly WordBlock[]): WordTable[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chunk') return [];
    if (block.kind === 'paragraph') return block.boxes.flatMap((box) => tablesToSet(box));
    return [block, ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => tablesToSet(cell.blocks)))];
  });
}
