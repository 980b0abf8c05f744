import { LIMITS, LimitReached } from '../diagnostics/budget.ts';

let steps: number = LIMITS.steps;
let allowed: number = LIMITS.steps;
let characters = Number.POSITIVE_INFINITY;

/**
 * Prints with so many steps; printing is one piece of work, so there is never more than one of them. LimitReached, also where V8 can hold
 * no longer text.
 */
export function printWithin(most: number, print: () => string): string {
  steps = most;
  allowed = most;
  characters = WORK * LIMITS.markup;
  try {
    return measured(print());
  } catch (error) {
    if (error instanceof RangeError) throw markupLimitReached();
    throw error;
  }
}

/** Blocks and partials that are about to be printed. LimitReached where they are more than are left. */
export function spendSteps(count: number): void {
  steps -= count;
  if (steps < 0) throw new LimitReached(`循环和片段印了超过 ${allowed} 次`);
}

/** What was printed; LimitReached where it is too long, or of too many elements. */
export function measured(markup: string): string {
  if (markup.length > LIMITS.markup) throw markupLimitReached();
  if (markup.length > SHORTEST_OUTPUT * LIMITS.elements && hasManyElements(markup)) throw tooMany();
  return markup;
}

/** Characters of facts that are about to be printed: in one block there may be as many of them as it has statements. */
export function spendCharacters(count: number): void {
  characters -= count;
  if (characters < 0) throw markupLimitReached();
}

/** Some text is printed and then left out again: where a helper asks whether there is any. */
const WORK = 4;

/** Characters of the shortest element: `<hr>`. A report of the usual length is never counted. */
const SHORTEST_OUTPUT = 4;

function hasManyElements(markup: string): boolean {
  let count = 0;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    if (markup[at + 1] !== '/') count += 1;
    if (count > LIMITS.elements) return true;
  }
  return false;
}

function tooMany(): LimitReached {
  return new LimitReached(`印出的段落、单元格等超过了 ${LIMITS.elements} 个`);
}

function markupLimitReached(): LimitReached {
  return new LimitReached(`印出的内容超过了 ${LIMITS.markup} 个字符`);
}
