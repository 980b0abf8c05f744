import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import {
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperty,
  readRunProperty,
  type WrittenProperties,
} from '../properties.ts';
import type { WordSection } from '../section.ts';
import type { Revision } from '../word-document.ts';
import { readRevision } from './read-revision.ts';
import { readSection } from './read-section.ts';

/** What is in a paragraph's `w:pPr`. */
export interface ReadParagraph {
  readonly properties: ParagraphProperties;
  readonly mark: RunProperties;
  readonly markRevision: Revision | undefined;
  readonly section: WordSection | undefined;
}

export const NO_RUN_PROPERTIES: RunProperties = {};

export const NO_PARAGRAPH_PROPERTIES: ReadParagraph = {
  properties: {},
  mark: NO_RUN_PROPERTIES,
  markRevision: undefined,
  section: undefined,
};

/** Reads properties; those of one source, which occur by the thousand, are read once and are one object. */
export class PropertiesReader {
  private readonly runs = new KnownSources<RunProperties>();
  private readonly paragraphs = new KnownSources<ReadParagraph>();

  /** Of a `w:rPr` that was just opened. */
  run(scanner: XmlScanner): RunProperties {
    return this.runs.read(scanner, readRunProperties);
  }

  /** Of a `w:pPr` that was just opened. */
  paragraph(scanner: XmlScanner): ReadParagraph {
    return this.paragraphs.read(scanner, readParagraphMark);
  }
}

function readParagraphMark(scanner: XmlScanner): ReadParagraph {
  const properties: WrittenProperties = {};
  let mark = NO_RUN_PROPERTIES;
  let markRevision: Revision | undefined;
  let section: WordSection | undefined;
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:rPr') {
      mark = readRunProperties(scanner, (revision) => {
        markRevision = revision;
      });
    } else if (scanner.name === 'w:sectPr') section = readSection(scanner);
    else readParagraphProperty(scanner, properties);
  }
  return { properties, mark, markRevision, section };
}

/** Sources that are remembered; a part with more different ones is read all the same. */
const MOST_REMEMBERED = 20_000;

/** What has a place or an identity of its own (a section, a revision) is no repetition. */
const OF_ITS_OWN = /sectPr|author=/;

/** What was read of sources. Most are one of the last few that occurred: those are compared in their place, without being cut out. */
class KnownSources<T> {
  private readonly known = new Map<string, T>();
  private readonly recent: { readonly source: string; readonly value: T }[] = [];

  read(scanner: XmlScanner, read: (scanner: XmlScanner) => T): T {
    if (scanner.isNested) return read(scanner);
    for (const { source, value } of this.recent) if (scanner.leap(source)) return value;
    const source = scanner.plainSource();
    if (source === undefined || OF_ITS_OWN.test(source)) return read(scanner);
    const known = this.known.get(source);
    if (known !== undefined) scanner.leap(source);
    const value = known ?? read(scanner);
    this.remember(source, value);
    return value;
  }

  private remember(source: string, value: T): void {
    if (this.known.size < MOST_REMEMBERED) this.known.set(source, value);
    if (this.recent.length === RECENT) this.recent.pop();
    this.recent.unshift({ source, value });
  }
}

const RECENT = 6;

/** Of a `w:rPr` that was just opened. */
export function readRunProperties(
  scanner: XmlScanner,
  onRevision?: (revision: Revision) => void,
): RunProperties {
  const properties: WrittenProperties = {};
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const revision = onRevision === undefined ? undefined : readRevision(scanner);
    if (revision === undefined) readRunProperty(scanner, properties);
    else onRevision?.(revision);
  }
  return properties;
}

/** Of a `w:pPr` that was just opened, in a style or a level. */
export function readParagraphProperties(scanner: XmlScanner): ParagraphProperties {
  const properties: WrittenProperties = {};
  const { depth } = scanner;
  while (scanner.nextChild(depth)) readParagraphProperty(scanner, properties);
  return properties;
}
