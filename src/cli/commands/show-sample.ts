import { join } from 'node:path';
import { findConfiguration } from '../../config/find-configuration.ts';
import { ruleSettings } from '../../config/rule-settings.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formatNamed } from '../../disk/output-formats.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { forgetTemplates } from '../../template/load-template.ts';
import { buildReport } from '../../use/build.ts';
import type { OutputFormat } from '../../write/writer.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { readSource } from '../terminal/read-source.ts';
import { saveOutput } from '../terminal/save-output.ts';
import { judgeFindings, showFindings } from '../terminal/show-findings.ts';
import { sourceTexts } from '../terminal/source-texts.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { watch } from './build/watch.ts';
import { surroundingsOf } from './build/watch-build.ts';
import { findTemplate } from './find-template.ts';
import { foldersHere } from './list-templates.ts';

/** The options as the command line has them. */
export interface SampleFlags {
  readonly to?: OutputFormat;
  readonly output?: string;
  readonly watch?: boolean;
}

/** Prints the sample township's facts through a template, so that its author sees what it makes; again after each change with `--watch`. */
export async function showSample(id: string, flags: SampleFlags): Promise<number> {
  await findTemplate(id, await foldersHere());
  const run = () => makeSample(id, flags);
  return flags.watch ? watch({ run, watched: () => surroundingsOf([HERE]) }) : run();
}

async function makeSample(
  id: string,
  { to, output = `${id}-样稿.${to ?? 'html'}` }: SampleFlags,
): Promise<number> {
  const named = formatNamed(output, SAMPLE_FORMATS, to);
  forgetTemplates();
  const { value, diagnostics } = await buildSample(id, to ?? named ?? 'html');
  const own = diagnostics.filter(({ file }) => file !== SAMPLE);
  await showFindings({ diagnostics: own, files: 1, ...sourceTexts([]) }, { format: 'text' });
  if (value === undefined) {
    printNotice(`没有生成样稿：模板 ${id} 有错误。\n`);
    return Math.max(EXIT.findings, judgeSample(own));
  }
  return Math.max(judgeSample(own), await putSample(output, value.bytes));
}

const SAMPLE_FORMATS: readonly OutputFormat[] = ['docx', 'html', 'txt'];

/** Stands for a facts file in the folder in which the program runs. */
const HERE = './sample.yaml';
const SAMPLE = join(PACKAGE_ROOT, 'templates', 'sample.yaml');

async function buildSample(id: string, format: OutputFormat) {
  const configuration = await findConfiguration('.');
  return buildReport(await readSource(SAMPLE), {
    template: id,
    templateFolders: (await foldersHere()).slice(0, -1),
    isDraft: true,
    settings: ruleSettings(configuration, HERE, true),
    format,
    epoch: process.env.SOURCE_DATE_EPOCH,
  });
}

function judgeSample(diagnostics: readonly Diagnostic[]): number {
  return judgeFindings(diagnostics, { format: 'text' });
}

async function putSample(output: string, bytes: Uint8Array): Promise<number> {
  if (output !== STANDARD_STREAM) {
    return saveOutput(output, bytes, NO_FLAGS, {
      standing: 'draft',
      hasForce: false,
      made: '已生成样稿',
      isResult: true,
    });
  }
  printResult(bytes);
  return EXIT.done;
}

const NO_FLAGS = {};
