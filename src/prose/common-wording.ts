import { STANDING_PHRASES } from './standing-phrases.ts';
import { TEMPLATE_WORDING } from './template-wording.ts';
import type { WordLists } from './word-lists.ts';

/**
 * Counts the characters of a passage that are its writer's own: not the templates' sentences, standing phrases, formulas or
 * the lists' terms and names.
 */
export class CommonWording {
  readonly #phrases: readonly string[];

  constructor({ formulas, terms, shortNames, names }: WordLists) {
    const phrases = [
      ...STANDING_PHRASES,
      ...formulas.flatMap(({ parts }) => [parts.join('、'), ...parts]),
      ...terms.map(({ term }) => term),
      ...shortNames.flatMap(({ short, full }) => (full === undefined ? [short] : [full, short])),
      ...names,
    ];
    this.#phrases = [...new Set(phrases)].filter(({ length }) => length >= SHORTEST_WORDING);
  }

  /** UTF-16 units that nothing common covers. */
  countOwn(passage: string): number {
    const isCommon = new Uint8Array(passage.length);
    for (const phrase of this.#phrases) {
      for (let at = passage.indexOf(phrase); at !== -1; at = passage.indexOf(phrase, at + phrase.length)) {
        isCommon.fill(1, at, at + phrase.length);
      }
    }
    const pieces = templatePieces();
    for (let at = 0; at + GRAM_LENGTH <= passage.length; at += 1) {
      if (pieces.has(passage.slice(at, at + GRAM_LENGTH))) isCommon.fill(1, at, at + GRAM_LENGTH);
    }
    return isCommon.reduce((own, common) => own + 1 - common, 0);
  }
}

/** Two characters are any word. */
const SHORTEST_WORDING = 3;
/** As many characters in a row are a template's sentence or a part of it. */
const GRAM_LENGTH = 10;

let knownWording: ReadonlySet<string> | undefined;

/** Every stretch of PIECE characters that the templates say; made once, when a passage has to be judged. */
function templatePieces(): ReadonlySet<string> {
  knownWording ??= new Set(
    TEMPLATE_WORDING.flatMap((text) =>
      Array.from({ length: text.length - GRAM_LENGTH + 1 }, (_, at) => text.slice(at, at + GRAM_LENGTH)),
    ),
  );
  return knownWording;
}
