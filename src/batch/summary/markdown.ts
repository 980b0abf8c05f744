import { describeTotals } from '../totals.ts';
import type { BatchSummary } from './batch-summary.ts';
import { type Row, sectionsOf } from './sections.ts';

/** A page for people as Markdown: totals, then the units that need somebody, then the others. */
export function formatMarkdown(summary: BatchSummary): string {
  const sections = sectionsOf(summary).map(
    ({ title, rows }) => `## ${title}（${rows.length}）\n\n${rows.map(toItem).join('')}`,
  );
  const problems = summary.problems.map((problem) => `> ${escapeText(problem)}\n`);
  const head = `# 批量生成报告情况\n\n${describeTotals(summary.totals, summary.isDryRun)}。\n`;
  return [head, ...problems, ...sections].join('\n');
}

function toItem({ subject, notes }: Row): string {
  const [only = ''] = notes;
  if (notes.length < 2) return `- ${escapeText(subject)}${only === '' ? '' : `：${escapeText(only)}`}\n`;
  return `- ${escapeText(subject)}\n${notes.map((note) => `  - ${escapeText(note)}\n`).join('')}`;
}

/** No name and no message may become a heading, a link or a tag. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replaceAll('\n', ' ');
}
