import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { readTemplateText } from './read-template-text.ts';
import { readTitle } from './read-title.ts';
import type { TemplateInfo } from './template.ts';
import type { TemplateSources } from './template-sources.ts';

/** Reads everything that a template is compiled from: its own file, its title, and every partial within its reach. */
export async function readSourcesOf(
  info: TemplateInfo,
  folders: readonly string[],
): Promise<Outcome<TemplateSources>> {
  const layers = await Promise.all(folders.toReversed().map((root) => partialsIn(join(root, 'partials'))));
  const files = new Map(layers.flat());
  const [report, title] = [readTemplateText(info.body), readTitle(info)];
  const read = [...files].map(([name, partial]) => [name, readTemplateText(partial)] as const);
  const diagnostics = [report, title, ...read.map(([, outcome]) => outcome)].flatMap(
    (each) => each.diagnostics,
  );
  if (report.value === undefined || title.value === undefined || diagnostics.length > 0)
    return fail(diagnostics);
  const partials = new Map(read.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])));
  return succeed({ report: report.value, title: title.value, partials });
}

/** The partials of a folder by name; what other programs leave there hidden is none. */
async function partialsIn(folder: string): Promise<[name: string, file: string][]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.hbs') && !name.startsWith('.'))
    .sort();
  return names.map((name) => [name.slice(0, -'.hbs'.length), join(folder, name)]);
}
