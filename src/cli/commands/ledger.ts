import { configurationFinder } from '../../config/find-configuration.ts';
import { folderOfInput } from '../../config/for-input.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { refuseInputAsOutput, refuseIrregularOutput } from '../../disk/refuse-output.ts';
import { type CalendarDate, parseDate } from '../../facts/dates.ts';
import type { Ledger } from '../../sheets/ledger.ts';
import { LedgerMaker, ledgerToPrint, writeLedger } from '../../use/ledger.ts';
import type { NamedPdfFacts } from '../print-pdfs.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printUserError, userErrorPrinter } from '../terminal/explain-failure.ts';
import { type FindingsOptions, isForPeople } from '../terminal/findings-options.ts';
import { saveOutput } from '../terminal/save-output.ts';
import { applyStrictness, exceedsWarnings, judgeFindings, showFindings } from '../terminal/show-findings.ts';
import { settingsText } from '../terminal/source-texts.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { type CheckInput, collectInputs } from './check/check-inputs.ts';
import { checkFacts } from './check/check-one.ts';
import { CheckedFiles } from './check/checked-files.ts';
import { type LedgerFormat, type LedgerTarget, ledgerTarget } from './ledger-target.ts';

/** The options as the command line has them. */
export interface LedgerFlags extends FindingsOptions {
  readonly output?: string;
  readonly to?: LedgerFormat;
  readonly asOf?: string;
  readonly force?: boolean;
}

/** Makes the ledger of some units; one whose problems and measures cannot be read is left out, and named in the ledger itself. */
export async function ledger(paths: readonly string[], flags: LedgerFlags): Promise<number> {
  const asOf = ledgerDate(flags);
  const target = ledgerTarget(paths, flags);
  const program = target.format === 'pdf' ? await officeProgram() : '';
  const { inputs, failures } = await collectInputs(paths, 'facts');
  for (const failure of failures) printUserError(failure);
  const files = inputs.map(({ path }) => path);
  if (target.output !== STANDARD_STREAM) {
    refuseIrregularOutput(target.output);
    refuseInputAsOutput(target.output, files);
  }
  const units = await takeUnits(inputs, asOf, flags);
  const status = failures.length + units.failed.length > 0 ? EXIT.usage : EXIT.done;
  if (units.checked.all.length === 0) return status;
  return Math.max(status, await finishLedger(units, { ...target, program }, flags));
}

/** UserError before anything is done where there is no LibreOffice. */
async function officeProgram(): Promise<string> {
  const { requireOffice, THIS_MACHINE } = await import('../../office/find-office.ts');
  return requireOffice({ ...THIS_MACHINE, env: process.env });
}

/** Where a ledger goes; LibreOffice's program is named where it is to become a PDF. */
interface Delivery extends LedgerTarget {
  readonly program: string;
}

function ledgerDate({ asOf }: LedgerFlags): CalendarDate | undefined {
  const date = asOf === undefined ? undefined : parseDate(asOf);
  if (asOf !== undefined && date === undefined) {
    throw new UserError(`没有 ${asOf} 这一天。`, '--as-of 写成日期，如 2023-12-31。');
  }
  return date;
}

/** What was read of some units, what could not be, and the ledger of them. */
interface TakenUnits {
  readonly checked: CheckedFiles;
  readonly failed: readonly string[];
  readonly maker: LedgerMaker;
}

/** Reads and checks units one after another. */
async function takeUnits(
  inputs: readonly CheckInput[],
  asOf: CalendarDate | undefined,
  flags: LedgerFlags,
): Promise<TakenUnits> {
  const find = configurationFinder();
  const checked = new CheckedFiles(inputs.length, 'duplicate-unit');
  const complain = userErrorPrinter();
  const failed: string[] = [];
  const maker = new LedgerMaker(asOf);
  for (const input of inputs) {
    try {
      const configuration = await find(folderOfInput(input.path));
      const each = await checkFacts(input, configuration);
      const judged = { ...each, diagnostics: applyStrictness(each.diagnostics, flags) };
      maker.add(judged);
      checked.add(judged, configuration);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      failed.push(input.path);
    }
  }
  return { checked, failed, maker };
}

async function finishLedger(
  { checked: files, failed, maker }: TakenUnits,
  target: Delivery,
  flags: LedgerFlags,
): Promise<number> {
  const checked = files.all;
  const twice = applyStrictness(await files.judgeTogether(), flags);
  const diagnostics = [...checked.flatMap((each) => each.diagnostics), ...twice];
  const texts = new Map(checked.map(({ file, text }) => [file, text]));
  const isStdoutTaken = target.output === STANDARD_STREAM;
  const findings = {
    diagnostics,
    files: checked.length,
    textOf: (file: string) => texts.get(file)?.() ?? settingsText(file),
  };
  const { ledger, leftOut } = maker.finish(failed);
  const isWanted = ledger !== undefined && !exceedsWarnings(diagnostics, flags);
  const written = isWanted ? await writeLedgerFile(ledger, target) : undefined;
  const also =
    target.format === 'pdf' ? { also: { pdf: written?.pdf === undefined ? [] : [written.pdf] } } : {};
  await showFindings({ ...findings, ...also }, { ...flags, isStdoutTaken });
  if (exceedsWarnings(diagnostics, flags)) return judgeFindings(diagnostics, flags);
  for (const { file, why } of leftOut) printNotice(`没有列入台账：${printable(file)} ${why}。\n`);
  const status = hasErrors(diagnostics) || leftOut.length > 0 ? EXIT.findings : EXIT.done;
  if (written === undefined) return status;
  if (written.failure !== undefined) throw written.failure;
  return Math.max(status, await deliverLedger(written, target, flags));
}

/** A ledger as a file, with what is told of it where it is a PDF; or why there is none. */
type WrittenLedger =
  | { readonly bytes: Uint8Array; readonly pdf?: NamedPdfFacts; readonly failure?: undefined }
  | { readonly failure: UserError; readonly pdf?: undefined };

async function writeLedgerFile(
  ledger: Ledger,
  { output, format, program }: Delivery,
): Promise<WrittenLedger> {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (format !== 'pdf') return { bytes: await writeLedger(ledger, format, epoch) };
  const { printPdfs } = await import('../print-pdfs.ts');
  const paper = { ...ledgerToPrint(ledger, epoch), file: output };
  const [printed] = await printPdfs([paper], { program, standing: 'final' });
  if (printed === undefined) throw new Error('nothing was printed');
  return printed instanceof UserError ? { failure: printed } : { bytes: printed.bytes, pdf: printed.facts };
}

async function deliverLedger(
  { bytes, pdf }: Extract<WrittenLedger, { bytes: unknown }>,
  { output }: Delivery,
  flags: LedgerFlags,
): Promise<number> {
  if (pdf !== undefined && flags.quiet !== true)
    (await import('../print-pdfs.ts')).tellStandIns(pdf.standIns);
  if (output === STANDARD_STREAM) {
    printResult(bytes);
    return EXIT.done;
  }
  return saveOutput(output, bytes, flags, {
    ...(pdf !== undefined && { remark: `（${pdf.pages} 页）` }),
    isResult: isForPeople(flags),
  });
}
