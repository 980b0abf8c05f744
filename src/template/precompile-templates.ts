import { compileTemplate } from './compile-template.ts';
import { listTemplates } from './load-template.ts';
import { readTitle } from './template-info.ts';
import { readSources } from './template-sources.ts';

/** The text of the JavaScript module that holds a folder's templates compiled; `precompiled.ts` reads it. */
export async function precompileTemplates(folder: string): Promise<string> {
  const { value: infos = [] } = await listTemplates([folder]);
  const partials = new Map<string, string>();
  const templates: string[] = [];
  for (const { folder: home, file, ...info } of infos) {
    const title = await readTitle({ ...info, folder: home, file });
    const { value, diagnostics } = compileTemplate(await readSources(home, title, [folder]));
    if (value === undefined) throw new Error(diagnostics.map((problem) => problem.message).join('\n'));
    const { title: titleCode, ...shared } = value.partials;
    for (const [name, code] of Object.entries(shared)) partials.set(name, code);
    templates.push(
      `${JSON.stringify(info.id)}: { info: ${JSON.stringify(info)}, report: ${value.report}, title: ${titleCode} }`,
    );
  }
  const listed = [...partials].map(([name, code]) => `${JSON.stringify(name)}: ${code}`);
  return `export const partials = {\n${listed.join(',\n')}\n};\nexport const templates = {\n${templates.join(',\n')}\n};\n`;
}
