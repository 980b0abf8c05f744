import type { Configuration } from '../../../config/configuration.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { formatNamed } from '../../../disk/output-formats.ts';
import { STANDARD_STREAM } from '../../../disk/plan-outputs.ts';
import { refuseInputAsOutput, refuseInputName, refuseIrregularOutput } from '../../../disk/refuse-output.ts';
import type { Source } from '../../../facts/source.ts';
import { writeOrigins } from '../../../use/origins.ts';
import { renderOptions } from '../../render-options.ts';
import { EXIT } from '../../terminal/exit-code.ts';
import { isForPeople } from '../../terminal/findings-options.ts';
import { saveOutput } from '../../terminal/save-output.ts';
import type { BuildFlags, BuildOrder } from './build-order.ts';

/** Refuses `--origins` where it names no place for one copy, before anything is built. UserError. */
export function refuseOrigins(
  { origins }: BuildFlags,
  plan: readonly { readonly input: string; readonly output: string }[],
): void {
  if (origins === undefined) return;
  const [only] = plan;
  if (only === undefined || plan.length > 1)
    throw new UserError('--origins 一次只做一份报告的出处本。', '请逐份生成，或只给一个事实文件。');
  if (origins === STANDARD_STREAM)
    throw new UserError('--origins 不能写到标准输出。', '请写成文件，例如 --origins 出处.docx。');
  originsFormat(origins);
  refuseIrregularOutput(origins);
  refuseInputName(origins);
  refuseInputAsOutput(origins, [only.input], { name: '事实文件', placedBy: '--origins' });
  refuseInputAsOutput(origins, [only.output], { name: '报告', placedBy: '--origins' });
  if (origins === only.output)
    throw new UserError(`出处本不能与报告同名：${origins}。`, '请用 --origins 指定别的文件。');
}

/** Makes the copy of one report in which every figure and passage tells its origin, and saves it; the exit status. */
export async function saveOrigins(
  source: Source,
  input: string,
  { configuration, order }: { readonly configuration: Configuration; readonly order: BuildOrder },
): Promise<number> {
  const { origins = '' } = order;
  const bytes = await writeOrigins(source, {
    ...renderOptions(input, configuration, order),
    format: originsFormat(origins),
    epoch: process.env.SOURCE_DATE_EPOCH,
  });
  if (bytes === undefined) return EXIT.findings;
  return saveOutput(origins, bytes, order, {
    standing: 'copy',
    placedBy: '--origins',
    made: '已生成出处本',
    isResult: isForPeople(order) && !order.isStdoutTaken,
  });
}

function originsFormat(origins: string): 'docx' | 'html' {
  const format = formatNamed(origins, ['docx', 'html']);
  if (format === undefined)
    throw new UserError(`--origins ${origins} 没有说是哪一种文件。`, '请写成以 .docx 或 .html 结尾。');
  return format;
}
