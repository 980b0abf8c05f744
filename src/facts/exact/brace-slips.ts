import type { Mendable } from './mendable.ts';

/**
 * A text with a reference and no quotes that YAML takes for a map: one that begins with it, `内容: {{党员.总数}}名党员…`, and any
 * within brackets. `at` is where the text begins; undefined where quotes around it would not mend it.
 */
export function referenceSlip(text: string, at: number, isInBrackets: boolean): Mendable | undefined {
  const end = at + valueLength(text.slice(at, endOfLine(text, at)), isInBrackets);
  const quote = ["'", '"'].find((mark) => !text.slice(at, end).includes(mark));
  if (quote === undefined || text.slice(at, end).includes('\\')) return undefined;
  return {
    slip: {
      rule: 'yaml-syntax',
      message: text.startsWith('{{', at) ? '以“{{”开头的文字没有加引号' : '括号里带“{{…}}”的文字没有加引号',
      hint: '给整段文字加上英文引号，例如 "{{党员.总数}}名党员"；或者改用“|”另起一行写。',
      start: at,
      end,
    },
    edit: { start: at, end: at, text: quote },
    closing: { start: end, end, text: quote },
  };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** To the end of the line or its comment; within brackets to the comma or bracket after the text. */
function valueLength(line: string, isInBrackets: boolean): number {
  const written = (isInBrackets ? IN_BRACKETS : ON_ITS_LINE).exec(line)?.[0] ?? line;
  return written.trimEnd().length;
}

const IN_BRACKETS = /^(?:\{\{[^{}]*\}\}|[^{}[\],])*/;
const ON_ITS_LINE = /^(?:(?! #).)*/;
