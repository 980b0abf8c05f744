import type { Configuration } from '../../config/configuration.ts';
import { configurationFinder } from '../../config/find-configuration.ts';
import { folderOfInput } from '../../config/for-input.ts';
import { printable } from '../../diagnostics/printable.ts';
import { describeSummary, summarize } from '../../diagnostics/summary.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { describePassedOver, type PassedOver } from '../../disk/passed-over.ts';
import { EXIT } from '../exit-code.ts';
import { printUserError, userErrorPrinter } from '../explain-failure.ts';
import { type FindingsOptions, isForPeople } from '../findings-options.ts';
import { applyStrictness, judgeFindings, showFindings } from '../show-findings.ts';
import { settingsText } from '../source-texts.ts';
import { printNotice, printResult } from '../streams.ts';
import { checkCollection } from './check-collection.ts';
import { type CheckInput, collectInputs, type ReportsLeft } from './check-inputs.ts';
import { type Checked, checkOne } from './check-one.ts';

/** The options as the command line has them. */
export interface CheckFlags extends FindingsOptions {
  readonly draft?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** Checks facts files and finished reports, each for itself and the townships against each other. */
export async function check(paths: readonly string[], flags: CheckFlags): Promise<number> {
  if (flags.dryRun && !flags.fix) throw new UserError('--dry-run 要与 --fix 一起使用。');
  const { inputs, passedOver, reportsLeft, failures } = await collectInputs(paths, 'facts or reports');
  for (const failure of failures) printUserError(failure);
  if (!flags.quiet) {
    for (const entry of passedOver) printNotice(describePassedOver(entry));
    for (const left of reportsLeft) printNotice(describeReportsLeft(left));
  }
  const { checked, failed } = await checkAll(inputs, flags);
  const status = failures.length + failed > 0 || passedOver.some(isUnreadable) ? EXIT.usage : EXIT.done;
  return checked.length === 0 && isForPeople(flags)
    ? status
    : Math.max(status, await conclude(checked, flags));
}

async function checkAll(inputs: readonly CheckInput[], flags: CheckFlags) {
  const find = configurationFinder();
  const checked: Checked[] = [];
  const complain = userErrorPrinter();
  let failed = 0;
  for (const input of inputs) {
    const configuration = await find(folderOfInput(input.path));
    try {
      if (flags.fix) await fix(input, configuration, flags);
      checked.push(await checkOne(input, configuration, flags.draft === true));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      failed += 1;
    }
  }
  return { checked, failed };
}

/** What is checked afterwards is the mended file. UserError where a file cannot be mended at all. */
async function fix(input: CheckInput, configuration: Configuration, flags: CheckFlags): Promise<void> {
  const { fixFile } = await import('./fix-file.ts');
  await fixFile(input, configuration, {
    isDryRun: flags.dryRun === true,
    isDraft: flags.draft === true,
    isQuiet: flags.quiet === true,
    print: isForPeople(flags) ? printResult : printNotice,
  });
}

async function conclude(checked: readonly Checked[], flags: CheckFlags): Promise<number> {
  const found = [...checked.flatMap((each) => each.diagnostics), ...(await checkCollection(checked))];
  const diagnostics = applyStrictness(found, flags);
  const texts = new Map(checked.map((each) => [each.file, each.text]));
  const findings = {
    diagnostics,
    files: checked.length,
    textOf: (file: string) => texts.get(file)?.() ?? settingsText(file),
  };
  await showFindings(findings, { ...flags, isResult: true });
  if (isForPeople(flags) && !flags.quiet) {
    const summary = summarize(diagnostics, checked.length);
    printNotice(`${describeSummary(summary, await countMendable(checked))}\n`);
  }
  return judgeFindings(diagnostics, flags);
}

/** Tried on the files themselves, and only on those of which a finding gives hope: what a rule would replace may be out of reach. */
async function countMendable(checked: readonly Checked[]): Promise<number> {
  let total = 0;
  for (const { diagnostics, countFixes } of checked) {
    if (diagnostics.some(({ isMendable, rule }) => isMendable || rule === 'yaml-syntax')) {
      total += (await countFixes?.()) ?? 0;
    }
  }
  return total;
}

function isUnreadable({ why }: PassedOver): boolean {
  return why === 'unreadable';
}

function describeReportsLeft({ folder, count }: ReportsLeft): string {
  const name = printable(folder);
  return `${name} 中另有 ${count} 份成文的报告没有检查；要检查，请写 report check "${name}/**/*.docx"。\n`;
}
