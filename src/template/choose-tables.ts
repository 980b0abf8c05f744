import { type Diagnostic, type PlaceInFile, writtenPlace } from '../diagnostics/diagnostic.ts';
import { type Finding, locate } from '../diagnostics/finding.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { Reading } from '../facts/read-facts.ts';
import { nearestWord } from '../facts/suggest.ts';
import { listTemplates, loadTemplate } from './load-template.ts';
import { BUILT_IN_TEMPLATES } from './precompiled.ts';
import type { Template, TemplateInfo } from './template.ts';

/** Who may name the tables to attach, the strongest first; the facts are between the two. */
export interface TableChoice {
  /** A flag's. */
  readonly attach?: readonly string[] | undefined;
  /** The configuration's. */
  readonly fallback?: readonly string[] | undefined;
  readonly templateFolders: readonly string[];
  /** Where the configuration names it. */
  readonly fallbackPlace?: PlaceInFile | undefined;
}

/**
 * The templates of the tables that a report attaches, each once, in the order in which they are named. An unknown name is a UserError, but
 * in the facts an error at its place.
 */
export async function chooseTables(reading: Reading, choice: TableChoice): Promise<Outcome<Template[]>> {
  const { attach, fallback, templateFolders } = choice;
  const own = attach === undefined ? reading.facts.report?.attach : undefined;
  const named = own ?? attach ?? fallback ?? [];
  if (named.length === 0) return succeed([]);
  const folders = [...templateFolders, BUILT_IN_TEMPLATES];
  const { value: known = [], diagnostics } = await listTemplates(folders, 'table');
  if (diagnostics.length > 0) return fail(diagnostics);
  if (own === undefined) refuseTables(named, known, attach === undefined ? choice.fallbackPlace : undefined);
  const unknown = named.flatMap((name, index) => findUnknown(name, known, `report.attach.${index}`));
  if (unknown.length > 0) return fail(locate(unknown, await reading.places()));
  return loadAll(
    new Set(named.flatMap(namesIn).flatMap((name) => findTable(name, known)?.id ?? [])),
    folders,
  );
}

/** UserError where a flag, or a configuration at `place`, names a table that no folder within reach holds. */
export async function requireTables(
  attach: readonly string[],
  templateFolders: readonly string[],
  place?: PlaceInFile,
): Promise<void> {
  const { value = [] } = await listTemplates([...templateFolders, BUILT_IN_TEMPLATES], 'table');
  refuseTables(attach, value, place);
}

async function loadAll(ids: ReadonlySet<string>, folders: readonly string[]): Promise<Outcome<Template[]>> {
  const tables: Template[] = [];
  const problems: Diagnostic[] = [];
  for (const id of ids) {
    const loaded = await loadTemplate(id, folders, 'table');
    if (loaded?.value !== undefined) tables.push(loaded.value);
    problems.push(...(loaded?.diagnostics ?? []));
  }
  return problems.length > 0 ? fail(problems) : succeed(tables);
}

/** One entry may hold several names: 编制表、台账. */
function namesIn(entry: string): string[] {
  return entry
    .split(/[,，、；;\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function findTable(name: string, known: readonly TemplateInfo[]): TemplateInfo | undefined {
  return known.find((info) => [info.id, info.name, info.title, ...info.aliases].includes(name));
}

function refuseTables(
  attach: readonly string[],
  known: readonly TemplateInfo[],
  place: PlaceInFile | undefined,
): void {
  const unknown = attach.flatMap(namesIn).find((name) => findTable(name, known) === undefined);
  if (unknown === undefined) return;
  const { message, hint } = unknownTable(unknown, known);
  throw new UserError(`${writtenPlace(place)}${message}。`, hint);
}

function findUnknown(entry: string, known: readonly TemplateInfo[], path: string): Finding[] {
  return namesIn(entry)
    .filter((name) => findTable(name, known) === undefined)
    .map((name) => ({
      rule: 'schema',
      severity: 'error',
      ...unknownTable(name, known),
      at: { path },
    }));
}

function unknownTable(name: string, known: readonly TemplateInfo[]) {
  const meant = nearestWord(
    name,
    known.flatMap((info) => [...info.aliases, info.name, info.id]),
  );
  const question = meant === undefined ? '' : `您要写的是不是 ${meant}？`;
  const names = known.map((info) => info.aliases[0] ?? info.name).join('、');
  return { message: `没有附表“${name}”`, hint: `${question}可用的附表：${names}。` };
}
