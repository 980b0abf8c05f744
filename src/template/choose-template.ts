import { type PlaceInFile, writtenPlace } from '../diagnostics/diagnostic.ts';
import { locate } from '../diagnostics/finding.ts';
import { fail, type Outcome } from '../diagnostics/outcome.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { Facts } from '../facts/facts.ts';
import type { Reading } from '../facts/read-facts.ts';
import { nearestWord } from '../facts/suggest.ts';
import { listTemplates, loadTemplate } from './load-template.ts';
import { BUILT_IN_TEMPLATES } from './precompiled.ts';
import type { Template } from './template.ts';
import { findTemplateFolder } from './template-sources.ts';

/** The template of facts that name none. */
export const DEFAULT_TEMPLATE = 'self-review';

/** Who may name a template, the strongest first. */
export interface TemplateChoice {
  /** A flag's. */
  readonly template?: string | undefined;
  /** The configuration's. */
  readonly fallback?: string | undefined;
  /** Folders of own templates; the built-in ones come after them. */
  readonly templateFolders: readonly string[];
  /** Where the configuration names it. */
  readonly fallbackPlace?: PlaceInFile | undefined;
}

/** Loads the template that a report asks for. An unknown one is a UserError, but in the facts an error at its place. */
export async function chooseTemplate(reading: Reading, choice: TemplateChoice): Promise<Outcome<Template>> {
  const folders = [...choice.templateFolders, BUILT_IN_TEMPLATES];
  const own = reading.facts.report?.template;
  const id = templateIdOf(reading.facts, choice);
  const loaded = await loadTemplate(id, folders);
  if (loaded !== undefined) return loaded;
  const { message, hint } = await unknownTemplate(id, folders);
  if (choice.template !== undefined) throw new UserError(message, hint);
  if (own === undefined) throw new UserError(`${writtenPlace(choice.fallbackPlace)}${message}`, hint);
  const finding = {
    rule: 'schema',
    severity: 'error',
    message,
    hint,
    at: { path: 'report.template' },
  } as const;
  return fail(locate([finding], await reading.places()));
}

/** UserError where no folder within reach holds a template that a flag, or a configuration at `place`, names. */
export async function requireTemplate(
  id: string,
  templateFolders: readonly string[],
  place?: PlaceInFile,
): Promise<void> {
  const folders = [...templateFolders, BUILT_IN_TEMPLATES];
  if (findTemplateFolder(id, folders) !== undefined) return;
  const { message, hint } = await unknownTemplate(id, folders);
  throw new UserError(`${writtenPlace(place)}${message}`, hint);
}

/** The id of the template that a report of these facts asks for, whether there is one or not. */
export function templateIdOf(
  facts: Facts,
  { template, fallback }: Omit<TemplateChoice, 'templateFolders' | 'fallbackPlace'>,
): string {
  return template ?? facts.report?.template ?? fallback ?? DEFAULT_TEMPLATE;
}

async function unknownTemplate(id: string, folders: readonly string[]) {
  const ids = ((await listTemplates(folders)).value ?? []).map((info) => info.id);
  const meant = nearestWord(id, ids);
  const question = meant === undefined ? '' : `您要写的是不是 ${meant}？`;
  return { message: `没有模板“${id}”。`, hint: `${question}可用的模板：${ids.join('、')}。` };
}
