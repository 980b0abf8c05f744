import { basename, dirname, join } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { formatNamed } from '../../disk/output-formats.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { refuseInputAsOutput, refuseIrregularOutput } from '../../disk/refuse-output.ts';
import { readFacts } from '../../facts/read-facts.ts';
import { makeForm } from '../../use/form.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { readSource } from '../terminal/read-source.ts';
import { saveOutput } from '../terminal/save-output.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { sourceText } from '../terminal/source-texts.ts';
import { printNotice, printResult } from '../terminal/streams.ts';

/** The options as the command line has them. */
export interface FormFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly take?: readonly string[];
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

/** Writes an empty form of what a facts file lacks. */
export async function form(input: string, flags: FormFlags): Promise<number> {
  if (flags.dryRun || flags.format === 'json') {
    const option = flags.dryRun ? '--dry-run' : '--format json';
    throw new UserError(`${option} 与 --take 同用。`, '例如 --take 填报表.xlsx --dry-run。');
  }
  const output = outputFor(input, flags);
  const source = await readSource(input);
  const { value, diagnostics } = await readFacts(source);
  if (value === undefined) {
    const textOf = () => sourceText(source);
    await showFindings(
      { diagnostics, files: 1, textOf },
      { format: 'text', isStdoutTaken: output === STANDARD_STREAM },
    );
    return EXIT.findings;
  }
  const made = makeForm(value);
  if (made === undefined) {
    if (!flags.quiet) printNotice('没有缺的：填报表里没有要填的，没有生成。\n');
    return EXIT.done;
  }
  if (output === STANDARD_STREAM) {
    printResult(made.bytes);
    return EXIT.done;
  }
  return saveOutput(output, made.bytes, flags, {
    made: `已生成（要填 ${made.asked} 项）`,
    isResult: true,
  });
}

function outputFor(input: string, { output }: FormFlags): string {
  if (output === undefined) {
    if (input === STANDARD_STREAM) return STANDARD_STREAM;
    const name = basename(input).replace(/(?<=.)\.(?:ya?ml|json|txt)$/i, '');
    return beside(input, `${name}-填报表.xlsx`);
  }
  if (output === STANDARD_STREAM) return output;
  if (formatNamed(output, ['xlsx']) === undefined) {
    throw new UserError(`填报表只能写成 .xlsx，不能写成 ${output}。`, '例如 -o 填报表.xlsx。');
  }
  refuseIrregularOutput(output);
  refuseInputAsOutput(output, [input]);
  return output;
}

function beside(input: string, name: string): string {
  const folder = dirname(input);
  const path = folder === '.' && !input.startsWith('.') ? name : join(folder, name);
  refuseIrregularOutput(path);
  return path;
}
