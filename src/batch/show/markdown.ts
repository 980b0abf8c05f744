import { escapeMarkdown } from '../../diagnostics/escape-markdown.ts';
import { batchTotalsLine } from '../totals.ts';
import type { BatchSummary } from './batch-summary.ts';
import { type SummaryRow, summarySections } from './sections.ts';

/** A page for people as Markdown: totals, then the units that need somebody, then the others. */
export function formatMarkdown(summary: BatchSummary): string {
  const sections = summarySections(summary).map(
    ({ title, rows }) => `## ${title}（${rows.length}）\n\n${rows.map(toItem).join('')}`,
  );
  const problems = summary.problems.map((problem) => `> ${escapeMarkdown(problem)}\n`);
  const head = `# 批量生成报告情况\n\n${batchTotalsLine(summary.totals, summary.isDryRun)}。\n`;
  return [head, ...problems, ...sections].join('\n');
}

function toItem({ subject, notes }: SummaryRow): string {
  const [only = ''] = notes;
  if (notes.length < 2)
    return `- ${escapeMarkdown(subject)}${only === '' ? '' : `：${escapeMarkdown(only)}`}\n`;
  return `- ${escapeMarkdown(subject)}\n${notes.map((note) => `  - ${escapeMarkdown(note)}\n`).join('')}`;
}
