import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { compareDiagnostics, type Diagnostic, distinctDiagnostics } from '../../diagnostics/diagnostic.ts';
import { describeSummary, summarize } from '../../diagnostics/summary.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { readMarkup } from '../../document/read-markup.ts';
import { listTemplates } from '../../template/load-template.ts';
import { BUILT_IN_TEMPLATES } from '../../template/precompiled.ts';
import { TEMPLATE_FILES, type TemplateKind } from '../../template/template-sources.ts';
import { checkTemplate } from '../../template-check/check-template.ts';
import { checkStationery } from '../../use/build-in-stationery.ts';
import { type FindingsOptions, isForPeople } from '../terminal/findings-options.ts';
import { applyStrictness, judgeFindings, showFindings } from '../terminal/show-findings.ts';
import { sourceTexts } from '../terminal/source-texts.ts';
import { printNotice } from '../terminal/streams.ts';
import { foldersHere } from './list-templates.ts';

/** Checks every template of a folder (or the one that the folder is), or all that can be used here. */
export async function checkTemplates(given: string | undefined, options: FindingsOptions): Promise<number> {
  const { folders, id } = given === undefined ? { folders: await foldersHere() } : scopeOf(given);
  const within = given === undefined ? folders : folders.slice(0, 1);
  const checks = await Promise.all(
    TEMPLATE_KINDS.map((kind) => checkTemplatesOf(kind, { within, folders, id })),
  );
  const count = checks.reduce((sum, check) => sum + check.count, 0);
  if (count === 0) throw noTemplates(given ?? '.');
  const found = distinctDiagnostics(checks.flatMap((check) => check.diagnostics));
  const diagnostics = applyStrictness(found.sort(compareDiagnostics), options);
  await showFindings({ diagnostics, files: count, ...sourceTexts([]) }, { ...options, isResult: true });
  if (isForPeople(options) && !options.quiet) {
    printNotice(`${describeSummary(summarize(diagnostics, count))}\n`);
  }
  return judgeFindings(diagnostics, options);
}

const TEMPLATE_KINDS = ['report', 'table'] as const;

interface CheckedFolders {
  /** The folders whose templates are checked. */
  readonly within: readonly string[];
  /** Those, and the ones after them where partials are looked for. */
  readonly folders: readonly string[];
  /** The only template meant. */
  readonly id?: string | undefined;
}

/** A folder that is a template itself stands for that one alone. */
function scopeOf(given: string): Pick<CheckedFolders, 'folders' | 'id'> {
  const isOne = Object.values(TEMPLATE_FILES).some(({ info }) => existsSync(join(given, info)));
  const root = isOne ? dirname(given) : given;
  const folder = isOne && basename(resolve(root)) === TEMPLATE_FILES.table.subfolder ? dirname(root) : root;
  const folders =
    resolve(folder) === BUILT_IN_TEMPLATES ? [BUILT_IN_TEMPLATES] : [folder, BUILT_IN_TEMPLATES];
  return isOne ? { folders, id: basename(resolve(given)) } : { folders };
}

async function checkTemplatesOf(kind: TemplateKind, { within, folders, id }: CheckedFolders) {
  const { value: infos = [], diagnostics: unread } = await listTemplates(within, kind);
  const meant = infos.filter((info) => id === undefined || info.id === id);
  const problems = id === undefined ? unread : unread.filter(({ file }) => basename(dirname(file)) === id);
  const diagnostics: Diagnostic[] = [...problems];
  for (const { id, stationery, layout } of meant) {
    diagnostics.push(...(await checkTemplate({ id, kind, folders }, problemsIn)));
    if (stationery !== undefined) diagnostics.push(...checkStationery(stationery, layout));
  }
  return { count: meant.length + problems.length, diagnostics };
}

function problemsIn(markup: string) {
  return readMarkup(markup, { isDraft: true }).problems;
}

function noTemplates(folder: string): UserError {
  return new UserError(
    existsSync(folder) ? `${folder} 中没有模板。` : `没有 ${folder} 这个文件夹。`,
    '每个模板是一个文件夹，里面有 template.yaml 和 report.hbs；附表在 tables/ 里，是 table.yaml 和 table.hbs。',
  );
}
