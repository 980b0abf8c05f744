import type { Passage } from '../../src/facts/passages.ts';
import { DEFAULT_WORD_LISTS } from '../../src/prose/default-word-lists.ts';
import { Prose } from '../../src/prose/prose.ts';
import type { ProseSubject } from '../../src/rules/rule.ts';

/** What a prose rule sees of a text, with nothing passed over. */
export function proseSubject(text: {
  readonly passages: readonly Passage[];
  readonly date?: NonNullable<ProseSubject['date']>;
}): ProseSubject {
  return { ...text, prose: new Prose(text.passages), candidates: text.passages, lists: DEFAULT_WORD_LISTS };
}
