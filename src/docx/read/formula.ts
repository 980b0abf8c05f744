import { readAlternate } from '../../ooxml/alternate-content.ts';
import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import { toSuperscript } from '../superscript.ts';

/** The formula of an `m:oMath` or `m:oMathPara` that was just opened, on one line: 12/16=75%, x², √(a+b), ∑(x). */
export function readFormula(scanner: XmlScanner): string {
  let text = '';
  const { depth } = scanner;
  while (scanner.nextChild(depth)) text += readFormulaPiece(scanner);
  return text;
}

function readFormulaPiece(scanner: XmlScanner): string {
  const { name } = scanner;
  if (name === 'm:t' || name === 'w:t') return scanner.content();
  if (name === 'mc:AlternateContent') {
    let text = '';
    readAlternate(scanner, () => {
      text = readFormula(scanner);
    });
    return text;
  }
  const draw = DRAWN[name];
  if (draw !== undefined) return draw(readArguments(scanner));
  return PROPERTIES.test(name) ? '' : readFormula(scanner);
}

/** Properties say how a formula looks, not what is in it. */
const PROPERTIES = /^(?:m:\w+Pr|w:rPr|w:del|w:moveFrom)$/;

/** The parts of a fraction, a root and so on, by their elements' names; and the signs that its properties name. */
interface Arguments {
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly signs: ReadonlyMap<string, string>;
}

function readArguments(scanner: XmlScanner): Arguments {
  const parts = new Map<string, string[]>();
  const signs = new Map<string, string>();
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const { name } = scanner;
    if (!name.endsWith('Pr')) {
      const known = parts.get(name);
      if (known === undefined) parts.set(name, [readFormula(scanner)]);
      else known.push(readFormula(scanner));
      continue;
    }
    const inner = scanner.depth;
    while (scanner.nextChild(inner)) signs.set(scanner.name, scanner.attribute('m:val') ?? '');
  }
  return { parts, signs };
}

const DRAWN: Readonly<Record<string, (drawn: Arguments) => string>> = {
  'm:f': (drawn) => `${groupedTerm(formulaPart(drawn, 'm:num'))}/${groupedTerm(formulaPart(drawn, 'm:den'))}`,
  'm:sSup': (drawn) => formulaPart(drawn, 'm:e') + raised(formulaPart(drawn, 'm:sup')),
  'm:sSubSup': (drawn) =>
    formulaPart(drawn, 'm:e') + formulaPart(drawn, 'm:sub') + raised(formulaPart(drawn, 'm:sup')),
  'm:rad': (drawn) => `${raised(formulaPart(drawn, 'm:deg'))}√${groupedTerm(formulaPart(drawn, 'm:e'))}`,
  'm:nary': (drawn) => `${drawn.signs.get('m:chr') ?? '∫'}${groupedTerm(formulaPart(drawn, 'm:e'))}`,
  'm:d': ({ parts, signs }) => {
    const between = signs.get('m:sepChr') ?? '|';
    return `${signs.get('m:begChr') ?? '('}${(parts.get('m:e') ?? []).join(between)}${signs.get('m:endChr') ?? ')'}`;
  },
};

function formulaPart({ parts }: Arguments, name: string): string {
  return (parts.get(name) ?? []).join('');
}

function groupedTerm(text: string): string {
  return /^[\p{L}\p{N}.%]*$/u.test(text) ? text : `(${text})`;
}

function raised(text: string): string {
  if (text === '') return '';
  return /^\d+$/.test(text) ? toSuperscript(text) : `^${groupedTerm(text)}`;
}
