import { partNames } from '../docx/mark/part-names.ts';

/** Which prefixes mean what where in a part's XML; looked up once for all that is carried over from it. */
export class PartNamespaces {
  /** The opening tag of the root. */
  readonly rootTag: string;
  /** Prefixes of attributes that name relationships. */
  readonly relationPrefixes: ReadonlySet<string>;
  private readonly declared: readonly {
    readonly prefix: string;
    readonly address: string;
    readonly at: number;
  }[];

  constructor(xml: string) {
    this.rootTag = partNames(xml).rootTag;
    this.declared = [...xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)].map((found) => ({
      prefix: found[1] ?? '',
      address: found[2] ?? '',
      at: found.index,
    }));
    const related = this.declared.filter(({ address }) => RELATIONSHIPS_NAMESPACE.test(address));
    this.relationPrefixes = new Set(related.map(({ prefix }) => prefix));
  }

  /** What a prefix means at a place: by the declaration that stands nearest above it. */
  addressAt(prefix: string, at: number): string | undefined {
    return this.declared.findLast((each) => each.prefix === prefix && each.at < at)?.address;
  }
}

const RELATIONSHIPS_NAMESPACE = /\/officeDocument\/(?:2006\/)?relationships$/;
