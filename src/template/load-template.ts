import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { buildTemplate } from './build-template.ts';
import { findPrecompiled } from './precompiled.ts';
import type { Template, TemplateInfo } from './template.ts';
import { findTemplateFolder, TEMPLATE_FILES, type TemplateKind } from './template-sources.ts';

/**
 * The template of an id, from the first of the folders that holds it; undefined where none does. Loaded once for a list of
 * folders, unless it has mistakes.
 */
export async function loadTemplate(
  id: string,
  folders: readonly string[],
  kind: TemplateKind = 'report',
): Promise<Outcome<Template> | undefined> {
  const key = [kind, id, ...folders].join('\n');
  const loading = loaded.get(key) ?? loadFresh(id, folders, kind);
  loaded.set(key, loading);
  let isUsable = false;
  try {
    const outcome = await loading;
    isUsable = outcome?.value !== undefined;
    return outcome;
  } finally {
    if (!isUsable) loaded.delete(key);
  }
}

/** Forgets what was loaded, for a template that is being edited. */
export function forgetTemplates(): void {
  loaded.clear();
}

/** Every template in the folders, by id; one that an earlier folder overrides is listed once. */
export async function listTemplates(
  folders: readonly string[],
  kind: TemplateKind = 'report',
): Promise<Outcome<readonly TemplateInfo[]>> {
  const { subfolder } = TEMPLATE_FILES[kind];
  const ids = new Set((await Promise.all(folders.map((folder) => namesIn(join(folder, subfolder))))).flat());
  const found = [...ids].sort().flatMap((id) => findTemplateFolder(id, folders, kind) ?? []);
  // Its parser is not needed for a template that the build compiled.
  const { readTemplateInfo } = await import('./template-info.ts');
  const outcomes = await Promise.all(found.map((folder) => readTemplateInfo(folder, kind)));
  return succeed(
    outcomes.flatMap(({ value }) => value ?? []),
    outcomes.flatMap(({ diagnostics }) => diagnostics),
  );
}

const loaded = new Map<string, Promise<Outcome<Template> | undefined>>();

async function loadFresh(
  id: string,
  folders: readonly string[],
  kind: TemplateKind,
): Promise<Outcome<Template> | undefined> {
  const precompiled = await findPrecompiled(id, folders, kind);
  if (precompiled !== undefined) return succeed(precompiled);
  const folder = findTemplateFolder(id, folders, kind);
  if (folder === undefined) return undefined;
  const { readTemplateInfo } = await import('./template-info.ts');
  const { value: info, diagnostics } = await readTemplateInfo(folder, kind);
  return info === undefined ? fail(diagnostics) : buildTemplate(info, folders);
}

async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder)).filter((name) => name !== 'partials') : [];
}
