/** A stretch of prose that is printed: one paragraph, title, point or case, or one paragraph of a finished document. */
export interface Passage {
  /** The facts path of the text that it is of; empty in a finished document. */
  readonly path: string;
  /** Which paragraph of a finished document it is, from 0; absent where it is of facts. */
  readonly paragraph?: number;
  readonly role: PassageRole;
  /** What is printed: references are replaced by their figures. */
  readonly text: string;
  /** Where `text[0]` is in the value at `path`. */
  readonly offset: number;
  /** The stretches that came from references, in order, as UTF-16 offsets. */
  readonly references: readonly FigureReference[];
  /** It is the free key of a division, as 35岁及以下: a finding shows all of it. */
  readonly isKey?: true;
}

/** The figure that a reference such as {{党员.总数}} put into a passage. */
export interface FigureReference {
  /** In the printed text. */
  readonly start: number;
  readonly end: number;
  /** In the value as written. */
  readonly writtenStart: number;
  readonly writtenEnd: number;
  /** The facts path that it names, in English; empty where it names none. */
  readonly path: string;
}

/** A heading ends without a mark, body text with one. */
export type PassageRole = 'title' | 'heading' | 'body' | 'point' | 'salutation' | 'signature' | 'cell';

/** The span in the value as written for a span in the passage's printed text; one inside a reference widens to all of it. */
export function writtenSpan(passage: Passage, start: number, end: number): readonly [number, number] {
  return [writtenOffset(passage, start, false), writtenOffset(passage, end, true)];
}

function writtenOffset(passage: Passage, offset: number, isEnd: boolean): number {
  let shift = passage.offset;
  for (const reference of passage.references) {
    if (offset < reference.start || (isEnd && offset === reference.start)) break;
    if (offset < reference.end || (isEnd && offset === reference.end)) {
      return isEnd ? reference.writtenEnd : reference.writtenStart;
    }
    shift = reference.writtenEnd - reference.end;
  }
  return offset + shift;
}
