import type { Passage } from '../../facts/passages.ts';
import { Prose } from '../../prose/prose.ts';
import { type SeriesMark, seriesOf } from '../../prose/series.ts';

/** A text that numbers 一是…二是…, taken apart. */
export interface SplitSeries {
  /** The paragraphs before the first item; the last one may lead into it. */
  readonly lead: readonly string[];
  /** Without their numbers and closing marks. */
  readonly items: readonly string[];
  /** Paragraphs after the last item's own. */
  readonly rest: readonly string[];
}

/**
 * Takes paragraphs apart that hold one series 一是…二是…, in one of them or an item each. Undefined where there is none, or several, so that no
 * text gets another place than it has.
 */
export function splitSeriesItems(paragraphs: readonly string[]): SplitSeries | undefined {
  const passages = paragraphs.map(
    (text, paragraph): Passage => ({ path: '', paragraph, role: 'body', text, offset: 0, references: [] }),
  );
  const found = seriesOf(new Prose(passages)).filter((series) => series.length > 1);
  const [series] = found;
  if (series === undefined || found.length > 1 || !series.every(({ number }, at) => number === at + 1))
    return undefined;
  const first = seriesMarkPlace(series[0]);
  const last = seriesMarkPlace(series.at(-1));
  const isInOne = first.paragraph === last.paragraph;
  if (!isInOne && !series.slice(1).every(opensParagraph)) return undefined;
  const before = (paragraphs[first.paragraph] ?? '').slice(0, first.start);
  return {
    lead: [...paragraphs.slice(0, first.paragraph), ...(before.trim() === '' ? [] : [before])],
    items: series.map((mark, at) => seriesItemText(paragraphs, mark, series[at + 1])),
    rest: paragraphs.slice(last.paragraph + 1),
  };
}

function seriesMarkPlace(mark: SeriesMark | undefined): { paragraph: number; start: number } {
  return { paragraph: mark?.passage.paragraph ?? 0, start: mark?.start ?? 0 };
}

function opensParagraph({ start, passage }: SeriesMark): boolean {
  return passage.text.slice(0, start).trim() === '';
}

function seriesItemText(
  paragraphs: readonly string[],
  mark: SeriesMark,
  next: SeriesMark | undefined,
): string {
  const at = mark.passage.paragraph ?? 0;
  const own = paragraphs[at] ?? '';
  if (next === undefined) return withoutItemMark(own.slice(mark.end));
  if (next.passage.paragraph === at) return withoutItemMark(own.slice(mark.end, next.start));
  const between = paragraphs.slice(at + 1, next.passage.paragraph);
  return withoutItemMark([own.slice(mark.end), ...between].join('\n'));
}

/** The writer sets the marks between items. */
export function withoutItemMark(text: string): string {
  return text.trim().replace(/[。；;，,]$/u, '');
}
