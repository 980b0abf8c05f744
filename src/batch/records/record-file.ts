import { appendFileSync, existsSync } from 'node:fs';
import { ioError } from '../../output/io-error.ts';
import { writeWhole } from '../../output/write-whole.ts';
import { readLines, toLine } from './record-lines.ts';
import { type UnitRecord, withShared } from './unit-record.ts';

/** What a file of records held. */
export interface Loaded {
  /** By output path; a later line wins. */
  readonly records: ReadonlyMap<string, UnitRecord>;
  /** Lines that could not be trusted; their units are built again. */
  readonly damaged: number;
  /** Whether the last run came to its end. */
  readonly isClosed: boolean;
}

/** Reads a file of records; none at all is the same as an empty one, one of another form counts as damaged. */
export function loadRecords(path: string): Loaded {
  const records = new Map<string, UnitRecord>();
  let header: unknown;
  let lines = 0;
  let damaged = 0;
  for (const value of valuesOf(path)) {
    if (lines++ === 0) header = value;
    else if (isRecord(value)) records.set(value.output, withShared(value));
    else damaged += 1;
  }
  if (lines === 0) return { records, damaged: 0, isClosed: !existsSync(path) };
  if (!isHeader(header)) return { records: new Map(), damaged: lines, isClosed: false };
  return { records, damaged, isClosed: damaged === 0 && lines - 1 === header.records };
}

/** Whatever the system refuses is the user's to know. */
function* valuesOf(path: string): Generator<unknown> {
  try {
    yield* readLines(path);
  } catch (error) {
    throw ioError('读取', path, error);
  }
}

/** Replaces the file by these records, ordered by their outputs, whole or not at all. */
export function saveRecords(path: string, records: Iterable<UnitRecord>): void {
  const sorted = [...records].sort((a, b) => (a.output < b.output ? -1 : 1));
  const pieces = [Buffer.from(toLine({ form: FORM, records: sorted.length }))];
  for (let from = 0; from < sorted.length; from += PIECE) {
    const lines = sorted.slice(from, from + PIECE).map(toLine);
    pieces.push(Buffer.from(lines.join('')));
  }
  writeWhole(path, Buffer.concat(pieces));
}

/** So many lines are text at a time. */
const PIECE = 1000;

/** Adds records at the end, so that a run which is killed has lost nothing that it finished. */
export function appendRecords(path: string, records: readonly UnitRecord[]): void {
  if (records.length > 0) appendFileSync(path, records.map(toLine).join(''));
}

/** Changes whenever a record's form does: records of another form are not read. */
const FORM = 1;

interface Header {
  readonly form: number;
  readonly records: number;
}

function isHeader(value: unknown): value is Header {
  return typeof value === 'object' && value !== null && 'form' in value && value.form === FORM;
}

/** A line with a right checksum was written by us: its key is enough to know it by. */
function isRecord(value: unknown): value is UnitRecord {
  return typeof value === 'object' && value !== null && 'output' in value && 'inputs' in value;
}
