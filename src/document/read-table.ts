import { attributeOf, type Element } from './element-tree.ts';
import type { ReportMarkup } from './markup-problem.ts';
import { checkAttributes, elementsOf, IN_PARAGRAPH, readInlines } from './read-inlines.ts';
import { spreadColumns } from './spread-columns.ts';
import type { Inline, Table, TableCell, TableRow } from './tree.ts';

/** Wider tables than this are a mistake, and taller spans than this too. */
const MAX_SPAN = 63;

/** A `<table>`, or nothing where it has no cell. */
export function readTable(element: Element, report: ReportMarkup): Table | undefined {
  checkAttributes(element, [], report);
  const parts = elementsOf(element, ['caption', 'legend', 'col', 'thead', 'tbody', 'tr'], report);
  const rows = readTableRows(parts, report);
  if (rows.length === 0) return undefined;
  const caption = readCaption(parts, report);
  return {
    type: 'table',
    ...(caption.length > 0 ? { caption } : {}),
    legend: readLegend(parts, report),
    columns: spreadColumns(rows, readWidths(parts, report)),
    rows,
  };
}

function readCaption(parts: readonly Element[], report: ReportMarkup): readonly Inline[] {
  const [first, second] = parts.filter((part) => part.tag === 'caption');
  if (second) report(second.at, 'caption', '一张表只能有一个 <caption>');
  return first ? readInlines(first.children, report) : [];
}

function readLegend(parts: readonly Element[], report: ReportMarkup): readonly (readonly Inline[])[] {
  const legends = parts.filter((part) => part.tag === 'legend');
  const fourth = legends[3];
  if (fourth) report(fourth.at, 'legend', '表上方最多三项说明（左、中、右）');
  return legends.slice(0, 3).map((legend) => readInlines(legend.children, report));
}

function readWidths(parts: readonly Element[], report: ReportMarkup): readonly (number | undefined)[] {
  return parts
    .filter((part) => part.tag === 'col')
    .map((col) => {
      checkAttributes(col, ['width'], report);
      const width = attributeOf(col, 'width');
      const share = /^(\d{1,3}(?:\.\d{1,4})?)%$/.exec(width ?? '')?.[1];
      if (width !== undefined && share === undefined) report(col.at, 'col', '列宽写成百分数，如 width="20%"');
      return share === undefined || Number(share) === 0 ? undefined : Number(share) / 100;
    });
}

function readTableRows(parts: readonly Element[], report: ReportMarkup): readonly TableRow[] {
  const rows = parts.flatMap((part) => {
    if (part.tag === 'tr') return [{ row: part, isHead: false }];
    if (part.tag !== 'thead' && part.tag !== 'tbody') return [];
    checkAttributes(part, [], report);
    const isHead = part.tag === 'thead';
    return elementsOf(part, ['tr'], report).map((row) => ({ row, isHead }));
  });
  let isTop = true;
  return rows.flatMap(({ row, isHead }) => {
    checkAttributes(row, [], report);
    const cells = elementsOf(row, ['th', 'td'], report);
    if (cells.length === 0) return [];
    isTop &&= isHead || cells.every((cell) => cell.tag === 'th');
    return [{ isHeader: isTop, cells: cells.map((cell) => readTableCell(cell, report)) }];
  });
}

function readTableCell(element: Element, report: ReportMarkup): TableCell {
  checkAttributes(element, ['colspan', 'rowspan', 'align'], report);
  return {
    children: readInlines(element.children, report, IN_PARAGRAPH),
    columnSpan: readSpan(element, 'colspan', report),
    rowSpan: readSpan(element, 'rowspan', report),
    align: readAlign(element, report),
  };
}

function readSpan(element: Element, name: string, report: ReportMarkup): number {
  const written = attributeOf(element, name) ?? '1';
  const span = /^\d{1,2}$/.test(written) ? Number(written) : 0;
  if (span >= 1 && span <= MAX_SPAN) return span;
  report(element.at, element.tag, `${name} 应为 1 至 ${MAX_SPAN} 的整数`);
  return 1;
}

function readAlign(element: Element, report: ReportMarkup): TableCell['align'] {
  const align = attributeOf(element, 'align') ?? (element.tag === 'th' ? 'center' : 'left');
  if (align === 'left' || align === 'center' || align === 'right') return align;
  report(element.at, element.tag, 'align 只能是 left、center 或 right');
  return 'left';
}
