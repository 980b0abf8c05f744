import type { Document } from '../document/tree.ts';
import type { ElementNode } from '../docx/mark/element-tree.ts';
import type { SourcedSplice } from '../docx/mark/splices.ts';
import type { Layout } from '../format/layout.ts';
import { endSection, joinedXml } from '../write/docx/document-xml.ts';
import { type OwnPages, ownSections } from '../write/docx/own-body.ts';
import { childOf, sourceOf, valOf, within } from './stationery-elements.ts';
import { continued, readPageSection, turned } from './turn-section.ts';

/** A report, and how its styles are called in the stationery. */
export interface Body {
  readonly document: Document;
  readonly layout: Layout;
  readonly prefix: string;
  /** The stationery's style of paragraphs that name none. */
  readonly defaultStyle: string | undefined;
}

/**
 * What a report takes the place of the paragraph of `{{正文}}` with. Tables are as wide as the stationery's pages have it; what lies on its side
 * gets a section of its own between pages as they are. The paragraph's style, bookmarks, page breaks and section break stay.
 */
export function placeBody(xml: string, paragraph: ElementNode, body: Body): SourcedSplice[] {
  const properties = childOf(paragraph, 'w:pPr');
  const section = sectionAfter(paragraph);
  const page = section && readPageSection(sourceOf(xml, section.node));
  const style = valOf(xml, childOf(properties, 'w:pStyle'));
  const pages: OwnPages = {
    area: page?.area,
    canTurn: page?.isUpright === true,
    prefix: body.prefix,
    bodyStyle: style === body.defaultStyle ? undefined : style,
  };
  const sections = ownSections(body.document, body.layout, pages);
  const breaks = pageBreaks(xml, paragraph);
  const marks = KEPT_MARKS.flatMap((name) => within(paragraph, name).map((mark) => sourceOf(xml, mark)));
  const old = section === undefined ? '' : sourceOf(xml, section.node);
  const variant = (index: number, isTurned: boolean) => {
    const later = index === 0 ? old : continued(old);
    return isTurned ? turned(later) : later;
  };
  const last = sections.length - 1;
  let written = marks.join('');
  let closing = old;
  for (const [index, { orientation, blocks }] of sections.entries()) {
    const isTurned = orientation === 'landscape';
    const own = index === 0 && breaks.isBefore ? startingPage(blocks) : blocks;
    closing = variant(index, isTurned);
    const isEnded = index < last || section?.isOwn === true || (isTurned && section?.isEmptyAfter === false);
    written += isEnded ? endSection(own, closing) : joinedXml(own);
    if (index === last && isTurned && isEnded && !section?.isOwn) closing = continued(old);
  }
  if (breaks.isAfter) written += '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  const splices = [{ start: paragraph.start, end: paragraph.end, write: () => written }];
  if (section === undefined || section.isOwn || closing === old) return splices;
  const { start, end } = section.node;
  return [...splices, { start, end, write: () => closing }];
}

/** Elements that stand for a place, not for what is there. */
const KEPT_MARKS = ['w:bookmarkStart', 'w:bookmarkEnd', 'w:permStart', 'w:permEnd'] as const;

interface SectionAfter {
  readonly node: ElementNode;
  /** It ends with the paragraph itself. */
  readonly isOwn: boolean;
  /** Nothing shows between the paragraph and its end. */
  readonly isEmptyAfter: boolean;
}

/** The section that a paragraph of the body is in: its `w:sectPr` stands at its end. */
function sectionAfter(paragraph: ElementNode): SectionAfter | undefined {
  const own = childOf(childOf(paragraph, 'w:pPr'), 'w:sectPr');
  if (own !== undefined) return { node: own, isOwn: true, isEmptyAfter: true };
  const siblings = paragraph.parent?.children ?? [];
  let isEmptyAfter = true;
  for (const sibling of siblings.slice(siblings.indexOf(paragraph) + 1)) {
    isEmptyAfter &&= !SHOWN.some((name) => sibling.name === name || within(sibling, name).length > 0);
    const node = sibling.name === 'w:sectPr' ? sibling : within(sibling, 'w:sectPr')[0];
    if (node !== undefined) return { node, isOwn: false, isEmptyAfter };
  }
  return undefined;
}

const SHOWN = ['w:t', 'w:drawing', 'w:pict', 'w:object', 'w:tbl', 'w:sym', 'w:fldSimple', 'w:fldChar'];

/** Whether the paragraph begins a page, and whether one begins after it. */
function pageBreaks(xml: string, paragraph: ElementNode) {
  const [text] = within(paragraph, 'w:t');
  const places = within(paragraph, 'w:br')
    .filter((node) => /\sw:type\s*=\s*["']page["']/.test(sourceOf(xml, node)))
    .map(({ start }) => start);
  const starts = childOf(childOf(paragraph, 'w:pPr'), 'w:pageBreakBefore');
  const isOn = starts !== undefined && !/^(?:0|false|off)$/.test(valOf(xml, starts) ?? '');
  const at = text?.start ?? 0;
  return {
    isBefore: isOn || places.some((place) => place < at),
    isAfter: places.some((place) => place > at),
  };
}

/** `w:pageBreakBefore` comes after `w:pStyle` and `w:keepNext` in the schema's order. */
function startingPage([first = '', ...rest]: readonly string[]): string[] {
  const begun = first.startsWith('<w:p>')
    ? first.replace(/<w:pStyle [^>]*\/>(?:<w:keepNext\/>)?/, '$&<w:pageBreakBefore/>')
    : first;
  return [begun, ...rest];
}
