/** A text as a YAML scalar on one line, in block and in flow style alike: plain where every reader takes it for this text, else in double quotes. */
export function yamlText(text: string): string {
  return PLAIN_SCALAR.test(text) ? text : JSON.stringify(text);
}

/**
 * Begins with a Chinese character and holds nothing that has a meaning in YAML. What begins otherwise may be a number, a date or a word that
 * some reader takes for true.
 */
const PLAIN_SCALAR =
  /^\p{Script=Han}(?:[\p{Script=Han}\p{L}\d，。；、：（）“”《》～—·./% -]*[\p{Script=Han}\p{L}\d，。；、（）“”《》%])?$/u;

/** `{机关: 7, 村: 23}`, keys and values as YAML writes them already. */
export function flowMap(entries: Iterable<readonly [key: string, value: string]>): string {
  return `{${[...entries].map(([key, value]) => `${key}: ${value}`).join(', ')}}`;
}
