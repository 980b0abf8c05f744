import { GapCell } from './cell.ts';
import { isCell } from './cell-at.ts';
import { isPresent } from './presence.ts';
import { ProseCell } from './prose-cell.ts';

/** The sentences of a body, paragraph by paragraph, the last one open where more is to follow. */
export function bodySentences(body: unknown, isLeading = false): string[] {
  if (body instanceof ProseCell) return body.sentences(isLeading);
  const isPrinted = isCell(body) && (body.isPresent || (body instanceof GapCell && body.isNeeded));
  return isPrinted ? [`${body.toHTML()}。`] : [];
}

/** The sentences of a text within a paragraph, in which each of its own paragraphs begins a new one. */
export function sentencesWithin(body: unknown): string {
  return bodySentences(body).join(BREAK_MARKUP);
}

const BREAK_MARKUP = '<br/>';

/** `<ol><li>…</li></ol>` of a list of texts; empty where it holds none. The writer numbers and closes the items. */
export function seriesMarkup(points: unknown): string {
  const items = presentItems(points).map((point) => `<li>${itemMarkup(point)}</li>`);
  return items.length === 0 ? '' : `<ol>${items.join('')}</ol>`;
}

function itemMarkup(point: { toHTML(): string }): string {
  return point instanceof ProseCell ? point.lines().join(BREAK_MARKUP) : point.toHTML();
}

/** Paragraphs of body and points, each from `<p>` to `</p>`; `opening` is in the first, `ending` in the last. */
export function bodyParagraphs(body: unknown, points: unknown, opening = '', ending = ''): string {
  const series = seriesMarkup(points);
  const sentences = bodySentences(body, series !== '');
  const last = sentences.pop() ?? '';
  const paragraphs = [...sentences, last + series + ending.trim()];
  paragraphs[0] = opening + paragraphs[0];
  return paragraphs.map((paragraph) => (paragraph === '' ? '' : `<p>${paragraph}</p>`)).join('');
}

export function presentItems(list: unknown): { toHTML(): string }[] {
  return Array.isArray(list) ? list.filter((item) => isCell(item) && isPresent(item)) : [];
}
