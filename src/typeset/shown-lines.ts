import type { ShownParagraph, ShownPiece } from '../docx/shown-paragraphs.ts';
import type { ShownLine } from '../layout/layout-view.ts';

/** A paragraph taken apart where a line or a page was broken by hand: Word files that came out of other programs hold whole reports in one. */
export function shownLines(shown: ShownParagraph): readonly ShownLine[] {
  const breaks = shown.pieces.filter(({ run }) => run.kind === 'break' || run.kind === 'page-break');
  if (breaks.length === 0) return [{ shown, from: 0 }];
  const ends = [...breaks.map(({ at }) => at), shown.text.length];
  return ends.map((end, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    const isHere = ({ at }: ShownPiece) => at >= from && (at < end || (at === end && index < breaks.length));
    const pieces = shown.pieces.filter(isHere).map((piece) => ({ ...piece, at: piece.at - from }));
    const number = index === 0 ? shown.number : undefined;
    return { shown: { ...shown, text: shown.text.slice(from, end), pieces, number }, from };
  });
}
