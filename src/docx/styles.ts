import type { ParagraphProperties, RunProperties } from './properties.ts';
import type { TableProperties } from './table-properties.ts';

export type StyleType = 'paragraph' | 'character' | 'table' | 'numbering';

/** A style as it is written, without what it inherits. */
export interface WordStyle {
  readonly id: string;
  readonly name: string;
  readonly type: StyleType;
  readonly basedOn: string | undefined;
  readonly isDefault: boolean;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  /** Of a table style: width and place. */
  readonly table: TableProperties;
  /** What a table style says of its special rows and columns (`w:tblStylePr`), by their names. */
  readonly conditions: ReadonlyMap<string, TablePart>;
}

/** What a table style says of some of its cells. */
export interface TablePart {
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

/** More styles than this are not followed: a circle, or an attack. */
const LONGEST_CHAIN = 64;

/** All styles of a file, with what `w:docDefaults` says. */
export class Styles {
  readonly defaults: TablePart;
  private readonly byId: ReadonlyMap<string, WordStyle>;
  private readonly standard = new Map<StyleType, WordStyle>();
  private readonly chains = new Map<string, readonly WordStyle[]>();

  constructor(styles: readonly WordStyle[], defaults: TablePart) {
    this.defaults = defaults;
    this.byId = new Map(styles.map((style) => [style.id, style]));
    for (const style of styles) if (style.isDefault) this.standard.set(style.type, style);
  }

  /** The style with that id and of that type. Of a paragraph that names none, or one that is not there, it is the default one. */
  get(type: StyleType, id: string | undefined): WordStyle | undefined {
    const named = id === undefined ? undefined : this.byId.get(id);
    return named?.type === type ? named : this.standard.get(type);
  }

  /** The style and what it is based on, the outermost first. */
  chain(type: StyleType, id: string | undefined): readonly WordStyle[] {
    const style = this.get(type, id);
    if (style === undefined) return [];
    const known = this.chains.get(style.id);
    if (known !== undefined) return known;
    const chain: WordStyle[] = [];
    for (let each: WordStyle | undefined = style; each !== undefined && chain.length < LONGEST_CHAIN; ) {
      if (chain.includes(each)) break;
      chain.push(each);
      const base: WordStyle | undefined =
        each.basedOn === undefined ? undefined : this.byId.get(each.basedOn);
      each = base?.type === type ? base : undefined;
    }
    chain.reverse();
    this.chains.set(style.id, chain);
    return chain;
  }

  get all(): Iterable<WordStyle> {
    return this.byId.values();
  }
}

export const NO_STYLES = new Styles([], { paragraph: {}, run: {} });
