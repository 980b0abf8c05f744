/** How a scalar is written, and which stretch of the file is its content (without quotes or block header). */
export interface WrittenScalar {
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  readonly start: number;
  readonly end: number;
  /** Block scalars: how many columns belong to the indentation. */
  readonly indent?: number;
}

/** A stretch of a scalar's text and the stretch of the file that it was made of. */
export interface ScalarPiece {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly writtenLength: number;
}

export interface ScalarText {
  readonly text: string;
  /** In order and without gaps in `text`. */
  readonly pieces: readonly ScalarPiece[];
}

/**
 * What a scalar says. Line breaks of `|` stay; those of folded and of broken plain or quoted texts join their lines (YAML 1.2.2
 * §6.5), without a space next to a Chinese character. Blank lines at the beginning and the end of a block go.
 */
export function readScalarText(source: string, scalar: WrittenScalar): ScalarText {
  const builder = new TextBuilder(source);
  if (scalar.style === 'literal' || scalar.style === 'folded') readBlockText(source, scalar, builder);
  else readFlow(source, scalar, builder);
  return builder;
}

class TextBuilder implements ScalarText {
  text = '';
  readonly pieces: ScalarPiece[] = [];
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  copy(start: number, end: number): void {
    if (end > start) this.put(this.source.slice(start, end), start, end);
  }

  put(text: string, start: number, end: number): void {
    if (text === '') return;
    this.pieces.push({ at: this.text.length, length: text.length, from: start, writtenLength: end - start });
    this.text += text;
  }
}

/** A line's content, between its indentation and its line break. */
interface ScalarLine {
  readonly start: number;
  readonly end: number;
}

function scalarLines(source: string, start: number, end: number): ScalarLine[] {
  const lines: ScalarLine[] = [];
  let at = start;
  for (const line of source.slice(start, end).split('\n')) {
    const stop = at + line.length;
    lines.push({ start: at, end: line.endsWith('\r') ? stop - 1 : stop });
    at = stop + 1;
  }
  return lines;
}

function readBlockText(source: string, scalar: WrittenScalar, builder: TextBuilder): void {
  const indent = scalar.indent ?? 0;
  const lines = scalarLines(source, scalar.start, scalar.end).map((line) => {
    const isBlank = source.slice(line.start, line.end).trim() === '';
    return isBlank ? { start: line.end, end: line.end } : { start: line.start + indent, end: line.end };
  });
  let previous: ScalarLine | undefined;
  let blanks = 0;
  for (const line of lines) {
    if (line.start >= line.end) {
      blanks++;
      continue;
    }
    if (previous !== undefined) {
      const isFolded =
        scalar.style === 'folded' && !isMoreIndented(source, previous) && !isMoreIndented(source, line);
      builder.put(foldedSeparator(source, previous, line, blanks, isFolded), previous.end, line.start);
    }
    builder.copy(line.start, line.end);
    previous = line;
    blanks = 0;
  }
}

function isMoreIndented(source: string, line: ScalarLine): boolean {
  return source[line.start] === ' ' || source[line.start] === '\t';
}

function foldedSeparator(
  source: string,
  before: ScalarLine,
  after: ScalarLine,
  blanks: number,
  isFolded: boolean,
): string {
  if (!isFolded) return '\n'.repeat(blanks + 1);
  return blanks > 0 ? '\n'.repeat(blanks) : foldedJoint(source, before.end, after.start);
}

function readFlow(source: string, scalar: WrittenScalar, builder: TextBuilder): void {
  const lines = scalarLines(source, scalar.start, scalar.end);
  let isEscapedBreak = false;
  let previousEnd = -1;
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    const start = index === 0 ? line.start : skipBlanks(source, line.start, line.end);
    const end = index === lines.length - 1 ? line.end : trimBlanks(source, start, line.end, scalar.style);
    if (start >= end && index > 0 && index < lines.length - 1) {
      blanks++;
      continue;
    }
    if (previousEnd !== -1) {
      const text =
        isEscapedBreak && blanks === 0
          ? ''
          : blanks > 0
            ? '\n'.repeat(blanks)
            : foldedJoint(source, previousEnd, start);
      builder.put(text, previousEnd, start);
    }
    isEscapedBreak = readScalarLine(source, { start, end }, scalar.style, builder);
    previousEnd = end;
    blanks = 0;
  }
}

/** Reads one line of a plain or quoted text; true where it ends in a backslash that swallows its line break. */
function readScalarLine(
  source: string,
  line: ScalarLine,
  style: WrittenScalar['style'],
  builder: TextBuilder,
): boolean {
  const mark = style === 'single' ? "'" : style === 'double' ? '\\' : undefined;
  let at = line.start;
  while (mark !== undefined) {
    const found = source.indexOf(mark, at);
    if (found === -1 || found >= line.end) break;
    builder.copy(at, found);
    if (style === 'double' && found + 1 >= line.end) return true;
    at = readEscape(source, found, style, builder);
  }
  builder.copy(at, line.end);
  return false;
}

function readEscape(source: string, at: number, style: WrittenScalar['style'], builder: TextBuilder): number {
  if (style === 'single') {
    builder.put("'", at, at + 2);
    return at + 2;
  }
  const letter = source[at + 1] ?? '';
  const digits = HEX_LENGTHS[letter] ?? 0;
  const end = at + 2 + digits;
  builder.put(
    digits === 0 ? (YAML_ESCAPES[letter] ?? letter) : characterFromHex(source.slice(at + 2, end)),
    at,
    end,
  );
  return end;
}

function characterFromHex(digits: string): string {
  const code = Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** YAML 1.2.2 §5.7. */
const YAML_ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

function skipBlanks(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at++;
  return at;
}

function trimBlanks(source: string, start: number, end: number, style: WrittenScalar['style']): number {
  let at = end;
  while (at > start && (source[at - 1] === ' ' || source[at - 1] === '\t')) {
    if (style === 'double' && source[at - 2] === '\\' && at - 2 >= start) break;
    at--;
  }
  return at;
}

/** What a folded line break becomes between the texts that end and begin at the offsets. */
function foldedJoint(source: string, before: number, after: number): string {
  return CHINESE_END.test(source.slice(Math.max(0, before - 2), before)) ||
    CHINESE_START.test(source.slice(after, after + 2))
    ? ''
    : ' ';
}

const CHINESE_CLASS = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…·]';
const CHINESE_END = new RegExp(`${CHINESE_CLASS}$`, 'u');
const CHINESE_START = new RegExp(`^${CHINESE_CLASS}`, 'u');
