import { existsSync } from 'node:fs';
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
  /** By name; a folder that comes first overrides those after it. */
  readonly partials: ReadonlyMap<string, TemplateText>;
}

/** What a template is for: a whole report, or a table attached to one. */
export type TemplateKind = 'report' | 'table';

/** Where templates of a kind lie in a folder of templates, and what their files are called. */
export const TEMPLATE_FILES = {
  report: { subfolder: '', info: 'template.yaml', body: 'report.hbs' },
  table: { subfolder: 'tables', info: 'table.yaml', body: 'table.hbs' },
} as const satisfies Record<TemplateKind, object>;

/** The folder of a template, in the first of the folders that holds it; ids hold no path. */
export function findTemplateFolder(
  id: string,
  folders: readonly string[],
  kind: TemplateKind = 'report',
): string | undefined {
  if (!isTemplateId(id)) return undefined;
  const { subfolder, info } = TEMPLATE_FILES[kind];
  return folders
    .map((folder) => join(folder, subfolder, id))
    .find((folder) => existsSync(join(folder, info)));
}

/** Whether a name can be a template's: it holds no path. */
export function isTemplateId(id: string): boolean {
  return TEMPLATE_ID.test(id);
}

const TEMPLATE_ID = /^[\p{L}\p{N}_-]+$/u;
