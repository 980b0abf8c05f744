import { parse } from 'csv-parse/sync';
import { decodeBytes, encodingOf } from '../bytes/encoding.ts';
import { type RosterProblem, refuseSource } from './roster-problem.ts';
import type { RosterTable } from './table.ts';

/**
 * Reads a CSV file in UTF-8 or GB18030 (RFC 4180; parted by commas, tabs or semicolons) as a table whose rows are its records. Strict: a quote
 * that is not closed, or is in the middle of a field, is said, for everything after it would be read wrongly.
 */
export function readCsv(bytes: Uint8Array): Omit<RosterTable, 'file'> | RosterProblem {
  const encoding = encodingOf(bytes);
  if (encoding === 'big5' || encoding === 'unknown') {
    return refuseSource(
      '文件既不是 UTF-8 也不是 GB18030 编码，读不出文字',
      '在 Excel 或 WPS 里打开，另存为 .xlsx，再试。',
    );
  }
  const text = decodeBytes(bytes, encoding);
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
    }) as string[][];
    const rows = records.map((fields, index) => ({
      number: index + 1,
      values: fields.map((field) => (field.trim() === '' ? undefined : field)),
    }));
    return {
      isHidden: false,
      merged: [],
      rows: rows.filter(({ values }) => values.some((value) => value !== undefined)),
    };
  } catch (error) {
    return describeError(error);
  }
}

/** What parts the fields of the first lines most often. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000);
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const DELIMITERS = [',', '\t', ';'];

function describeError(error: unknown): RosterProblem {
  const { code, lines } = error as { readonly code?: unknown; readonly lines?: unknown };
  if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error;
  const where = typeof lines === 'number' ? `第${lines}行` : '';
  return refuseSource(
    `${where}的引号不配对，从这里起分不清各列`,
    '带逗号、换行的内容要用一对英文引号括起来，内容里的引号写两遍；或者在 Excel、WPS 里另存为 .xlsx，再试。',
  );
}
