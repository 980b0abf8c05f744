/** The texts of facts that were printed, by their paths, as the template had them. */
export type PrintedFacts = Map<string, string>;

let lastPrinted: PrintedFacts | undefined;

/**
 * Prints so that each text of a fact begins with an empty `<data value="work.0.body@12">`: the fact and where in its text it begins. What is
 * printed besides stays the same. Printing is one piece of work, so there is never more than one of them.
 */
export function printMarked(facts: PrintedFacts, print: () => string): string {
  lastPrinted = facts;
  try {
    return print();
  } finally {
    lastPrinted = undefined;
  }
}

/** The mark of a text that is about to be printed; empty where nobody asked for marks. */
export function originMark(path: string, text: string, from: () => number): string {
  if (lastPrinted === undefined || path === '') return '';
  lastPrinted.set(path, text);
  return `<data value="${path}@${Math.max(0, from())}"></data>`;
}

/** What is printed as the words of one figure is that figure's. */
export function withoutOriginMarks(html: string): string {
  return lastPrinted === undefined ? html : html.replace(/<data value="[^"]*@\d+"><\/data>/g, '');
}
