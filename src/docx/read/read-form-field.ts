import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import { isOn } from '../properties.ts';

/** What the form field of the `w:fldChar` just opened shows without a result: a box that is ticked or not, or the entry chosen. */
export function readFormField(scanner: XmlScanner): string | undefined {
  const { depth } = scanner;
  let shown: string | undefined;
  while (scanner.nextChild(depth)) {
    const inner = scanner.depth;
    while (scanner.nextChild(inner)) {
      if (scanner.name === 'w:checkBox') shown = readCheckBox(scanner);
      else if (scanner.name === 'w:ddList') shown = readChoiceField(scanner);
    }
  }
  return shown;
}

function readCheckBox(scanner: XmlScanner): string {
  const { depth } = scanner;
  let [standard, checked] = [false, undefined as boolean | undefined];
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:default') standard = isOn(scanner.attribute('w:val'));
    else if (scanner.name === 'w:checked') checked = isOn(scanner.attribute('w:val'));
  }
  return (checked ?? standard) ? '☒' : '☐';
}

function readChoiceField(scanner: XmlScanner): string {
  const { depth } = scanner;
  const entries: string[] = [];
  let chosen = 0;
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'w:listEntry') entries.push(scanner.attribute('w:val') ?? '');
    else if (scanner.name === 'w:result') chosen = Number(scanner.attribute('w:val') ?? 0);
  }
  return entries[chosen] ?? '';
}
