import { basename, dirname, extname, join, resolve } from 'node:path';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { describePassedOver } from '../../disk/passed-over.ts';
import {
  findDuplicateOutputs,
  meansFolder,
  type PlannedOutput,
  STANDARD_STREAM,
} from '../../disk/plan-outputs.ts';
import { CONTRACTS } from '../../disk/read-outside.ts';
import { refuseInputAsOutput, refuseIrregularOutput } from '../../disk/refuse-output.ts';
import type { Source } from '../../facts/source.ts';
import type { Ruling } from '../../typeset/decision.ts';
import { type Typeset, type TypesetOutcome, typeset, WordsChanged } from '../../typeset/typeset.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printUserError, userErrorPrinter } from '../terminal/explain-failure.ts';
import { readSource } from '../terminal/read-source.ts';
import { saveOutput } from '../terminal/save-output.ts';
import { judgeFindings, showFindings } from '../terminal/show-findings.ts';
import { sourceTexts } from '../terminal/source-texts.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { type CheckInput, collectInputs, describeUnreadable } from './check/check-inputs.ts';
import {
  describeBroken,
  describeChanges,
  describeDecisions,
  describeObstacles,
  paragraphPartName,
} from './describe-typeset.ts';
import { readRulings } from './read-rulings.ts';

export interface FormatFlags {
  readonly output?: string;
  readonly heading: readonly string[];
  readonly dryRun?: boolean;
  readonly keepGoing?: boolean;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

/** Sets reports anew, each into a file of its own; the inputs are never touched. */
export async function format(paths: readonly string[], flags: FormatFlags): Promise<number> {
  const rulings = readRulings(flags.heading);
  const found = await collectInputs(paths, 'reports');
  for (const failure of found.failures) printUserError(failure);
  if (!flags.quiet) {
    for (const entry of found.passedOver) printNotice(describePassedOver(entry));
    for (const left of found.unreadable)
      printNotice(describeUnreadable(left).replace('没有检查', '没有排版').replace('再检查', '再排版'));
  }
  const inputs = withoutOutputs(found.inputs);
  if (rulings.size > 0 && inputs.length > 1)
    throw new UserError('--heading 只能用于一份报告。', '各份的段数不同，请一份一份地排。');
  const plan = inputs.map((input) => ({
    input,
    planned: { input: input.path, output: typesetOutput(input, inputs.length, flags) },
  }));
  const duplicates = findDuplicateOutputs(plan.map(({ planned }) => planned));
  if (duplicates.length > 0) {
    await showFindings(
      { diagnostics: duplicates, files: plan.length, ...sourceTexts([]) },
      { format: 'text' },
    );
    return judgeFindings(duplicates, { format: 'text' });
  }
  if (flags.dryRun !== true) for (const { planned } of plan) refuseTypesetOutput(planned, inputs);
  return setAll(plan, { flags, rulings, failed: found.failures.length > 0 });
}

/** What a former run put beside the reports of a folder is no report of the next. */
function withoutOutputs(inputs: readonly CheckInput[]): readonly CheckInput[] {
  const stems = new Set(inputs.map(({ path }) => pathStem(path)));
  return inputs.filter(
    ({ path, isWalked }) =>
      !(
        isWalked &&
        pathStem(path).endsWith(OUTPUT_SUFFIX) &&
        stems.has(pathStem(path).slice(0, -OUTPUT_SUFFIX.length))
      ),
  );
}

const OUTPUT_SUFFIX = '-排版';

function pathStem(path: string): string {
  return resolve(path).slice(0, -extname(path).length || undefined);
}

function typesetOutput({ path, within }: CheckInput, count: number, { output }: FormatFlags): string {
  const isFolder =
    output !== undefined &&
    output !== STANDARD_STREAM &&
    meansFolder(output, within === undefined ? count : 2);
  if (output === STANDARD_STREAM && count > 1)
    throw new UserError('-o - 只能用于一份报告。', '请用 -o 指定一个文件夹。');
  if (output !== undefined && !isFolder) return output;
  if (path === STANDARD_STREAM) {
    if (output === undefined) return STANDARD_STREAM;
    throw new UserError('从标准输入读取时没有文件名，不能只指定文件夹。', '请写成 -o 报告.docx。');
  }
  const name = `${basename(path, extname(path))}${OUTPUT_SUFFIX}.docx`;
  return join(output ?? dirname(path), output === undefined ? '' : dirname(within ?? ''), name);
}

function refuseTypesetOutput({ output }: PlannedOutput, inputs: readonly CheckInput[]): void {
  if (output === STANDARD_STREAM) return;
  if (extname(output).toLowerCase() !== '.docx')
    throw new UserError(
      `排版不能写成 ${output}。`,
      '排出来的是 Word 文档，请以 .docx 结尾，或写成以 / 结尾的文件夹。',
    );
  refuseIrregularOutput(output);
  refuseInputAsOutput(
    output,
    inputs.map(({ path }) => path),
    { name: '报告', placedBy: '-o' },
  );
}

interface Setting {
  readonly flags: FormatFlags;
  readonly rulings: ReadonlyMap<number, Ruling>;
  readonly failed: boolean;
}

async function setAll(
  plan: readonly { readonly input: CheckInput; readonly planned: PlannedOutput }[],
  { flags, rulings, failed }: Setting,
): Promise<number> {
  const complain = userErrorPrinter();
  const results: unknown[] = [];
  let status: number = failed ? EXIT.usage : EXIT.done;
  for (const { input, planned } of plan) {
    try {
      const { code, result } = await setOne(input, planned.output, { flags, rulings });
      status = Math.max(status, code);
      results.push(result);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
      status = Math.max(status, EXIT.usage);
    }
  }
  if (flags.format === 'json') printResult(`${JSON.stringify({ version: 1, files: results }, null, 2)}\n`);
  return status;
}

interface SetOne {
  readonly code: number;
  readonly result: unknown;
}

async function setOne(
  input: CheckInput,
  output: string,
  { flags, rulings }: Omit<Setting, 'failed'>,
): Promise<SetOne> {
  if (/\.(?:ya?ml|json)$/i.test(input.path))
    throw new UserError(
      `${input.path} 是事实文件，不用排版。`,
      '请用 report build 生成报告，生成出来就是标准版式。',
    );
  const source = await readSource(input.path, CONTRACTS.finished);
  const outcome = setOrSay(source, { flags, rulings });
  if (outcome === undefined) return { code: EXIT.bug, result: { file: source.file, status: 'failed' } };
  const { value, diagnostics } = outcome;
  if (value === undefined) {
    await showFindings({ diagnostics, files: 1, ...sourceTexts([]) }, { format: 'text' });
    return { code: EXIT.findings, result: { file: source.file, status: 'unreadable', diagnostics } };
  }
  refuseMisplaced(value, source.file);
  const code =
    flags.dryRun === true
      ? showDecisions(source, value, flags)
      : await deliverTypeset(source, output, value, flags);
  const isWritten = flags.dryRun !== true && value.file !== undefined && code !== EXIT.usage;
  return { code, result: plainResult(source.file, isWritten ? output : null, value) };
}

/** That words would have changed is the program's fault: no file is written, and the others are set all the same. */
function setOrSay(source: Source, { flags, rulings }: Omit<Setting, 'failed'>): TypesetOutcome | undefined {
  try {
    const epoch = process.env.SOURCE_DATE_EPOCH;
    return typeset(source.file, source.bytes, { rulings, keepsGoing: flags.keepGoing === true, epoch });
  } catch (error) {
    if (!(error instanceof WordsChanged)) throw error;
    printNotice(`没有排版 ${printable(source.file)}：排出来的与原文不一样，${printable(error.message)}。\n`);
    printNotice('  这是 report 自身的缺陷，原件没有动。请把这段文字告诉维护者。\n');
    return undefined;
  }
}

function refuseMisplaced({ misplaced, decisions }: Typeset, file: string): void {
  if (misplaced.length === 0) return;
  const last = decisions.at(-1)?.paragraph;
  throw new UserError(
    `${file} 里没有可以指定的第${misplaced.join('、')}段。`,
    `表格、注释里的和空的段落不能指定；段数见 report format --dry-run${last === undefined ? '' : `，那里列到第${last}段`}。`,
  );
}

function showDecisions({ file }: Source, value: Typeset, flags: FormatFlags): number {
  if (flags.format === 'text') {
    printResult(`${printable(file)} 排版时各段认成：\n${describeDecisions(value)}`);
    for (const line of stops(value)) printResult(`  带不过去：${line}\n`);
    const broken = value.file === undefined ? [] : describeBroken(value);
    for (const line of broken) printResult(`  排版后仍不合：${line}\n`);
  }
  return value.file === undefined ? EXIT.findings : EXIT.done;
}

function stops(value: Typeset): string[] {
  const { revisions } = value;
  const pending =
    revisions === undefined
      ? []
      : [`${revisions.count} 处${revisions.what}，第一处在${printable(revisions.where)}`];
  return [...describeObstacles(value), ...pending];
}

async function deliverTypeset(
  source: Source,
  output: string,
  value: Typeset,
  flags: FormatFlags,
): Promise<number> {
  if (value.file === undefined) {
    explainStop(source.file, value);
    return EXIT.findings;
  }
  if (value.isOwn && flags.output === undefined && output !== STANDARD_STREAM) {
    if (!flags.quiet && flags.format === 'text')
      printResult(`${printable(source.file)} 已经是标准版式，没有另存。\n`);
    return EXIT.done;
  }
  if (output === STANDARD_STREAM) {
    printResult(value.file);
    tellTypeset(value, flags);
    return value.obstacles.length > 0 ? EXIT.findings : EXIT.done;
  }
  const status = await saveOutput(output, value.file, flags, {
    standing: 'typeset',
    made: value.isOwn ? `${printable(source.file)} 已经是标准版式，原样另存为` : '已排版',
    isResult: flags.format === 'text',
  });
  if (status !== EXIT.done) return status;
  tellTypeset(value, flags);
  return value.obstacles.length > 0 ? EXIT.findings : EXIT.done;
}

/** What a person has to see to afterwards. */
function tellTypeset(value: Typeset, { quiet, format: how }: FormatFlags): void {
  for (const line of describeObstacles(value)) printNotice(`  留待处理：${line}\n`);
  if (value.revisions !== undefined) printNotice(`  ${value.revisions.count} 处修订按全部接受来排\n`);
  if (quiet || how === 'json' || value.isOwn) return;
  for (const line of describeChanges(value.changes)) printNotice(`  ${line}\n`);
  for (const line of describeBroken(value)) printNotice(`  仍不合，要改文字：${line}\n`);
  const shaped = value.decisions.filter(({ reason }) => reason.startsWith('独占一段'));
  if (shaped.length > 0)
    printNotice(`  没有编号、按样子认作标题的有 ${shaped.length} 段，用 --dry-run 看看对不对。\n`);
}

function explainStop(file: string, value: Typeset): void {
  const { revisions, obstacles } = value;
  const name = printable(file);
  if (obstacles.length > 0) {
    const lines = describeObstacles(value).map((line) => `  ${line}\n`);
    printNotice(`没有排版 ${name}：有的内容带不过去。\n${lines.join('')}`);
    if (obstacles.some(({ what }) => what.startsWith('插入的')))
      printNotice('  插入的文件用 Word 打开原件后另存一份，就成了正文，可以再排。\n');
    printNotice('  先在 Word 里处理这些地方；或加 --keep-going，这些地方留下【…】，其余照排。\n');
  }
  if (revisions !== undefined) {
    printNotice(
      `没有排版 ${name}：有 ${revisions.count} 处${revisions.what}，第一处在${printable(revisions.where)}。\n`,
    );
    printNotice('  在 Word 的“审阅”里接受或拒绝后再排；或加 --keep-going，按全部接受来排。\n');
  }
}

function plainResult(file: string, output: string | null, value: Typeset) {
  const { decisions, counts, changes, obstacles, revisions, isOwn, sheet } = value;
  const named = decisions.map(({ paragraph, part, level, reason, text }) => ({
    paragraph,
    part,
    level: level ?? null,
    name: paragraphPartName({ part, level }),
    reason,
    text,
  }));
  const broken = sheet
    .filter(({ verdict }) => verdict === '不合')
    .map(({ clause, item, found, wanted }) => ({ clause, item, found, wanted }));
  const status = value.file === undefined ? 'stopped' : isOwn ? 'own' : 'set';
  return {
    file,
    output,
    status,
    decisions: named,
    counts,
    changes,
    obstacles,
    revisions: revisions ?? null,
    broken,
  };
}
