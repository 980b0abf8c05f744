import { type CST, Lexer, Parser } from 'yaml';
import { DEEPEST_FACTS } from '../raw-tree.ts';
import { MOST_SLIPS, type ReadingSlip } from '../slip.ts';
import { referenceSlip } from './brace-slips.ts';
import type { Mendable } from './mendable.ts';

export interface Tokens {
  readonly tokens: readonly CST.Token[];
  /** YAML that facts, being plain data, may not use. */
  readonly slips: readonly ReadingSlip[];
  readonly mendable: readonly Mendable[];
  readonly isGivenUp: boolean;
}

/** Cuts a text into YAML tokens; stops at a second document and where the nesting gets too deep. */
export function readTokens(text: string): Tokens {
  const parser = new Parser();
  const scan = new LexemeScan(text);
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    if (scan.isSecondDocument(lexeme, at)) break;
    scan.look(lexeme, at);
    tokens.push(...parser.next(lexeme));
    if (scan.slips.length + scan.mendable.length >= MOST_SLIPS) {
      return { tokens: [], slips: scan.slips, mendable: scan.mendable, isGivenUp: true };
    }
    if (depthOf(parser.stack) > DEEPEST_FACTS) {
      return { tokens: [], slips: [...scan.slips, tooDeep(at, lexeme)], mendable: [], isGivenUp: true };
    }
  }
  tokens.push(...parser.end());
  return { tokens, slips: scan.slips, mendable: scan.mendable, isGivenUp: false };
}

function depthOf(stack: readonly CST.Token[]): number {
  return stack.length <= DEEPEST_FACTS ? 0 : stack.filter(({ type }) => COLLECTIONS.has(type)).length;
}

const COLLECTIONS: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection']);

function tooDeep(at: number, lexeme: string): ReadingSlip {
  const hint = '事实文件通常只有四五层；请检查这一行的缩进和括号。';
  return tokenSlip(`嵌套超过 ${DEEPEST_FACTS} 层，没有再往下读`, hint, at, at + lexeme.length);
}

/** Looks at lexemes in their order. */
class LexemeScan {
  readonly slips: ReadingSlip[] = [];
  readonly mendable: Mendable[] = [];
  private readonly text: string;
  /** How many brackets are open. */
  private depth = 0;
  private isScalar = false;
  private hasContent = false;
  /** After `...`, which ends a document. */
  private hasEnded = false;
  /** The last lexeme that was no blank. */
  private last = '\n';
  /** Where the last text begins, and the unquoted one to which the last `{` belongs. */
  private textAt = 0;
  private braceTextAt = 0;
  /** The end of the text with references that was mended last. */
  private mendedTo = 0;
  private blank: { readonly at: number; readonly text: string } | undefined;

  constructor(text: string) {
    this.text = text;
  }

  isSecondDocument(lexeme: string, at: number): boolean {
    const isContent = !/^(?:[\s#]|\.\.\.$|$)/.test(lexeme) && lexeme !== DOCUMENT;
    const isSecond = this.hasEnded ? isContent : !this.isScalar && lexeme === '---' && this.hasContent;
    if (!isSecond) return false;
    const hint = '一个文件只写一个单位；把后面的另存为一个文件。';
    this.slips.push(tokenSlip('文件里有第二个文档', hint, at, at + 3));
    return true;
  }

  look(lexeme: string, at: number): void {
    const isText = this.isScalar;
    this.isScalar = lexeme === SCALAR_TOKEN && !isText;
    if (this.isScalar || lexeme === DOCUMENT) return;
    const isBlank = !isText && /^[ \t]+$/.test(lexeme);
    if (!isText && lexeme === '...') this.hasEnded = true;
    if (isBlank) {
      this.blank = { at, text: lexeme };
      return;
    }
    const isMark = !isText && (/^[\r\n#]/.test(lexeme) || lexeme === '');
    if (!isMark) this.lookAtContent(isText, lexeme, at);
    this.blank = undefined;
    if (lexeme.endsWith('\n')) this.last = '\n';
    else if (lexeme !== '') this.last = isText ? SCALAR_TOKEN : lexeme;
  }

  private lookAtContent(isText: boolean, lexeme: string, at: number): void {
    this.lookAtTab();
    if (isText) this.textAt = at;
    else this.lookAtBracket(lexeme, at);
    if (lexeme !== '---' || isText) this.hasContent ||= !lexeme.startsWith('%') || isText;
    const refusal = isText ? undefined : REFUSALS[lexeme[0] ?? ''];
    if (refusal !== undefined) this.slips.push(tokenSlip(...refusal, at, at + lexeme.trimEnd().length));
  }

  private lookAtBracket(lexeme: string, at: number): void {
    if (lexeme === '{' && this.last === '{' && this.blank === undefined && at > this.mendedTo) {
      const slip = referenceSlip(this.text, this.braceTextAt, this.depth > 1);
      if (slip !== undefined) this.mendable.push(slip);
      this.mendedTo = slip?.slip.end ?? this.mendedTo;
    }
    if (lexeme === '{') this.braceTextAt = this.isInText(at) ? this.textAt : at;
    if (lexeme === '{' || lexeme === '[') this.depth++;
    else if (lexeme === '}' || lexeme === ']') this.depth--;
  }

  /** `共有{{党员.总数}}名` within brackets: a brace after an unquoted text on its line. */
  private isInText(at: number): boolean {
    return this.last === SCALAR_TOKEN && /^[^'"\n][^\n]*$/.test(this.text.slice(this.textAt, at));
  }

  private lookAtTab(): void {
    const blank = this.blank;
    const last = this.last;
    if (blank === undefined || !blank.text.includes('\t')) return;
    const start = blank.at + blank.text.indexOf('\t');
    const end = blank.at + blank.text.lastIndexOf('\t') + 1;
    const where = last === '\n' ? '缩进里' : last === ':' ? '冒号后面' : last === '-' ? '“-”后面' : undefined;
    if (where === undefined) return;
    const hint = last === '\n' ? '把制表符换成空格，每层两个空格。' : '把制表符换成一个空格。';
    const text = (last === '\n' ? '  ' : ' ').repeat(end - start);
    this.mendable.push({
      slip: tokenSlip(`${where}有制表符（Tab）`, hint, start, end),
      edit: { start, end, text },
    });
  }
}

/** What the lexer puts before a scalar's own text, and of a document. */
const SCALAR_TOKEN = '\u001f';
const DOCUMENT = '\u0002';

const REFUSALS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  '&': ['不能用锚点（以“&”开头）', '把要重复的内容直接写出来；文字本身以“&”开头的，给它加上引号。'],
  '*': ['不能用别名（以“*”开头）', '把要引用的内容直接写在这里；文字本身以“*”开头的，给它加上引号。'],
  '!': ['不能用标签（以“!”开头）', '删去标签，只写值；文字本身以“!”开头的，给它加上引号。'],
  '%': ['不能用 YAML 指令（以“%”开头的行）', '删去这一行；文字本身以“%”开头的，给它加上引号。'],
};

function tokenSlip(what: string, hint: string, start: number, end: number): ReadingSlip {
  return { rule: 'yaml-syntax', message: what, hint, start, end };
}
