import type { Document } from '../../document/tree.ts';
import { A4 } from '../../format/gb9704.ts';
import type { Layout } from '../../format/layout.ts';
import { printDocument } from '../print-document.ts';
import { type BodySection, closedBlocks, pageSections } from './document-xml.ts';
import { ROLE_STYLES } from './styles.ts';
import { stylesXml } from './styles-part.ts';
import type { TextArea } from './tables.ts';

/** The file that a report is set into. */
export interface OwnPages {
  /** What text and tables have of a page as it lies, in twips; the layout's own where that is not known. */
  readonly area: TextArea | undefined;
  /** Whether its pages can be laid on their side. */
  readonly canTurn: boolean;
  /** What the ids of our styles begin with there: nobody else's do. */
  readonly prefix: string;
  /** The file's own style for plain paragraphs of the body; ours where it has none. */
  readonly bodyStyle: string | undefined;
}

/** A report's paragraphs and tables, section by section, for a file that has pages and styles of its own. */
export function ownSections(document: Document, layout: Layout, pages: OwnPages): readonly BodySection[] {
  const printed = printDocument(document);
  const upright = {
    orientation: 'portrait' as const,
    attachments: printed.attachments.map((each) => ({ ...each, orientation: 'portrait' as const })),
  };
  const turnable = pages.canTurn ? printed : { ...printed, ...upright };
  return pageSections(turnable, withArea(layout, pages.area)).map(({ orientation, blocks }) => ({
    orientation,
    blocks: closedBlocks(blocks).map((block) => withOwnStyles(block, pages)),
  }));
}

/** A layout's text area is what its margins leave of A4. */
function withArea(layout: Layout, area: TextArea | undefined): Layout {
  if (area === undefined) return layout;
  const { width, height } = area;
  return { ...layout, margins: { top: 0, left: 0, right: A4.width - width, bottom: A4.height - height } };
}

function withOwnStyles(xml: string, { prefix, bodyStyle }: OwnPages): string {
  return xml.replace(/(<w:(?:p|r|tbl)Style w:val=")([^"]*)/g, (_, head: string, id: string) =>
    bodyStyle !== undefined && id === ROLE_STYLES.body.id ? head + bodyStyle : head + prefix + id,
  );
}

/** The `w:style` elements that it uses, under names that are nobody else's either. */
export function ownStylesXml(layout: Layout, prefix: string): string {
  const styles = stylesXml(layout).match(/<w:style .*<\/w:style>/s)?.[0] ?? '';
  const number = prefix.replace(/^\D+/, '');
  return styles
    .replace(/ w:(?:default|customStyle)="1"/g, '')
    .replace(/<w:style /g, '<w:style w:customStyle="1" ')
    .replace(/(w:styleId="|<w:(?:basedOn|next|link) w:val=")/g, `$1${prefix}`)
    .replace(/(<w:name w:val=")/g, `$1报告${number} `);
}
