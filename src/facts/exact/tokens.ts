import { type CST, Lexer, Parser } from 'yaml';
import type { Slip } from '../slip.ts';

/** How deeply a facts file may nest. */
export const MAX_DEPTH = 32;

export interface Tokens {
  readonly tokens: CST.Token[];
  /** YAML that facts, being plain data, may not use. */
  readonly slips: readonly Slip[];
  readonly isTooDeep: boolean;
}

/** Cuts a text into YAML tokens; anchors, aliases, tags, directives and further documents are noted, and too deep a nesting ends it. */
export function readTokens(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const slips: Slip[] = [];
  let isScalar = false;
  let hasContent = false;
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    if (isScalar) isScalar = false;
    else if (lexeme === SCALAR) isScalar = true;
    else {
      if (lexeme === '---' && hasContent) {
        slips.push(
          refuse('文件里有第二个文档（“---”）', '一个文件只写一个单位；把后面的另存为一个文件。', at, at + 3),
        );
        break;
      }
      const slip = refuseLexeme(lexeme, at);
      if (slip !== undefined) slips.push(slip);
    }
    if (!/^(?:[\s\u0002\u0018\ufeff]|#|---$|%)/.test(lexeme) && lexeme !== '') hasContent = true;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH && depthOf(parser.stack) > MAX_DEPTH) {
      slips.push(
        refuse(
          `嵌套超过 ${MAX_DEPTH} 层，没有再往下读`,
          '事实文件通常只有四五层；请检查这一行的缩进和括号。',
          at,
          at + lexeme.length,
        ),
      );
      return { tokens: [], slips, isTooDeep: true };
    }
  }
  tokens.push(...parser.end());
  return { tokens, slips, isTooDeep: false };
}

/** What the lexer puts ahead of a scalar's own text. */
const SCALAR = '\u001f';

function depthOf(stack: readonly CST.Token[]): number {
  return stack.filter(
    ({ type }) => type === 'block-map' || type === 'block-seq' || type === 'flow-collection',
  ).length;
}

function refuseLexeme(lexeme: string, at: number): Slip | undefined {
  const refusal = REFUSALS[lexeme[0] ?? ''];
  return refusal === undefined ? undefined : refuse(refusal[0], refusal[1], at, at + lexeme.trimEnd().length);
}

const REFUSALS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  '&': ['不能用锚点（以“&”开头）', '把要重复的内容直接写出来；文字本身以“&”开头的，给它加上引号。'],
  '*': ['不能用别名（以“*”开头）', '把要引用的内容直接写在这里；文字本身以“*”开头的，给它加上引号。'],
  '!': ['不能用标签（以“!”开头）', '删去标签，只写值；文字本身以“!”开头的，给它加上引号。'],
  '%': ['不能用 YAML 指令（以“%”开头的行）', '删去这一行；文字本身以“%”开头的，给它加上引号。'],
};

function refuse(what: string, hint: string, start: number, end: number): Slip {
  return { rule: 'yaml-syntax', message: `${what}。`, hint, start, end };
}
