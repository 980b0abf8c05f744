import type { Origin } from '../../document/tree.ts';
import { escapeMarkup } from '../escape.ts';
import type { PrintedParagraph, PrintedTable, Span } from '../printed.ts';
import { notedHtml } from './notes.ts';

/** One element of a role; the class has the role's format. */
export function element(tag: string, role: string, content: string, style = ''): string {
  const own = style === '' ? '' : ` style="${style}"`;
  return `<${tag} class="${role}"${own}>${content}</${tag}>\n`;
}

/** The pieces of a paragraph; a figure names the fact that it came from. */
export function spansHtml(spans: readonly Span[], level: 0 | 1 | 2 | 3 | 4 = 0): string {
  const heading = spans.findIndex((span) => !span.isHeading);
  if (level === 0 || heading === 0) return spans.map(spanHtml).join('');
  const end = heading === -1 ? spans.length : heading;
  const words = spans.slice(0, end).map(spanHtml).join('');
  const rest = spans.slice(end).map(spanHtml).join('');
  return `<span class="words${level}" role="heading" aria-level="${level + 1}">${words}</span>${rest}`;
}

/** A paragraph of the body. */
export function proseHtml({ level, isHeading, spans }: PrintedParagraph): string {
  if (level === 0) return element('p', 'body', spansHtml(spans));
  return isHeading
    ? element(`h${level + 1}`, `heading${level}`, spansHtml(spans))
    : element('p', `runIn${level}`, spansHtml(spans, level));
}

/** A table with its caption and the line above it. */
export function tableHtml({ caption, legend, columns, rows }: PrintedTable, role: string): string {
  const heads = rows.filter((row) => row.isHeader).map((row) => rowHtml(row, 'th'));
  const others = rows.filter((row) => !row.isHeader).map((row) => rowHtml(row, 'td'));
  const widths = columns.map((share) => `<col style="width:${Number((share * 100).toFixed(3))}%">`).join('');
  return [
    caption.length > 0 ? element('p', 'caption', spansHtml(caption)) : '',
    legend.length > 0
      ? element('p', 'legend', legend.map((one) => `<span>${spansHtml(one)}</span>`).join(''))
      : '',
    `<table class="${role}"><colgroup>${widths}</colgroup>`,
    heads.length > 0 ? `<thead>${heads.join('')}</thead>` : '',
    `<tbody>${others.join('')}</tbody></table>\n`,
  ].join('');
}

function spanHtml(span: Span): string {
  return span.note === undefined ? plainHtml(span) : notedHtml(span, span.note, plainHtml(span));
}

function plainHtml({ text, path, isStrong, isPending, anchor }: Span): string {
  const words = isStrong ? `<strong>${escapeMarkup(text)}</strong>` : escapeMarkup(text);
  if (anchor !== undefined) return anchoredHtml(anchor, words);
  if (path === undefined) return words;
  const tag = isPending ? 'mark' : 'span';
  return `<${tag} data-value="${escapeMarkup(path)}">${words}</${tag}>`;
}

/** The facts' own words, with the fact and the UTF-16 offsets into its text. */
function anchoredHtml({ path, span: [start, end] }: Origin, words: string): string {
  return `<span data-fact="${escapeMarkup(path)}" data-start="${start}" data-end="${end}">${words}</span>`;
}

function rowHtml({ cells }: PrintedTable['rows'][number], tag: 'th' | 'td'): string {
  const html = cells.map(({ spans, columnSpan, rowSpan, align }) => {
    const spanning = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
    const words = tag === 'th' ? `<span class="words1">${spansHtml(spans)}</span>` : spansHtml(spans);
    return `<${tag}${spanning} style="text-align:${align}">${words}</${tag}>`;
  });
  return `<tr>${html.join('')}</tr>`;
}
