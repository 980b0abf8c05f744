import { replaceIllegal, reportIllegal } from './illegal-characters.ts';
import type { ReportMarkup } from './markup-problem.ts';

/** `&…;` of a named or a numeric character; an `&` that nothing closes stands for itself. */
const ENTITY_REFERENCE = /&(?:#(\d+)|#[xX]([\dA-Fa-f]+)|([A-Za-z]\w*));/g;

/** The five names that XML knows (XML 1.0, 4.6). */
const MARKUP_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Puts the characters in the place of their references; `at` is where the text starts in the markup. */
export function decodeEntities(text: string, at: number, report: ReportMarkup): string {
  if (!text.includes('&')) return text;
  return text.replace(
    ENTITY_REFERENCE,
    (reference, decimal?: string, hex?: string, name?: string, offset = 0) => {
      const place = at + Number(offset);
      if (name === undefined) return entityCharacter(entityCode(decimal, hex), place, report);
      const character = MARKUP_ENTITIES.get(name);
      if (character === undefined) report(place, reference, `不认识 ${reference}，请直接写这个字符`);
      return character ?? reference;
    },
  );
}

function entityCode(decimal = '', hex = ''): number {
  return hex === '' ? Number(decimal) : Number.parseInt(hex, 16);
}

function entityCharacter(code: number, at: number, report: ReportMarkup): string {
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\uffff';
  return replaceIllegal(character, () => reportIllegal(report)(at));
}
