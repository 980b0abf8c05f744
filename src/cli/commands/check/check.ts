import type { Configuration } from '../../../config/configuration.ts';
import { configurationFinder } from '../../../config/find-configuration.ts';
import { folderOfInput } from '../../../config/for-input.ts';
import { printable } from '../../../diagnostics/printable.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { describePassedOver, type PassedOver } from '../../../disk/passed-over.ts';
import { EXIT } from '../../terminal/exit-code.ts';
import { printUserError, userErrorPrinter } from '../../terminal/explain-failure.ts';
import { isForPeople } from '../../terminal/findings-options.ts';
import { printNotice, printResult } from '../../terminal/streams.ts';
import type { CheckFlags } from './check-flags.ts';
import { type CheckInput, collectInputs, describeUnreadable, type ReportsLeft } from './check-inputs.ts';
import { checkOne } from './check-one.ts';
import { CheckedFiles } from './checked-files.ts';
import { conclude } from './conclude-check.ts';

/** Checks facts files and finished reports, each for itself and the townships against each other. */
export async function check(paths: readonly string[], flags: CheckFlags): Promise<number> {
  refuseTogether(flags);
  if (flags.review !== undefined) {
    const { review } = await import('./review.ts');
    return review(paths, { ...flags, review: flags.review });
  }
  const { inputs, passedOver, reportsLeft, unreadable, failures } = await collectInputs(
    paths,
    'facts or reports',
  );
  for (const failure of failures) printUserError(failure);
  if (!flags.quiet) {
    for (const entry of passedOver) printNotice(describePassedOver(entry));
    for (const left of reportsLeft) printNotice(describeReportsLeft(left));
    for (const left of unreadable) printNotice(describeUnreadable(left));
  }
  const { checked, failed } = await checkInputs(inputs, flags);
  const status = failures.length + failed > 0 || passedOver.some(isUnreadable) ? EXIT.usage : EXIT.done;
  return checked.all.length === 0 && isForPeople(flags)
    ? status
    : Math.max(status, await conclude(checked, flags));
}

function refuseTogether(flags: CheckFlags): void {
  if (flags.dryRun && !flags.fix) throw new UserError('--dry-run 要与 --fix 一起使用。');
  if (flags.force && flags.review === undefined) throw new UserError('--force 要与 --review 一起使用。');
  if (!flags.clauses) return;
  if (flags.review !== undefined) throw new UserError('--clauses 和 --review 不能一起使用。');
  if (flags.layout === false) throw new UserError('--clauses 和 --no-layout 不能一起使用。');
  if (flags.format !== 'text' && flags.format !== 'json')
    throw new UserError(`--clauses 只有 text 和 json 两种格式，没有 ${flags.format}。`);
}

async function checkInputs(inputs: readonly CheckInput[], flags: CheckFlags) {
  const find = configurationFinder();
  const checked = new CheckedFiles(inputs.length);
  const complain = userErrorPrinter();
  let failed = 0;
  for (const input of inputs) {
    const configuration = await find(folderOfInput(input.path));
    try {
      if (flags.fix) await fix(input, configuration, flags);
      const each = await checkOne(input, configuration, {
        isDraft: flags.draft === true,
        hasLayout: flags.layout !== false,
      });
      checked.add(each, configuration);
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

function isUnreadable({ why }: PassedOver): boolean {
  return why === 'unreadable';
}

function describeReportsLeft({ folder, count }: ReportsLeft): string {
  const name = printable(folder);
  return `${name} 中另有 ${count} 份成文的报告没有检查；要检查，请写 report check "${name}/**/*.docx"。\n`;
}
