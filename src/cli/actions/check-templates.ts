import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { describeSummary, summarize } from '../../diagnostics/summary.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { listTemplates, loadTemplate } from '../../template/load-template.ts';
import { BUILT_IN_TEMPLATES } from '../../template/precompiled.ts';
import type { FindingsOptions } from '../findings-options.ts';
import { readSource } from '../read-source.ts';
import { applyStrictness, judgeFindings, showFindings } from '../show-findings.ts';
import { sourceTexts } from '../source-texts.ts';
import { printResult } from '../streams.ts';

/** Checks every template of a folder, or the built-in ones. */
export async function checkTemplates(folder = BUILT_IN_TEMPLATES, options: FindingsOptions): Promise<number> {
  const folders = [...new Set([folder, BUILT_IN_TEMPLATES])];
  const { value: infos = [], diagnostics: unread } = await listTemplates([folder]);
  if (infos.length === 0 && unread.length === 0) {
    throw new UserError(
      `${folder} 中没有模板。`,
      '每个模板是一个文件夹，里面有 template.yaml 和 report.hbs。',
    );
  }
  const outcomes = await Promise.all(infos.map(({ id }) => loadTemplate(id, folders)));
  const found: Diagnostic[] = [...unread, ...outcomes.flatMap((outcome) => outcome?.diagnostics ?? [])];
  const diagnostics = applyStrictness(found, options);
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  const sources = await Promise.all(files.map((file) => readSource(file)));
  await showFindings({ diagnostics, files: infos.length, ...sourceTexts(sources) }, options);
  if (options.format === 'text') printResult(`${describeSummary(summarize(diagnostics, infos.length))}\n`);
  return judgeFindings(diagnostics, options);
}
