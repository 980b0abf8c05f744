import { readXml } from './xml-events.ts';

/** What a paragraph style says that matters to the text's structure. */
export interface ParagraphStyle {
  readonly kind: 'paragraph' | 'heading' | 'title' | 'contents';
  /** The list that its paragraphs are numbered by. */
  readonly numbering?: NumberingReference;
}

export interface NumberingReference {
  readonly id: string;
  readonly level: number;
}

interface WrittenStyle {
  name: string;
  basedOn?: string;
  outline?: number;
  numberingId?: string;
  numberingLevel?: number;
}

/** Reads the paragraph styles of `styles.xml`, each with what it inherits. */
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const written = writtenStyles(xml);
  return new Map([...written.keys()].map((id) => [id, resolve(written, id)]));
}

function writtenStyles(xml: string): ReadonlyMap<string, WrittenStyle> {
  const styles = new Map<string, WrittenStyle>();
  let style: WrittenStyle | undefined;
  readXml(xml, {
    open(name, { styleId, type, val = '' }) {
      if (name === 'style') {
        style = { name: '' };
        if (styleId !== undefined && (type ?? 'paragraph') === 'paragraph') styles.set(styleId, style);
      } else if (style === undefined) return;
      else if (name === 'name') style.name = val;
      else if (name === 'basedOn') style.basedOn = val;
      else if (name === 'outlineLvl') style.outline = Number(val);
      else if (name === 'numId') style.numberingId = val;
      else if (name === 'ilvl') style.numberingLevel = Number(val);
    },
    close(name) {
      if (name === 'style') style = undefined;
    },
  });
  return styles;
}

/** How many styles deep inheritance is followed; a circle ends there. */
const DEEPEST = 12;

function resolve(styles: ReadonlyMap<string, WrittenStyle>, id: string): ParagraphStyle {
  let kind: ParagraphStyle['kind'] | undefined;
  let numbering: NumberingReference | undefined;
  let style = styles.get(id);
  for (let depth = 0; style !== undefined && depth < DEEPEST; depth += 1) {
    kind ??= kindOf(style);
    if (style.numberingId !== undefined)
      numbering ??= { id: style.numberingId, level: style.numberingLevel ?? 0 };
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return { kind: kind ?? 'paragraph', ...(numbering === undefined ? {} : { numbering }) };
}

/** Word keeps the built-in styles' English names, WPS and LibreOffice may translate them. */
function kindOf({ name, outline }: WrittenStyle): ParagraphStyle['kind'] | undefined {
  if (/^(?:toc|目录)\s?(?:\d|heading)/i.test(name)) return 'contents';
  if (/^(?:title|标题|公文标题)$/i.test(name)) return 'title';
  if (/^(?:heading|标题)\s?[1-9]/i.test(name)) return 'heading';
  if (outline === undefined) return undefined;
  return outline < BODY_OUTLINE ? 'heading' : 'paragraph';
}

/** `w:outlineLvl` 9 is body text. */
export const BODY_OUTLINE = 9;
