import { configurationFinder } from '../../config/find-configuration.ts';
import { folderOfInput } from '../../config/for-input.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/printable.ts';
import { summarize } from '../../diagnostics/summary.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { refuseInputAsOutput, refuseIrregularOutput } from '../../disk/refuse-output.ts';
import { type CalendarDate, parseDate } from '../../facts/dates.ts';
import { type Ledger, ledgerOf } from '../../ledger/ledger.ts';
import { LEDGER_TITLE, ledgerDocument } from '../../ledger/ledger-document.ts';
import { propertiesOf } from '../../write/properties.ts';
import { WRITERS } from '../../write/writers.ts';
import { EXIT } from '../exit-code.ts';
import { printUserError, userErrorPrinter } from '../explain-failure.ts';
import { type FindingsOptions, isForPeople } from '../findings-options.ts';
import { applyStrictness, exceedsWarnings, judgeFindings, showFindings } from '../show-findings.ts';
import { settingsText } from '../source-texts.ts';
import { printNotice, printResult } from '../streams.ts';
import { checkCollection } from './check-collection.ts';
import { type CheckInput, collectInputs } from './check-inputs.ts';
import { type Checked, checkFacts } from './check-one.ts';
import { type LedgerFormat, type LedgerTarget, ledgerTarget } from './ledger-target.ts';
import { saveOutput } from './save-output.ts';

/** The options as the command line has them. */
export interface LedgerFlags extends FindingsOptions {
  readonly output?: string;
  readonly to?: LedgerFormat;
  readonly asOf?: string;
  readonly force?: boolean;
}

/** Makes the ledger of some units; one whose facts have errors is left out, and said to be. */
export async function ledger(paths: readonly string[], flags: LedgerFlags): Promise<number> {
  const asOf = dateOf(flags);
  const target = ledgerTarget(paths, flags);
  const { inputs, failures } = await collectInputs(paths);
  for (const failure of failures) printUserError(failure);
  const files = inputs.map(({ path }) => path);
  if (target.output !== STANDARD_STREAM) {
    refuseIrregularOutput(target.output);
    refuseInputAsOutput(target.output, files);
  }
  const { checked, failed } = await checkAll(inputs);
  const status = failures.length + failed > 0 ? EXIT.usage : EXIT.done;
  if (checked.length === 0) return status;
  return Math.max(status, await finish(checked, asOf, target, flags));
}

function dateOf({ asOf }: LedgerFlags): CalendarDate | undefined {
  const date = asOf === undefined ? undefined : parseDate(asOf);
  if (asOf !== undefined && date === undefined) {
    throw new UserError(`没有 ${asOf} 这一天。`, '--as-of 写成日期，如 2023-12-31。');
  }
  return date;
}

async function checkAll(inputs: readonly CheckInput[]) {
  const find = configurationFinder();
  const checked: Checked[] = [];
  const complain = userErrorPrinter();
  let failed = 0;
  for (const input of inputs) {
    try {
      const configuration = await find(folderOfInput(input.path));
      checked.push(await checkFacts(input, configuration));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      failed += 1;
    }
  }
  return { checked, failed };
}

async function finish(
  found: readonly Checked[],
  asOf: CalendarDate | undefined,
  target: LedgerTarget,
  flags: LedgerFlags,
): Promise<number> {
  const checked = found.map((each) => ({ ...each, diagnostics: applyStrictness(each.diagnostics, flags) }));
  const twice = applyStrictness(await checkCollection(checked, 'duplicate-unit'), flags);
  const diagnostics = [...checked.flatMap((each) => each.diagnostics), ...twice];
  const texts = new Map(checked.map(({ file, text }) => [file, text]));
  const isStdoutTaken = target.output === STANDARD_STREAM;
  const findings = {
    diagnostics,
    files: checked.length,
    textOf: (file: string) => texts.get(file)?.() ?? settingsText(file),
  };
  await showFindings(findings, { ...flags, isStdoutTaken });
  if (exceedsWarnings(diagnostics, flags)) return judgeFindings(diagnostics, flags);
  const sound = checked.flatMap((each) => (hasErrors(each.diagnostics) ? [] : (each.reading ?? [])));
  for (const each of checked) if (hasErrors(each.diagnostics)) printNotice(describeLeftOut(each));
  const status = sound.length < checked.length ? EXIT.findings : EXIT.done;
  if (sound.length === 0) return status;
  return Math.max(status, await deliver(ledgerOf(sound, asOf), target, flags));
}

function describeLeftOut({ file, diagnostics }: Checked): string {
  return `没有列入台账：${printable(file)} 有 ${summarize(diagnostics, 1).errors} 个错误。\n`;
}

async function deliver(
  ledger: Ledger,
  { output, format }: LedgerTarget,
  flags: LedgerFlags,
): Promise<number> {
  const bytes = await bytesOf(ledger, format);
  if (output === STANDARD_STREAM) {
    printResult(bytes);
    return EXIT.done;
  }
  return saveOutput(output, bytes, {
    standing: 'final',
    isForced: flags.force === true,
    hasForce: true,
    made: '已生成',
    isResult: isForPeople(flags),
    isQuiet: flags.quiet === true,
  });
}

async function bytesOf(ledger: Ledger, format: LedgerFormat): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const { ledgerSheet } = await import('../../ledger/ledger-sheet.ts');
    return ledgerSheet(ledger);
  }
  const [unit] = ledger.units;
  const author = ledger.units.length > 1 ? LEDGER_TITLE : unit;
  const properties = propertiesOf({ unit: author, date: ledger.asOf }, process.env.SOURCE_DATE_EPOCH);
  return WRITERS.docx(ledgerDocument(ledger), properties);
}
