import { visible } from '../../diagnostics/printable.ts';
import { escapeMarkup } from '../../write/escape.ts';
import { ALWAYS_COUNTED, batchTotalsLine, statusName } from '../totals.ts';
import type { BatchSummary } from './batch-summary.ts';
import { type SummaryRow, type SummarySection, summarySections } from './sections.ts';

/** A page for people that stands on its own: totals, then the units that need somebody, then the others folded away. */
export function formatHtml(summary: BatchSummary): string {
  const problems = summary.problems.map((problem) => `<p class="problem">${escapedVisible(problem)}</p>\n`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>批量生成报告情况</title>
<style>${SUMMARY_STYLE}</style>
</head>
<body>
<h1>批量生成报告情况</h1>
<p>${escapeMarkup(batchTotalsLine(summary.totals, summary.isDryRun))}。</p>
${problems.join('')}${tiles(summary)}
${summarySections(summary).map(toSection).join('\n')}
</body>
</html>
`;
}

function tiles({ totals, isDryRun }: BatchSummary): string {
  const tile = (status: (typeof ALWAYS_COUNTED)[number]) =>
    `<li class="${status}"><b>${totals[status]}</b>${statusName(status, isDryRun)}</li>`;
  return `<ul class="totals">${ALWAYS_COUNTED.map(tile).join('')}</ul>`;
}

function toSection({ title, rows, isQuiet }: SummarySection): string {
  const table = `<table>${rows.map(toRow).join('\n')}</table>`;
  const heading = `${title}（${rows.length}）`;
  return isQuiet
    ? `<details><summary>${heading}</summary>${table}</details>`
    : `<section><h2>${heading}</h2>${table}</section>`;
}

function toRow({ subject, notes }: SummaryRow): string {
  return `<tr><th scope="row">${escapedVisible(subject)}</th><td>${notes.map(escapedVisible).join('<br>')}</td></tr>`;
}

function escapedVisible(text: string): string {
  return escapeMarkup(visible(text));
}

const SUMMARY_STYLE = `
body{font:16px/1.7 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
.totals{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}
.totals li{border:1px solid #ccc;border-radius:.4rem;padding:.5rem 1.2rem;text-align:center}
.totals b{display:block;font-size:1.6rem}.failed b{color:#b00020}.built b{color:#1b7f3b}
table{border-collapse:collapse;width:100%}
th,td{border-top:1px solid #ddd;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:normal;width:40%}summary{cursor:pointer;font-size:1.2rem;margin-top:2rem}
.problem{color:#b00020}
@media print{details{display:none}}
`;
