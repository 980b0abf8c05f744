import type { Styles, WordStyle } from '../docx/styles.ts';

/** What a paragraph style says of the text's structure. */
export type StyleKind = 'paragraph' | 'heading' | 'title' | 'contents';

/** By the nearest style in its line of descent that says something. */
export function styleKind(styles: Styles, id: string | undefined): StyleKind {
  const chain = styles.chain('paragraph', id);
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const style = chain[index];
    const kind = style === undefined ? undefined : kindOfStyle(style);
    if (kind !== undefined) return kind;
  }
  return 'paragraph';
}

/** Word keeps the built-in styles' English names, WPS and LibreOffice may translate them. */
function kindOfStyle({ name, paragraph: { outlineLevel } }: WordStyle): StyleKind | undefined {
  if (/^(?:toc|contents|目录|WPSOffice手动目录)\s?(?:\d|heading|标题)/i.test(name)) return 'contents';
  if (/^(?:title|标题|公文标题)$/i.test(name)) return 'title';
  if (/^(?:heading|标题)\s?[1-9]/i.test(name)) return 'heading';
  if (outlineLevel === undefined) return undefined;
  return outlineLevel < BODY_OUTLINE ? 'heading' : 'paragraph';
}

/** `w:outlineLvl` 9 is body text. */
const BODY_OUTLINE = 9;
