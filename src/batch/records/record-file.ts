import { appendFileSync, readFileSync } from 'node:fs';
import { codeOf, ioError } from '../../output/io-error.ts';
import { writeWhole } from '../../output/write-whole.ts';
import { fromLines, toLine } from './record-lines.ts';
import type { UnitRecord } from './unit-record.ts';

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
  const text = readIfThere(path);
  if (text === undefined) return { records: new Map(), damaged: 0, isClosed: true };
  const { values, damaged } = fromLines(text);
  const [header, ...rest] = values;
  if (!isHeader(header)) return { records: new Map(), damaged: damaged + values.length + 1, isClosed: false };
  const records = new Map(rest.filter(isRecord).map((record) => [record.output, record]));
  return { records, damaged, isClosed: damaged === 0 && rest.length === header.records };
}

/** Replaces the file by these records, ordered by their outputs, whole or not at all. */
export function saveRecords(path: string, records: Iterable<UnitRecord>): void {
  const sorted = [...records].sort((a, b) => (a.output < b.output ? -1 : 1));
  const lines = [toLine({ form: FORM, records: sorted.length }), ...sorted.map(toLine)];
  writeWhole(path, Buffer.from(lines.join('')));
}

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

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw ioError('读取', path, error);
  }
}
