import type { Mutable } from '../docx/properties.ts';
import { transitionalAddress } from '../ooxml/namespaces.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../ooxml/package.ts';
import type { NewPart } from './new-part.ts';

/** A part that goes over into the new file as it is. */
export interface CarriedPart {
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly relationships: readonly {
    readonly id: string;
    readonly address: string;
    readonly target: string;
    readonly isExternal: boolean;
  }[];
}

/** A part of a file. */
interface CarriedSource {
  readonly opened: OoxmlPackage;
  readonly source: string;
}

/** Takes pictures, charts and embedded files over, with all that they refer to; each once, numbered in their order. */
export class CarriedParts {
  readonly parts: CarriedPart[] = [];
  /** By the file that a part is of and its name there. */
  private readonly names = new Map<OoxmlPackage, Map<string, string | undefined>>();
  private media = 0;

  /** The id by which `part` refers to what a part of a file refers to by `id`; undefined where nothing is there. */
  relate(part: NewPart, { opened, source }: CarriedSource, id: string): string | undefined {
    const relations = opened.relationships(source);
    const relation = relations instanceof OoxmlFault ? undefined : relations.find((each) => each.id === id);
    if (relation === undefined) return undefined;
    if (relation.isExternal) return part.relate(relation.address, relation.target, true);
    const isKnown = this.namesOf(opened).has(relation.target);
    const name = this.carry({ opened, source: relation.target });
    if (name === undefined) return undefined;
    if (relation.type === 'diagramData' && !isKnown) this.relateDrawing(part, { opened, source }, name);
    return part.relate(relation.address, relativeTo(part.name, name), false);
  }

  /** Takes over what the part that refers to drawings says of their colours and fonts. */
  relateTheme(part: NewPart, source: CarriedSource): void {
    const relations = source.opened.relationships(source.source);
    const theme =
      relations instanceof OoxmlFault ? undefined : relations.find(({ type }) => type === 'theme');
    if (theme !== undefined) this.relate(part, source, theme.id);
  }

  /** The data of a diagram name, by an id of the part that refers to them, the part in which it is drawn already. */
  private relateDrawing(part: NewPart, source: CarriedSource, name: string): void {
    const data = this.parts.findIndex((each) => each.name === name);
    const carried = this.parts[data];
    if (carried === undefined) return;
    const text = carried.bytes.toString();
    const written = text.replace(
      /(<[\w.-]*:?dataModelExt\s[^>]*\brelId=")([^"]*)/,
      (whole, ahead: string, id: string) => {
        const own = this.relate(part, source, id);
        return own === undefined ? whole : ahead + own;
      },
    );
    this.parts[data] = { ...carried, bytes: Buffer.from(written) };
  }

  /** The part's name in the new file. */
  private carry({ opened, source }: CarriedSource): string | undefined {
    const names = this.namesOf(opened);
    if (names.has(source)) return names.get(source);
    const bytes = opened.has(source) ? opened.archive.read(source) : undefined;
    if (bytes === undefined || bytes instanceof OoxmlFault) {
      names.set(source, undefined);
      return undefined;
    }
    const contentType = opened.contentTypeAsWritten(source) || typeByEnding(source);
    const name = this.freeName(this.nameFor(source, contentType));
    names.set(source, name);
    const part: Mutable<CarriedPart> = { name, bytes, contentType, relationships: [] };
    this.parts.push(part);
    part.relationships = this.relationshipsOf({ opened, source }, name);
    return name;
  }

  private namesOf(opened: OoxmlPackage): Map<string, string | undefined> {
    const known = this.names.get(opened) ?? new Map();
    this.names.set(opened, known);
    return known;
  }

  /** Two files may have parts of one name. */
  private freeName(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.parts.some((part) => part.name === name); number += 1)
      name = wanted.replace(/(\.[^./]*)?$/, `-${number}$1`);
    return name;
  }

  private relationshipsOf({ opened, source }: CarriedSource, name: string): CarriedPart['relationships'] {
    const relations = opened.relationships(source);
    if (relations instanceof OoxmlFault) return [];
    return relations.flatMap(({ id, address, target, isExternal }) => {
      const carried = isExternal ? target : this.carry({ opened, source: target });
      if (carried === undefined) return [];
      const place = isExternal ? target : relativeTo(name, carried);
      return [{ id, address: transitionalAddress(address), target: place, isExternal }];
    });
  }

  private nameFor(source: string, contentType: string): string {
    const ending = /\.[\w-]{1,8}$/.exec(source)?.[0].toLowerCase() ?? '';
    if (contentType.startsWith('image/')) {
      this.media += 1;
      return `word/media/image${this.media}${ending}`;
    }
    const path = source.split('/').slice(-2);
    return path.length === 2 && path[0] !== 'word' ? `word/${path.join('/')}` : `word/carried/${path.at(-1)}`;
  }
}

/** A target as it is written beside the part that names it. */
function relativeTo(part: string, target: string): string {
  const [from, to] = [part.split('/').slice(0, -1), target.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function typeByEnding(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return MEDIA_TYPES[ending] ?? 'application/octet-stream';
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  svg: 'image/svg+xml',
  xml: 'application/xml',
};
