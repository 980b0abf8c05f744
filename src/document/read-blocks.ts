import type { Element } from './element-tree.ts';
import type { ReportMarkup } from './markup-problem.ts';
import { checkAttributes, IN_PARAGRAPH, readInlines, readSeriesItems } from './read-inlines.ts';
import { readTable } from './read-table.ts';
import type { Block, HeadingLevel, Inline, Paragraph } from './tree.ts';
import { isBlank } from './white-space.ts';

const HEADING_TAGS: ReadonlyMap<string, HeadingLevel> = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
]);

/** Whether an element is a block of its own: a heading, a paragraph, a series or a table. */
export function isBlock(tag: string): boolean {
  return tag === 'p' || tag === 'ol' || tag === 'table' || HEADING_TAGS.has(tag);
}

/** Reads a block element; an empty one is nothing. */
export function readBlock(element: Element, report: ReportMarkup): Block | undefined {
  const level = HEADING_TAGS.get(element.tag);
  if (level !== undefined) return readHeading(element, level, report);
  if (element.tag === 'p') return readParagraphElement(element, report);
  if (element.tag === 'table') return readTable(element, report);
  const items = readSeriesItems(element, report);
  return items.length > 0 ? { type: 'series', items } : undefined;
}

function readHeading(element: Element, level: HeadingLevel, report: ReportMarkup): Block | undefined {
  const children = readHeadingText(element, report);
  return children.length > 0 ? { type: 'heading', level, children } : undefined;
}

function readHeadingText(element: Element, report: ReportMarkup): readonly Inline[] {
  checkAttributes(element, [], report);
  return readInlines(element.children, report);
}

function readParagraphElement(element: Element, report: ReportMarkup): Paragraph | undefined {
  checkAttributes(element, [], report);
  const first = element.children.findIndex((child) => typeof child !== 'string' || !isBlank(child));
  const opening = element.children[first];
  const level = typeof opening === 'object' ? HEADING_TAGS.get(opening.tag) : undefined;
  if (typeof opening !== 'object' || level === undefined) {
    const children = readInlines(element.children, report, IN_PARAGRAPH);
    return children.length > 0 ? { type: 'paragraph', children } : undefined;
  }
  const heading = readHeadingText(opening, report);
  const children = readInlines(element.children.slice(first + 1), report, IN_PARAGRAPH);
  if (heading.length > 0) return { type: 'paragraph', runIn: { level, children: heading }, children };
  return children.length > 0 ? { type: 'paragraph', children } : undefined;
}
