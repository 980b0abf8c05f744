import type { TabStop } from '../docx/properties.ts';
import type { WordParagraph, WordRun } from '../docx/word-document.ts';
import { PAGE_NUMBER_INDENT, SIZES } from '../format/gb9704.ts';
import { textWidth } from '../write/measure.ts';
import { type LayoutView, textWidthOf } from './layout-view.ts';
import type { PageNumber } from './page-numbers.ts';

/** Where a page number stands: at a side of the text area, so far from it (in twips, with blanks that were typed). */
export interface Stand {
  readonly side: 'left' | 'center' | 'right';
  readonly indent: number;
}

/** Undefined where it is placed by a tab whose stop nobody says. */
export function standOf(
  { paragraph, text }: PageNumber,
  section: number,
  view: LayoutView,
): Stand | undefined {
  const effective = view.word.formatting.paragraph(paragraph);
  const { alignment, right = 0, left = 0, rightChars = 0, leftChars = 0, firstLine = 0 } = effective;
  const inset = (length: number, hundredths: number) =>
    hundredths === 0 ? length : (hundredths / 100) * PAGE_NUMBER_INDENT;
  const typed = (spaces: string | undefined) =>
    [...(spaces ?? '')].reduce((sum, space) => sum + (space === '　' ? 1 : 0.5), 0) * PAGE_NUMBER_INDENT;
  const fromRight = inset(right, rightChars) + typed(/[ 　]*$/.exec(text)?.[0]);
  const fromLeft = inset(left, leftChars) + firstLine + typed(/^[ 　]*/.exec(text)?.[0]);
  const ahead = paragraph.runs.slice(0, fieldAt(paragraph)).filter(({ isCode }) => !isCode);
  const tab = ahead.findLast(({ kind }) => kind === 'tab');
  const isCentred = alignment === 'center';
  const isRight = alignment === 'right' || alignment === 'end';
  if (tab === undefined) {
    if (isCentred) return { side: 'center', indent: 0 };
    return isRight ? { side: 'right', indent: fromRight } : { side: 'left', indent: fromLeft };
  }
  if (isCentred || isRight) return undefined;
  if (tab.tabAlignment === 'center') return { side: 'center', indent: 0 };
  if (tab.tabAlignment !== undefined)
    return tab.tabAlignment === 'right'
      ? { side: 'right', indent: fromRight }
      : { side: 'left', indent: fromLeft };
  const stop = stopReached(ahead, fromLeft, effective.tabs ?? []);
  const width = textWidthOf(view, section);
  if (stop === undefined) return undefined;
  if (stop.kind === 'center')
    return Math.abs(stop.at - width / 2) < NEAR_MIDDLE ? { side: 'center', indent: 0 } : undefined;
  const end = stop.kind === 'right' ? stop.at : stop.at + textWidth(text.trim()) * SIZES.四号 * 10;
  if (end > width / 2) return { side: 'right', indent: width - end + typed(/[ 　]*$/.exec(text)?.[0]) };
  return stop.kind === 'left' ? { side: 'left', indent: stop.at } : undefined;
}

/** Twips: 1 cm. */
const NEAR_MIDDLE = 567;

function fieldAt({ runs }: WordParagraph): number {
  return runs.findIndex(({ kind, text }) => kind === 'instruction' && /\bPAGE\b/i.test(text));
}

/** The stop of the last tab; text before it is taken to be of 四号. */
function stopReached(runs: readonly WordRun[], from: number, tabs: readonly TabStop[]): TabStop | undefined {
  let at = from;
  let reached: TabStop | undefined;
  for (const { kind, text } of runs) {
    if (kind !== 'tab') {
      at += textWidth(text) * SIZES.四号 * 10;
      continue;
    }
    reached = tabs.find((stop) => stop.at > at);
    if (reached === undefined) return undefined;
    at = reached.at;
  }
  return reached;
}
