import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PdfFacts } from '../../office/stand-in-fonts.ts';

/** What a unit's report was made from. Equal inputs give equal bytes. */
export interface Inputs {
  /** The digest of the facts file. */
  readonly facts: string;
  /** The template's id; empty where the facts could not be read far enough to know it. */
  readonly template: string;
  /** The digest of the template with its partials. */
  readonly templateDigest: string;
  /** The digest of everything that configuration and flags decide. */
  readonly settings: string;
  /** The program's version. */
  readonly version: string;
  /** The rosters and the file of last time that the facts name with the digest of each, as JSON; absent where they name none. */
  readonly sources?: string;
}

/** What the last run knows of a unit. */
export interface UnitRecord {
  /** The output's path under the output folder, with `/`; the record's key. */
  readonly output: string;
  /** The way from the output folder to the facts file, with `/`, so that both may move together. */
  readonly facts: string;
  /** The unit's name, as far as it could be read. */
  readonly name: string;
  readonly inputs: Inputs;
  /** Whether the facts had errors, so that nothing was written. */
  readonly hasFailed: boolean;
  /** The digest of the file that was last written for it; empty if none ever was. */
  readonly written: string;
  /** Whether that was a draft. */
  readonly isDraft?: boolean;
  /** Of what was printed. */
  readonly pdf?: PdfFacts;
  /** The digest of somebody else's file that stood in the way when these inputs were last made: it says something else. */
  readonly left?: string;
  /** What the facts still lack, in Chinese. */
  readonly pending: readonly string[];
  /** What was found; `file` is empty where it is the unit's own. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The records' form, without the path that the file was called by in that run. */
export function toStored(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  return diagnostics.map((diagnostic) => renameFile(diagnostic, file, ''));
}

/** The diagnostics of a record, with the path that the file is called by now. */
export function fromStored(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  return diagnostics.map((diagnostic) => renameFile(diagnostic, '', file));
}

function renameFile(diagnostic: Diagnostic, from: string, to: string): Diagnostic {
  const rename = (file: string) => (file === from ? to : file);
  const related = diagnostic.related.map((place) => ({ ...place, file: rename(place.file) }));
  return { ...diagnostic, file: rename(diagnostic.file), related };
}
