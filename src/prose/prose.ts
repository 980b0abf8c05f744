import type { Passage } from '../facts/passages.ts';

/**
 * A text to be judged, and what several rules ask of it: each answer is worked out once, when it is first asked for, and is
 * kept as long as the text is.
 */
export class Prose {
  readonly passages: readonly Passage[];
  readonly #answers = new Map<Question<unknown>, unknown>();

  constructor(passages: readonly Passage[]) {
    this.passages = passages;
  }

  /** What a question comes to for this text. */
  ask<Answer>(question: Question<Answer>): Answer {
    if (this.#answers.has(question)) return this.#answers.get(question) as Answer;
    const answer = question(this);
    this.#answers.set(question, answer);
    return answer;
  }
}

/** One function is one question. */
export type Question<Answer> = (prose: Prose) => Answer;
