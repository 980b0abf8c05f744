import type { ParagraphProperties, RunProperties } from '../docx/properties.ts';
import type { ShownParagraph } from '../docx/shown-paragraphs.ts';

/** A stretch of a paragraph's text that looks alike. */
export interface LookStretch {
  readonly start: number;
  readonly end: number;
  /** The font of its Chinese characters; undefined where nobody says one. */
  readonly font: string | undefined;
  /** In half-points. */
  readonly size: number;
  readonly properties: RunProperties;
}

/** How a paragraph looks in the end, whatever says so. Lengths in twips. */
export interface Looks {
  readonly paragraph: ParagraphProperties;
  /** Stretches that hold Chinese characters, or all where none does. */
  readonly stretches: readonly LookStretch[];
  /** Of most of its characters. */
  readonly font: string | undefined;
  readonly size: number;
  readonly isBold: boolean;
  /** Between characters. */
  readonly spacing: number;
  /** Whether anybody says a font, a size or a line for it. */
  readonly isFormatted: boolean;
}

/** Word's own size where no style says one, in half-points. */
const UNSAID_SIZE = 20;

export function looksOf(shown: ShownParagraph): Looks {
  const { paragraph, document, pieces, text } = shown;
  const effective = document.formatting.paragraph(paragraph);
  const all = pieces
    .filter(({ run }) => run.kind === 'text' || run.kind === 'symbol')
    .map(({ at, length, run, paragraph: owner }) => stretch(at, length, document.formatting.run(owner, run)));
  const chinese = all.filter(({ start, end }) => HAN.test(text.slice(start, end)));
  const mark = stretch(0, 0, document.formatting.mark(paragraph));
  const stretches = joinAlike(chinese.length > 0 ? chinese : all.filter((each) => isInk(text, each)));
  const main = mainStretch(text, stretches) ?? mark;
  return {
    paragraph: effective,
    stretches,
    font: main.font,
    size: main.size,
    isBold: main.properties.bold === true,
    spacing: main.properties.spacing ?? 0,
    isFormatted:
      main.font !== undefined || main.properties.size !== undefined || effective.line !== undefined,
  };
}

const HAN = /\p{Script=Han}/u;

function isInk(text: string, { start, end }: LookStretch): boolean {
  return text.slice(start, end).trim() !== '';
}

function stretch(at: number, length: number, properties: RunProperties): LookStretch {
  return {
    start: at,
    end: at + length,
    font: properties.eastAsia,
    size: properties.size ?? UNSAID_SIZE,
    properties,
  };
}

/** Word splits runs at every save; neighbours that look alike are one stretch. */
function joinAlike(stretches: readonly LookStretch[]): LookStretch[] {
  const joined: LookStretch[] = [];
  for (const each of stretches) {
    const last = joined.at(-1);
    if (last !== undefined && looksSame(last, each)) joined[joined.length - 1] = { ...last, end: each.end };
    else joined.push(each);
  }
  return joined;
}

function looksSame(a: LookStretch, b: LookStretch): boolean {
  return (
    a.font === b.font &&
    a.size === b.size &&
    a.properties.color === b.properties.color &&
    a.properties.bold === b.properties.bold &&
    a.properties.spacing === b.properties.spacing
  );
}

/** The first of the stretches whose looks most characters have. */
export function mainStretch(text: string, stretches: readonly LookStretch[]): LookStretch | undefined {
  if (stretches.length < 2) return stretches[0];
  const counts = new Map<string, { first: LookStretch; count: number }>();
  for (const each of stretches) {
    const key = `${each.font} ${each.size}`;
    const known = counts.get(key) ?? { first: each, count: 0 };
    known.count += text.slice(each.start, each.end).replace(/\s/g, '').length;
    counts.set(key, known);
  }
  return [...counts.values()].reduce((most, each) => (each.count > most.count ? each : most)).first;
}

/** A length that may be said in characters of the paragraph's size: those go ahead (17.3.1.12). */
export function indentLength(
  { paragraph, size }: Pick<Looks, 'paragraph' | 'size'>,
  side: 'left' | 'right' | 'firstLine',
): number {
  const characters = paragraph[`${side}Chars`];
  if (characters !== undefined && characters !== 0) return (characters / 100) * size * 10;
  return paragraph[side] ?? 0;
}

/** Whether a Chinese text has its lines set from the left or to both edges, as the body has. */
export function isSetFromLeft({ paragraph: { alignment } }: Pick<Looks, 'paragraph'>): boolean {
  return (
    alignment === undefined || ['both', 'left', 'start', 'distribute', 'thaiDistribute'].includes(alignment)
  );
}

export function isCentred({ paragraph: { alignment } }: Pick<Looks, 'paragraph'>): boolean {
  return alignment === 'center';
}

export function isSetToRight({ paragraph: { alignment } }: Pick<Looks, 'paragraph'>): boolean {
  return alignment === 'right' || alignment === 'end';
}
