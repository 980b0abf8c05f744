import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { BUILT_IN_HELPERS, KNOWN_HELPERS } from './handlebars-helpers.ts';
import { templateProblem } from './template-problem.ts';
import type { TemplateText } from './template-sources.ts';

export type Program = ReturnType<typeof Handlebars.parse>;

/** A parsed text and what is wrong with it; raw output is refused here, so that no template can let markup through. */
export interface ParsedText {
  readonly file: string;
  /** Absent where the text cannot be read at all. */
  readonly program?: Program;
  readonly problems: readonly Diagnostic[];
  /** Whether it names facts in Chinese. */
  readonly isBilingual: boolean;
  /** Whether it uses @index, @first or another name of Handlebars' own. */
  readonly usesData: boolean;
}

export function parseTemplate({ file, text }: TemplateText): ParsedText {
  const found: Found = { file, problems: [], isBilingual: false, usesData: false };
  try {
    const program = Handlebars.parse(text, { srcName: file });
    walk(program, found);
    return { ...found, program };
  } catch (error) {
    return { ...found, problems: [describeParseError(error, file)] };
  }
}

/** What a walk over one text finds. */
interface Found {
  readonly file: string;
  readonly problems: Diagnostic[];
  isBilingual: boolean;
  usesData: boolean;
}

function walk(program: Program, found: Found): void {
  const walker = new Handlebars.Visitor();
  const { MustacheStatement, BlockStatement, PathExpression } = Handlebars.Visitor.prototype;
  walker.MustacheStatement = (statement) => {
    if (!statement.escaped) report(found, statement, '模板里不能用 {{{ }}} 或 {{& }} 原样输出', RAW_HINT);
    if (statement.params.length > 0) checkHelper(found, statement.path);
    MustacheStatement.call(walker, statement);
  };
  walker.BlockStatement = (block) => {
    checkHelper(found, block.path);
    BlockStatement.call(walker, block);
  };
  walker.PathExpression = (path) => {
    found.isBilingual ||= /\P{ASCII}/u.test(path.original);
    found.usesData ||= path.data;
    PathExpression.call(walker, path);
  };
  walker.accept(program);
}

function checkHelper(found: Found, path: hbs.AST.Node & { readonly original?: unknown }): void {
  const name = String(path.original);
  if (KNOWN_HELPERS[name] === true || BUILT_IN_HELPERS.includes(name)) return;
  report(found, path, `没有叫“${name}”的助手`, '检查拼写；可用的助手见模板编写说明。');
}

function report(found: Found, { loc }: hbs.AST.Node, message: string, hint: string): void {
  found.problems.push(templateProblem(found.file, [loc.start.line, loc.start.column + 1], message, hint));
}

const RAW_HINT = '改成两层花括号 {{ }}：事实里的尖括号会按文字输出，不会变成版式。';

function describeParseError(error: unknown, file: string): Diagnostic {
  const text = error instanceof Error ? error.message : String(error);
  const line = Number(/line (\d+)/i.exec(text)?.[1] ?? /(\d+):\d+/.exec(text)?.[1] ?? 1);
  const mismatch = /(\S+) doesn't match (\S+)/.exec(text);
  const message =
    mismatch === null ? '模板语法不对，读到这里看不懂' : `{{#${mismatch[1]}}} 和 {{/${mismatch[2]}}} 不成对`;
  return templateProblem(
    file,
    [line, 1],
    message,
    '检查这一行前后的花括号是否成对，每个 {{#名称}} 都要有 {{/名称}}。',
  );
}
