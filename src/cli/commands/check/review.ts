import { basename, extname, join, relative, resolve, sep } from 'node:path';
import type { Configuration } from '../../../config/configuration.ts';
import { configurationFinder } from '../../../config/find-configuration.ts';
import { folderOfInput } from '../../../config/for-input.ts';
import { ruleSettings } from '../../../config/rule-settings.ts';
import { printable } from '../../../diagnostics/printable.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { describePassedOver } from '../../../disk/passed-over.ts';
import {
  findDuplicateOutputs,
  meansFolder,
  type PlannedOutput,
  STANDARD_STREAM,
} from '../../../disk/plan-outputs.ts';
import { refuseInputAsOutput, refuseIrregularOutput } from '../../../disk/refuse-output.ts';
import type { FinishedDocument } from '../../../document/finished-document.ts';
import { fixParagraphs } from '../../../judge/fix-paragraphs.ts';
import type { RuleSettings } from '../../../judge/run.ts';
import { checkReadFinished } from '../../../use/check-finished.ts';
import { overviewPage, type ReviewedFile } from '../../../use/overview-page.ts';
import { type ReviewableWord, readForReview } from '../../../use/read-for-review.ts';
import { type ReviewCopy, reviewCopy } from '../../../use/review-copy.ts';
import { reviewDate } from '../../../use/review-date.ts';
import { EXIT } from '../../terminal/exit-code.ts';
import { printUserError, userErrorPrinter } from '../../terminal/explain-failure.ts';
import { ruleDocs, ruleTitle } from '../../terminal/rule-list.ts';
import { saveOutput } from '../../terminal/save-output.ts';
import { applyStrictness, judgeFindings, showFindings } from '../../terminal/show-findings.ts';
import { sourceTexts } from '../../terminal/source-texts.ts';
import { printNotice } from '../../terminal/streams.ts';
import type { CheckFlags } from './check-flags.ts';
import { type CheckInput, collectInputs, describeUnreadable } from './check-inputs.ts';
import { type Checked, readInput } from './check-one.ts';
import { CheckedFiles } from './checked-files.ts';
import { conclude } from './conclude-check.ts';
import { shownDocument } from './shown-document.ts';

/** The options of `check`, with the path of the copies. */
export interface ReviewFlags extends CheckFlags {
  readonly review: string;
}

/** Checks finished reports and makes of each Word file a copy in which the findings are comments; the inputs are never touched. */
export async function review(paths: readonly string[], flags: ReviewFlags): Promise<number> {
  refuseReviewFlags(flags);
  const found = await collectInputs(paths, 'reports');
  for (const failure of found.failures) printUserError(failure);
  if (!flags.quiet) {
    for (const entry of found.passedOver) printNotice(describePassedOver(entry));
    for (const left of found.unreadable) printNotice(describeUnreadable(left));
  }
  const target = reviewTarget(found.inputs, flags);
  const { plan } = target;
  const duplicates = findDuplicateOutputs(plan.map(({ planned }) => planned));
  if (duplicates.length > 0) {
    await showFindings({ diagnostics: duplicates, files: plan.length, ...sourceTexts([]) }, flags);
    return judgeFindings(duplicates, flags);
  }
  refuseOutputs(target);
  const { reviewed, status } = await reviewAll(plan, flags);
  const failed = found.failures.length > 0 || found.passedOver.some(({ why }) => why === 'unreadable');
  const statuses = [status, failed ? EXIT.usage : EXIT.done];
  if (reviewed.length > 0)
    statuses.push(await conclude(CheckedFiles.of(reviewed.map(({ checked }) => checked)), flags));
  if (target.isFolder && reviewed.length > 0) statuses.push(await saveOverview(reviewed, flags));
  return Math.max(...statuses);
}

function refuseReviewFlags({ review: target, dryRun }: ReviewFlags): void {
  if (dryRun)
    throw new UserError(
      '--dry-run 不能与 --review 同用：原件本来就不会改。',
      '去掉 --dry-run；改正在副本里是修订，可以逐处接受或拒绝。',
    );
  if (target === STANDARD_STREAM)
    throw new UserError('--review 不能写到标准输出。', '请写成文件或文件夹，例如 --review 批注/。');
}

/** An input and where its copy goes. */
interface Planned {
  readonly input: CheckInput;
  readonly planned: PlannedOutput;
}

interface Target {
  readonly isFolder: boolean;
  readonly plan: readonly Planned[];
}

/** Copies that a former run left in a folder are no inputs of the next. */
function reviewTarget(inputs: readonly CheckInput[], { review: target }: ReviewFlags): Target {
  const isFolder = inputs.some(({ isWalked }) => isWalked) || meansFolder(target, inputs.length);
  const folder = resolve(target) + sep;
  const wanted = inputs.filter(
    ({ path, isWalked }) => !(isFolder && isWalked && resolve(path).startsWith(folder)),
  );
  const plan = wanted.map((input) => {
    const { path, within } = input;
    if (isFolder && path === STANDARD_STREAM)
      throw new UserError('从标准输入读取时没有文件名，不能只指定文件夹。', '请写成 --review 批注本.docx。');
    return {
      input,
      planned: { input: path, output: isFolder ? join(target, within ?? basename(path)) : target },
    };
  });
  return { isFolder, plan };
}

/** A name that promises another kind of Word file would not be opened by Word. */
function refuseOutputs({ isFolder, plan }: Target): void {
  const inputs = plan.map(({ input }) => input.path);
  for (const { planned } of plan) {
    const { input, output } = planned;
    const ending = input === STANDARD_STREAM ? '.docx' : extname(input).toLowerCase();
    if (!isFolder && WORD_ENDING.test(ending) && extname(output).toLowerCase() !== ending)
      throw new UserError(
        `批注本 ${output} 的扩展名要与原件一样：${ending}。`,
        `请写成以 ${ending} 结尾，或写成以 / 结尾的文件夹。`,
      );
    refuseIrregularOutput(output);
    refuseInputAsOutput(output, inputs, { name: '文件', placedBy: '--review' });
  }
}

const WORD_ENDING = /^\.do[ct][xm]$/;

/** One input after its check, and what became of its copy. */
interface Reviewed {
  readonly checked: Checked;
  readonly row: ReviewedFile;
}

async function reviewAll(plan: readonly Planned[], flags: ReviewFlags) {
  const find = configurationFinder();
  const complain = userErrorPrinter();
  const reviewed: Reviewed[] = [];
  let status: number = EXIT.done;
  for (const { input, planned } of plan) {
    try {
      const configuration = await find(folderOfInput(input.path));
      const result = await reviewOne(input, planned.output, { configuration, flags });
      reviewed.push(result);
      status = Math.max(status, result.status);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      status = EXIT.usage;
    }
  }
  return { reviewed, status };
}

interface Reviewing {
  readonly configuration: Configuration;
  readonly flags: ReviewFlags;
}

async function reviewOne(
  input: CheckInput,
  output: string,
  { configuration, flags }: Reviewing,
): Promise<Reviewed & { readonly status: number }> {
  const { source, kind } = await readInput(input);
  if (kind === 'facts') refuseFacts(source.file);
  const settings = ruleSettings(configuration, input.path, flags.draft === true);
  const { outcome, word } = readForReview(source.file, source.bytes);
  const document = outcome.value;
  const result = await checkReadFinished(outcome, { settings, hasLayout: flags.layout !== false });
  const found = shownDocument(source.file, result);
  const checked: Checked = { isWalked: input.isWalked === true, settings, ...found };
  const diagnostics = applyStrictness(found.diagnostics, flags);
  const row = { file: input.within ?? source.file, title: reviewedTitle(document), diagnostics, changes: 0 };
  if (word === undefined || document === undefined) {
    const why = document === undefined ? '读不出来' : '纯文本，不能加批注';
    printNotice(
      `没有做 ${printable(source.file)} 的批注本：${document === undefined ? '文件读不出来' : '它是纯文本，批注只能写进 Word 文件'}。\n`,
    );
    return { checked, row: { ...row, why }, status: document === undefined ? EXIT.done : plainStatus(input) };
  }
  const copy = await makeCopy(word, document, { diagnostics, settings, flags });
  const status = await saveReview(output, copy, flags);
  const isSaved = status === EXIT.done;
  return {
    checked,
    row: {
      ...row,
      changes: copy.changes,
      ...(isSaved
        ? { copy: relative(flags.review, output).replaceAll('\\', '/') }
        : { why: '没有覆盖原有的批注本' }),
    },
    status,
  };
}

/** Who names a plain text asked for what cannot be; one that a folder holds is only passed over. */
function plainStatus({ isWalked }: CheckInput): number {
  return isWalked ? EXIT.done : EXIT.usage;
}

function refuseFacts(file: string): never {
  throw new UserError(
    `${file} 是事实文件，--review 只能给成文的 Word 文件加批注。`,
    '核对事实文件请去掉 --review。',
  );
}

function reviewedTitle(document: FinishedDocument | undefined): string {
  return document?.paragraphs.find(({ role }) => role === 'title')?.text.trim() ?? '';
}

async function makeCopy(
  word: ReviewableWord,
  document: FinishedDocument,
  {
    diagnostics,
    settings,
    flags,
  }: { readonly settings: RuleSettings; readonly flags: ReviewFlags } & Pick<ReviewedFile, 'diagnostics'>,
): Promise<ReviewCopy> {
  const edits = flags.fix ? fixParagraphs(document, settings) : [];
  const date = reviewDate(word.package, process.env.SOURCE_DATE_EPOCH);
  const told = diagnostics.filter(({ rule }) => !SHOWN_BY_WORD.has(rule));
  return reviewCopy(word, document, { diagnostics: told, edits, docsOf: ruleDocs, date });
}

/** Whoever opens the copy sees these by himself. */
const SHOWN_BY_WORD: ReadonlySet<string> = new Set(['leftover-comment', 'pending-revision']);

function saveReview(output: string, copy: ReviewCopy, flags: ReviewFlags): Promise<number> {
  return saveOutput(output, copy.bytes, flags, {
    standing: 'copy',
    placedBy: '--review',
    made: `已生成批注本（${describeCopy(copy, flags)}）`,
    isResult: false,
  });
}

function describeCopy({ comments, changes, refused }: ReviewCopy, { fix }: ReviewFlags): string {
  const counts = [`${comments} 条批注`];
  if (fix) counts.push(`${changes} 处修订`);
  if (refused > 0) counts.push(`${refused} 处没有改`);
  return counts.join('，');
}

async function saveOverview(reviewed: readonly Reviewed[], flags: ReviewFlags): Promise<number> {
  const page = overviewPage(
    reviewed.map(({ row }) => row),
    ruleTitle,
  );
  return saveOutput(join(flags.review, OVERVIEW), page, flags, {
    standing: 'copy',
    placedBy: '--review',
    made: '已生成总览',
    isResult: false,
  });
}

const OVERVIEW = '总览.html';
