import { sealed } from '../bytes/trailing-mark.ts';
import { visible } from '../diagnostics/printable.ts';
import { formatDate } from '../facts/dates.ts';
import { escapeMarkup } from '../write/escape.ts';
import type { Chart } from './chart.ts';
import { countyCharts } from './county-charts.ts';
import { ABSENT_SIGNS, type CountyRows } from './county-table.ts';
import { printDecimal } from './decimal.ts';
import { drawChart } from './draw-chart.ts';
import { PAGE_STYLE } from './page-style.ts';
import { figureTables, gapTable, MOST_UNITS, overdueTable, problemTable, someOf } from './page-tables.ts';
import type { County } from './roll-up.ts';
import type { SheetTable } from './table.ts';

/**
 * A county's units on one page that needs nothing else: no script, nothing from elsewhere. What is not in it comes first, then the main figures,
 * charts with what they say beside them, problems, and each unit's figures. Same county, same bytes; it ends with our fingerprint.
 */
export async function countyPage(county: County, rows: CountyRows): Promise<Uint8Array> {
  const charts = countyCharts(county, rows);
  const drawn: string[] = [];
  for (const [index, chart] of charts.entries()) drawn.push(await figureHtml(chart, `chart${index + 1}`));
  const title = escapedLines(`${county.name}各单位情况`);
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${PAGE_STYLE}
</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${escapedLines(describeScope(county))}</p>
</header>
<main>
${notices(county)}${statedFigures(county)}${drawn.length === 0 ? '' : `<section class="charts" aria-label="图">\n${drawn.join('\n')}\n</section>\n`}${pageTables(county, rows)}
</main>
</body>
</html>
`;
  return sealed(Buffer.from(html), 'html', 'final');
}

function describeScope({ units, kinds, period: { from, to }, date }: County): string {
  const counted = [...kinds].map(([kind, count]) => `${kind === '' ? '其他' : kind}${count}个`).join('、');
  const period = from === undefined || to === undefined ? [] : [`${formatDate(from)}至${formatDate(to)}`];
  const day = date === undefined ? [] : [`报告日期最晚的是${formatDate(date)}`];
  return `${[`${units.length}个单位（${counted}）`, ...period, ...day].join('，')}。`;
}

/** What is not in the page's figures, or not as it should be. */
function notices({ leftOut, mixedPeriods, indicators }: County): string {
  const lines = [
    ...leftOut.map(({ unit, why }) => `没有列入：${unit}，${why}。`),
    ...(mixedPeriods.size === 0
      ? []
      : [
          `各单位的起止不一致：${[...mixedPeriods].map(([period, names]) => `${period}的有${someOf(names)}`).join('；')}。`,
        ]),
    ...indicators.flatMap(({ name, why }) => (why === undefined ? [] : [`${name}：${why}。`])),
  ];
  if (lines.length === 0) return '';
  const items = lines.map((line) => `<li>${escapedLines(line)}</li>`).join('\n');
  return `<section class="notice">\n<h2>先看这里</h2>\n<ul>\n${items}\n</ul>\n</section>\n`;
}

/** Figures that a county is asked for first. */
const FIRST_FIGURES = [
  'overview.villages',
  'overview.communities',
  'overview.population',
  'branches.total',
  'members.total',
  'cadres.total',
  'economy.income',
];

function statedFigures({ figures, problems, progress }: County): string {
  const stated = FIRST_FIGURES.flatMap((path) => figures.find(({ place }) => place.path === path) ?? []);
  const measures = [...progress.byStage.values()].reduce((sum, count) => sum + count, 0);
  const tiles = [
    ...stated.map(({ place, value, lacking, stating }) => {
      const text = stating === 0 ? '待补' : `${printDecimal(value)}${place.field.unit ?? ''}`;
      return [place.label, text, lacking.length === 0 ? '' : `缺${lacking.length}个单位`] as const;
    }),
    ...(problems.length === 0 ? [] : [['问题', `${problems.length}类`, ''] as const]),
    ...(measures === 0 ? [] : [['整改措施', `${measures}条`, ''] as const]),
  ];
  if (tiles.length === 0) return '';
  const items = tiles.map(
    ([label, text, note]) =>
      `<div><dt>${escapedLines(label)}</dt><dd>${escapedLines(text)}${note === '' ? '' : `<small>${escapedLines(note)}</small>`}</dd></div>`,
  );
  return `<section>\n<h2>主要数字</h2>\n<dl>\n${items.join('\n')}\n</dl>\n</section>\n`;
}

/** A chart, what it says, and its figures as a table; those of each unit are in the tables at the end. */
async function figureHtml(chart: Chart, id: string): Promise<string> {
  const { title, sentence, of, series, unit, bars } = chart;
  const table = {
    title,
    head: [of, ...series.map((name) => `${name}（${unit}）`)],
    kinds: ['text' as const, ...series.map(() => 'number' as const)],
    rows: bars.map(({ label, figures }) => [label, ...figures]),
  };
  return `<figure>
<h2>${escapedLines(title)}</h2>
<figcaption>${escapedLines(sentence)}</figcaption>
${await drawChart(chart, id)}
<details><summary>这张图的数字</summary>${scrollingTable(table)}</details>
</figure>`;
}

function pageTables(county: County, rows: CountyRows): string {
  const whole = [problemTable(county), overdueTable(county), gapTable(county)].flatMap(
    (table) => table ?? [],
  );
  const beyond =
    rows.size > MOST_UNITS
      ? `<p>表中是前${MOST_UNITS}个单位，合计是全部${rows.size}个单位的；全部单位的数用 --table 写成表格。</p>\n`
      : '';
  return [
    ...whole.map((table) => sectionHtml(table)),
    `<section>\n<h2>各单位的数字</h2>\n<p>${escapedLines(ABSENT_SIGNS)}</p>\n${beyond}${figureTables(
      county,
      rows,
    )
      .map((table) => `<h3>${escapedLines(table.title)}</h3>\n${scrollingTable(table)}`)
      .join('\n')}\n</section>`,
  ].join('\n');
}

function sectionHtml(table: SheetTable): string {
  const notes = (table.notes ?? []).map((note) => `<p>${escapedLines(note)}</p>\n`).join('');
  return `<section>\n<h2>${escapedLines(table.title)}</h2>\n${scrollingTable(table)}\n${notes}</section>`;
}

/** It scrolls by itself where it is wider than the screen, and a keyboard reaches it; one that holds more text than figures is read row by row on a phone. */
function scrollingTable({ title, head, kinds, rows, subtotals = [], totals }: SheetTable): string {
  const isTold = kinds.filter((kind) => kind === 'text').length > 1;
  const cells = (texts: readonly string[]) =>
    texts
      .map((text, index) => {
        if (index === 0) return `<th scope="row">${escapedLines(text)}</th>`;
        const label = isTold ? ` data-head="${escapedLines(head[index] ?? '')}"` : '';
        const kind = kinds[index] === 'number' ? ' class="n"' : '';
        return `<td${kind}${label}>${escapedLines(text).replaceAll('\n', '<br>')}</td>`;
      })
      .join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n');
  const feet = [...subtotals.map((own) => own.cells), ...(totals === undefined ? [] : [totals])];
  const footRows = feet.map((own) => `<tr>${cells(own.map(({ text }) => text))}</tr>`);
  const foot = feet.length === 0 ? '' : `\n<tfoot>${footRows.join('\n')}</tfoot>`;
  return `<div class="wide" tabindex="0" role="region" aria-label="${escapedLines(title)}"><table${isTold ? ' class="told"' : ''}>
<thead><tr>${head.map((text, index) => `<th scope="col"${kinds[index] === 'number' ? ' class="n"' : ''}>${escapedLines(text)}</th>`).join('')}</tr></thead>
<tbody>
${body}
</tbody>${foot}
</table></div>`;
}

/** What would paint over other text is shown as a picture of itself; line breaks of ours stay. */
function escapedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeMarkup(visible(line)))
    .join('\n');
}
