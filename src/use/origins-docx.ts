import { LABELS } from '../bytes/label.ts';
import { WordMarker } from '../docx/mark/word-marker.ts';
import { readWord } from '../docx/read/read-word.ts';
import { type ShownParagraph, shownParagraphs } from '../docx/shown-paragraphs.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { Printed, Span } from '../write/printed.ts';
import { printedLines } from '../write/printed-lines.ts';
import { REVIEWER } from './review-copy.ts';
import { reviewDate } from './review-date.ts';

/** A copy of a report that this program wrote, in which each note of `printed` (see `noteOrigins`) is a comment. */
export function originsDocx(bytes: Uint8Array, printed: Printed): Uint8Array {
  const word = readWord(bytes);
  if (word instanceof OoxmlFault) throw new Error(`what was just written cannot be read: ${word.kind}`);
  const date = reviewDate(word.package, undefined);
  const marker = new WordMarker(word, { author: REVIEWER, initials: 'R', date });
  const shown = new ShownText(shownParagraphs(word.document).paragraphs);
  for (const line of printedLines(printed)) {
    if (line.every(({ note }) => note === undefined)) continue;
    const at = shown.find(line.map(({ text }) => text).join(''));
    if (at === undefined) continue;
    for (const { from, to, text } of originNotes(line)) {
      const stretch = shown.stretch(at + from, at + to);
      if (stretch !== undefined && marker.commentsLeft > 0) marker.comment(stretch, () => [text]);
    }
  }
  return marker.finish(LABELS.copy);
}

interface OriginLine {
  /** Letters of the line without its blanks. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A figure's note is at the figure, a passage's over all of it. */
function originNotes(line: readonly Span[]): OriginLine[] {
  const notes: OriginLine[] = [];
  let at = 0;
  let passage: { readonly path: string; readonly from: number } | undefined;
  for (const { text, origin, note, path } of line) {
    const end = at + compact(text).length;
    if (origin !== undefined && passage?.path !== origin.path) passage = { path: origin.path, from: at };
    if (origin === undefined && path === undefined) passage = undefined;
    if (note?.figure !== undefined) notes.push({ from: at, to: end, text: note.figure });
    if (note?.passage !== undefined) notes.push({ from: passage?.from ?? at, to: end, text: note.passage });
    at = end;
  }
  return notes;
}

function compact(text: string): string {
  return text.replace(/\s/g, '');
}

/** All that a file shows as one text without blanks: the writer breaks titles and sets blanks as it has to. */
class ShownText {
  private readonly paragraphs: readonly ShownParagraph[];
  private readonly text: string;
  /** Of each letter: its paragraph and its offset there. */
  private readonly places: { readonly paragraph: number; readonly offset: number }[] = [];
  private cursor = 0;

  constructor(paragraphs: readonly ShownParagraph[]) {
    this.paragraphs = paragraphs;
    let text = '';
    for (const [paragraph, shown] of paragraphs.entries()) {
      for (let offset = 0; offset < shown.text.length; offset += 1) {
        const letter = compact(shown.text.charAt(offset));
        if (letter === '') continue;
        text += letter;
        this.places.push({ paragraph, offset });
      }
    }
    this.text = text;
  }

  /** Where a line is, from the last one that was found on. */
  find(line: string): number | undefined {
    const wanted = compact(line);
    const at = wanted === '' ? -1 : this.text.indexOf(wanted, this.cursor);
    if (at === -1) return undefined;
    this.cursor = at + wanted.length;
    return at;
  }

  /** The part of a stretch that is in the paragraph in which it begins. */
  stretch(from: number, to: number) {
    const first = this.places[from];
    const shown = first && this.paragraphs[first.paragraph];
    if (first === undefined || shown === undefined) return undefined;
    let last = first;
    for (let at = from; at < to; at += 1) {
      const place = this.places[at];
      if (place?.paragraph === first.paragraph) last = place;
    }
    return { shown, from: first.offset, to: last.offset + 1 };
  }
}
