import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { codeOf } from '../../disk/io-error.ts';
import type { DigestLine } from './digest-line.ts';
import { fromLines, type Line, readLines, toLine } from './record-lines.ts';

/** The digests of a batch's units by their outputs. They are many and large, so they stay on disk and are read in passing. */
export interface DigestStore {
  /** Takes what `toDigestLine` made. */
  add(lines: readonly string[]): void;
  /** One for each unit, the latest; lines that cannot be trusted are passed over. */
  all(): Iterable<DigestLine>;
  /** Drops what is not of these outputs and what later runs replaced, once that is most of it. */
  tidy(outputs: ReadonlySet<string>): void;
}

/** A store in a file, to which later runs add. What cannot be added (a full disk) is missing, and made again when it is needed. */
export function openDigestFile(path: string): DigestStore {
  /** The number of each output's latest line; found at the first reading, and again after something was added. */
  let latest: ReadonlyMap<string, number> | undefined;
  let lines = 0;
  const all = function* () {
    latest ??= new Map(numbered(path));
    lines = 0;
    for (const line of storedLines(path)) if (latest.get(line.output) === lines++) yield line;
  };
  return {
    add(added) {
      latest = undefined;
      try {
        appendFileSync(path, added.join(''));
      } catch (error) {
        if (codeOf(error) === '') throw error;
      }
    },
    all,
    tidy(outputs) {
      if (lines > 2 * outputs.size) rewrite(path, all(), outputs);
    },
  };
}

function* numbered(path: string): Generator<[output: string, line: number]> {
  let line = 0;
  for (const { output } of storedLines(path)) yield [output, line++];
}

function rewrite(path: string, digests: Iterable<DigestLine>, outputs: ReadonlySet<string>): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, '');
  for (const each of digests) if (outputs.has(each.output)) appendFileSync(fresh, toLine(each));
  renameSync(fresh, path);
}

/** A store that reads from files and writes to none: what is added goes before what they hold, and is forgotten with the run. */
export function openDigestReading(paths: readonly string[]): DigestStore {
  const stores = paths.map(openDigestFile);
  const added = new Map<string, Buffer>();
  return {
    add: (lines) => {
      for (const line of lines) {
        const bytes = Buffer.from(line);
        for (const { output } of trusted(fromLines(bytes))) added.set(output, bytes);
      }
    },
    *all() {
      for (const store of stores) for (const each of store.all()) if (!added.has(each.output)) yield each;
      for (const bytes of added.values()) yield* trusted(fromLines(bytes));
    },
    tidy: () => {},
  };
}

function storedLines(path: string): Generator<DigestLine> {
  return trusted(readLines(path));
}

/** A right checksum says that we wrote it. */
function* trusted(lines: Iterable<Line>): Generator<DigestLine> {
  for (const { value } of lines) if (value !== undefined) yield value as DigestLine;
}
