import { Lexer } from 'yaml';
import { type IgnoreComment, parseIgnore } from './ignore-comment.ts';

/**
 * The ignoring comments of a facts file. A `#` inside a text is no comment. One after a value speaks of its own line, one
 * that stands alone of the next line that is no comment; either way of all lines of a text that begins or ends there.
 */
export function findIgnores(text: string): IgnoreComment[] {
  const { comments, texts } = scanComments(text);
  const lines = text.split('\n');
  return comments.flatMap(({ source, line }) => {
    const parsed = parseIgnore(source);
    if (parsed === undefined) return [];
    const before = lines[line - 1]?.slice(0, lines[line - 1]?.lastIndexOf(source)) ?? '';
    const target = before.trim() === '' ? nextLine(lines, line) : line;
    const column = [...before].length + 1;
    return [
      {
        ...parsed,
        line,
        column,
        endColumn: column + [...source.trimEnd()].length,
        ...widenToText(target, texts),
      },
    ];
  });
}

interface Scan {
  readonly comments: readonly { readonly source: string; readonly line: number }[];
  /** Texts over several lines: the line of their key or `|`, and their last. */
  readonly texts: readonly { readonly from: number; readonly to: number }[];
}

const SCALAR_SIGN = '\u001F';

/** Goes through the lexer's tokens and counts their lines. */
function scanComments(text: string): Scan {
  const comments: { source: string; line: number }[] = [];
  const texts: { from: number; to: number }[] = [];
  let line = 1;
  let header = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    const breaks = token.split('\n').length - 1;
    if (isScalar) {
      const from = header || line;
      const to = line + breaks - (token.endsWith('\n') ? 1 : 0);
      if (to > from) texts.push({ from, to });
      header = 0;
    } else if (token.startsWith('#')) comments.push({ source: token, line });
    else if (/^[|>]/u.test(token)) header = line;
    isScalar = token === SCALAR_SIGN;
    line += breaks;
  }
  return { comments, texts };
}

function nextLine(lines: readonly string[], line: number): number {
  const following = lines.slice(line).findIndex((text) => !/^\s*(?:#|$)/u.test(text));
  return following === -1 ? line : line + following + 1;
}

function widenToText(line: number, texts: Scan['texts']): { from: number; to: number } {
  const around = texts.filter(({ from, to }) => from === line || to === line);
  return {
    from: Math.min(line, ...around.map(({ from }) => from)),
    to: Math.max(line, ...around.map(({ to }) => to)),
  };
}
