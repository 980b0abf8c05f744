import { DEEPEST_FACTS, type Raw, type RawList, type RawMap } from '../raw-tree.ts';
import { readBlockScalar } from './block-scalar.ts';
import { BAR, DOUBLE_QUOTE, GREATER, OPENING_BRACE, OPENING_BRACKET, SINGLE_QUOTE } from './characters.ts';
import { decline, unlessDeclined } from './decline.ts';
import { FlowReader } from './flow-reader.ts';
import { Lines } from './lines.ts';
import { readPlainKey } from './plain-key.ts';
import { readPlain } from './plain-scalar.ts';
import { readQuoted } from './quoted-scalar.ts';

/**
 * Reads plain YAML many times as fast as the full parser, and to the same tree; declines, by returning undefined, whatever is
 * wrong, unusual, or might be taken otherwise there. The text holds no illegal character.
 */
export function readFastTree(text: string): RawMap | undefined {
  return text.includes('\t') ? undefined : unlessDeclined(() => new BlockReader(text).readRoot());
}

/** Reads maps and lists by the indentation of their lines (YAML 1.2.2 §8.2). */
class BlockReader {
  private readonly text: string;
  private readonly lines: Lines;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.lines = new Lines(text, DOCUMENT_START.exec(text)?.[0].length ?? 0);
  }

  readRoot(): RawMap {
    const { lines } = this;
    lines.advance();
    if (lines.indent === -1) decline();
    const root = this.readMap(lines.indent);
    return lines.indent === -1 ? root : decline();
  }

  /** The entries that are at the indentation, from the current line on. */
  private readMap(indent: number): RawMap {
    const map: RawMap = { kind: 'map', keys: [], values: [] };
    const { lines } = this;
    this.enter();
    do {
      const colon = lines.keyColonFrom(lines.start);
      map.keys.push(readPlainKey(lines, lines.start, colon));
      map.values.push(this.readValue(colon + 1, indent, indent - 1));
    } while (lines.indent === indent);
    return this.leave(map, indent);
  }

  private readList(indent: number): RawList {
    const list: RawList = { kind: 'list', values: [] };
    const { lines } = this;
    this.enter();
    do {
      list.values.push(this.readItem(indent));
    } while (lines.indent === indent && lines.isItem());
    return this.leave(list, indent);
  }

  private readItem(indent: number): Raw {
    const { lines } = this;
    const dash = lines.start;
    const start = lines.endOfSpaces(dash + 1);
    if (QUOTED_OR_FLOW.has(lines.units[start] ?? 0) || lines.keyColonFrom(start) === -1) {
      return this.readValue(dash + 1, indent, indent);
    }
    lines.start = start;
    lines.indent = indent + start - dash;
    return this.readMap(lines.indent);
  }

  /** What follows a colon or a dash; a block on the lines below must be indented more than `parent`, a list more than `listParent`. */
  private readValue(from: number, parent: number, listParent: number): Raw {
    const { lines } = this;
    if (lines.isOverAt(from)) {
      lines.advance();
      return this.readBelow(parent, listParent);
    }
    const start = lines.endOfSpaces(from);
    switch (lines.units[start]) {
      case BAR:
      case GREATER:
        return readBlockScalar(lines, start, parent);
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return this.readOnLine(start);
      case OPENING_BRACE:
      case OPENING_BRACKET:
        return this.readFlow(start);
      default:
        return readPlain(lines, start, parent);
    }
  }

  private readBelow(parent: number, listParent: number): Raw {
    const { lines } = this;
    if (lines.indent > listParent && lines.isItem()) return this.readList(lines.indent);
    return lines.indent > parent ? this.readMap(lines.indent) : '';
  }

  private readOnLine(start: number): string {
    const { lines } = this;
    const { value, end } = readQuoted(this.text, start);
    if (!lines.isOverAt(end)) decline();
    lines.advance();
    return value;
  }

  private readFlow(start: number): Raw {
    const { lines } = this;
    const reader = new FlowReader(lines, start, DEEPEST_FACTS - this.depth);
    const value = reader.read();
    if (!lines.isOverAt(reader.at)) decline();
    lines.advance();
    return value;
  }

  private enter(): void {
    if (++this.depth > DEEPEST_FACTS) decline();
  }

  /** A collection ends where a line is indented less, or stands among the entries around it. */
  private leave<Collection>(collection: Collection, indent: number): Collection {
    this.depth--;
    return this.lines.indent > indent ? decline() : collection;
  }
}

const DOCUMENT_START = /^---\r?\n/;
const QUOTED_OR_FLOW: ReadonlySet<number> = new Set([
  DOUBLE_QUOTE,
  SINGLE_QUOTE,
  OPENING_BRACE,
  OPENING_BRACKET,
  BAR,
  GREATER,
]);
