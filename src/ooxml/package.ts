import { type Archive, openArchive } from './archive.ts';
import { Budget } from './budget.ts';
import { decodePart, type PartText } from './decode-part.ts';
import { OoxmlFault } from './ooxml-fault.ts';
import { type Relationship, readRelationships, relationshipsOf } from './relationships.ts';
import { XmlScanner } from './xml-scanner.ts';

/** An Office file as the standard sees it (ISO/IEC 29500-2): parts, what kind each is, and how they are related. */
export class OoxmlPackage {
  readonly archive: Archive;
  private readonly texts = new Map<string, PartText | OoxmlFault>();
  private readonly relations = new Map<string, readonly Relationship[] | OoxmlFault>();
  private readonly targets = new Map<string, ReadonlyMap<string, string>>();
  private types: ContentTypes | undefined;

  constructor(archive: Archive) {
    this.archive = archive;
  }

  has(name: string): boolean {
    return this.archive.has(name);
  }

  /** An XML part, decoded; the same part is decoded once. */
  text(name: string): PartText | OoxmlFault {
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const bytes = this.archive.read(name);
    const text = bytes instanceof OoxmlFault ? bytes : decodePart(name, bytes);
    this.texts.set(name, text);
    return text;
  }

  /** The relationships of a part (of the package itself: `''`); none where it has no relationships part. */
  relationships(part: string): readonly Relationship[] | OoxmlFault {
    const known = this.relations.get(part);
    if (known !== undefined) return known;
    const name = relationshipsOf(part);
    const text = this.has(name) ? this.text(name) : undefined;
    const read =
      text === undefined
        ? []
        : text instanceof OoxmlFault
          ? text
          : readRelationships(text, this.archive, part);
    this.relations.set(part, read);
    return read;
  }

  /** What a relationship of a part leads to, by its id: `r:id`; undefined where there is none. */
  target(part: string, id: string): string | undefined {
    const known = this.targets.get(part);
    if (known !== undefined) return known.get(id);
    const relations = this.relationships(part);
    const all = relations instanceof OoxmlFault ? [] : relations;
    this.targets.set(part, new Map(all.map((relation) => [relation.id, relation.target])));
    return this.target(part, id);
  }

  /**
   * The part that the package is about: what `_rels/.rels` calls its office document, else the first that has the
   * content type of a main part, else what is found under the name that nearly all have.
   */
  mainPart(usual: string): string | OoxmlFault {
    const relations = this.relationships('');
    if (relations instanceof OoxmlFault) return relations;
    const main = relations.find(({ type, isExternal }) => type === 'officeDocument' && !isExternal);
    if (main !== undefined && this.has(main.target)) return main.target;
    if (this.has(usual)) return usual;
    const named = this.archive.names.find((name) => /\.main\+xml$/.test(this.contentType(name)));
    return named ?? new OoxmlFault('missing-part', main?.target ?? usual);
  }

  /** What `[Content_Types].xml` says a part is, in lower case; empty where it says nothing. */
  contentType(name: string): string {
    return this.contentTypeAsWritten(name).toLowerCase();
  }

  contentTypeAsWritten(name: string): string {
    this.types ??= this.readTypes();
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    return this.types.overrides.get(name.toLowerCase()) ?? this.types.defaults.get(extension) ?? '';
  }

  private readTypes(): ContentTypes {
    const types: ContentTypes = { defaults: new Map(), overrides: new Map() };
    const text = this.text('[Content_Types].xml');
    if (text instanceof OoxmlFault) return types;
    const scanner = new XmlScanner(text.text, text.name);
    scanner.next();
    const { depth } = scanner;
    while (scanner.nextChild(depth)) {
      const type = scanner.attribute('ContentType') ?? '';
      const extension = scanner.attribute('Extension');
      const part = scanner.attribute('PartName');
      if (extension !== undefined) types.defaults.set(extension.toLowerCase(), type);
      if (part !== undefined) types.overrides.set(part.replace(/^[\\/]+/, '').toLowerCase(), type);
    }
    return types;
  }
}

interface ContentTypes {
  readonly defaults: Map<string, string>;
  readonly overrides: Map<string, string>;
}

/** Opens a .docx, .xlsx or the like; its parts are read when they are asked for, all within one budget. */
export function openPackage(bytes: Uint8Array, budget: Budget = new Budget()): OoxmlPackage | OoxmlFault {
  const archive = openArchive(bytes, budget);
  return archive instanceof OoxmlFault ? archive : new OoxmlPackage(archive);
}
