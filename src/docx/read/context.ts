import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import type { UnreadPart, WordBlock } from '../word-document.ts';
import { PropertiesReader } from './properties-reader.ts';

/** Of a file, with all that is embedded in it: some three thousand pages. */
const MOST_PARAGRAPHS = 100_000;
/** Runs and cells likewise. */
const MOST_PIECES = 500_000;

/** What the readers of all parts of one file share. */
export class ReadingContext {
  readonly properties = new PropertiesReader();
  readonly unread: UnreadPart[];
  private readonly chunks: ChunkReader;
  private readonly diagrams: DiagramReader;
  private readonly counts: { paragraphs: number; pieces: number };

  /** A file inside of another one (`outer`) shares its limits. */
  constructor(readers: EmbeddedReaders, outer?: ReadingContext) {
    this.chunks = readers.chunks;
    this.diagrams = readers.diagrams;
    this.unread = outer?.unread ?? [];
    this.counts = outer?.counts ?? { paragraphs: 0, pieces: 0 };
  }

  /** Counts a paragraph, or a file that is brought in; ends the scan where there are too many for a document. */
  countParagraph(scanner: XmlScanner): void {
    this.counts.paragraphs += 1;
    if (this.counts.paragraphs > MOST_PARAGRAPHS) stopAtLimit(scanner, '10 万个段落');
  }

  /** Counts a run or a cell likewise. */
  countPiece(scanner: XmlScanner): void {
    this.counts.pieces += 1;
    if (this.counts.pieces > MOST_PIECES) stopAtLimit(scanner, '50 万段文字和单元格');
  }

  /** The paragraphs of a SmartArt graphic, whose words are in a part of their own. */
  readDiagram(part: string, id: string): readonly WordBlock[] {
    return this.diagrams(part, id);
  }

  /** What a `w:altChunk` of a part brings in; what cannot be read is told. */
  readChunk(part: string, id: string, start: number, end: number): readonly WordBlock[] {
    return this.chunks({ part, id, start, end });
  }

  /** Says once that something of the file was not read. */
  miss(what: UnreadPart['what'], detail: string): void {
    const isSaid = this.unread.some((known) => known.what === what && known.detail === detail);
    if (!isSaid && this.unread.length < MOST_UNREAD) this.unread.push({ what, detail });
  }
}

function stopAtLimit(scanner: XmlScanner, limit: string): void {
  scanner.stopWith(new OoxmlFault('too-many-elements', scanner.part, limit));
}

const MOST_UNREAD = 20;

/** A place where another file is brought in. */
export interface ChunkPlace {
  readonly part: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

type ChunkReader = (place: ChunkPlace) => readonly WordBlock[];
type DiagramReader = (part: string, id: string) => readonly WordBlock[];

/** What reads other parts that a part shows. */
export interface EmbeddedReaders {
  readonly chunks: ChunkReader;
  readonly diagrams: DiagramReader;
}
