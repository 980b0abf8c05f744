import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { explainSyntaxError } from '../facts/exact/syntax-errors.ts';
import { canonicalPath } from '../facts/fact-path.ts';
import { readShape, type ValueOfShape } from '../facts/read-shape.ts';
import type { Shape } from '../facts/shape.ts';
import { TEMPLATE_INFO } from './info-shape.ts';
import { variationsOf } from './layout-variations.ts';
import { readTemplateText } from './read-template-text.ts';
import type { TemplateInfo } from './template.ts';
import { templateProblem } from './template-problem.ts';
import { TEMPLATE_FILES, type TemplateKind, type TemplateText } from './template-sources.ts';

/** A template.yaml or table.yaml: what it says, and where. */
export interface InfoFile {
  readonly info: TemplateInfo;
  readonly source: TemplateText;
  /** The place of a key's value, by its names in either language and the places of items: `layout`, `needs.0`. */
  placeOf(...path: readonly (string | number)[]): Range;
}

/** Reads what a template says of itself. */
export async function readTemplateInfo(
  folder: string,
  kind: TemplateKind = 'report',
): Promise<Outcome<TemplateInfo>> {
  const { value, diagnostics } = await readInfoFile(folder, kind);
  return value === undefined ? fail(diagnostics) : succeed(value.info);
}

/** The same, with the places in the file. */
export async function readInfoFile(folder: string, kind: TemplateKind): Promise<Outcome<InfoFile>> {
  const { info, body } = TEMPLATE_FILES[kind];
  const file = join(folder, info);
  const { value: source, diagnostics } = readTemplateText(file);
  if (source === undefined) return fail(diagnostics);
  const parsed = parseInfo(source);
  if (parsed.value === undefined) return fail(parsed.problems);
  const files = { folder, file, body: join(folder, body) };
  if (!existsSync(files.body)) return fail([missingBody(file, body)]);
  const { stationery } = parsed.value;
  if (stationery !== undefined && !existsSync(join(folder, stationery)))
    return fail([missingStationery(folder, stationery, { file, range: parsed.placeOf('stationery') })]);
  return succeed({ info: infoOf(parsed.value, files), source, placeOf: parsed.placeOf });
}

function missingBody(file: string, body: string): Diagnostic {
  const problem = templateProblem(
    file,
    [1, 1],
    `模板缺少 ${body}`,
    `在 ${basename(file)} 旁边写一个 ${body}，它是模板的正文。`,
  );
  return { ...problem, rule: 'template-info' };
}

function missingStationery(
  folder: string,
  name: string,
  { file, range }: { readonly file: string; readonly range: Range },
): Diagnostic {
  const others = readdirSync(folder).filter((each) => /^(?!~).*\.docx$/i.test(each));
  const hint =
    others.length === 0
      ? `把 ${name} 放在 ${basename(file)} 旁边，或者改成那里的文件名。`
      : `${basename(file)} 旁边有 ${others.join('、')}；改成那里的文件名，或者把 ${name} 放进去。`;
  const problem = templateProblem(file, [1, 1], `底稿 ${name} 不在模板的文件夹里`, hint);
  return { ...problem, rule: 'template-info', ...range };
}

type Said = ValueOfShape<typeof TEMPLATE_INFO>;

function parseInfo({ file, text }: TemplateText) {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const problems: Diagnostic[] = [];
  const complain = ([start, end]: readonly [number, number], message: string, hint: string) => {
    const problem = templateProblem(file, [1, 1], message, hint);
    problems.push({ ...problem, rule: 'template-info', ...infoRange(lines, start, end) });
  };
  for (const error of document.errors) {
    const { message, hint } = explainSyntaxError(error);
    complain(error.pos, `模板说明不是合格的 YAML：${message}`, hint);
  }
  const value =
    problems.length > 0
      ? undefined
      : readShape(document.contents, TEMPLATE_INFO, (node, message, hint = KEYS_HINT) =>
          complain(nodeExtent(node), message, hint),
        );
  if (value !== undefined)
    checkConditions(value, (path, message, hint) =>
      complain(nodeExtent(findNode(document.contents, path)), message, hint),
    );
  if (value === undefined && problems.length === 0) complain([0, 0], '模板说明是空的。', KEYS_HINT);
  const placeOf = (...path: readonly (string | number)[]) =>
    infoRange(lines, ...nodeExtent(findNode(document.contents, path)));
  return { value: problems.length > 0 ? undefined : value, problems, placeOf };
}

/** What reports the template is for: its facts are known ones, its months a number. */
function checkConditions(
  { anyOf = [], longestMonths = '1' }: Said,
  complain: (path: readonly (string | number)[], message: string, hint: string) => void,
): void {
  for (const [index, path] of anyOf.entries()) {
    if (canonicalPath(path) !== undefined) continue;
    complain(['anyOf', index], `“至少一项”里的“${path}”不是事实的名称。`, '全部事实的名称见模板编写说明。');
  }
  if (!/^[1-9]\d{0,2}$/.test(longestMonths))
    complain(['longestMonths'], '“最多月数”要写成整数。', '例如 12。');
}

const KEYS_HINT = '各项怎么写，见模板编写说明；必须写的只有名称（name）和标题（title）。';

function infoRange(lines: LineCounter, start: number, end: number): Range {
  const [from, to] = [lines.linePos(start), lines.linePos(Math.max(start, end))];
  return { start: { line: from.line, column: from.col }, end: { line: to.line, column: to.col } };
}

function nodeExtent(node: Node | null | undefined): [number, number] {
  const [start = 0, end = 0] = node?.range ?? [];
  return [start, end];
}

/** The node at a path of keys; a key is found by either of its names. The nearest one above, where there is none. */
function findNode(node: unknown, path: readonly (string | number)[]): Node | null {
  const [name, ...rest] = path;
  const here = node as Node | null;
  if (name === undefined) return here;
  const inner = isSeq(node) && typeof name === 'number' ? node.items[name] : infoPair(node, String(name));
  return inner === undefined || inner === null ? here : findNode(inner, rest);
}

function infoPair(node: unknown, name: string): unknown {
  if (!isMap(node)) return undefined;
  const names = [name, CHINESE_KEYS.get(name)];
  return node.items.find(({ key }) => isScalar(key) && names.includes(String(key.value)))?.value;
}

/** A name means the same at every level. */
const CHINESE_KEYS: ReadonlyMap<string, string> = new Map(namesIn(TEMPLATE_INFO));

function namesIn(shape: Shape): (readonly [name: string, zh: string])[] {
  if (shape.kind !== 'record') return [];
  return Object.entries(shape.fields).flatMap(([name, field]) => [
    [name, field.zh] as const,
    ...namesIn(field.shape),
  ]);
}

function infoOf(said: Said, files: Pick<TemplateInfo, 'folder' | 'file' | 'body'>): TemplateInfo {
  const { recipient, layout, headings = {}, aliases = [], needs = [], anyOf = [], longestMonths } = said;
  return {
    id: basename(files.folder),
    name: said.name,
    aliases,
    about: said.about ?? '',
    audience: said.audience ?? '',
    title: said.title,
    ...(recipient !== undefined && { recipient }),
    needs: needs.map((path) => canonicalPath(path) ?? path),
    anyOf: anyOf.map((path) => canonicalPath(path) ?? path),
    ...(longestMonths !== undefined && { longestMonths: Number(longestMonths) }),
    headings,
    ...(layout !== undefined && { layout: variationsOf(layout) }),
    ...(said.stationery !== undefined && { stationery: join(files.folder, said.stationery) }),
    ...files,
  };
}
