import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import type { Unit } from '../unit.ts';
import { readLines, toLine } from './record-lines.ts';

/** What the last run found of the units together, if it was of the very same units (`key`); undefined if it has to be looked for again. */
export function loadFindings(path: string, key: string, units: readonly Unit[]): Diagnostic[] | undefined {
  const [header, ...diagnostics] = valuesOf(path);
  if (header !== key || diagnostics.includes(undefined)) return undefined;
  const files = new Map(units.map(({ output, facts }) => [output, facts]));
  // A line with a right checksum was written by us.
  return diagnostics.map((diagnostic) => renameFiles(diagnostic as Diagnostic, files));
}

/** Keeps what was found, if the disk has room for it: what is not kept is looked for again. It stands under the units' outputs instead of the paths that their facts happen to have. */
export function saveFindings(
  path: string,
  key: string,
  findings: readonly Diagnostic[],
  units: readonly Unit[],
): void {
  const outputs = new Map(units.map(({ output, facts }) => [facts, output]));
  const lines = [key, ...findings.map((finding) => renameFiles(finding, outputs))].map(toLine);
  try {
    writeWhole(path, Buffer.from(lines.join('')));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

function renameFiles(diagnostic: Diagnostic, names: ReadonlyMap<string, string>): Diagnostic {
  const rename = (file: string) => names.get(file) ?? file;
  const related = diagnostic.related.map((place) => ({ ...place, file: rename(place.file) }));
  return { ...diagnostic, file: rename(diagnostic.file), related };
}

function valuesOf(path: string): unknown[] {
  try {
    return [...readLines(path)].map(({ value }) => value);
  } catch {
    // None that can be read: it is made again.
    return [];
  }
}
