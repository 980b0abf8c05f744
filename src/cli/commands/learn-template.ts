import { basename, join } from 'node:path';
import { findConfiguration } from '../../config/find-configuration.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { createFile } from '../../disk/create-file.ts';
import { CONTRACTS, readOutside, readOutsideText } from '../../disk/read-outside.ts';
import { readFinished } from '../../document/read-finished.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { describeLayoutDeviations } from '../../template-check/check-layout.ts';
import {
  type ClauseDeviation,
  type LearnedLayout,
  learnLayout,
  type NothingToLearn,
} from '../../use/learn-layout.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printResult } from '../terminal/streams.ts';
import { findTemplate } from './find-template.ts';
import { foldersHere } from './list-templates.ts';
import { newTemplateFolder } from './new-template.ts';

/** Makes an own template whose layout is that of a finished Word report. Never overwrites; tells every deviation from the standard. */
export async function learnTemplate(
  sample: string,
  id: string,
  { from = DEFAULT_TEMPLATE }: { from?: string },
): Promise<number> {
  const target = newTemplateFolder(id, await findConfiguration('.'));
  const source = await findTemplate(from, await foldersHere());
  const learned = learn(sample);
  const deviations = describeLayoutDeviations(learned.variations);
  const info = join(target, basename(source.file));
  createFile(info, withLayout(readOutsideText(source.file, CONTRACTS.template), learned, deviations));
  createFile(join(target, basename(source.body)), readOutsideText(source.body, CONTRACTS.template));
  printResult(
    [
      `已写好 ${printable(target)}：文字照模板 ${from}，版式照 ${printable(sample)}`,
      ...list(`版式与国家标准不同的 ${deviations.length} 处，已写进 template.yaml`, deviations),
      ...list(
        `样本里还有 ${learned.lost.length} 处与国家标准不同，没有照搬（版式写不了，或者只有少数段落这样）`,
        learned.lost.map(describe),
      ),
      ...list(
        '照此排出的报告还会有的不同（样本没有这一部分，或者跟着上面的改）',
        learned.added.map(describe),
      ),
      ...list('样本里不一致的，照多的写', learned.mixed),
      `看样稿：report templates show ${id} --sample --to docx`,
      '',
    ].join('\n'),
  );
  return EXIT.done;
}

function learn(sample: string): LearnedLayout {
  if (!/\.docx$/i.test(sample))
    throw new UserError(`${sample} 不是 Word 文档（.docx）。`, '用 Word 或 WPS 打开，另存为 .docx 再来。');
  const { value, diagnostics } = readFinished(sample, readOutside(sample, CONTRACTS.finished));
  if (value === undefined)
    throw new UserError(
      `${sample} 读不了：${diagnostics[0]?.message ?? '不是成文的报告'}`,
      diagnostics[0]?.hint ?? '用 Word 打开，另存为 .docx 再来。',
    );
  const learned = learnLayout(value);
  if (typeof learned === 'string')
    throw new UserError(`${sample} ${NOTHING[learned].why}`, NOTHING[learned].fix);
  return learned;
}

const NOTHING: Readonly<Record<NothingToLearn, { readonly why: string; readonly fix: string }>> = {
  'no-word': { why: '不是 Word 文档（.docx）。', fix: '用 Word 或 WPS 打开，另存为 .docx 再来。' },
  'no-body': { why: '里没有找到正文，学不到版式。', fix: '请给一份完整的报告：有标题、各级标题和正文。' },
  'no-format': {
    why: '全文没有设置字体、字号和行距，学不到版式。',
    fix: '请给一份排好版的报告；要按国家标准排，用 report format。',
  },
};

function describe({ clause, item, found, wanted }: ClauseDeviation): string {
  return `${item}：现为${found}，应为${wanted}（${clause}）`;
}

function list(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${head}：`, ...lines.map((line) => `  ${printable(line)}`)];
}

/** The template's own layout gives way. */
function withLayout(text: string, { said }: LearnedLayout, deviations: readonly string[]): string {
  const rest = text.replace(/^(?:layout|版式):.*\n(?:[ \t].*\n|\n)*/m, '').trimEnd();
  const notes = deviations.map((line) => `# ${line}\n`).join('');
  const layout = yamlOf(said as SaidKeys, 1);
  return layout === ''
    ? `${rest}\n`
    : `${rest}\n# 照样本学到的版式，与国家标准不同：\n${notes}layout:\n${layout}`;
}

type SaidKeys = { readonly [name: string]: string | SaidKeys };

function yamlOf(said: SaidKeys, depth: number): string {
  const indent = '  '.repeat(depth);
  return Object.entries(said)
    .map(([name, value]) =>
      typeof value === 'string'
        ? `${indent}${name}: ${/^[\p{L}\d_.]+$/u.test(value) ? value : JSON.stringify(value)}\n`
        : `${indent}${name}:\n${yamlOf(value, depth + 1)}`,
    )
    .join('');
}
