import Handlebars from 'handlebars';
import { LIMITS } from '../diagnostics/budget.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../facts/suggest.ts';
import { BUILT_IN_HELPERS, KNOWN_HELPERS } from './handlebars-helpers.ts';
import { limitProblem, templateProblem } from './template-problem.ts';
import type { TemplateText } from './template-sources.ts';
import { findUnpairedBlock, type UnpairedBlock } from './unpaired-block.ts';

export type TemplateAst = ReturnType<typeof Handlebars.parse>;

/** A parsed text and what is wrong with it; raw output is refused here, so that no template can let markup through. */
export interface ParsedText {
  readonly source: TemplateText;
  /** Absent where the text cannot be read at all. */
  readonly program?: TemplateAst;
  readonly problems: readonly Diagnostic[];
  /** Every `{{> name}}` in it. */
  readonly partials: readonly hbs.AST.PartialStatement[];
  /** Whether it names facts in Chinese. */
  readonly isBilingual: boolean;
  /** How many there are of all kinds, and how many blocks and expressions stand within one another at most. */
  readonly statements: number;
  readonly depth: number;
  /** Whether it uses @index, @first or another name of Handlebars' own. */
  readonly usesData: boolean;
}

export function parseTemplate(source: TemplateText): ParsedText {
  const found: FoundInTemplate = {
    source,
    problems: [],
    partials: [],
    statements: 0,
    depth: 0,
    isBilingual: false,
    usesData: false,
  };
  const tooDeep = findTooDeep(source.text);
  if (tooDeep !== undefined) return { ...found, problems: [describeTooDeep(tooDeep, source)] };
  try {
    const program = Handlebars.parse(source.text, { srcName: source.file });
    walkTemplate(program, found);
    return { ...found, program };
  } catch (error) {
    return { ...found, problems: [describeParseError(error, source)] };
  }
}

/** The `{{> name}}` of a text that name none of the partials there are. */
export function findLostPartials({ partials, source }: ParsedText, known: readonly string[]): Diagnostic[] {
  const lost = partials.filter(({ name }) => !known.includes(writtenName(name)));
  return lost.map(({ name }) => {
    const meant = nearestWord(writtenName(name), known);
    const question = meant === undefined ? '' : `您要写的是不是 ${meant}？`;
    const message = `没有叫“${writtenName(name)}”的片段`;
    return problemAtTag(
      source,
      name,
      'template-helper',
      message,
      `${question}片段是 partials/ 里的 .hbs 文件。`,
    );
  });
}

/** What a walk over one text finds. */
interface FoundInTemplate {
  readonly source: TemplateText;
  readonly problems: Diagnostic[];
  readonly partials: hbs.AST.PartialStatement[];
  statements: number;
  depth: number;
  isBilingual: boolean;
  usesData: boolean;
}

function walkTemplate(program: TemplateAst, found: FoundInTemplate): void {
  const walker = new Handlebars.Visitor();
  const { MustacheStatement, BlockStatement, SubExpression, PathExpression, PartialStatement } =
    Handlebars.Visitor.prototype;
  walker.MustacheStatement = (statement) => {
    found.statements += 1;
    if (!statement.escaped) refuseRaw(found, statement);
    if (statement.params.length > 0) checkHelper(found, statement.path);
    MustacheStatement.call(walker, statement);
  };
  let depth = 0;
  walker.BlockStatement = (block) => {
    found.statements += 1;
    depth += 1;
    found.depth = Math.max(found.depth, depth);
    checkHelper(found, block.path);
    BlockStatement.call(walker, block);
    depth -= 1;
  };
  walker.SubExpression = (expression) => {
    checkHelper(found, expression.path);
    SubExpression.call(walker, expression);
  };
  walker.PartialStatement = (statement) => {
    found.statements += 1;
    found.partials.push(statement);
    PartialStatement.call(walker, statement);
  };
  for (const type of ['PartialBlockStatement', 'Decorator', 'DecoratorBlock'] as const) {
    walker[type] = (node: hbs.AST.Node) => refuseUnsupported(found, node);
  }
  walker.PathExpression = (path) => {
    found.isBilingual ||= /\P{ASCII}/u.test(path.original);
    found.usesData ||= path.data;
    PathExpression.call(walker, path);
  };
  walker.accept(program);
}

/** Where blocks, or the brackets of one tag, stand so deep in one another that they exhaust the stack of whoever walks over the tree. */
function findTooDeep(text: string): number | undefined {
  let blocks = 0;
  for (const { 0: tag, index } of text.matchAll(TEMPLATE_TAG)) {
    if (OPENING_TAG.test(tag)) blocks += 1;
    else if (CLOSING_TAG.test(tag)) blocks -= 1;
    if (blocks > LIMITS.depth || bracketDepth(tag) > LIMITS.depth) return index;
  }
  return undefined;
}

const TEMPLATE_TAG = /\{\{[^{}]*\}\}/g;
/** `{{^}}` alone is an else. */
const OPENING_TAG = /^\{\{~?\s*(?:#|\^(?!~?\s*\}\}))/;
const CLOSING_TAG = /^\{\{~?\s*\//;

function bracketDepth(tag: string): number {
  if (!tag.includes('(')) return 0;
  let [depth, deepest] = [0, 0];
  for (const character of tag) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function describeTooDeep(offset: number, { file, text }: TemplateText): Diagnostic {
  const before = text.slice(0, offset).split('\n');
  const place = `${file}:${before.length}:${[...(before.at(-1) ?? '')].length + 1}`;
  return limitProblem(`嵌套超过了 ${LIMITS.depth} 层`, place, file);
}

function checkHelper(found: FoundInTemplate, path: hbs.AST.Node): void {
  const name = writtenName(path);
  if (KNOWN_HELPERS[name] === true || BUILT_IN_HELPERS.includes(name)) return;
  const meant = nearestWord(name, [...Object.keys(KNOWN_HELPERS), ...BUILT_IN_HELPERS]);
  const hint = `${meant === undefined ? '检查拼写；' : `您要写的是不是 ${meant}？`}可用的助手见模板编写说明。`;
  found.problems.push(problemAtTag(found.source, path, 'template-helper', `没有叫“${name}”的助手`, hint));
}

function refuseRaw(found: FoundInTemplate, statement: hbs.AST.Node): void {
  const message = '模板里不能用 {{{ }}} 或 {{& }} 原样输出';
  const hint = '改成两层花括号 {{ }}：事实里的尖括号会按文字输出，不会变成版式。';
  found.problems.push(problemAtTag(found.source, statement, 'template-markup', message, hint));
}

function refuseUnsupported(found: FoundInTemplate, node: hbs.AST.Node): void {
  const message = '模板里不能用 {{#> }}、{{* }} 和 {{#* }}';
  const hint = '共用的文字另写成 partials/名称.hbs，用 {{> 名称}} 引用。';
  found.problems.push(problemAtTag(found.source, node, 'template-syntax', message, hint));
}

function problemAtTag(
  { file }: TemplateText,
  { loc }: Pick<hbs.AST.Node, 'loc'>,
  rule: string,
  message: string,
  hint: string,
): Diagnostic {
  const problem = templateProblem(file, [loc.start.line, loc.start.column + 1], message, hint);
  return { ...problem, rule, end: { line: loc.end.line, column: loc.end.column + 1 } };
}

/** The name of a helper, a partial or a path as it was written. */
export function writtenName(path: object): string {
  return String((path as { original?: unknown }).original ?? '');
}

function describeParseError(error: unknown, { file, text }: TemplateText): Diagnostic {
  const said = error instanceof Error ? error.message : String(error);
  const mismatch = MISMATCH.exec(said);
  const unpaired = mismatch !== null || ABOUT_BLOCKS.test(said) ? findUnpairedBlock(text) : undefined;
  if (unpaired !== undefined) return describeUnpaired(unpaired, file, mismatch?.[1]);
  const line = Number(/line (\d+)/i.exec(said)?.[1] ?? /(\d+):\d+/.exec(said)?.[1] ?? 1);
  return templateProblem(
    file,
    [line, 1],
    '模板语法不对，读到这里看不懂',
    '检查这一行前后的花括号是否成对，每个 {{#名称}} 都要有 {{/名称}}。',
  );
}

const MISMATCH = /\S+ doesn't match (\S+)/;
/** The parser met the end of the text, or the end of a block, where it did not expect one. */
const ABOUT_BLOCKS = /got '(?:EOF|OPEN_ENDBLOCK)'/;

function describeUnpaired(
  { name, isOpening, line, column, metInstead }: UnpairedBlock,
  file: string,
  closing: string | undefined,
): Diagnostic {
  if (!isOpening) {
    const hint = `删去它，或者在它前面补上 {{#${name} …}}。`;
    return templateProblem(file, [line, column], `{{/${name}}} 前面没有对应的 {{#${name}}}`, hint);
  }
  const message =
    closing === undefined
      ? `{{#${name}}} 没有结尾，缺少 {{/${name}}}`
      : `{{#${name}}} 和 {{/${closing}}} 不成对`;
  const where = metInstead === undefined ? '到文件末尾都没有找到' : `第 ${metInstead} 行就遇到了别的结尾`;
  return templateProblem(
    file,
    [line, column],
    message,
    `这一段从这里开始，${where}；在该结束的地方写 {{/${name}}}。`,
  );
}
