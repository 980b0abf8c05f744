import { transitionalAddress } from '../ooxml/namespaces.ts';
import { escapeXml } from '../ooxml/xml-text.ts';

/** A relationship of a part that is being written. */
export interface NewRelationship {
  readonly id: string;
  readonly address: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** What a part that is being written needs besides its text: relationships, and the namespaces of what is carried over into it. */
export class NewPart {
  /** In the archive. */
  readonly name: string;
  readonly relationships: NewRelationship[] = [];
  private readonly namespaces = new Map<string, string>([
    ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
    ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ]);
  private readonly ignorable = new Set<string>();

  constructor(name: string) {
    this.name = name;
  }

  /** The id of a relationship; the same for the same target. */
  relate(address: string, target: string, isExternal: boolean): string {
    const known = this.relationships.find((each) => each.target === target && each.address === address);
    if (known !== undefined) return known.id;
    const id = `rIdC${this.relationships.length + 1}`;
    this.relationships.push({ id, address: transitionalAddress(address), target, isExternal });
    return id;
  }

  /** Declares a prefix at the root; false where it means something else there. */
  declare(prefix: string, address: string): boolean {
    const wanted = transitionalAddress(address);
    const known = this.namespaces.get(prefix);
    if (known === undefined) this.namespaces.set(prefix, wanted);
    return known === undefined || known === wanted;
  }

  /** Lets programs that do not know the prefix pass over what it names. */
  ignore(prefix: string): void {
    this.ignorable.add(prefix);
  }

  /** The attributes of the root. */
  get rootAttributes(): string {
    const ignorable = [...this.ignorable].filter((prefix) => this.namespaces.has(prefix));
    const isIgnoring = ignorable.length > 0 && this.declare('mc', COMPATIBILITY);
    const declared = [...this.namespaces].map(
      ([prefix, address]) => `xmlns:${prefix}="${escapeXml(address)}"`,
    );
    return [...declared, ...(isIgnoring ? [`mc:Ignorable="${ignorable.join(' ')}"`] : [])].join(' ');
  }
}

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The relationships of a part as XML. */
export function relationshipsXml(relationships: readonly NewRelationship[]): string {
  return relationships
    .map(
      ({ id, address, target, isExternal }) =>
        `<Relationship Id="${id}" Type="${escapeXml(address)}" Target="${escapeXml(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`,
    )
    .join('');
}
