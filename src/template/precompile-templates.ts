import { compileTemplate } from './compile-template.ts';
import { listTemplates } from './load-template.ts';
import { readTitle } from './read-title.ts';
import { readSources, type TemplateKind } from './template-sources.ts';

/** The text of the JavaScript module that holds a folder's templates compiled; `precompiled.ts` reads it. */
export async function precompileTemplates(folder: string): Promise<string> {
  const partials = new Map<string, string>();
  const [report, table] = [
    await compileAll(folder, 'report', partials),
    await compileAll(folder, 'table', partials),
  ];
  const listed = [...partials].map(([name, code]) => `${JSON.stringify(name)}: ${code}`);
  return `export const partials = {\n${listed.join(',\n')}\n};\nexport const templates = {\nreport: ${report},\ntable: ${table}\n};\n`;
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
    const title = await readTitle({ ...info, folder: home, file, body });
    const { value, diagnostics } = compileTemplate(await readSources(body, title, [folder]));
    if (value === undefined) throw new Error(diagnostics.map((problem) => problem.message).join('\n'));
    const { title: titleCode, ...shared } = value.partials;
    for (const [name, code] of Object.entries(shared)) partials.set(name, code);
    templates.push(
      `${JSON.stringify(info.id)}: { info: ${JSON.stringify(info)}, report: ${value.report}, title: ${titleCode} }`,
    );
  }
  return `{\n${templates.join(',\n')}\n}`;
}
