import { sealed } from '../bytes/trailing-mark.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/printable.ts';
import { countByRule, summarize } from '../diagnostics/summary.ts';
import { escapeMarkup } from '../write/escape.ts';

/** One file that was reviewed, as the overview lists it. */
export interface ReviewedFile {
  readonly file: string;
  /** The report's own title; empty where none was found. */
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The copy, seen from the overview, with `/`; absent where none was made, and then `why` says so. */
  readonly copy?: string;
  readonly why?: string;
  /** Tracked changes in the copy. */
  readonly changes: number;
}

/** One self-contained page about all files: who has how many errors and warnings, with links to the copies; a click on a column's head sorts. */
export function overviewPage(
  files: readonly ReviewedFile[],
  titleOf: (rule: string) => string | undefined,
): Uint8Array {
  return sealed(Buffer.from(writePage(files, titleOf)), 'html', 'copy');
}

function writePage(files: readonly ReviewedFile[], titleOf: (rule: string) => string | undefined): string {
  const rows = files.map(overviewRow).sort(byGravity);
  const total = (key: 'errors' | 'warnings' | 'changes') => rows.reduce((sum, row) => sum + row[key], 0);
  const clean = rows.filter(
    ({ errors, warnings, why }) => errors + warnings === 0 && why === undefined,
  ).length;
  const kinds = countByRule(files.flatMap(({ diagnostics }) => diagnostics));
  const kindRows = kinds.map(([rule, count]) => {
    const holders = files.filter(({ diagnostics }) => diagnostics.some((each) => each.rule === rule)).length;
    return `<tr><td>${escapedText(titleOf(rule) ?? rule)} <code>${escapedText(rule)}</code></td><td>${count}</td><td>${holders}</td></tr>`;
  });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>批注总览</title>
<style>${OVERVIEW_STYLE}</style>
</head>
<body>
<h1>批注总览</h1>
<p>共 ${rows.length} 份文件：${total('errors')} 个错误，${total('warnings')} 个警告，${clean} 份没有发现问题。</p>
<table class="sortable">
<thead><tr>${OVERVIEW_HEADS.map(head).join('')}</tr></thead>
<tbody>
${rows.map(writeRow).join('\n')}
</tbody>
<tfoot><tr><th scope="row" colspan="2">合计</th><td>${total('errors')}</td><td>${total('warnings')}</td><td>${total('changes')}</td><td></td></tr></tfoot>
</table>
${kindRows.length === 0 ? '' : `<h2>各类问题</h2>\n<table>\n<thead><tr><th scope="col">问题</th><th scope="col">处数</th><th scope="col">文件数</th></tr></thead>\n<tbody>\n${kindRows.join('\n')}\n</tbody>\n</table>\n`}<script>${SCRIPT}</script>
</body>
</html>
`;
}

interface OverviewRow extends Omit<ReviewedFile, 'diagnostics'> {
  readonly errors: number;
  readonly warnings: number;
}

function overviewRow({ diagnostics, ...file }: ReviewedFile): OverviewRow {
  const { errors, warnings } = summarize(diagnostics, 1);
  return { ...file, errors, warnings };
}

function byGravity(a: OverviewRow, b: OverviewRow): number {
  return b.errors - a.errors || b.warnings - a.warnings || (a.file < b.file ? -1 : 1);
}

const OVERVIEW_HEADS = ['文件', '标题', '错误', '警告', '修订', '批注本'];

function head(name: string, index: number): string {
  const order = index === OVERVIEW_HEADS.indexOf('错误') ? ' aria-sort="descending"' : '';
  return `<th scope="col"${order}><button type="button">${name}</button></th>`;
}

function writeRow({ file, title, errors, warnings, changes, copy, why }: OverviewRow): string {
  const link =
    copy === undefined
      ? escapedText(why ?? '')
      : `<a href="${escapeMarkup(copy.split('/').map(encodeURIComponent).join('/'))}">打开</a>`;
  return `<tr><td>${escapedText(file)}</td><td>${escapedText(title)}</td><td${errors > 0 ? ' class="error"' : ''}>${errors}</td><td>${warnings}</td><td>${changes}</td><td>${link}</td></tr>`;
}

function escapedText(content: string): string {
  return escapeMarkup(visible(content));
}

const OVERVIEW_STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.sortable td:nth-child(n+3):nth-child(-n+5), h2 + table td:nth-child(n+2) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.sortable th:nth-child(n+3) { white-space: nowrap; }
th button { background: none; border: 0; color: inherit; cursor: pointer; font: inherit; font-weight: bold; padding: 0; }
th[aria-sort=ascending] button::after { content: " ↑"; }
th[aria-sort=descending] button::after { content: " ↓"; }
.error { color: #c00; font-weight: bold; }
tfoot td, tfoot th { border-top: 2px solid #888; }
code { color: #888; font-size: .85em; }
@media (prefers-color-scheme: dark) { .error { color: #f77; } }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; } @page { size: A4; margin: 15mm; } }
`;

const SCRIPT = `
for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.firstElementChild.addEventListener('click', () => {
    const falls = head.getAttribute('aria-sort') !== 'descending' && (column === 2 || column === 3 || column === 4 || head.hasAttribute('aria-sort'));
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', falls ? 'descending' : 'ascending');
    const value = (row) => row.cells[column].textContent;
    const rows = [...table.tBodies[0].rows].sort((a, b) => value(a).localeCompare(value(b), 'zh-CN', { numeric: true }));
    table.tBodies[0].append(...(falls ? rows.reverse() : rows));
  }));
}
`;
