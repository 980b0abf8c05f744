import { crc32 } from 'node:zlib';

/** One value as a line of its own with a checksum ahead: a line that was torn or tampered with is noticed. */
export function toLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${checksum(json)} ${json}\n`;
}

export interface Lines {
  readonly values: readonly unknown[];
  /** How many lines could not be trusted. */
  readonly damaged: number;
}

/** Reads what `toLine` wrote, whole lines only; a damaged one is counted and left out. */
export function fromLines(text: string): Lines {
  const values: unknown[] = [];
  let damaged = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const value = found === -1 ? undefined : fromLine(text.slice(start, end));
    if (value === undefined) damaged += 1;
    else values.push(value);
    start = end + 1;
  }
  return { values, damaged };
}

const CHECKSUM_LENGTH = 8;

function fromLine(line: string): unknown {
  const json = line.slice(CHECKSUM_LENGTH + 1);
  return line.startsWith(`${checksum(json)} `) ? JSON.parse(json) : undefined;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(CHECKSUM_LENGTH, '0');
}
