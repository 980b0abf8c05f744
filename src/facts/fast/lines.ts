import { codeUnitsOf } from '../code-units.ts';
import { CARRIAGE_RETURN, DASH, HASH, SPACE } from './characters.ts';

/** Walks a text line by line, past blank lines and comments; offsets are of the whole text. */
export class Lines {
  readonly text: string;
  readonly units: Uint16Array;
  /** The current line's first character that is no space; meaningless where `indent` is -1. */
  start = 0;
  /** After its last character, without the line break. */
  end = 0;
  /** How many spaces come before it; -1 after the last line. */
  indent = -1;
  /** Where the line after it begins. */
  next = 0;
  /** Whether a comment stood between it and the line before. */
  isBehindComment = false;
  private colon = -1;
  private hash = -1;

  constructor(text: string, from: number) {
    this.text = text;
    this.units = codeUnitsOf(text);
    this.next = from;
  }

  advance(): void {
    this.isBehindComment = false;
    while (this.next < this.text.length) {
      const begin = this.next;
      this.start = this.endOfSpaces(begin);
      this.end = this.readEnd(begin);
      if (this.start >= this.end) continue;
      if (this.units[this.start] !== HASH) {
        this.indent = this.start - begin;
        return;
      }
      this.isBehindComment = true;
    }
    this.indent = -1;
  }

  /** Finds where the line ends that begins at the offset, and has the next one begin after it. */
  readEnd(begin: number): number {
    const found = this.text.indexOf('\n', begin);
    const end = found === -1 ? this.text.length : found;
    this.next = end + 1;
    return end > begin && this.units[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
  }

  endOfSpaces(from: number): number {
    let at = from;
    while (this.units[at] === SPACE) at++;
    return at;
  }

  /** Whether the current line is an item of a list. */
  isItem(): boolean {
    return this.units[this.start] === DASH && this.isGapAt(this.start + 1);
  }

  /** Whether a space or the line's end is there. */
  isGapAt(at: number): boolean {
    return at >= this.end || this.units[at] === SPACE;
  }

  /** Whether nothing but a comment follows on the line. */
  isOverAt(at: number): boolean {
    const rest = this.endOfSpaces(at);
    return rest >= this.end || (rest > at && this.units[rest] === HASH);
  }

  /** Where a comment begins on the current line, from the offset on; its end where there is none. */
  commentFrom(from: number): number {
    for (let at = this.nextHash(from); at < this.end; at = this.nextHash(at + 1)) {
      if (this.units[at - 1] === SPACE) return at;
    }
    return this.end;
  }

  /** Where the colon stands that makes a key of what begins at the offset; -1 where none does. */
  keyColonFrom(from: number): number {
    for (let at = this.nextColon(from); at < this.end; at = this.nextColon(at + 1)) {
      if (this.isGapAt(at + 1)) return at < this.commentFrom(from) ? at : -1;
    }
    return -1;
  }

  // The next colon and the next number sign are kept: a long text without any is searched once, not once a line.
  private nextColon(from: number): number {
    if (this.colon < from) this.colon = offsetOfCharacter(this.text, ':', from);
    return this.colon;
  }

  private nextHash(from: number): number {
    if (this.hash < from) this.hash = offsetOfCharacter(this.text, '#', from);
    return this.hash;
  }
}

function offsetOfCharacter(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}
