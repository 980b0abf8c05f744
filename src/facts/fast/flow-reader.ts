import { isNullText, type Raw, type RawList, type RawMap } from '../raw-tree.ts';
import {
  beginsText,
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  endsInFlow,
  endWithoutSpaces,
  OPENING_BRACE,
  OPENING_BRACKET,
  SINGLE_QUOTE,
  SPACE,
} from './characters.ts';
import { decline } from './decline.ts';
import type { Lines } from './lines.ts';
import { readPlainKey } from './plain-key.ts';
import { readQuoted } from './quoted-scalar.ts';

/** Reads a `{…}` or `[…]` that ends on its line: keys and texts without colons and number signs, or quoted texts. */
export class FlowReader {
  /** Where the next character stands; in the end, after the closing bracket. */
  at: number;
  private readonly lines: Lines;
  private readonly units: Uint16Array;
  private readonly mostLevels: number;
  private level = 0;

  constructor(lines: Lines, start: number, mostLevels: number) {
    this.lines = lines;
    this.units = lines.units;
    this.at = start;
    this.mostLevels = mostLevels;
  }

  read(): Raw {
    switch (this.units[this.at]) {
      case OPENING_BRACE:
        return this.readMap();
      case OPENING_BRACKET:
        return this.readList();
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return this.readQuotedText();
      default:
        return this.readPlainText();
    }
  }

  private readMap(): RawMap {
    const map: RawMap = { kind: 'map', keys: [], values: [] };
    for (let isOpen = this.open(CLOSING_BRACE); isOpen; isOpen = this.goesOn(CLOSING_BRACE)) {
      map.keys.push(this.readKey());
      map.values.push(this.read());
    }
    return map;
  }

  private readList(): RawList {
    const list: RawList = { kind: 'list', values: [] };
    for (let isOpen = this.open(CLOSING_BRACKET); isOpen; isOpen = this.goesOn(CLOSING_BRACKET)) {
      list.values.push(this.read());
    }
    return list;
  }

  /** Goes past the opening bracket; whether there is an item. */
  private open(closing: number): boolean {
    if (++this.level > this.mostLevels) decline();
    this.step();
    return this.units[this.at] !== closing || this.close();
  }

  /** Goes past what follows an item; whether there is another. */
  private goesOn(closing: number): boolean {
    this.skipSpaces();
    const mark = this.units[this.at];
    if (mark === closing) return this.close();
    if (mark !== COMMA) decline();
    this.step();
    return true;
  }

  private close(): false {
    this.at++;
    this.level--;
    return false;
  }

  private readKey(): string {
    const { units } = this;
    const start = this.at;
    const colon = this.endOfText();
    if (units[colon] !== COLON || units[colon + 1] !== SPACE) decline();
    this.at = colon + 1;
    this.skipSpaces();
    return readPlainKey(this.lines, start, colon);
  }

  private readQuotedText(): string {
    const { value, end } = readQuoted(this.lines.text, this.at);
    this.at = end;
    return value;
  }

  private readPlainText(): string {
    const { text, units } = this.lines;
    const start = this.at;
    if (!beginsText(units, start)) decline();
    this.at = this.endOfText();
    const value = text.slice(start, endWithoutSpaces(units, this.at));
    return isNullText(value) ? '' : value;
  }

  /** Where the plain text ends that stands here, or a mark that no such text holds. */
  private endOfText(): number {
    const { units } = this;
    let end = this.at;
    while (end < units.length && !endsInFlow(units[end] ?? SPACE)) end++;
    return end;
  }

  /** Past the current character and the spaces after it. */
  private step(): void {
    this.at++;
    this.skipSpaces();
  }

  private skipSpaces(): void {
    while (this.units[this.at] === SPACE) this.at++;
  }
}
