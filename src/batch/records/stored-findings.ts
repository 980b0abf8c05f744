import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { BatchUnit } from '../unit.ts';
import { entryLine } from './log-line.ts';
import { RecordLog, writeLog } from './record-log.ts';

/** What the last run found of the units together, if it was of the very same units (`stamp`); undefined if it has to be looked for again. */
export function loadFindings(
  path: string,
  stamp: string,
  units: readonly BatchUnit[],
): Diagnostic[] | undefined {
  const stored = findingsIn(path, stamp);
  const files = new Map(units.map(({ output, facts }) => [output, facts]));
  return stored?.map((diagnostic) => renameFiles(diagnostic, files));
}

/** Keeps what was found, if the disk has room for it: what is not kept is looked for again. It is under the units' outputs instead of the paths that their facts happen to have. */
export function saveFindings(
  path: string,
  stamp: string,
  findings: readonly Diagnostic[],
  units: readonly BatchUnit[],
): void {
  const outputs = new Map(units.map(({ output, facts }) => [facts, output]));
  const stored = findings.map((finding) => renameFiles(finding, outputs));
  try {
    writeLog(path, entryLine(FINDINGS_KEY, stamp, stored));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

const FINDINGS_KEY = 'findings';

function renameFiles(diagnostic: Diagnostic, names: ReadonlyMap<string, string>): Diagnostic {
  const rename = (file: string) => names.get(file) ?? file;
  const related = diagnostic.related.map((place) => ({ ...place, file: rename(place.file) }));
  return { ...diagnostic, file: rename(diagnostic.file), related };
}

function findingsIn(path: string, stamp: string): readonly Diagnostic[] | undefined {
  const log = new RecordLog<readonly Diagnostic[]>([path]);
  try {
    return log.stampOf(FINDINGS_KEY) === stamp ? log.get(FINDINGS_KEY) : undefined;
  } catch (error) {
    // None that can be read: it is made again.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
