import type { Document } from '../../document/tree.ts';
import type { Layout } from '../../format/layout.ts';
import { printDocument } from '../print-document.ts';
import { bodyXml } from './document-xml.ts';
import { stylesXml } from './styles-part.ts';

/** A report's paragraphs and tables for a file that has sections of its own: upright throughout, in styles whose ids are nobody else's. */
export function ownBodyXml(document: Document, layout: Layout): string {
  const printed = printDocument(document);
  const attachments = printed.attachments.map((each) => ({ ...each, orientation: 'portrait' as const }));
  const upright = { ...printed, orientation: 'portrait' as const, attachments };
  return bodyXml(upright, layout).replace(/(<w:(?:p|r|tbl)Style w:val=")/g, `$1${STYLE_PREFIX}`);
}

/** The `w:style` elements that it uses. */
export function ownStylesXml(layout: Layout): string {
  const styles = stylesXml(layout).match(/<w:style .*<\/w:style>/s)?.[0] ?? '';
  return styles
    .replace(/ w:default="1"/g, '')
    .replace(/(w:styleId="|<w:(?:basedOn|next|link) w:val=")/g, `$1${STYLE_PREFIX}`)
    .replace(/(<w:name w:val=")/g, '$1报告 ');
}

const STYLE_PREFIX = 'Report';
