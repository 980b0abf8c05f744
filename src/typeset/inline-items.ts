import type { RunProperties } from '../docx/properties.ts';
import type { ShownParagraph, ShownPiece } from '../docx/shown-paragraphs.ts';
import { isSymbolFont } from '../docx/symbols.ts';
import type { RangeMark, WordDocument, WordParagraph, WordRun } from '../docx/word-document.ts';
import { type Ruby, rubiesIn } from './rubies.ts';

/** What a paragraph is made of, in its order; everything that Word shows of it is in one of these. */
export type ParagraphItem = TextItem | MarkItem | DrawnItem | NoteItem | RubyItem;

/** A text that was typed, or a number that Word set. `text` is as it is written in the file: a letter of Wingdings is that letter. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  /** How it looks in the end; nothing is said of a number that Word set. */
  readonly looks: RunProperties;
  /** The symbol font that its letters are signs of. */
  readonly symbolFont: string | undefined;
}

/** A tab, the end of a line or a page, a hyphen that does not break, a sign by its font and code. */
export interface MarkItem {
  readonly kind: 'tab' | 'break' | 'page-break' | 'sign';
  /** As it shows. */
  readonly text: string;
  readonly looks: RunProperties;
  /** Of a sign: its element. */
  readonly xml: string;
}

/** A picture, a drawing, an embedded object or a formula: its XML is carried over. */
export interface DrawnItem {
  readonly kind: 'picture' | 'formula';
  /** A formula as text. */
  readonly text: string;
  readonly run: WordRun;
  readonly paragraph: WordParagraph;
  readonly document: WordDocument;
}

/** The place where a footnote or an endnote is referred to. */
export interface NoteItem {
  readonly kind: 'note';
  readonly text: '';
  readonly note: 'footnote' | 'endnote';
  readonly id: string;
  /** Whose note it is. */
  readonly document: WordDocument;
  readonly hasOwnMark: boolean;
}

/** Words with their reading above them (`w:ruby`). */
export interface RubyItem {
  readonly kind: 'ruby';
  /** The words. */
  readonly text: string;
  readonly base: readonly ParagraphItem[];
  readonly ruby: Ruby;
}

/** The XML of a part of a file; empty where it cannot be read. */
export type XmlOf = (part: string, document: WordDocument) => string;

/** A paragraph's items, without the number that Word sets before it. */
export function itemsOf(shown: ShownParagraph, xmlOf: XmlOf): ParagraphItem[] {
  const pieces = new Map<WordRun, ShownPiece[]>();
  for (const piece of shown.pieces) {
    const known = pieces.get(piece.run);
    if (known === undefined) pieces.set(piece.run, [piece]);
    else known.push(piece);
  }
  const items: ParagraphItem[] = [];
  for (const paragraph of shown.paragraphs) {
    const xml = xmlOf(paragraph.part, shown.document);
    const rubies = rubiesIn(paragraph, xml);
    let open: { ruby: Ruby; from: number } | undefined;
    const close = () => {
      if (open !== undefined) items.push(...rubyItem(open.ruby, items.splice(open.from)));
      open = undefined;
    };
    for (const [index, run] of paragraph.runs.entries()) {
      const ruby = rubies.find(({ words: [from, to] }) => from <= index && index < to);
      if (ruby !== open?.ruby) {
        close();
        if (ruby !== undefined) open = { ruby, from: items.length };
      }
      items.push(...notesAt(paragraph, index, xml, shown.document));
      if (run.kind === 'picture') {
        if (isDrawingShown(run, paragraph, shown.document))
          items.push({ kind: 'picture', text: '', run, paragraph, document: shown.document });
      } else
        for (const piece of pieces.get(run) ?? [])
          items.push(paragraphItem(piece, shown, xml.slice(run.start, run.end)));
    }
    close();
    items.push(...notesAt(paragraph, paragraph.runs.length, xml, shown.document));
  }
  return items;
}

/** Nothing where no word of it shows. */
function rubyItem(ruby: Ruby, base: readonly ParagraphItem[]): ParagraphItem[] {
  const text = textOfItems(base);
  return text === '' ? [...base] : [{ kind: 'ruby', text, base, ruby }];
}

/** Whether a picture or a formula is neither deleted nor hidden. */
export function isDrawingShown(
  run: WordRun,
  paragraph: WordParagraph,
  { formatting }: WordDocument,
): boolean {
  if (run.isCode || run.revisions.some(({ kind }) => kind === 'deleted' || kind === 'moved-from'))
    return false;
  return !formatting.isHidden(paragraph, run);
}

function notesAt(paragraph: WordParagraph, index: number, xml: string, document: WordDocument): NoteItem[] {
  const isHere = ({ kind, run, isGone }: RangeMark) =>
    run === index && !isGone && (kind === 'footnote' || kind === 'endnote');
  return paragraph.ranges.filter(isHere).map(({ kind, id, start, end }) => ({
    kind: 'note',
    text: '',
    note: kind === 'footnote' ? 'footnote' : 'endnote',
    id,
    document,
    hasOwnMark: /customMarkFollows\s*=\s*["'](?:1|true|on)/.test(xml.slice(start, end)),
  }));
}

function paragraphItem(piece: ShownPiece, shown: ShownParagraph, source: string): ParagraphItem {
  const { run, paragraph, at, length, from } = piece;
  const { document } = shown;
  const looks = document.formatting.run(paragraph, run);
  const text = shown.text.slice(at, at + length);
  switch (run.kind) {
    case 'tab':
      return { kind: 'tab', text, looks, xml: '' };
    case 'break':
    case 'page-break':
      return { kind: run.kind, text, looks, xml: '' };
    case 'formula':
      if (isFormula(run)) return { kind: 'formula', text, run, paragraph, document };
      return { kind: 'text', text, looks, symbolFont: undefined };
    case 'symbol':
      if (source === '') return { kind: 'text', text, looks, symbolFont: undefined };
      return { kind: 'sign', text, looks, xml: signXml(source) };
    default: {
      const font = isSymbolFont(looks.hAnsi) ? looks.hAnsi : looks.ascii;
      const symbolFont = isSymbolFont(font) ? font : undefined;
      return { kind: 'text', text: run.text.slice(from, from + length), looks, symbolFont };
    }
  }
}

/** What an old field shows is one, too, and is text; a formula is in no `w:r`. */
export function isFormula({ kind, element }: WordRun): boolean {
  return kind === 'formula' && element === undefined;
}

/** A sign as this program writes it, whatever prefix its file has for the namespace. */
function signXml(source: string): string {
  const attribute = (name: string) => new RegExp(`[:\\s]${name}\\s*=\\s*["']([^"']*)["']`).exec(source)?.[1];
  const [font, char] = [attribute('font'), attribute('char')];
  if (font === undefined || char === undefined) return '<w:noBreakHyphen/>';
  return `<w:sym w:font="${font}" w:char="${char}"/>`;
}

/** Items parted at the ends of lines and pages. */
export function splitItems(items: readonly ParagraphItem[]): ParagraphItem[][] {
  const lines: ParagraphItem[][] = [[]];
  for (const item of items) {
    if (item.kind === 'break' || item.kind === 'page-break') lines.push([]);
    else lines.at(-1)?.push(item);
  }
  return lines;
}

/** Without white space that was typed at both ends: indents and alignment are the standard's. */
export function trimItems(items: readonly ParagraphItem[]): ParagraphItem[] {
  const kept = [...items];
  const trim = (index: () => number, cut: (text: string) => string) => {
    for (let item = kept.at(index()); item !== undefined; item = kept.at(index())) {
      if (item.kind !== 'text' && item.kind !== 'tab') return;
      const text = item.kind === 'tab' ? '' : cut(item.text);
      if (item.kind === 'text' && text !== '') {
        kept[index() < 0 ? kept.length - 1 : 0] = { ...item, text };
        return;
      }
      kept.splice(index(), 1);
    }
  };
  trim(
    () => 0,
    (text) => text.trimStart(),
  );
  trim(
    () => -1,
    (text) => text.trimEnd(),
  );
  return kept;
}

/** As it shows. */
export function textOfItems(items: readonly ParagraphItem[]): string {
  return items.map(({ text }) => text).join('');
}
