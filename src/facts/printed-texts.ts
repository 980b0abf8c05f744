import type { Facts } from './facts.ts';
import type { Field } from './field.ts';
import type { Passage } from './passages.ts';
import { passagesOf } from './read-passages.ts';
import { type PlainText, plainTextsOf } from './texts-of.ts';

/**
 * Everything that a document can print of the facts' texts, as the vocabulary has it: the prose, then names, categories and the
 * parts of divisions, each a text by itself. What the rules judge in the facts is this one list, so that a report made of facts without
 * findings has none either.
 */
export function printedTextsOf(facts: Facts, written: ReadonlyMap<string, string>): readonly Passage[] {
  const printed = [...passagesOf(facts, written).passages];
  for (const { path, text, field, isKey } of plainTextsOf(facts)) {
    if (!isPrintedPlain(field)) continue;
    const start = text.length - text.trimStart().length;
    const passage = { path, role: 'cell', text: text.trim(), offset: start, references: NONE } as const;
    if (passage.text !== '') printed.push(isKey ? { ...passage, isKey: true } : passage);
  }
  return printed;
}

/** The other texts, which only name something: ids, references to them, the template. */
export function unprintedTextsOf(facts: Facts): readonly PlainText[] {
  return plainTextsOf(facts).filter(({ field }) => !isPrintedPlain(field) && field.kind !== 'list');
}

const NONE: readonly never[] = [];

/** Attachments' names are prose already. */
function isPrintedPlain(field: Field): boolean {
  return field.kind === 'tally' || (field.kind === 'text' && field.isPrinted !== false);
}
