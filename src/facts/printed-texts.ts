import type { Facts } from './facts.ts';
import type { Field } from './field.ts';
import type { Passage } from './passages.ts';
import { type PlainText, plainTextsOf } from './texts-of.ts';

/**
 * Everything that a document can print of the facts' texts, as the vocabulary has it: the prose (`passages`), then names, categories and the
 * parts of divisions, each a text by itself; and the other texts, which only name something: ids, references to them, the template. What the
 * rules judge in the facts is this one list, so that a report made of facts without findings has none either.
 */
export function textsToJudge(
  facts: Facts,
  passages: readonly Passage[],
): { readonly passages: readonly Passage[]; readonly plainTexts: readonly PlainText[] } {
  const printed = [...passages];
  const plainTexts: PlainText[] = [];
  for (const plain of plainTextsOf(facts)) {
    const { path, text, field, isKey } = plain;
    if (!isPrintedPlain(field)) {
      if (field.kind !== 'list') plainTexts.push(plain);
      continue;
    }
    const start = text.length - text.trimStart().length;
    const passage = { path, role: 'cell', text: text.trim(), offset: start, references: NO_TEXTS } as const;
    if (passage.text !== '') printed.push(isKey ? { ...passage, isKey: true } : passage);
  }
  return { passages: printed, plainTexts };
}

const NO_TEXTS: readonly never[] = [];

/** Attachments' names are prose already. */
function isPrintedPlain(field: Field): boolean {
  return field.kind === 'tally' || (field.kind === 'text' && field.isPrinted !== false);
}
