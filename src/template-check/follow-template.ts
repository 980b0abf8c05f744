import type { Helper } from '../template/helper.ts';
import { HELPERS } from '../template/helpers/index.ts';
import type { TemplateAst } from '../template/parse-template.ts';
import { nodeStretch, type ReportFinding } from '../template/place.ts';
import type { TemplateText } from '../template/template-sources.ts';
import { typeName } from './argument-kinds.ts';
import { type Call, checkCall, type Given } from './check-call.ts';
import type { FactType, RecordType } from './fact-type.ts';
import { enter, resolvePath, type TemplateScope } from './scope.ts';

/** One text of a template, parsed. */
export interface ParsedPart {
  readonly text: TemplateText;
  readonly program: TemplateAst;
}

/** What is followed, and where findings and used facts go. */
export interface FollowedTemplate {
  readonly partials: ReadonlyMap<string, ParsedPart>;
  readonly report: ReportFinding;
  /** Told the facts path of every fact that the template names. */
  readonly use: (path: string) => void;
}

/**
 * Follows every path of a text from the facts that it starts with, through blocks and partials. Unknown helpers and partials were reported
 * when the text was parsed.
 */
export function followTemplate(part: ParsedPart, root: RecordType, following: FollowedTemplate): void {
  const scope: TemplateScope = { contexts: [root], root, names: new Map(), isInEach: false };
  new Follower(part, following, []).follow(part.program, scope);
}

/** Follows one text; partials get a follower of their own. */
class Follower {
  private readonly part: ParsedPart;
  private readonly following: FollowedTemplate;
  /** The partials that led here: one that calls itself is followed once. */
  private readonly trail: readonly string[];

  constructor(part: ParsedPart, following: FollowedTemplate, trail: readonly string[]) {
    this.part = part;
    this.following = following;
    this.trail = trail;
  }

  follow(program: hbs.AST.Program | undefined, scope: TemplateScope): void {
    for (const statement of program?.body ?? []) {
      if (isA(statement, 'MustacheStatement')) this.print(statement, scope);
      else if (isA(statement, 'BlockStatement')) this.enterBlock(statement, scope);
      else if (isA(statement, 'PartialStatement')) this.include(statement, scope);
    }
  }

  private print(statement: hbs.AST.MustacheStatement, scope: TemplateScope): void {
    const helper = helperOf(statement.path);
    if (helper !== undefined) this.call('inline', helper, statement, scope);
    else this.printFact(statement, scope);
  }

  private printFact(statement: hbs.AST.MustacheStatement, scope: TemplateScope): void {
    if (statement.params.length > 0 || BLOCKS.has(nameOfPath(statement.path))) return;
    const type = this.typeOf(statement.path, scope);
    if (type.kind !== 'list' && type.kind !== 'record') return;
    const name = nameOfPath(statement.path);
    const hint =
      type.kind === 'list'
        ? `逐条输出：{{#each ${name}}}…{{/each}}。`
        : `写出其中的一项，例如 {{${name}.${firstName(type)}}}。`;
    this.report('template-path', statement.path, `“${name}”是${typeName(type)}，不能直接输出`, hint);
  }

  private enterBlock(block: hbs.AST.BlockStatement, scope: TemplateScope): void {
    const name = nameOfPath(block.path);
    const helper = helperOf(block.path);
    if (helper !== undefined) this.call('block', helper, block, scope);
    const inner = BLOCKS.has(name) ? this.builtIn(name, block, scope) : scope;
    this.follow(block.program, inner);
    this.follow(block.inverse, scope);
  }

  /** each, with, if and unless: gives the scope of their block. */
  private builtIn(name: string, block: hbs.AST.BlockStatement, scope: TemplateScope): TemplateScope {
    const [param, second] = block.params;
    if (param === undefined || second !== undefined) {
      this.report(
        'template-helper',
        block,
        `${name} 要 1 个参数，这里有 ${block.params.length} 个`,
        `写法：{{#${name} …}}…{{/${name}}}`,
      );
      return this.inside(UNKNOWN_TYPE, block, scope);
    }
    const type = this.typeOf(param, scope);
    if (name === 'if' || name === 'unless') {
      this.checkCondition(name, type, param);
      return scope;
    }
    const wanted = name === 'each' ? 'list' : 'record';
    if (type.kind === wanted) return this.inside(type.kind === 'list' ? type.item : type, block, scope);
    if (type.kind !== 'unknown')
      this.report(
        'template-path',
        param,
        `“${nameOfPath(param)}”是${typeName(type)}，不能用 {{#${name}}}`,
        WANTED_TYPES[wanted],
      );
    return this.inside(UNKNOWN_TYPE, block, scope);
  }

  private inside(context: FactType, block: hbs.AST.BlockStatement, scope: TemplateScope): TemplateScope {
    const isEach = nameOfPath(block.path) === 'each';
    const [item, index] = block.program?.blockParams ?? [];
    const names = new Map(scope.names);
    if (item !== undefined) names.set(item, context);
    if (index !== undefined) names.set(index, { kind: 'literal', value: 0 });
    return { ...enter(scope, context), names, isInEach: scope.isInEach || isEach };
  }

  /** Handlebars asks whether a value is there at all, and a fact always is, as an object. */
  private checkCondition(name: string, type: FactType, param: hbs.AST.Expression): void {
    if (
      type.kind === 'unknown' ||
      type.kind === 'condition' ||
      type.kind === 'list' ||
      type.kind === 'literal'
    )
      return;
    const instead = name === 'if' ? '{{#present …}}…{{/present}}' : '{{#present …}}{{else}}…{{/present}}';
    this.report(
      'template-helper',
      param,
      `${name} 不能用来问${typeName(type)}：没有写的也算有`,
      `改用 ${instead}。`,
    );
  }

  private include(statement: hbs.AST.PartialStatement, scope: TemplateScope): void {
    const name = nameOfPath(statement.name as hbs.AST.Expression);
    const partial = this.following.partials.get(name);
    const [param] = statement.params;
    const context = param === undefined ? (scope.contexts[0] ?? UNKNOWN_TYPE) : this.typeOf(param, scope);
    const hash = this.hashOf(statement.hash, scope);
    if (partial === undefined || this.trail.includes(name)) return;
    const inner = { ...enter(scope, withArguments(context, hash)), names: new Map() };
    const own = param === undefined && hash.size === 0 ? { ...scope, names: new Map() } : inner;
    new Follower(partial, this.following, [...this.trail, name]).follow(partial.program, own);
  }

  private call(form: Call['form'], helper: Helper, node: CallNode, scope: TemplateScope): void {
    const params = node.params.map((param): Given => ({ node: param, type: this.typeOf(param, scope) }));
    const call = {
      helper,
      form,
      node: form === 'block' ? node.path : node,
      params,
      hash: this.hashOf(node.hash, scope),
    };
    for (const problem of checkCall(call)) {
      this.report('template-helper', problem.node, problem.message, problem.hint);
    }
  }

  private hashOf(hash: hbs.AST.Hash | undefined, scope: TemplateScope): Map<string, Given> {
    return new Map(
      (hash?.pairs ?? []).map((pair) => [pair.key, { node: pair, type: this.typeOf(pair.value, scope) }]),
    );
  }

  private typeOf(expression: hbs.AST.Expression, scope: TemplateScope): FactType {
    if (isA(expression, 'SubExpression')) {
      const helper = helperOf(expression.path);
      if (helper === undefined) return UNKNOWN_TYPE;
      this.call('value', helper, expression, scope);
      return { kind: helper.takes.gives };
    }
    if (!isA(expression, 'PathExpression')) {
      return { kind: 'literal', value: (expression as { value?: unknown }).value };
    }
    const resolved = resolvePath(expression, scope);
    if (resolved.kind === 'lost') {
      this.report('template-path', expression, resolved.message, resolved.hint);
      return UNKNOWN_TYPE;
    }
    this.noteUse(resolved);
    return resolved;
  }

  private noteUse(type: FactType): void {
    if (type.kind === 'scalar' || type.kind === 'tally') this.following.use(type.path);
    else if (type.kind === 'list') this.noteUse(type.item);
    else if (type.kind === 'record') {
      for (const member of type.members.values()) if ('path' in member) this.following.use(member.path);
    }
  }

  private report(rule: string, node: hbs.AST.Node, message: string, hint: string): void {
    this.following.report({ rule, at: nodeStretch(this.part.text, node), message, hint });
  }
}

type CallNode = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

const UNKNOWN_TYPE: FactType = { kind: 'unknown' };
const BLOCKS: ReadonlySet<string> = new Set(['each', 'with', 'if', 'unless']);
const WANTED_TYPES = {
  list: '{{#each}} 逐条取清单，例如 {{#each work}}{{title}}{{/each}}。',
  record: '{{#with}} 进入一组事实，例如 {{#with members}}{{total}}{{/with}}；逐条取清单用 {{#each}}。',
} as const;
function withArguments(context: FactType, hash: ReadonlyMap<string, Given>): FactType {
  if (hash.size === 0) return context;
  const members = new Map(context.kind === 'record' ? context.members : []);
  for (const [name, { type }] of hash) members.set(name, type);
  return { kind: 'record', members };
}

function helperOf(path: hbs.AST.Node): Helper | undefined {
  const name = nameOfPath(path);
  return HELPERS.find((helper) => helper.name === name);
}

function nameOfPath(path: hbs.AST.Node): string {
  return String((path as { original?: unknown }).original ?? '');
}

function firstName({ members }: RecordType): string {
  return [...members.keys()][0] ?? '';
}

interface NodeTypes {
  MustacheStatement: hbs.AST.MustacheStatement;
  BlockStatement: hbs.AST.BlockStatement;
  PartialStatement: hbs.AST.PartialStatement;
  PathExpression: hbs.AST.PathExpression;
  SubExpression: hbs.AST.SubExpression;
}

function isA<K extends keyof NodeTypes>(node: hbs.AST.Node, type: K): node is NodeTypes[K] {
  return node.type === type;
}
