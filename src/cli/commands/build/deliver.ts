import { basename } from 'node:path';
import { hasErrors } from '../../../diagnostics/diagnostic.ts';
import { printable } from '../../../diagnostics/printable.ts';
import { describeErrors } from '../../../diagnostics/summary.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { type PlannedOutput, STANDARD_STREAM } from '../../../disk/plan-outputs.ts';
import type { Built } from '../../../use/build.ts';
import { EXIT } from '../../terminal/exit-code.ts';
import { printUserError } from '../../terminal/explain-failure.ts';
import { isForPeople } from '../../terminal/findings-options.ts';
import { saveOutput } from '../../terminal/save-output.ts';
import { printNotice, printResult } from '../../terminal/streams.ts';
import type { BuildOrder } from './build-order.ts';
import type { Compiled } from './compile.ts';
import { listGaps } from './describe-gaps.ts';

/** Writes one report, says so, and gives the exit status of this input. */
export async function deliverReport(
  { planned, source, failure, built, pdf, diagnostics }: Compiled,
  order: BuildOrder,
): Promise<number> {
  if (failure !== undefined || source === undefined) return EXIT.usage;
  if (built === undefined || (!order.draft && hasErrors(diagnostics))) {
    printNotice(`没有生成${deliveryTarget(planned)}：${describeErrors(diagnostics)}。\n`);
    return EXIT.findings;
  }
  try {
    return planned.output === STANDARD_STREAM
      ? pass(built, order)
      : await saveReport(planned.output, { built, pdf }, order);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printUserError(error);
    return EXIT.usage;
  }
}

/** The output's name; not 报告.docx.docx, made of a file that holds no facts. */
function deliveryTarget({ input, output }: PlannedOutput): string {
  const isDoubled = basename(output).startsWith(`${basename(input)}.`);
  return output === STANDARD_STREAM || isDoubled ? '报告' : ` ${printable(output)}`;
}

function pass(built: Built, order: BuildOrder): number {
  printResult(built.bytes);
  if (order.draft && !order.quiet) printNotice(listGaps(built.document));
  return EXIT.done;
}

async function saveReport(
  output: string,
  { built, pdf }: { readonly built: Built; readonly pdf: Compiled['pdf'] | undefined },
  order: BuildOrder,
): Promise<number> {
  const status = await saveOutput(output, built.bytes, order, {
    standing: order.draft ? 'draft' : 'final',
    made: order.draft ? '已生成草稿' : '已生成',
    ...(pdf !== undefined && { remark: `（${pdf.pages} 页）` }),
    isResult: isForPeople(order) && !order.isStdoutTaken,
  });
  if (status === EXIT.done && order.draft && !order.quiet) printNotice(listGaps(built.document));
  return status;
}
