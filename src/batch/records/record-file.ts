import { appendFileSync, existsSync, statSync } from 'node:fs';
import { ioError } from '../../disk/io-error.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { type Line, type Place, readLine, readLines, toLine } from './record-lines.ts';
import type { UnitRecord } from './unit-record.ts';

/** A record that stays on disk, and what is asked of it most. */
export interface Shelved extends Place {
  readonly file: string;
  /** The digest of the facts that it was made from. */
  readonly facts: string;
}

/** What a file of records holds. */
export interface Loaded {
  /** By output path; a later line wins. */
  readonly records: ReadonlyMap<string, Shelved>;
  /** Lines that could not be trusted; their units are built again. */
  readonly damaged: number;
  /** Whether the last run came to its end. */
  readonly isClosed: boolean;
}

/** Looks through a file of records; none at all is the same as an empty one, one of another form counts as damaged. */
export function loadRecords(path: string): Loaded {
  const records = new Map<string, Shelved>();
  let header: unknown;
  let lines = 0;
  let damaged = 0;
  for (const line of linesOf(path)) {
    if (lines++ === 0) header = line.value;
    else if (isRecord(line.value)) records.set(line.value.output, shelved(path, line, line.value));
    else damaged += 1;
  }
  if (lines === 0) return { records, damaged: 0, isClosed: !existsSync(path) };
  if (!isHeader(header)) return { records: new Map(), damaged: lines, isClosed: false };
  return { records, damaged, isClosed: damaged === 0 && lines - 1 === header.records };
}

/** Takes a record from its file; undefined where it does not stand there any more. */
export function readRecord({ file, start, length }: Shelved): UnitRecord | undefined {
  try {
    const value = readLine(file, { start, length });
    return isRecord(value) ? value : undefined;
  } catch (error) {
    throw ioError('读取', file, error);
  }
}

/** Replaces the file by the records of these outputs, whole or not at all; says where each stands now. UserError where it cannot be written. */
export function saveRecords(
  path: string,
  outputs: readonly string[],
  recordOf: RecordOf,
): Map<string, Shelved> {
  const places = new Map<string, Shelved>();
  writeWhole(path, layOutAll(path, outputs, recordOf, places));
  return places;
}

type RecordOf = (output: string) => UnitRecord | undefined;

function* layOutAll(
  file: string,
  outputs: readonly string[],
  recordOf: RecordOf,
  places: Map<string, Shelved>,
) {
  const header = Buffer.from(toLine({ form: FORM, records: outputs.length }));
  yield header;
  let start = header.length;
  for (let from = 0; from < outputs.length; from += PIECE) {
    const records = outputs.slice(from, from + PIECE).flatMap((output) => recordOf(output) ?? []);
    const bytes = layOut(file, start, records, places);
    yield bytes;
    start += bytes.length;
  }
}

/** So many lines are in memory at a time. */
const PIECE = 100;

/** Adds records at the end, so that a run which is killed has lost nothing that it finished; says where they stand. */
export function appendRecords(file: string, records: readonly UnitRecord[]): Map<string, Shelved> {
  const places = new Map<string, Shelved>();
  appendFileSync(file, layOut(file, statSync(file).size, records, places));
  return places;
}

/** The lines of some records, which begin at `start`. */
function layOut(
  file: string,
  start: number,
  records: readonly UnitRecord[],
  places: Map<string, Shelved>,
): Buffer {
  let at = start;
  const lines = records.map((record) => {
    const line = Buffer.from(toLine(record));
    places.set(record.output, shelved(file, { start: at, length: line.length - 1 }, record));
    at += line.length;
    return line;
  });
  return Buffer.concat(lines);
}

function shelved(file: string, { start, length }: Place, { inputs }: UnitRecord): Shelved {
  return { file, start, length, facts: inputs.facts };
}

/** Whatever the system refuses is the user's to know. */
function* linesOf(path: string): Generator<Line> {
  try {
    yield* readLines(path);
  } catch (error) {
    throw ioError('读取', path, error);
  }
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
