import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';
import { templateOf } from './build-template.ts';
import type { Template } from './template.ts';
import { TEMPLATE_FILES, type TemplateKind } from './template-sources.ts';

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
  if (folders.at(-1) !== BUILT_IN_TEMPLATES) return undefined;
  if (
    nearer.some((folder) => [join(subfolder, id), 'partials'].some((name) => existsSync(join(folder, name))))
  )
    return undefined;
  const { BUILT_IN_CODE } = await import('./built-in-code.ts');
  if (BUILT_IN_CODE === undefined) return undefined;
  const { partials, templates } = BUILT_IN_CODE;
  const found = Object.hasOwn(templates[kind], id) ? templates[kind][id]?.() : undefined;
  if (found === undefined) return undefined;
  const shared = found.shared.flatMap((name) => {
    const partial = partials[name];
    return partial === undefined ? [] : [[name, partial()]];
  });
  const folder = join(BUILT_IN_TEMPLATES, subfolder, id);
  return templateOf({
    info: { ...found.info, folder, file: join(folder, info), body: join(folder, body) },
    folders,
    report: found.report,
    partials: { ...found.own, ...Object.fromEntries(shared) },
    isBilingual: false,
  });
}
