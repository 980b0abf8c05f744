import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';
import { templateOf } from './build-template.ts';
import type { Template, TemplateInfo } from './template.ts';
import type { Specification } from './template-runtime.ts';
import { TEMPLATE_FILES, type TemplateKind } from './template-sources.ts';

/** The module that the build writes beside the program: the built-in templates, compiled. */
interface PrecompiledModule {
  readonly partials: Readonly<Record<string, Specification>>;
  readonly templates: Readonly<Record<TemplateKind, Readonly<Record<string, PrecompiledTemplate>>>>;
}

interface PrecompiledTemplate {
  readonly info: Omit<TemplateInfo, 'folder' | 'file' | 'body'>;
  readonly report: Specification;
  readonly title: Specification;
}

/** The built-in templates' folder. */
export const BUILT_IN_TEMPLATES = join(PACKAGE_ROOT, 'templates');

/** What the build compiled of a built-in template; undefined where nothing is, or a nearer folder overrides any of it. */
export async function findPrecompiled(
  id: string,
  folders: readonly string[],
  kind: TemplateKind,
): Promise<Template | undefined> {
  const { subfolder, info, body } = TEMPLATE_FILES[kind];
  const nearer = folders.slice(0, -1);
  if (folders.at(-1) !== BUILT_IN_TEMPLATES || !existsSync(MODULE)) return undefined;
  if (
    nearer.some((folder) => [join(subfolder, id), 'partials'].some((name) => existsSync(join(folder, name))))
  )
    return undefined;
  const { partials, templates }: PrecompiledModule = await import(MODULE.href);
  const found = Object.hasOwn(templates[kind], id) ? templates[kind][id] : undefined;
  if (found === undefined) return undefined;
  const folder = join(BUILT_IN_TEMPLATES, subfolder, id);
  return templateOf({
    info: { ...found.info, folder, file: join(folder, info), body: join(folder, body) },
    folders,
    report: found.report,
    partials: { ...partials, title: found.title },
    isBilingual: false,
  });
}

const MODULE = new URL('./precompiled-templates.js', import.meta.url);
