import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of the template language. */
export interface TemplateText {
  readonly file: string;
  readonly text: string;
}

/** What a template is compiled from. */
export interface TemplateSources {
  readonly report: TemplateText;
  /** The title's pattern, as a text of template.yaml's. */
  readonly title: TemplateText;
  /** By name; a folder that comes first overrides those behind it. */
  readonly partials: ReadonlyMap<string, TemplateText>;
}

/** The folder of a template, in the first of the folders that holds it; ids hold no path. */
export function findTemplateFolder(id: string, folders: readonly string[]): string | undefined {
  if (!TEMPLATE_ID.test(id)) return undefined;
  return folders
    .map((folder) => join(folder, id))
    .find((folder) => existsSync(join(folder, 'template.yaml')));
}

const TEMPLATE_ID = /^[\p{L}\p{N}_-]+$/u;

/** Reads a template's report.hbs and every partial within its reach. */
export async function readSources(
  folder: string,
  title: TemplateText,
  folders: readonly string[],
): Promise<TemplateSources> {
  const file = join(folder, 'report.hbs');
  const [text, ...layers] = await Promise.all([
    readFile(file, 'utf8'),
    ...folders.toReversed().map((root) => readPartials(join(root, 'partials'))),
  ]);
  return { report: { file, text }, title, partials: new Map(layers.flat()) };
}

async function readPartials(folder: string): Promise<[string, TemplateText][]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.hbs')).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, TemplateText]> => {
      const file = join(folder, name);
      return [name.slice(0, -'.hbs'.length), { file, text: await readFile(file, 'utf8') }];
    }),
  );
}
