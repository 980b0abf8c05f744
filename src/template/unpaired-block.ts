/** A block's opening or closing tag that has no partner. */
export interface UnpairedBlock {
  readonly name: string;
  readonly isOpening: boolean;
  /** From 1; the column in code points. */
  readonly line: number;
  readonly column: number;
  /** The line of the closing tag of another name that was met instead. */
  readonly metInstead?: number;
}

/** The first tag of a template's text that opens a block which nothing closes, or closes one that nothing opened; comments are passed over. */
export function findUnpairedBlock(text: string): UnpairedBlock | undefined {
  const open: { readonly name: string; readonly at: number }[] = [];
  for (const { groups = {}, index } of text.matchAll(BLOCK_TAG)) {
    if (groups.open !== undefined) open.push({ name: groups.open, at: index });
    if (groups.close === undefined) continue;
    const last = open.pop();
    if (last === undefined) return { name: groups.close, isOpening: false, ...lineAndColumn(text, index) };
    if (last.name !== groups.close) {
      const { line } = lineAndColumn(text, index);
      return { name: last.name, isOpening: true, ...lineAndColumn(text, last.at), metInstead: line };
    }
  }
  const last = open.pop();
  return last && { name: last.name, isOpening: true, ...lineAndColumn(text, last.at) };
}

/** `{{^}}` alone is an else. */
const BLOCK_TAG =
  /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}|\{\{~?\s*(?:#[*>]?|\^(?!~?\s*\}))\s*(?<open>[^\s}~]+)|\{\{~?\s*\/\s*(?<close>[^\s}~]+)/g;

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
