import { nearestWord } from '../facts/suggest.ts';
import type { FactType, RecordType } from './fact-type.ts';

/** What names mean at one place of a template. */
export interface TemplateScope {
  /** The contexts that `../` climbs, the innermost first; never empty. */
  readonly contexts: readonly FactType[];
  readonly root: RecordType;
  /** Block parameters: `as |problem|`. */
  readonly names: ReadonlyMap<string, FactType>;
  readonly isInEach: boolean;
}

/** What a path leads to, or why it leads nowhere; `name` is the segment that nobody knows. */
export type Resolved = FactType | { readonly kind: 'lost'; readonly message: string; readonly hint: string };

export function enter(scope: TemplateScope, context: FactType): TemplateScope {
  return { ...scope, contexts: [context, ...scope.contexts] };
}

/** Follows a path through the types, as Handlebars follows it through the facts. */
export function resolvePath(path: hbs.AST.PathExpression, scope: TemplateScope): Resolved {
  const [first, ...rest] = path.parts;
  if (path.data) return resolveData(first ?? '', rest, scope);
  const named =
    path.depth === 0 && !/^(?:this\b|\.)/.test(path.original) ? scope.names.get(first ?? '') : undefined;
  if (named !== undefined) return walkPath(named, rest, [first ?? '']);
  const context = scope.contexts[path.depth];
  if (context === undefined) {
    return lost(
      `“${path.original}”的 ../ 超出了最外层`,
      '每进入一层 {{#each}} 或 {{#with}}，../ 可以退回一层。',
    );
  }
  const resolved = walkPath(context, path.parts, []);
  if (resolved.kind !== 'lost' || path.depth > 0) return resolved;
  const level = scope.contexts.findIndex((each) => walkPath(each, path.parts, []).kind !== 'lost');
  if (level === -1) return resolved;
  return {
    ...resolved,
    hint: `这里在清单的一项里面；外层有这一项，写成 {{${'../'.repeat(level)}${path.original}}}。`,
  };
}

const DATA = ['index', 'first', 'last', 'key'];

function resolveData(name: string, rest: readonly string[], scope: TemplateScope): Resolved {
  if (name === 'root') return walkPath(scope.root, rest, []);
  if (!DATA.includes(name)) {
    return lost(`没有“@${name}”这个名称`, `可用的有 @root${DATA.map((each) => `、@${each}`).join('')}。`);
  }
  if (!scope.isInEach)
    return lost(`@${name} 只能写在 {{#each}} 里面`, '移到 {{#each 清单}} 和 {{/each}} 之间。');
  return { kind: 'literal', value: name === 'index' ? 0 : true };
}

function walkPath(from: FactType, parts: readonly string[], walked: readonly string[]): Resolved {
  const [name, ...rest] = parts;
  if (name === undefined) return from;
  switch (from.kind) {
    case 'unknown':
      return from;
    case 'record': {
      const member = from.members.get(name);
      return member === undefined ? noMember(name, from, walked) : walkPath(member, rest, [...walked, name]);
    }
    case 'tally':
      return tallyPartType(from.path, parts);
    case 'list':
      return ofList(from, parts, walked);
    default:
      return lost(
        `“${walked.join('.')}”下面没有“${name}”`,
        '这是一项文字或数字，不能再往下取；检查点号前后的名称。',
      );
  }
}

/** A tally's parts have free names; the rest of the path is one. `parts` are all of them. */
function tallyPartType(path: string, parts: readonly string[]): FactType {
  const count: FactType = { kind: 'scalar', holds: 'figure', path };
  if (parts.length > 1 || parts[0] !== 'parts') return count;
  const name: FactType = { kind: 'literal', value: '' };
  return {
    kind: 'list',
    item: {
      kind: 'record',
      members: new Map<string, FactType>(Object.entries({ name, count })),
    },
  };
}

function ofList(
  { item }: FactType & { kind: 'list' },
  [name = '', ...rest]: readonly string[],
  walked: readonly string[],
): Resolved {
  if (/^\d+$/.test(name)) return walkPath(item, rest, [...walked, name]);
  if (name === 'length' && rest.length === 0) return { kind: 'literal', value: 0 } as const;
  const list = walked.join('.');
  return lost(`“${list}”是清单，不能直接取“${name}”`, `逐条取：{{#each ${list}}}{{${name}}}{{/each}}。`);
}

function noMember(name: string, { members }: RecordType, walked: readonly string[]) {
  const owner = walked.length === 0 ? '' : `“${walked.join('.')}”下面`;
  const meant = nearestWord(name, members.keys());
  const full = meant === undefined ? elsewhere(name, members) : [...walked, meant].join('.');
  const hint = full === undefined ? '全部事实的名称见模板编写说明。' : `您要写的是不是 ${full}？`;
  return lost(`${owner}没有“${name}”这个事实`, hint);
}

/** The path of a fact of this name further down. */
function elsewhere(name: string, members: ReadonlyMap<string, FactType>): string | undefined {
  for (const [outer, type] of members) {
    if (type.kind === 'record' && type.members.has(name)) return `${outer}.${name}`;
  }
  return undefined;
}

function lost(message: string, hint: string) {
  return { kind: 'lost', message, hint } as const;
}
