import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { writeWhole } from '../../output/write-whole.ts';
import { fromLines, toLine } from '../records/record-lines.ts';
import type { Unit } from '../unit.ts';

/** What the last run found of the units together, if it was of the very same units (`key`); undefined if it has to be looked for again. */
export function loadFindings(path: string, key: string, units: readonly Unit[]): Diagnostic[] | undefined {
  const { values, damaged } = readLines(path);
  const [header, ...diagnostics] = values;
  if (damaged > 0 || header !== key) return undefined;
  const files = new Map(units.map(({ output, facts }) => [output, facts]));
  // A line with a right checksum was written by us.
  return diagnostics.map((diagnostic) => renameFiles(diagnostic as Diagnostic, files));
}

/** Keeps what was found, under the units' outputs instead of the paths that their facts happen to have. */
export function saveFindings(
  path: string,
  key: string,
  findings: readonly Diagnostic[],
  units: readonly Unit[],
): void {
  const outputs = new Map(units.map(({ output, facts }) => [facts, output]));
  const lines = [key, ...findings.map((finding) => renameFiles(finding, outputs))].map(toLine);
  writeWhole(path, Buffer.from(lines.join('')));
}

function renameFiles(diagnostic: Diagnostic, names: ReadonlyMap<string, string>): Diagnostic {
  const rename = (file: string) => names.get(file) ?? file;
  const related = diagnostic.related.map((place) => ({ ...place, file: rename(place.file) }));
  return { ...diagnostic, file: rename(diagnostic.file), related };
}

function readLines(path: string) {
  try {
    return fromLines(readFileSync(path, 'utf8'));
  } catch {
    // None yet, or none that can be read: it is made again.
    return { values: [], damaged: 0 };
  }
}
