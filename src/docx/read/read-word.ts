import type { Budget } from '../../ooxml/budget.ts';
import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import { type OoxmlPackage, openPackage } from '../../ooxml/package.ts';
import type { Relationship } from '../../ooxml/relationships.ts';
import { XmlScanner } from '../../ooxml/xml-scanner.ts';
import { Formatting } from '../formatting.ts';
import { NO_NUMBERING_PART } from '../numbering.ts';
import type { Mutable } from '../properties.ts';
import type { PageParts, WordSection } from '../section.ts';
import { NO_SETTINGS, type WordSettings } from '../settings.ts';
import { NO_STYLES } from '../styles.ts';
import type { ThemeFonts } from '../theme.ts';
import type {
  HeaderFooter,
  WordBlock,
  WordComment,
  WordDocument,
  WordNote,
  WordParagraph,
} from '../word-document.ts';
import { ReadingContext } from './context.ts';
import { readChunk } from './read-chunk.ts';
import { readDiagram } from './read-diagram.ts';
import { readNumbering } from './read-numbering.ts';
import { readSection } from './read-section.ts';
import { readWordSettings } from './read-settings.ts';
import { readStyles } from './read-styles.ts';
import { readThemeFonts } from './read-theme.ts';
import { StoryReader } from './story-reader.ts';

/** A Word file that was read, and the package that it was read from. */
export interface ReadWord {
  readonly document: WordDocument;
  readonly package: OoxmlPackage;
}

/**
 * Reads a .docx, .docm, .dotx or .dotm: a fault where the main part, or any part that its text is in, cannot be read to its end.
 * Never throws over a file's bytes.
 */
export function readWord(bytes: Uint8Array, budget?: Budget): ReadWord | OoxmlFault {
  const opened = openPackage(bytes, budget);
  if (opened instanceof OoxmlFault) return opened;
  const document = readPackage(opened);
  return document instanceof OoxmlFault ? document : { document, package: opened };
}

/** `outer` is of the file that this one is inside of, `depth` of how many. */
function readPackage(opened: OoxmlPackage, outer?: ReadingContext, depth = 0): WordDocument | OoxmlFault {
  const main = opened.mainPart('word/document.xml');
  if (main instanceof OoxmlFault) return main;
  const readInner = (inner: OoxmlPackage) =>
    depth >= DEEPEST_FILE ? undefined : readPackage(inner, context, depth + 1);
  const context: ReadingContext = new ReadingContext(
    {
      chunks: (place) => readChunk(opened, place, context, readInner),
      diagrams: (part, id) => readDiagram(opened, part, id, context),
    },
    outer,
  );
  return new WordReader(opened, main, context).read();
}

/** Files in files in files are read so deep. */
const DEEPEST_FILE = 3;

class WordReader {
  private readonly opened: OoxmlPackage;
  private readonly main: string;
  private readonly context: ReadingContext;
  private fault: OoxmlFault | undefined;

  constructor(opened: OoxmlPackage, main: string, context: ReadingContext) {
    this.opened = opened;
    this.main = main;
    this.context = context;
  }

  read(): WordDocument | OoxmlFault {
    const styles = this.usePart('styles', readStyles) ?? NO_STYLES;
    const numbering =
      this.usePart('numbering', (scanner) =>
        readNumbering(scanner, () => this.context.miss('numbering', '编号的级别不是 0～8')),
      ) ?? NO_NUMBERING_PART;
    const settings = this.usePart('settings', readWordSettings) ?? NO_SETTINGS;
    const theme = this.usePart<ThemeFonts>('theme', readThemeFonts) ?? new Map();
    if (this.fault !== undefined) return this.fault;
    const read = this.readBody();
    if (read === undefined) return this.fault ?? new OoxmlFault('missing-part', this.main);
    const sections = this.resolveSections([...wordSections(read.body), ...read.last]);
    const document: WordDocument = {
      part: this.main,
      body: read.body,
      sections,
      headers: this.readHeaders(sections, settings),
      footnotes: this.readNotes('footnotes', 'w:footnote'),
      endnotes: this.readNotes('endnotes', 'w:endnote'),
      comments: this.readComments(),
      styles,
      numbering,
      settings,
      formatting: new Formatting(styles, numbering, theme, settings),
      unread: this.context.unread,
    };
    return this.fault ?? document;
  }

  private readBody(): { body: WordBlock[]; last: WordSection[] } | undefined {
    const scanner = this.scan(this.main);
    if (scanner === undefined) return undefined;
    scanner.next();
    if (scanner.fault === undefined && scanner.name !== 'w:document') {
      this.fault ??= new OoxmlFault('missing-part', this.main);
      return undefined;
    }
    const { depth } = scanner;
    const story = new StoryReader(scanner, this.main, this.context);
    let body: WordBlock[] = [];
    const last: WordSection[] = [];
    while (scanner.nextChild(depth)) {
      if (scanner.name !== 'w:body') continue;
      body = story.blocks(undefined, () => last.push(readSection(scanner)));
    }
    this.finish(story);
    return { body, last };
  }

  /** What a part of the main part says; nothing where there is none. */
  private usePart<T>(type: string, read: (scanner: XmlScanner) => T): T | undefined {
    const name = this.partOf(type);
    const scanner = name === undefined ? undefined : this.scan(name);
    if (scanner === undefined) return undefined;
    const value = read(scanner);
    this.fault ??= scanner.fault;
    return value;
  }

  private readHeaders(sections: readonly WordSection[], { hasEvenHeaders }: WordSettings): HeaderFooter[] {
    const seen = new Map<string, Mutable<HeaderFooter>>();
    const add = (kind: HeaderFooter['kind'], part: string | undefined, isShown: boolean) => {
      if (part === undefined || !this.opened.has(part)) return;
      const known = seen.get(part);
      if (known === undefined) seen.set(part, { part, kind, isShown, blocks: this.readStory(part) });
      else known.isShown ||= isShown;
    };
    for (const { headers, footers, hasTitlePage } of sections) {
      for (const [kind, parts] of [
        ['header', headers],
        ['footer', footers],
      ] as const) {
        add(kind, parts.first, hasTitlePage);
        add(kind, parts.default, true);
        add(kind, parts.even, hasEvenHeaders);
      }
    }
    return [...seen.values()];
  }

  private readStory(part: string): WordBlock[] {
    const scanner = this.scan(part);
    if (scanner === undefined) return [];
    scanner.next();
    const story = new StoryReader(scanner, part, this.context);
    const blocks = story.blocks();
    this.finish(story);
    return blocks;
  }

  private readNotes(type: string, element: string): WordNote[] {
    const notes: WordNote[] = [];
    this.eachStory(type, element, (scanner, part, story) => {
      const isNote = (scanner.attribute('w:type') ?? 'normal') === 'normal';
      const id = scanner.attribute('w:id') ?? '';
      const blocks = story.blocks();
      if (isNote) notes.push({ id, part, blocks });
    });
    return notes;
  }

  private readComments(): WordComment[] {
    const comments: WordComment[] = [];
    this.eachStory('comments', 'w:comment', (scanner, _, story) => {
      const head = {
        id: scanner.attribute('w:id') ?? '',
        author: scanner.attribute('w:author') ?? '',
        date: scanner.attribute('w:date') ?? '',
        initials: scanner.attribute('w:initials') ?? '',
      };
      comments.push({ ...head, blocks: story.blocks() });
    });
    return comments;
  }

  private eachStory(
    type: string,
    element: string,
    read: (scanner: XmlScanner, part: string, story: StoryReader) => void,
  ): void {
    const part = this.partOf(type);
    const scanner = part === undefined ? undefined : this.scan(part);
    if (part === undefined || scanner === undefined) return;
    scanner.next();
    const { depth } = scanner;
    while (scanner.nextChild(depth)) {
      if (scanner.name !== element) continue;
      const story = new StoryReader(scanner, part, this.context);
      read(scanner, part, story);
      this.finish(story);
    }
    this.fault ??= scanner.fault;
  }

  private finish({ scanner, fields }: StoryReader): void {
    this.fault ??= scanner.fault;
    if (fields.isOpen && fields.isCode && scanner.fault === undefined)
      this.context.miss('part', '没有写完的域');
  }

  private scan(name: string): XmlScanner | undefined {
    const part = this.opened.text(name);
    if (!(part instanceof OoxmlFault)) return new XmlScanner(part.text, name);
    this.fault ??= part;
    return undefined;
  }

  /** The part of that kind that the main part names; without relationships, what lies beside it under the usual name. */
  private partOf(type: string): string | undefined {
    const named = this.relations().find((relation) => relation.type === type && !relation.isExternal)?.target;
    if (named !== undefined && this.opened.has(named)) return named;
    const folder = this.main.slice(0, this.main.lastIndexOf('/') + 1);
    const usual = `${folder}${type === 'theme' ? 'theme/theme1' : type}.xml`;
    return this.relations().length === 0 && this.opened.has(usual) ? usual : undefined;
  }

  private relations(): readonly Relationship[] {
    const relations = this.opened.relationships(this.main);
    if (!(relations instanceof OoxmlFault)) return relations;
    this.fault ??= relations;
    return [];
  }

  /** Puts parts in the place of relationships' ids; what a section does not say it has from the one before it. */
  private resolveSections(sections: readonly WordSection[]): WordSection[] {
    let headers: PageParts = { default: undefined, first: undefined, even: undefined };
    let footers = headers;
    return sections.map((section) => {
      headers = this.resolvePages(section.headers, headers);
      footers = this.resolvePages(section.footers, footers);
      return { ...section, headers, footers };
    });
  }

  private resolvePages(ids: PageParts, before: PageParts): PageParts {
    const part = (id: string | undefined) =>
      id === undefined ? undefined : this.opened.target(this.main, id);
    return {
      default: part(ids.default) ?? before.default,
      first: part(ids.first) ?? before.first,
      even: part(ids.even) ?? before.even,
    };
  }
}

/** Sections end in paragraphs of the body, not of its tables. */
function wordSections(body: readonly WordBlock[]): WordSection[] {
  const isParagraph = (block: WordBlock): block is WordParagraph => block.kind === 'paragraph';
  return body.filter(isParagraph).flatMap(({ section }) => section ?? []);
}
