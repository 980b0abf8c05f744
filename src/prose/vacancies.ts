import type { Clause, ReadPassage } from './clauses.ts';
import type { Quantity } from './quantities.ts';

/** Posts as one sentence states them: 核定20名，实有18名，空缺2名. */
export interface StatedPosts {
  readonly authorized: Quantity;
  readonly actual: Quantity;
  readonly vacant: Quantity;
}

/** The stated posts of a text: three clauses that follow one another. */
export function vacancies({ passage, clauses }: ReadPassage): StatedPosts[] {
  if (!VACANT.test(passage.text)) return [];
  return clauses.flatMap((clause, index) => {
    const [authorized, actual, vacant] = [AUTHORIZED, ACTUAL, VACANT].map((word, step) =>
      countIn(clauses[index + step], clause, word),
    );
    return authorized && actual && vacant ? [{ authorized, actual, vacant }] : [];
  });
}

const AUTHORIZED = /核定|编制|职数|应配/;
const ACTUAL = /实有|实配|实际/;
const VACANT = /空缺|缺配|缺编|空编/;

function countIn(clause: Clause | undefined, first: Clause, word: RegExp): Quantity | undefined {
  if (clause?.sentence !== first.sentence || !word.test(clause.text)) return undefined;
  const [only, second] = clause.quantities;
  return second === undefined && only?.isApproximate === false ? only : undefined;
}
