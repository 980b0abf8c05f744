import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import type { ParagraphProperties, RunProperties } from '../properties.ts';
import { Styles, type StyleType, type TablePart, type WordStyle } from '../styles.ts';
import { readTableProperty, type TableProperties } from '../table-properties.ts';
import { readParagraphProperties, readRunProperties } from './properties-reader.ts';

const MOST_STYLES = 10_000;

/** Reads `word/styles.xml`. */
export function readStyles(scanner: XmlScanner): Styles {
  const styles: WordStyle[] = [];
  let defaults: TablePart = { paragraph: {}, run: {} };
  scanner.next();
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:docDefaults') defaults = readDefaults(scanner);
    else if (scanner.name === 'w:style') styles.push(readStyle(scanner));
    if (styles.length > MOST_STYLES)
      scanner.stopWith(new OoxmlFault('too-many-elements', scanner.part, '1 万个样式'));
  }
  return new Styles(styles, defaults);
}

function readDefaults(scanner: XmlScanner): TablePart {
  let paragraph: ParagraphProperties = {};
  let run: RunProperties = {};
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const inner = scanner.depth;
    while (scanner.nextChild(inner)) {
      if (scanner.name === 'w:pPr') paragraph = readParagraphProperties(scanner);
      else if (scanner.name === 'w:rPr') run = readRunProperties(scanner);
    }
  }
  return { paragraph, run };
}

const STYLE_TYPES: ReadonlySet<string> = new Set(['paragraph', 'character', 'table', 'numbering']);

function isType(type: string): type is StyleType {
  return STYLE_TYPES.has(type);
}

function readStyle(scanner: XmlScanner): WordStyle {
  const type = scanner.attribute('w:type') ?? 'paragraph';
  const standard = scanner.attribute('w:default');
  const head = {
    id: scanner.attribute('w:styleId') ?? '',
    type: isType(type) ? type : 'paragraph',
    isDefault: standard !== undefined && ['1', 'true', 'on'].includes(standard),
  };
  let name = '';
  let basedOn: string | undefined;
  let part: TablePart = { paragraph: {}, run: {} };
  let table: TableProperties = {};
  const conditions = new Map<string, TablePart>();
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:name') name = scanner.attribute('w:val') ?? '';
    else if (scanner.name === 'w:basedOn') basedOn = scanner.attribute('w:val');
    else if (scanner.name === 'w:tblStylePr')
      conditions.set(scanner.attribute('w:type') ?? '', readPart(scanner));
    else if (scanner.name === 'w:tblPr') table = readTableProperties(scanner);
    else part = addPart(scanner, part);
  }
  return { ...head, name, basedOn, ...part, table, conditions };
}

function readTableProperties(scanner: XmlScanner): TableProperties {
  let table: TableProperties = {};
  const { depth } = scanner;
  while (scanner.nextChild(depth)) table = { ...table, ...readTableProperty(scanner) };
  return table;
}

function readPart(scanner: XmlScanner): TablePart {
  let part: TablePart = { paragraph: {}, run: {} };
  const { depth } = scanner;
  while (scanner.nextChild(depth)) part = addPart(scanner, part);
  return part;
}

function addPart(scanner: XmlScanner, part: TablePart): TablePart {
  if (scanner.name === 'w:pPr') return { ...part, paragraph: readParagraphProperties(scanner) };
  if (scanner.name === 'w:rPr') return { ...part, run: readRunProperties(scanner) };
  return part;
}
