import { statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { formatNamed } from '../../disk/output-formats.ts';
import { meansFolder, STANDARD_STREAM } from '../../disk/plan-outputs.ts';

export type LedgerFormat = 'docx' | 'xlsx' | 'pdf';

export interface LedgerTarget {
  /** `-` is standard output. */
  readonly output: string;
  readonly format: LedgerFormat;
}

/** Where a ledger goes and what it becomes; `-o` and `--to` have the last word. UserError where they contradict each other. */
export function ledgerTarget(
  inputs: readonly string[],
  { output, to }: { readonly output?: string; readonly to?: LedgerFormat },
): LedgerTarget {
  const named = ledgerFormat(output, to);
  const format = to ?? named ?? 'docx';
  if (output === undefined) return { output: besideInputs(inputs, format), format };
  if (output !== STANDARD_STREAM && meansFolder(output, 1)) {
    return { output: join(output, `整改台账.${format}`), format };
  }
  return { output, format };
}

function ledgerFormat(output = '', to: LedgerFormat | undefined): LedgerFormat | undefined {
  const named = formatNamed(output, LEDGER_FORMATS, to);
  if (named !== undefined || extname(output) === '') return named;
  throw new UserError(`台账只能写成 .docx、.xlsx 或 .pdf，不能写成 ${output}。`, '例如 -o 台账.xlsx。');
}

const LEDGER_FORMATS: readonly LedgerFormat[] = ['docx', 'xlsx', 'pdf'];

/** One facts file: beside it; one folder: in it; several: where the program runs. */
function besideInputs(inputs: readonly string[], format: LedgerFormat): string {
  const [input = ''] = inputs;
  if (inputs.length > 1) return `整改台账.${format}`;
  if (input === STANDARD_STREAM) return STANDARD_STREAM;
  if (statSync(input, { throwIfNoEntry: false })?.isDirectory()) return join(input, `整改台账.${format}`);
  const name = input.slice(dirname(input) === '.' && !input.startsWith('.') ? 0 : dirname(input).length + 1);
  return join(dirname(input), `${name.replace(/(?<=.)\.(?:ya?ml|json|txt)$/i, '')}-台账.${format}`);
}
