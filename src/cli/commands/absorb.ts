import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { isNewer } from '../../disk/is-newer.ts';
import { editKeepingFacts, restoreFacts } from '../../disk/keep-facts.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { CONTRACTS } from '../../disk/read-outside.ts';
import { refuseIrregularOutput } from '../../disk/refuse-output.ts';
import { encodeLike } from '../../document/encode-like.ts';
import type { Source } from '../../facts/source.ts';
import { type Absorbed, absorbReport } from '../../use/absorb.ts';
import { renderOptions } from '../render-options.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { readSource } from '../terminal/read-source.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { sourceTexts } from '../terminal/source-texts.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { configurationsOf } from '../terminal/surroundings.ts';
import { absorbedJson, describeAbsorbed } from './describe-changes.ts';
import { describeRefusal, refusalJson } from './describe-refusal.ts';

export interface AbsorbFlags {
  readonly apply?: boolean;
  readonly undo?: boolean;
  readonly base?: string;
  readonly skip?: readonly string[];
  readonly template?: string;
  readonly attach?: readonly string[];
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

/** Takes a report that was edited back into its facts file, or tells what there is to take. */
export async function absorb(report: string, facts: string | undefined, flags: AbsorbFlags): Promise<number> {
  const [document, file] = arrangedReports(report, facts);
  if (flags.undo === true) return undo(file ?? document);
  if (file === undefined) {
    throw new UserError('缺少事实文件。', '写成：report absorb 报告.docx 事实.yaml。');
  }
  refuseStreams(document, file);
  const configuration = (await configurationsOf([file]))(file);
  const source = await readSource(file);
  const edited = await readSource(document, CONTRACTS.finished);
  const base = flags.base === undefined ? undefined : await readSource(flags.base, CONTRACTS.finished);
  const { value, diagnostics } = await absorbReport(edited, source, {
    ...renderOptions(file, configuration, flags),
    base,
    isOlder: isNewer(file, document),
    skip: flags.skip,
  });
  const isForPeople = flags.format === 'text';
  if (value !== undefined && isForPeople) {
    await showFindings({ diagnostics, files: 1, ...sourceTexts([]) }, { format: 'text' });
  }
  if (value === undefined) return showUnread(diagnostics, [edited, source], flags);
  if (!('changes' in value)) {
    if (flags.format === 'json') printResult(refusalJson(value));
    else printNotice(describeRefusal(value, document, file));
    return EXIT.findings;
  }
  if (
    base === undefined &&
    value.changes.some(({ isTaken, side }) => isTaken && side === undefined) &&
    isNewer(file, document)
  ) {
    printNotice(describeNewer(document, file));
  }
  const kept = flags.apply === true ? writeAbsorbed(file, source, value) : undefined;
  const told = {
    absorbed: value,
    warnings: diagnostics,
    report: document,
    facts: file,
    isApplied: flags.apply === true,
    kept,
  };
  printResult(flags.format === 'json' ? absorbedJson(told) : describeAbsorbed(told, flags.quiet === true));
  return EXIT.done;
}

/** Facts files and reports are told apart by their names, whichever comes first. */
function arrangedReports(
  report: string,
  facts: string | undefined,
): readonly [report: string, facts: string | undefined] {
  const isFacts = (path: string) => /\.ya?ml$/i.test(path);
  return facts !== undefined && isFacts(report) && !isFacts(facts) ? [facts, report] : [report, facts];
}

function refuseStreams(report: string, facts: string): void {
  if (report !== STANDARD_STREAM && facts !== STANDARD_STREAM) return;
  throw new UserError('absorb 不能用于标准输入：收回要写进文件里。', '请写出报告和事实文件的名字。');
}

function describeNewer(report: string, facts: string): string {
  return (
    `注意：${printable(facts)} 在 ${printable(report)} 最后一次保存之后改过，下面的差别也可能是事实后来改的。\n` +
    '  用 --base 给出改之前的报告或事实文件，可以分清哪边改了什么；不要写回的用 --skip。\n'
  );
}

function undo(facts: string): number {
  if (!/\.ya?ml$/i.test(facts)) {
    throw new UserError('--undo 后面要的是事实文件。', '写成：report absorb 事实.yaml --undo。');
  }
  refuseIrregularOutput(facts);
  restoreFacts(facts);
  printResult(`已撤销：${printable(facts)} 恢复为收回之前的内容。\n`);
  return EXIT.done;
}

/** Writes the facts, where something of them changed; the path of the copy of what they were. */
function writeAbsorbed(file: string, { bytes }: Source, { before, after }: Absorbed): string | undefined {
  if (after === before) return undefined;
  const encoded = encodeLike(after, { text: before, bytes });
  if (encoded === undefined) {
    throw new UserError(
      `${file} 的编码存不下改动里的字，没有写入。`,
      '在记事本里“另存为”，编码选 UTF-8，再试一次。',
    );
  }
  return editKeepingFacts(file, bytes, encoded);
}

async function showUnread(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  { format }: AbsorbFlags,
): Promise<number> {
  await showFindings(
    { diagnostics, files: sources.length, ...sourceTexts(sources) },
    { format, isResult: true },
  );
  printNotice('没有收回：报告或事实文件读不出来。\n');
  return EXIT.findings;
}
