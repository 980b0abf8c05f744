import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { buildTemplate } from './build-template.ts';
import { findPrecompiled } from './precompiled.ts';
import type { Template, TemplateInfo } from './template.ts';
import { readTemplateInfo } from './template-info.ts';
import { findTemplateFolder } from './template-sources.ts';

/**
 * The template of an id, from the first of the folders that holds it; undefined where none does. Loaded once for a list of
 * folders, unless it has mistakes.
 */
export async function loadTemplate(
  id: string,
  folders: readonly string[],
): Promise<Outcome<Template> | undefined> {
  const key = [id, ...folders].join('\n');
  const cached = loaded.get(key);
  if (cached !== undefined) return cached;
  const outcome = await loadFresh(id, folders);
  if (outcome?.value !== undefined) loaded.set(key, outcome);
  return outcome;
}

/** Forgets what was loaded, for a template that is being edited. */
export function forgetTemplates(): void {
  loaded.clear();
}

/** Every template in the folders, by id; one that an earlier folder overrides is listed once. */
export async function listTemplates(folders: readonly string[]): Promise<Outcome<readonly TemplateInfo[]>> {
  const ids = new Set((await Promise.all(folders.map(namesIn))).flat());
  const found = [...ids].sort().flatMap((id) => findTemplateFolder(id, folders) ?? []);
  const outcomes = await Promise.all(found.map(readTemplateInfo));
  return succeed(
    outcomes.flatMap(({ value }) => value ?? []),
    outcomes.flatMap(({ diagnostics }) => diagnostics),
  );
}

const loaded = new Map<string, Outcome<Template>>();

async function loadFresh(id: string, folders: readonly string[]): Promise<Outcome<Template> | undefined> {
  const precompiled = await findPrecompiled(id, folders);
  if (precompiled !== undefined) return succeed(precompiled);
  const folder = findTemplateFolder(id, folders);
  if (folder === undefined) return undefined;
  const { value: info, diagnostics } = await readTemplateInfo(folder);
  return info === undefined ? fail(diagnostics) : buildTemplate(info, folders);
}

async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder)).filter((name) => name !== 'partials') : [];
}
