import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import type { TemplateInfo } from './template.ts';
import { templateProblem } from './template-problem.ts';
import { TEMPLATE_FILES, type TemplateKind, type TemplateText } from './template-sources.ts';

/** Reads a template's template.yaml, or a table's table.yaml. */
export async function readTemplateInfo(
  folder: string,
  kind: TemplateKind = 'report',
): Promise<Outcome<TemplateInfo>> {
  const { info, body } = TEMPLATE_FILES[kind];
  const file = join(folder, info);
  const text = await readFile(file, 'utf8');
  try {
    return checkInfo(load(text), { folder, file, body: join(folder, body) });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    return fail([
      templateProblem(file, [line + 1, column + 1], `模板说明无法解析：${error.reason}`, YAML_HINT),
    ]);
  }
}

/** The title's pattern as a text of its own, at its own line of template.yaml. */
export async function readTitle(info: TemplateInfo): Promise<TemplateText> {
  const before = (await readFile(info.file, 'utf8')).split(/^title:/m)[0] ?? '';
  const lines = before.split('\n').length - 1;
  return { file: info.file, text: `${'\n'.repeat(lines)}${info.title}` };
}

const YAML_HINT = '检查这一行的缩进、引号和冒号；含有 {{ }} 的标题要放在引号里。';

type Files = Pick<TemplateInfo, 'folder' | 'file' | 'body'>;

function checkInfo(value: unknown, files: Files): Outcome<TemplateInfo> {
  const record = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const lacking = ['name', 'title'].filter((key) => textOf(record[key]) === '');
  if (lacking.length > 0) {
    const message = `模板说明缺少 ${lacking.join('、')}`;
    return fail([
      templateProblem(
        files.file,
        [1, 1],
        message,
        `在 ${basename(files.file)} 里补上：name 是中文名称，title 是标题的写法。`,
      ),
    ]);
  }
  const recipient = textOf(record.recipient);
  return succeed({
    id: basename(files.folder),
    name: textOf(record.name),
    aliases: textsOf(record.aliases),
    about: textOf(record.about),
    audience: textOf(record.audience),
    title: textOf(record.title),
    ...(recipient === '' ? {} : { recipient }),
    needs: textsOf(record.needs),
    ...files,
  });
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
