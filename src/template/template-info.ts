import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import type { TemplateInfo } from './template.ts';
import { templateProblem } from './template-problem.ts';
import type { TemplateText } from './template-sources.ts';

/** Reads a template's template.yaml. */
export async function readTemplateInfo(folder: string): Promise<Outcome<TemplateInfo>> {
  const file = join(folder, 'template.yaml');
  const text = await readFile(file, 'utf8');
  try {
    return checkInfo(load(text), folder, file);
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

function checkInfo(value: unknown, folder: string, file: string): Outcome<TemplateInfo> {
  const record = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const lacking = ['name', 'title'].filter((key) => textOf(record[key]) === '');
  if (lacking.length > 0) {
    const message = `模板说明缺少 ${lacking.join('、')}`;
    return fail([
      templateProblem(
        file,
        [1, 1],
        message,
        '在 template.yaml 里补上：name 是模板的中文名称，title 是标题的写法。',
      ),
    ]);
  }
  const recipient = textOf(record.recipient);
  return succeed({
    id: basename(folder),
    name: textOf(record.name),
    about: textOf(record.about),
    audience: textOf(record.audience),
    title: textOf(record.title),
    ...(recipient === '' ? {} : { recipient }),
    needs: Array.isArray(record.needs) ? record.needs.map(String) : [],
    folder,
    file,
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
