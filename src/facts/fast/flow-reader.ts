import { isNothing, type Raw, type RawList, type RawMap } from '../raw-tree.ts';
import { decline } from './decline.ts';
import { readQuoted } from './quoted-scalar.ts';

/** Reads a `{…}` or `[…]` that ends on its line: keys and texts without colons and number signs, or quoted texts. */
export class FlowReader {
  /** Where the next character stands; in the end, behind the closing bracket. */
  at: number;
  private readonly text: string;
  private readonly mostLevels: number;
  private level = 0;

  constructor(text: string, start: number, mostLevels: number) {
    this.text = text;
    this.at = start;
    this.mostLevels = mostLevels;
  }

  read(): Raw {
    switch (this.text[this.at]) {
      case '{':
        return this.readMap();
      case '[':
        return this.readList();
      case '"':
      case "'":
        return this.readQuotedText();
      default:
        return this.readPlainText();
    }
  }

  private readMap(): RawMap {
    const map: RawMap = { kind: 'map', keys: [], values: [] };
    this.readItems('}', () => {
      const key = this.readKey();
      map.keys.push(key);
      map.values.push(this.read());
    });
    return map;
  }

  private readList(): RawList {
    const list: RawList = { kind: 'list', values: [] };
    this.readItems(']', () => list.values.push(this.read()));
    return list;
  }

  private readItems(closing: string, readItem: () => void): void {
    if (++this.level > this.mostLevels) decline();
    this.step();
    let mark = this.text[this.at];
    if (mark === closing) this.at++;
    while (mark !== closing) {
      readItem();
      this.skipSpaces();
      mark = this.text[this.at];
      if (mark !== ',' && mark !== closing) decline();
      if (mark === ',') this.step();
      else this.at++;
    }
    this.level--;
  }

  private readKey(): string {
    const key = this.match(KEY);
    this.at++;
    this.skipSpaces();
    return key === '<<' ? decline() : key;
  }

  private readQuotedText(): string {
    const { value, end } = readQuoted(this.text, this.at);
    this.at = end;
    return value;
  }

  private readPlainText(): string {
    const value = this.match(PLAIN);
    return isNothing(value) ? '' : value;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) decline();
    this.at += found.length;
    return found;
  }

  /** Past the current character and the spaces behind it. */
  private step(): void {
    this.at++;
    this.skipSpaces();
  }

  private skipSpaces(): void {
    while (this.text[this.at] === ' ') this.at++;
  }
}

const FIRST = '(?:[^-?:,[\\]{}#&*!|>\'"%@`\\s]|-(?=\\d))';
const REST = '[^:：,[\\]{}#\\n\\r\\u3000\\u00a0]';
/** Up to the colon with its space; a key of a length that is no mistake. */
const KEY = new RegExp(`${FIRST}(?:${REST}{0,100}[^:：,[\\]{}#\\s])?(?=: )`, 'y');
/** Without the spaces behind it. */
const PLAIN = new RegExp(`${FIRST}(?:[^:,[\\]{}#\\n\\r]*[^:,[\\]{}#\\n\\r ])?`, 'y');
