import { readAlternate } from '../../ooxml/alternate-content.ts';
import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import { type AbstractList, type ListLevel, type ListUse, listLevel, Numbering } from '../numbering.ts';
import type { Mutable } from '../properties.ts';
import { isOn } from '../properties.ts';
import { readParagraphProperties, readRunProperties } from './properties-reader.ts';

const MOST_LISTS = 20_000;

/** Reads `word/numbering.xml`; `onOddLevel` is told of levels that are none. */
export function readNumbering(scanner: XmlScanner, onOddLevel: () => void): Numbering {
  const lists: AbstractList[] = [];
  const uses: ListUse[] = [];
  scanner.next();
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:abstractNum') lists.push(readAbstractList(scanner, onOddLevel));
    else if (scanner.name === 'w:num') uses.push(readUse(scanner, onOddLevel));
    if (lists.length + uses.length > MOST_LISTS)
      scanner.stopWith(new OoxmlFault('too-many-elements', scanner.part, '2 万个列表'));
  }
  return new Numbering(lists, uses);
}

function readAbstractList(scanner: XmlScanner, onOddLevel: () => void): AbstractList {
  const id = scanner.attribute('w:abstractNumId') ?? '';
  const levels = new Map<number, ListLevel>();
  let styleLink: string | undefined;
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:numStyleLink') styleLink = scanner.attribute('w:val');
    else if (scanner.name === 'w:lvl') {
      const index = levelIndex(scanner, onOddLevel);
      if (index !== undefined) levels.set(index, readLevel(scanner));
    }
  }
  return { id, levels, styleLink };
}

function readUse(scanner: XmlScanner, onOddLevel: () => void): ListUse {
  const id = scanner.attribute('w:numId') ?? '';
  let list = '';
  const starts = new Map<number, number>();
  const levels = new Map<number, ListLevel>();
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:abstractNumId') list = scanner.attribute('w:val') ?? '';
    else if (scanner.name === 'w:lvlOverride') readOverride(scanner, { starts, levels, onOddLevel });
  }
  return { id, list, starts, levels };
}

function readOverride(
  scanner: XmlScanner,
  into: { starts: Map<number, number>; levels: Map<number, ListLevel>; onOddLevel: () => void },
): void {
  const index = levelIndex(scanner, into.onOddLevel);
  if (index === undefined) return;
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:startOverride') into.starts.set(index, idOf(scanner) ?? 1);
    else if (scanner.name === 'w:lvl') into.levels.set(index, readLevel(scanner));
  }
}

function levelIndex(scanner: XmlScanner, onOddLevel: () => void): number | undefined {
  const index = listLevel(scanner.attribute('w:ilvl') ?? '0');
  if (index === undefined) onOddLevel();
  return index;
}

function readLevel(scanner: XmlScanner): ListLevel {
  const level: Mutable<ListLevel> = {
    start: 0,
    format: 'decimal',
    text: '',
    suffix: 'tab',
    isLegal: false,
    restartAfter: undefined,
    style: undefined,
    paragraph: {},
    run: {},
  };
  const { depth } = scanner;
  while (scanner.nextChild(depth)) readLevelProperty(scanner, level);
  return level;
}

function readLevelProperty(scanner: XmlScanner, level: Mutable<ListLevel>): void {
  const value = scanner.attribute('w:val');
  if (scanner.name === 'w:start') level.start = idOf(scanner) ?? level.start;
  else if (scanner.name === 'w:numFmt')
    level.format = customFormat(scanner.attribute('w:format')) ?? value ?? level.format;
  else if (scanner.name === 'w:lvlText') level.text = value ?? '';
  else if (scanner.name === 'w:suff') level.suffix = value === 'space' || value === 'nothing' ? value : 'tab';
  else if (scanner.name === 'w:isLgl') level.isLegal = isOn(value);
  else if (scanner.name === 'w:lvlRestart') level.restartAfter = idOf(scanner);
  else if (scanner.name === 'w:pStyle') level.style = value;
  else if (scanner.name === 'w:pPr') level.paragraph = readParagraphProperties(scanner);
  else if (scanner.name === 'w:rPr') level.run = readRunProperties(scanner);
  else if (scanner.name === 'mc:AlternateContent') {
    readAlternate(scanner, () => {
      const { depth } = scanner;
      while (scanner.nextChild(depth)) readLevelProperty(scanner, level);
    });
  }
}

/** `w:numFmt w:val="custom"`: `01, 02, 03, …` and the like; the shape of the first says which. */
function customFormat(format: string | undefined): string | undefined {
  if (format === undefined) return undefined;
  return /^0+1\b/.test(format) ? 'decimalZero' : 'decimal';
}

/** A decimal number that is written as one and that a list can count to. */
function idOf(scanner: XmlScanner): number | undefined {
  const value = scanner.attribute('w:val');
  return value !== undefined && /^\+?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}
