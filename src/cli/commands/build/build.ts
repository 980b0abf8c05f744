import { statSync } from 'node:fs';
import { outputFolder } from '../../../config/for-input.ts';
import { type Diagnostic, distinctDiagnostics } from '../../../diagnostics/diagnostic.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { formatNamed, REPORT_FORMATS, type ReportFormat } from '../../../disk/output-formats.ts';
import {
  findDuplicateOutputs,
  meansFolder,
  planOutputs,
  reportEnding,
  STANDARD_STREAM,
} from '../../../disk/plan-outputs.ts';
import { distinctPaths } from '../../distinct-paths.ts';
import { EXIT } from '../../terminal/exit-code.ts';
import { userErrorPrinter } from '../../terminal/explain-failure.ts';
import { isForPeople } from '../../terminal/findings-options.ts';
import { exceedsWarnings, judgeFindings, showFindings } from '../../terminal/show-findings.ts';
import { sourceTexts } from '../../terminal/source-texts.ts';
import { configurationsOf } from '../../terminal/surroundings.ts';
import type { BuildFlags, BuildOrder } from './build-order.ts';
import { type Compiled, compile } from './compile.ts';
import { deliverReport } from './deliver.ts';

/**
 * Builds the reports of some facts files: first all of them in memory, then the files, so that what stops the run stops it before
 * anything is written.
 */
export async function build(given: readonly string[], flags: BuildFlags): Promise<number> {
  const inputs = distinctPaths(given);
  refuseFolders(inputs);
  const to = reportFormat(flags, inputs.length);
  const configurationOf = await configurationsOf(inputs);
  const folderOf = (input: string) => outputFolder(configurationOf(input));
  const ending = reportEnding(to, flags.draft ?? false);
  const plan = planOutputs(inputs, { target: flags.output, folderOf, ending });
  const duplicates = findDuplicateOutputs(plan);
  if (duplicates.length > 0) return showDuplicates(duplicates, inputs.length, flags);

  if (flags.origins !== undefined) (await import('./save-origins.ts')).refuseOrigins(flags, plan);
  const isStdoutTaken = plan.some(({ output }) => output === STANDARD_STREAM);
  if (isStdoutTaken && (to === 'docx' || to === 'pdf')) refuseTerminal(to);
  const order = { ...flags, to, inputs, isStdoutTaken };
  const print = to === 'pdf' ? (await import('./print-compiled.ts')).openPress(order) : undefined;
  const compiled: Compiled[] = [];
  for (const planned of plan) compiled.push(await compile(planned, configurationOf(planned.input), order));
  const status = await finishBuild(print === undefined ? compiled : await print(compiled), order);
  const [{ planned, source } = {}] = compiled;
  if (flags.origins === undefined || status !== EXIT.done || planned === undefined || source === undefined)
    return status;
  const { saveOrigins } = await import('./save-origins.ts');
  return saveOrigins(source, planned.input, { configuration: configurationOf(planned.input), order });
}

async function finishBuild(compiled: readonly Compiled[], order: BuildOrder): Promise<number> {
  const diagnostics = distinctDiagnostics(compiled.flatMap((each) => each.diagnostics));
  const complain = userErrorPrinter();
  for (const { failure } of compiled) if (failure !== undefined) complain(failure);
  const sources = compiled.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const pdf = compiled.flatMap(({ pdf }) => pdf ?? []);
  const also = order.to === 'pdf' ? { also: { pdf } } : {};
  await showFindings({ diagnostics, files: sources.length, ...sourceTexts(sources), ...also }, order);
  if (exceedsWarnings(diagnostics, order)) return judgeFindings(diagnostics, order);
  let status: number = EXIT.done;
  for (const each of compiled) status = Math.max(status, await deliverReport(each, order));
  const built = compiled.flatMap(({ built }) => (built?.stationery === undefined ? [] : [built]));
  if (built.length > 0 && order.quiet !== true && isForPeople(order))
    (await import('./tell-stationery.ts')).tellStationery(built);
  return status;
}

async function showDuplicates(
  diagnostics: readonly Diagnostic[],
  files: number,
  flags: BuildFlags,
): Promise<number> {
  await showFindings({ diagnostics, files, ...sourceTexts([]) }, flags);
  return judgeFindings(diagnostics, flags);
}

function refuseFolders(inputs: readonly string[]): void {
  const folder = inputs.find((input) => statSync(input, { throwIfNoEntry: false })?.isDirectory());
  if (folder === undefined) return;
  throw new UserError(
    `${folder} 是一个文件夹，build 只处理列出的文件。`,
    `要生成整个文件夹的报告，请用：report batch ${folder} -o 报告`,
  );
}

function refuseTerminal(to: ReportFormat): void {
  if (process.stdout.isTTY !== true) return;
  throw new UserError(
    `.${to} 不能直接显示在终端上。`,
    `请用 -o 指定文件，例如 -o 报告.${to}；或加 --to txt 看文字。`,
  );
}

/** `--to` decides; without it the ending of the file that `-o` names. UserError where the two disagree, or it is no ending of ours. */
function reportFormat({ to, output = '' }: BuildFlags, inputs: number): ReportFormat {
  const named = meansFolder(output, inputs) ? undefined : formatNamed(output, REPORT_FORMATS, to);
  return to ?? named ?? 'docx';
}
