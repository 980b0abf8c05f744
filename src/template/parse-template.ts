import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { KNOWN_HELPERS } from './handlebars-helpers.ts';
import { templateProblem } from './template-problem.ts';
import type { TemplateText } from './template-sources.ts';

export type Program = ReturnType<typeof Handlebars.parse>;

/** A parsed text, or what is wrong with it; raw output is refused here, so that no template can let markup through. */
export type ParsedText =
  | { readonly program: Program; readonly isBilingual: boolean }
  | { readonly problems: readonly Diagnostic[] };

export function parseTemplate({ file, text }: TemplateText): ParsedText {
  let program: Program;
  try {
    program = Handlebars.parse(text, { srcName: file });
  } catch (error) {
    return { problems: [describeParseError(error, file)] };
  }
  const findings = new Findings(file);
  findings.visit(program);
  if (findings.problems.length > 0) return { problems: findings.problems };
  return { program, isBilingual: findings.isBilingual };
}

/** What a walk over one text finds. */
class Findings {
  readonly problems: Diagnostic[] = [];
  isBilingual = false;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  visit(program: Program): void {
    const walker = new Handlebars.Visitor();
    const visitMustache = walker.MustacheStatement.bind(walker);
    const visitPath = walker.PathExpression.bind(walker);
    walker.MustacheStatement = (statement) => {
      if (!statement.escaped)
        this.#report(statement.loc.start, '模板里不能用 {{{ }}} 或 {{& }} 原样输出', RAW_HINT);
      if (statement.params.length > 0) this.#checkHelper(statement.path);
      visitMustache(statement);
    };
    const visitBlock = walker.BlockStatement.bind(walker);
    walker.BlockStatement = (block) => {
      this.#checkHelper(block.path);
      visitBlock(block);
    };
    walker.PathExpression = (path) => {
      if (/[^\p{ASCII}]/u.test(path.original)) this.isBilingual = true;
      visitPath(path);
    };
    walker.accept(program);
  }

  #checkHelper(path: { readonly original?: unknown; readonly loc: hbs.AST.SourceLocation }): void {
    const name = String(path.original);
    if (KNOWN_HELPERS[name] === true || BUILT_IN.includes(name)) return;
    this.#report(path.loc.start, `没有叫“${name}”的助手`, '检查拼写；可用的助手见模板编写说明。');
  }

  #report(start: { readonly line: number; readonly column: number }, message: string, hint: string): void {
    this.problems.push(templateProblem(this.#file, [start.line, start.column + 1], message, hint));
  }
}

const BUILT_IN = ['each', 'with', 'if', 'unless', 'lookup'];
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
