import { describePosition } from '../document/describe-place.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import { placedParagraphs } from '../document/placed-paragraphs.ts';
import type { ReadWord } from '../docx/read/read-word.ts';
import { type ShownParagraph, shownParagraphs } from '../docx/shown-paragraphs.ts';
import type {
  WordBlock,
  WordChunk,
  WordDocument,
  WordNote,
  WordParagraph,
  WordTable,
} from '../docx/word-document.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../ooxml/package.ts';
import { CarriedParts } from './carried-parts.ts';
import { type TypesetNote, TypesetNotes } from './decision.ts';
import { PartNamespaces } from './part-namespaces.ts';

/** What the writers of one file share: what it was read from, what is carried over, and what cannot be. */
export class Typesetting {
  readonly document: FinishedDocument;
  readonly read: ReadWord;
  readonly shown: readonly ShownParagraph[];
  readonly carried: CarriedParts;
  /** Footnotes and endnotes that are referred to, in the order in which they are; undefined where the file has no such note. */
  readonly notes = { footnote: [] as (WordNote | undefined)[], endnote: [] as (WordNote | undefined)[] };
  /** What is not as it was. */
  readonly changes = new TypesetNotes();
  private readonly obstacles = new TypesetNotes();
  private readonly byParagraph: ReadonlyMap<WordParagraph, ShownParagraph>;
  private places: ReadonlyMap<WordParagraph, number> | undefined;
  private readonly noteNumbers = new Map<string, number>();
  /** The file itself, and those that are brought in. */
  private readonly files: ReadonlyMap<WordDocument, OoxmlPackage>;
  private tables: ReadonlyMap<WordTable, WordDocument> | undefined;
  private readonly namespaces = new Map<string, PartNamespaces>();
  private drawings = 0;

  constructor(document: FinishedDocument, read: ReadWord) {
    this.document = document;
    this.read = read;
    this.shown = shownParagraphs(read.document).paragraphs;
    this.byParagraph = new Map(this.shown.map((each) => [each.paragraph, each]));
    this.carried = new CarriedParts();
    this.files = new Map([[read.document, read.package], ...filesIn(read.document)]);
  }

  /** The package that a document was read from. */
  packageOf(document: WordDocument): OoxmlPackage {
    return this.files.get(document) ?? this.read.package;
  }

  /** A part's XML; parts that paragraphs are of were read before. */
  readonly xmlOf = (part: string, of: WordDocument = this.read.document): string => {
    const text = this.packageOf(of).text(part);
    return text instanceof OoxmlFault ? '' : text.text;
  };

  namespacesOf(part: string, of: WordDocument): PartNamespaces {
    const key = `${this.indexOf(of)} ${part}`;
    const known = this.namespaces.get(key) ?? new PartNamespaces(this.xmlOf(part, of));
    this.namespaces.set(key, known);
    return known;
  }

  /** The document that a table is of: the file itself, or one that is brought in. */
  documentOf(table: WordTable): WordDocument {
    this.tables ??= new Map(
      [...this.files.keys()].flatMap((document) => {
        const { body, footnotes, endnotes, headers } = document;
        const blocks = [body, ...[...footnotes, ...endnotes, ...headers].map((each) => each.blocks)].flat();
        return tablesToSet(blocks).map((each) => [each, document] as const);
      }),
    );
    return this.tables.get(table) ?? this.read.document;
  }

  private indexOf(document: WordDocument): number {
    return [...this.files.keys()].indexOf(document);
  }

  /** What is shown of the paragraph; undefined for one that is joined to the next. */
  shownOf(paragraph: WordParagraph): ShownParagraph | undefined {
    return this.byParagraph.get(paragraph);
  }

  /** The number of a note in the new file, from 1; ids are those of the document that refers to it. */
  numberNote(kind: 'footnote' | 'endnote', id: string, document: WordDocument): number {
    const key = `${kind} ${this.indexOf(document)} ${id}`;
    const known = this.noteNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.notes[kind].push(document[`${kind}s`].find((note) => note.id === id));
    this.noteNumbers.set(key, number);
    return number;
  }

  nextDrawing(): number {
    this.drawings += 1;
    return this.drawings;
  }

  /** Says that something cannot be carried over; gives what replaces it where the user goes on all the same. */
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

  /** As people find it; of what is in no line of its own, the line before it. */
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

/** Files that are brought in, those inside of them too. */
function filesIn({ body, footnotes, endnotes, headers }: WordDocument): [WordDocument, OoxmlPackage][] {
  const stories = [body, ...[...footnotes, ...endnotes, ...headers].map(({ blocks }) => blocks)];
  return stories.flatMap((blocks) =>
    chunksIn(blocks).flatMap((chunk): [WordDocument, OoxmlPackage][] => [
      [chunk.document, chunk.package],
      ...filesIn(chunk.document),
    ]),
  );
}

function chunksIn(blocks: readonly WordBlock[]): WordChunk[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chunk') return [block];
    if (block.kind === 'paragraph') return block.boxes.flatMap((box) => chunksIn(box));
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => chunksIn(cell.blocks)));
  });
}

/** Tables, those inside of cells and boxes too; what is brought in is another file's. */
function tablesToSet(blocks: readonly WordBlock[]): WordTable[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chunk') return [];
    if (block.kind === 'paragraph') return block.boxes.flatMap((box) => tablesToSet(box));
    return [block, ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => tablesToSet(cell.blocks)))];
  });
}
