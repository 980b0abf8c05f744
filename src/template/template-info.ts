import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { canonicalPath } from '../facts/fact-path.ts';
import { readSettingsFile } from '../facts/read-settings-file.ts';
import type { ValueOfShape } from '../facts/read-shape.ts';
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
  const read = readSettingsFile(text, TEMPLATE_INFO);
  const placeOf = (...path: readonly (string | number)[]) => read.placeOf(path).range;
  const problems: Diagnostic[] = [];
  const complain = (range: Range, message: string, hint: string) => {
    problems.push({ ...templateProblem(file, [1, 1], message, hint), rule: 'template-info', ...range });
  };
  for (const { range, message, hint = KEYS_HINT, isSyntax } of read.problems)
    complain(range, isSyntax ? `模板说明不是合格的 YAML：${message}` : message, hint);
  const { value } = read;
  if (value !== undefined)
    checkConditions(value, (path, message, hint) => complain(placeOf(...path), message, hint));
  else if (problems.length === 0) complain(START_OF_FILE, '模板说明是空的。', KEYS_HINT);
  return { value: problems.length > 0 ? undefined : value, problems, placeOf };
}

const START_OF_FILE: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

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
