import { appendFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { ioError } from '../../disk/io-error.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import {
  type EntryHead,
  headIn,
  LineReader,
  type Place,
  readLines,
  textIn,
  toLine,
  valueIn,
} from './log-line.ts';

/** A key with the line that `entryLine` made of it and its value. */
export type KeyedLine = readonly [key: string, line: string];

/**
 * What a batch keeps on disk of one kind: values by their keys, each with the digest of what it was made from. A value stays in the file until
 * it is asked for; in memory is where it is. What is added goes to the file's end, so that a run which is killed has lost nothing that it
 * finished, and wins over what was there; `recompact` writes the file anew. Lines that are damaged are passed over, and so are all lines
 * of a file of another form. UserError where a file cannot be read.
 */
export class RecordLog<Value> {
  readonly #readers: readonly LineReader[];
  /** Of the file that is written. */
  readonly #own: LineReader | undefined;
  #contents: Contents | undefined;
  /** What could not be added (a full disk, a dry run). Once there is anything, all that follows is, too: the file may end in half a line. */
  readonly #loose = new Map<string, Buffer>();
  #isReady = false;

  /** Reads several files, of which the later wins, and writes to the one among them that is `own`, or to none. */
  constructor(files: readonly string[], own?: string) {
    this.#readers = files.map((file) => new LineReader(file));
    this.#own = this.#readers.find(({ path }) => path === own);
  }

  /** Lines that could not be trusted. */
  get damaged(): number {
    return this.#read().damaged;
  }

  /** Whether all files are as `recompact` left them, or not there. */
  get isClosed(): boolean {
    return this.#read().isClosed;
  }

  keys(): Set<string> {
    return new Set([...this.#read().places.keys(), ...this.#loose.keys()]);
  }

  /** The digest of what a value was made from, which takes no reading. */
  stampOf(key: string): string | undefined {
    const loose = this.#loose.get(key);
    return loose === undefined ? this.#read().places.get(key)?.stamp : headIn(bodyOf(loose)).stamp;
  }

  /** A right checksum says that we wrote it. Undefined also where the line is not there any more. */
  get(key: string): Value | undefined {
    const line = this.#lineOf(key);
    const text = line && textIn(line);
    return text && (valueIn(text) as Value);
  }

  /** All values, in the order in which they were added as far as the files tell. */
  *entries(): Generator<EntryHead & { readonly value: Value }> {
    for (const [key, { stamp }] of this.#read().places) {
      const value = this.#loose.has(key) ? undefined : this.get(key);
      if (value !== undefined) yield { key, stamp, value };
    }
    for (const line of this.#loose.values()) {
      const text = bodyOf(line);
      yield { ...headIn(text), value: valueIn(text) as Value };
    }
  }

  add(entries: readonly KeyedLine[]): void {
    if (entries.length === 0) return;
    const lines = entries.map(([, line]) => Buffer.from(line));
    let start = this.#append(Buffer.concat(lines));
    for (const [index, [key]] of entries.entries()) {
      const line = lines[index] as Buffer;
      if (start === undefined) this.#loose.set(key, line.subarray(0, -1));
      else start = this.#note(key, line, start);
    }
  }

  delete(key: string): boolean {
    const wasLoose = this.#loose.delete(key);
    return this.#read().places.delete(key) || wasLoose;
  }

  /** Replaces the file by the values of these keys in this order, whole or not at all. UserError where it cannot be written. */
  recompact(keys: readonly string[]): void {
    if (this.#own === undefined) return;
    const places = new Map<string, Entry>();
    writeWhole(this.#own.path, this.#layOut(keys, this.#own, places));
    for (const each of this.#readers) each.forget();
    this.#contents = { places, lines: places.size, damaged: 0, isClosed: true };
    this.#loose.clear();
    this.#isReady = true;
  }

  /** Keeps the values of these keys alone once they are less than half of what the files hold; nothing where this run asked for none. */
  tidy(keys: readonly string[]): void {
    if ((this.#contents?.lines ?? 0) > 2 * keys.length) this.recompact(keys);
  }

  *#layOut(keys: readonly string[], reader: LineReader, places: Map<string, Entry>): Generator<Buffer> {
    const header = headerLine(keys.length);
    yield header;
    let start = header.length;
    for (let from = 0; from < keys.length; from += LINES_AT_ONCE) {
      const lines: Buffer[] = [];
      for (const key of keys.slice(from, from + LINES_AT_ONCE)) {
        const line = this.#lineOf(key);
        const stamp = this.stampOf(key);
        if (line === undefined || stamp === undefined) continue;
        places.set(key, { reader, start, length: line.length, stamp });
        lines.push(Buffer.concat([line, LINE_BREAK]));
        start += line.length + LINE_BREAK.length;
      }
      yield Buffer.concat(lines);
    }
  }

  #lineOf(key: string): Buffer | undefined {
    const loose = this.#loose.get(key);
    const place = loose === undefined ? this.#read().places.get(key) : undefined;
    if (place === undefined) return loose;
    try {
      return place.reader.read(place);
    } catch (error) {
      throw ioError('读取', place.reader.path, error);
    }
  }

  /** The place in the file at which bytes were added to it; undefined where they could not be. */
  #append(bytes: Buffer): number | undefined {
    if (this.#own === undefined || this.#loose.size > 0) return undefined;
    const { path } = this.#own;
    try {
      if (!this.#isReady) makeReady(path);
      this.#isReady = true;
      const { size } = statSync(path);
      appendFileSync(path, bytes);
      return size;
    } catch {
      return undefined;
    }
  }

  /** Where the next line begins. */
  #note(key: string, line: Buffer, start: number): number {
    const contents = this.#contents;
    const reader = this.#own;
    if (contents !== undefined && reader !== undefined) {
      const { stamp } = headIn(bodyOf(line));
      setLast(contents.places, key, { reader, start, length: line.length - LINE_BREAK.length, stamp });
      contents.lines += 1;
    }
    return start + line.length;
  }

  #read(): Contents {
    this.#contents ??= contentsOf(this.#readers);
    return this.#contents;
  }
}

/** Writes a log of one value. UserError where it cannot be written. */
export function writeLog(path: string, line: string): void {
  writeWhole(path, [headerLine(1), Buffer.from(line)]);
}

interface Entry extends Place {
  readonly reader: LineReader;
  readonly stamp: string;
}

interface Contents {
  readonly places: Map<string, Entry>;
  lines: number;
  damaged: number;
  isClosed: boolean;
}

function contentsOf(readers: readonly LineReader[]): Contents {
  const contents = { places: new Map(), lines: 0, damaged: 0, isClosed: true };
  for (const reader of readers) {
    try {
      readInto(contents, reader);
    } catch (error) {
      throw ioError('读取', reader.path, error);
    }
  }
  return contents;
}

function readInto(contents: Contents, reader: LineReader): void {
  let header: Header | undefined;
  let lines = 0;
  let damaged = 0;
  for (const { start, length, line } of readLines(reader.path)) {
    const text = line && textIn(line);
    if (text === undefined) damaged += 1;
    else if (lines === 0) header = logHeader(text);
    else if (header !== undefined) {
      const { key, stamp } = headIn(text);
      setLast(contents.places, key, { reader, start, length, stamp });
    }
    lines += 1;
    // Another version's: of no use, and nobody's fault.
    if (header === undefined && damaged === 0) break;
  }
  contents.lines += Math.max(0, lines - 1);
  contents.damaged += header === undefined && damaged > 0 ? lines : damaged;
  const isWhole = damaged === 0 && lines - 1 === header?.lines;
  contents.isClosed &&= lines === 0 ? !existsSync(reader.path) : isWhole;
}

/** The order of the keys is that of the files. */
function setLast(places: Map<string, Entry>, key: string, entry: Entry): void {
  places.delete(key);
  places.set(key, entry);
}

/** Lets a file begin as a log and end with a whole line, so that lines can be added. */
function makeReady(path: string): void {
  const [first] = readLines(path);
  const text = first?.line && textIn(first.line);
  if (text === undefined || logHeader(text) === undefined) writeFileSync(path, headerLine(0));
  else if (!endsWhole(path)) appendFileSync(path, LINE_BREAK);
}

function endsWhole(path: string): boolean {
  const last = new LineReader(path).read({
    start: statSync(path).size - LINE_BREAK.length,
    length: LINE_BREAK.length,
  });
  return last.equals(LINE_BREAK);
}

/** Changes whenever a line's or a value's form does: logs of another form are not read. */
const LOG_FORM = 2;

interface Header {
  readonly form: number;
  /** How many entries the log was written with. */
  readonly lines: number;
}

function headerLine(lines: number): Buffer {
  return Buffer.from(toLine(JSON.stringify({ form: LOG_FORM, lines } satisfies Header)));
}

/** Lines of other forms need not even be JSON. */
function logHeader(text: Buffer): Header | undefined {
  const begins = `{"form":${LOG_FORM},`;
  return text.toString('latin1', 0, begins.length) === begins ? JSON.parse(text.toString()) : undefined;
}

/** The text of a line that was never out of our hands. */
function bodyOf(line: Buffer): Buffer {
  return line.subarray(line.indexOf(' ') + 1);
}

const LINE_BREAK = Buffer.from('\n');

/** So many lines are in memory at a time. */
const LINES_AT_ONCE = 100;
