import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';
import { makeTemplate } from './build-template.ts';
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
  if (!isShipped(id, folders, kind)) return undefined;
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
  return makeTemplate({
    info: { ...found.info, folder, file: join(folder, info), body: join(folder, body) },
    folders,
    report: found.report,
    partials: { ...found.own, ...Object.fromEntries(shared) },
    isBilingual: false,
  });
}

/** Whether a template is the program's own in every part: the built-in folder is the last, and no nearer one overrides any of it. */
export function isShipped(id: string, folders: readonly string[], kind: TemplateKind): boolean {
  const own = [join(TEMPLATE_FILES[kind].subfolder, id), 'partials'];
  const nearer = folders.slice(0, -1);
  return (
    folders.at(-1) === BUILT_IN_TEMPLATES &&
    !nearer.some((folder) => own.some((name) => existsSync(join(folder, name))))
  );
}
