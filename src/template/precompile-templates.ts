import { fail } from '../diagnostics/outcome.ts';
import { compileTemplate } from './compile-template.ts';
import { listTemplates } from './load-template.ts';
import { readSourcesOf } from './read-sources.ts';
import type { TemplateKind } from './template-sources.ts';

/** The text of the JavaScript module that the build puts in the place of `built-in-code.ts`: a folder's templates, compiled. */
export async function precompileTemplates(folder: string): Promise<string> {
  const partials = new Map<string, string>();
  const [report, table] = [
    await compileAll(folder, 'report', partials),
    await compileAll(folder, 'table', partials),
  ];
  const listed = [...partials].map(([name, code]) => `${JSON.stringify(name)}: () => (${code})`);
  return `export const BUILT_IN_CODE = {\npartials: {\n${listed.join(',\n')}\n},\ntemplates: {\nreport: ${report},\ntable: ${table}\n}\n};\n`;
}

/** The templates of one kind as an object by their ids; what they share is added to the partials. */
async function compileAll(
  folder: string,
  kind: TemplateKind,
  partials: Map<string, string>,
): Promise<string> {
  const { value: infos = [] } = await listTemplates([folder], kind);
  const templates: string[] = [];
  for (const { folder: home, file, body, ...info } of infos) {
    const sources = await readSourcesOf({ ...info, folder: home, file, body }, [folder]);
    const { value, diagnostics } =
      sources.value === undefined ? fail(sources.diagnostics) : compileTemplate(sources.value);
    if (value === undefined) throw new Error(diagnostics.map((problem) => problem.message).join('\n'));
    const { title: titleCode, ...shared } = value.partials;
    for (const [name, code] of Object.entries(shared)) partials.set(name, code);
    const names = JSON.stringify(Object.keys(shared));
    const own = titleCode === undefined ? '{}' : `{ title: ${titleCode} }`;
    templates.push(
      `${JSON.stringify(info.id)}: () => ({ info: ${JSON.stringify(info)}, report: ${value.report}, own: ${own}, shared: ${names} })`,
    );
  }
  return `{\n${templates.join(',\n')}\n}`;
}
