import type { FinishedDocument } from '../document/finished-document.ts';
import { paragraphsIn } from '../docx/paragraphs-in.ts';
import type { PageParts } from '../docx/section.ts';
import type { HeaderFooter, WordDocument } from '../docx/word-document.ts';
import { XML_DECLARATION } from '../write/docx/xml.ts';
import { NewPart } from './new-part.ts';
import { hasPageNumber } from './page-number-paragraphs.ts';
import { StoryWriter } from './story-writer.ts';
import type { Typesetting } from './typesetting.ts';

/** What is at the head of a section's pages. */
export interface HeaderSet {
  /** `w:headerReference` elements. */
  readonly references: string;
  readonly hasTitlePage: boolean;
}

export const NO_HEADERS: HeaderSet = { references: '', hasTitlePage: false };

export interface WrittenPart {
  readonly part: NewPart;
  readonly xml: string;
}

/**
 * Takes the headers of pages over as they look. Page numbers are the standard's: what else is in a footer, or beside a page number, has
 * no place there.
 */
export class PageHeaders {
  readonly parts: WrittenPart[] = [];
  private readonly typesetting: Typesetting;
  private readonly document: NewPart;
  private readonly ids = new Map<string, string>();

  constructor(typesetting: Typesetting, document: NewPart) {
    this.typesetting = typesetting;
    this.document = document;
    for (const header of typesetting.read.document.headers) if (header.isShown) this.refuseLost(header);
  }

  /** The headers of a section, by the parts that it names. */
  setOf(headers: PageParts, hasTitlePage: boolean): HeaderSet {
    const { settings } = this.typesetting.read.document;
    const usual = this.idOf(headers.default);
    const even = settings.hasEvenHeaders ? this.idOf(headers.even) : usual;
    const first = hasTitlePage ? this.idOf(headers.first) : undefined;
    const isAny = [usual, even, first].some((id) => id !== undefined);
    if (!isAny) return NO_HEADERS;
    const isFirstOwn = hasTitlePage && first !== usual;
    const empty = (id: string | undefined) => id ?? this.emptyHeader();
    const references = [
      headerReference('default', empty(usual)),
      headerReference('even', empty(even)),
      isFirstOwn ? headerReference('first', empty(first)) : '',
    ];
    return { references: references.join(''), hasTitlePage: isFirstOwn };
  }

  private idOf(name: string | undefined): string | undefined {
    const header = this.headerNamed(name);
    if (name === undefined || header === undefined || !holdsAnything(header)) return undefined;
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const part = new NewPart(`word/header${this.ids.size + 2}.xml`);
    const content = new StoryWriter(this.typesetting, part, 'header').asItLooks(header.blocks);
    const id = this.add(part, content === '' ? '<w:p/>' : content);
    this.ids.set(name, id);
    return id;
  }

  /** Indexes of the lines of headers that are not taken over: on whose pages nothing stands, or that say a page number. */
  unusedIn({ paragraphs }: FinishedDocument): ReadonlySet<number> {
    const lines = paragraphs.filter(({ role, source }) => {
      const shown = role === 'header' ? source?.shown : undefined;
      if (shown?.story !== 'header') return false;
      return !this.ids.has(shown.paragraph.part) || hasPageNumber(shown.paragraph);
    });
    return new Set(lines.map(({ number }) => number - 1));
  }

  private emptyHeader(): string {
    const known = this.ids.get('');
    if (known !== undefined) return known;
    const id = this.add(new NewPart('word/header1.xml'), '<w:p/>');
    this.ids.set('', id);
    return id;
  }

  private add(part: NewPart, content: string): string {
    const closed = content.endsWith('</w:p>') || content.endsWith('<w:p/>') ? content : `${content}<w:p/>`;
    this.parts.push({ part, xml: `${XML_DECLARATION}<w:hdr ${part.rootAttributes}>${closed}</w:hdr>` });
    return this.document.relate(HEADER_RELATIONSHIP, part.name.slice('word/'.length), false);
  }

  private headerNamed(name: string | undefined): HeaderFooter | undefined {
    return this.typesetting.read.document.headers.find(({ part }) => part === name);
  }

  private refuseLost({ kind, blocks }: HeaderFooter): void {
    const name = kind === 'footer' ? '页脚文字' : '与页码写在一起的页眉文字';
    for (const { paragraph } of paragraphsIn(blocks)) {
      const words = headerWords(this.typesetting, paragraph);
      const isKept = kind === 'header' && !hasPageNumber(paragraph);
      if (words !== '' && !isKept)
        this.typesetting.cannotCarry(`${name}“${words.slice(0, LONGEST_HEADER_QUOTE)}”`);
    }
  }
}

type HeaderParagraph = Parameters<Typesetting['shownOf']>[0];

const LONGEST_HEADER_QUOTE = 20;

function holdsAnything({ blocks }: HeaderFooter): boolean {
  for (const { paragraph } of paragraphsIn(blocks)) {
    if (hasPageNumber(paragraph)) continue;
    if (
      paragraph.runs.some(({ kind, text, isCode }) => !isCode && (kind === 'picture' || text.trim() !== ''))
    )
      return true;
  }
  return blocks.some(({ kind }) => kind === 'table');
}

/** Words besides those of which page numbers are made: — 1 —, 第1页 共3页. */
function headerWords(typesetting: Typesetting, paragraph: HeaderParagraph): string {
  const text = typesetting.shownOf(paragraph)?.text.trim() ?? '';
  return /^[\s\d\-－—–·•.．/第共页]*$/.test(text) ? '' : text;
}

const HEADER_RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header';

function headerReference(pages: string, id: string): string {
  return `<w:headerReference w:type="${pages}" r:id="${id}"/>`;
}

/** Notes' numbering as a section or the settings say it (①, i, anew on each page). */
export function noteNumbering(
  document: WordDocument,
  xmlOf: (part: string) => string,
  section: number,
): string {
  const { start, end } = document.sections[section] ?? { start: 0, end: 0 };
  const source = xmlOf(document.part).slice(start, end);
  return ['footnotePr', 'endnotePr'].map((name) => numberingXml(source, name)).join('');
}

function numberingXml(source: string, name: string): string {
  const found =
    new RegExp(`<(?:[\\w.-]+:)?${name}>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}>`).exec(source)?.[1] ?? '';
  const children = ['pos', 'numFmt', 'numStart', 'numRestart'].map((child) => {
    const value = new RegExp(`<(?:[\\w.-]+:)?${child}\\s[^>]*?\\bval=["'](\\w+)["']`).exec(found)?.[1];
    return value === undefined ? '' : `<w:${child} w:val="${value}"/>`;
  });
  return children.join('') === '' ? '' : `<w:${name}>${children.join('')}</w:${name}>`;
}
