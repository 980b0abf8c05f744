import { XmlScanner } from '../../ooxml/xml-scanner.ts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT_WORD = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** How elements of WordprocessingML are written in one part. */
export interface PartNames {
  /** The opening tag of the part's root. */
  readonly rootTag: string;
  readonly isStrict: boolean;
  readonly prefix: string;
  /** What an element that is put in has to declare itself: nothing where the root declares the prefix. */
  readonly declaration: string;
}

/** Reads the names that a part has; `isStrict` holds where it does not say. */
export function partNames(xml: string, isStrict = false): PartNames {
  const scanner = new XmlScanner(xml);
  scanner.next();
  const rootTag = xml.slice(scanner.start, scanner.end);
  for (const [, prefix = '', , address = ''] of rootTag.matchAll(DECLARED)) {
    if (address !== TRANSITIONAL && address !== STRICT_WORD) continue;
    if (countDeclarations(xml, prefix) === 1)
      return { rootTag, isStrict: address === STRICT_WORD, prefix, declaration: '' };
  }
  const strict = isStrict || xml.includes(`"${STRICT_WORD}"`);
  return { rootTag, isStrict: strict, prefix: 'w', declaration: ` xmlns:w="${addressOf(strict)}"` };
}

/** The address of the namespace. */
export function addressOf(isStrict: boolean): string {
  return isStrict ? STRICT_WORD : TRANSITIONAL;
}

const DECLARED = /\sxmlns:([\w.-]+)\s*=\s*(["'])([^"']*)\2/g;

/** A prefix that is declared again further down may mean something else there. */
function countDeclarations(xml: string, prefix: string): number {
  return xml.split(`xmlns:${prefix}=`).length - 1 || 1;
}
