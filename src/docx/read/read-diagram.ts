import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../../ooxml/package.ts';
import { XmlScanner } from '../../ooxml/xml-scanner.ts';
import type { WordBlock } from '../word-document.ts';
import type { ReadingContext } from './context.ts';
import { readShapeText } from './read-drawing.ts';
import { StoryReader } from './story-reader.ts';

/** The words of a SmartArt graphic (`dgm:dataModel`), a point a paragraph; what cannot be read is told. */
export function readDiagram(
  opened: OoxmlPackage,
  part: string,
  id: string,
  context: ReadingContext,
): readonly WordBlock[] {
  const target = opened.target(part, id);
  const text = target === undefined ? undefined : opened.text(target);
  const blocks: WordBlock[] = [];
  const scanner = new XmlScanner(text === undefined || text instanceof OoxmlFault ? '' : text.text, target);
  const story = new StoryReader(scanner, target ?? part, context);
  while (scanner.next()) {
    if (scanner.event !== 'open' || scanner.name !== 'dgm:t') continue;
    for (const block of readShapeText(story)) blocks.push(block);
  }
  if (scanner.fault !== undefined) context.miss('embedded', 'SmartArt 图形');
  return blocks;
}
