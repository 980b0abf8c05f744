import type { XmlScanner } from '../ooxml/xml-scanner.ts';
import { unescapeText } from './unescape-text.ts';

/**
 * The text of the element that was just opened (`si` or `is`): its own `t`, or those of its runs. How a text is pronounced (`rPh`) is no part
 * of it.
 */
export function readStringItem(scanner: XmlScanner): string {
  const { depth } = scanner;
  let text = '';
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'x:t') text += scanner.content();
    else if (scanner.name === 'x:r') text += readRun(scanner);
  }
  return unescapeText(text);
}

function readRun(scanner: XmlScanner): string {
  const { depth } = scanner;
  let text = '';
  while (scanner.nextChild(depth)) if (scanner.name === 'x:t') text += scanner.content();
  return text;
}
