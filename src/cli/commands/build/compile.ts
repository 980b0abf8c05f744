import type { Configuration } from '../../../config/configuration.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { type PlannedOutput, STANDARD_STREAM } from '../../../disk/plan-outputs.ts';
import { refuseInputAsOutput, refuseInputName, refuseIrregularOutput } from '../../../disk/refuse-output.ts';
import type { Source } from '../../../facts/source.ts';
import type { RuleSettings } from '../../../judge/run.ts';
import { type Built, buildReport } from '../../../use/build.ts';
import type { NamedPdfFacts } from '../../print-pdfs.ts';
import { renderOptions } from '../../render-options.ts';
import { readSource } from '../../terminal/read-source.ts';
import { applyStrictness } from '../../terminal/show-findings.ts';
import type { BuildOrder } from './build-order.ts';

/** One input after building, before anything is written. */
export interface Compiled {
  readonly planned: PlannedOutput;
  /** Absent where the input could not be read. */
  readonly source?: Source;
  /** Why nothing could be made of it, though the facts may be right. */
  readonly failure?: UserError;
  readonly built?: Built;
  /** What the PDF of it is like, where one was printed. */
  readonly pdf?: NamedPdfFacts;
  readonly diagnostics: readonly Diagnostic[];
  /** What its configuration says to the rules. */
  readonly settings?: RuleSettings;
}

/** Builds one report in memory; what only concerns this file does not stop the others. */
export async function compile(
  planned: PlannedOutput,
  configuration: Configuration,
  order: BuildOrder,
): Promise<Compiled> {
  try {
    if (planned.output !== STANDARD_STREAM) refuseCompiledOutput(planned.output, order.inputs);
    const source = await readSource(planned.input);
    const options = renderOptions(planned.input, configuration, order);
    const { value, diagnostics } = await buildReport(source, {
      ...options,
      format: order.to === 'pdf' ? 'docx' : order.to,
      epoch: process.env.SOURCE_DATE_EPOCH,
    });
    return {
      planned,
      source,
      settings: options.settings,
      diagnostics: applyStrictness(diagnostics, order),
      ...(value !== undefined && { built: value }),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { planned, failure: error, diagnostics: [] };
  }
}

function refuseCompiledOutput(output: string, inputs: readonly string[]): void {
  refuseIrregularOutput(output);
  refuseInputAsOutput(output, inputs);
  refuseInputName(output);
}
