import { findConfiguration } from '../../config/find-configuration.ts';
import { folderOfInput } from '../../config/for-input.ts';
import { jsonText } from '../../diagnostics/json-text.ts';
import type { Outcome } from '../../diagnostics/outcome.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { Source } from '../../facts/source.ts';
import { checkReport, type RenderOptions, renderReport } from '../../use/build.ts';
import { renderOptions } from '../render-options.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { readSource } from '../terminal/read-source.ts';
import { judgeFindings, showFindings } from '../terminal/show-findings.ts';
import { sourceTexts } from '../terminal/source-texts.ts';
import { printResult } from '../terminal/streams.ts';
import { isFinishedName } from './check/check-inputs.ts';
import { readInput } from './check/check-one.ts';

type PipelineStage = 'facts' | 'markup' | 'document';

/** The options as the command line has them. */
export interface InspectFlags {
  readonly stage: PipelineStage | 'claims';
  readonly format: 'text' | 'json';
  readonly template?: string;
  readonly draft?: boolean;
}

/** Prints what a stage of the pipeline made of a facts file, or the claims about figures of a facts file or a finished report. */
export async function inspect(input: string, flags: InspectFlags): Promise<number> {
  const { stage, format } = flags;
  const isFinished = isFinishedName(input);
  if (stage === 'claims') {
    const { inspectClaims } = await import('./inspect-claims.ts');
    const read = await readInput({ path: input, kind: isFinished ? 'finished' : 'facts' });
    return inspectClaims(read.source, { format, isFinished: read.kind === 'finished' });
  }
  if (isFinished)
    throw new UserError(`${input} 是成文的报告，只能看 claims 这一步。`, '加上 --stage claims。');
  const source = await readSource(input);
  const configuration = await findConfiguration(folderOfInput(input));
  const { value, diagnostics } = await INSPECTED_STAGES[stage](
    source,
    renderOptions(input, configuration, flags),
  );
  if (value !== undefined) printResult(value);
  await showFindings({ diagnostics, files: 1, ...sourceTexts([source]) }, { format: 'text' });
  return value !== undefined && flags.draft ? EXIT.done : judgeFindings(diagnostics, { format: 'text' });
}

type InspectStage = (source: Source, options: RenderOptions) => Promise<Outcome<string>>;

const INSPECTED_STAGES: Readonly<Record<PipelineStage, InspectStage>> = {
  async facts(source, options) {
    return printedOutcome(await checkReport(source, options), ({ facts }) => toJson(facts));
  },
  async markup(source, options) {
    return printedOutcome(await renderReport(source, options), ({ markup }) => breakMarkup(markup));
  },
  async document(source, options) {
    return printedOutcome(await renderReport(source, options), ({ document }) => toJson(document));
  },
};

function printedOutcome<T>({ value, diagnostics }: Outcome<T>, print: (value: T) => string): Outcome<string> {
  return value === undefined ? { diagnostics } : { value: print(value), diagnostics };
}

/** A line for each block. */
function breakMarkup(markup: string): string {
  return `${markup.replace(BETWEEN_BLOCKS, '$1\n').trimEnd()}\n`;
}

const BLOCK = '(?:title|header|address|h[1-4]|p|ol|table|tr|section|footer)';
const BETWEEN_BLOCKS = new RegExp(`(</${BLOCK}>)(?=<${BLOCK}\\b)`, 'g');

/** Tallies are maps; they print as objects. */
function toJson(value: unknown): string {
  const plain = (_: string, each: unknown) => (each instanceof Map ? Object.fromEntries(each) : each);
  return jsonText(value, plain);
}
