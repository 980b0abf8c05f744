import { readFileSync, unlinkSync } from 'node:fs';
import { classifyDocx } from '../ooxml/fingerprint.ts';
import type { OutputFormat } from '../write/writer.ts';
import { codeOf, ioError } from './io-error.ts';
import { keepEdited } from './keep-edited.ts';
import { refuseIrregularOutput } from './refuse-output.ts';
import { writeWhole } from './write-whole.ts';

export interface OutputOptions {
  /** What people edit carries a fingerprint: .docx and .xlsx. */
  readonly format: OutputFormat | 'xlsx';
  /** `--force`: an edited file is kept beside and replaced. */
  readonly isForced: boolean;
}

/** What became of an output: written (perhaps over an edited one, which was kept), or left alone because somebody edited it. */
export type Written =
  | { readonly status: 'written'; readonly keptAs?: string }
  | { readonly status: 'edited' };

/** Writes a report whole, unless a .docx or .xlsx stands there that was edited by hand. UserError where the system or the path refuses. */
export function writeOutput(path: string, bytes: Uint8Array, { format, isForced }: OutputOptions): Written {
  refuseIrregularOutput(path);
  if ((format !== 'docx' && format !== 'xlsx') || !isEdited(path)) {
    writeWhole(path, bytes);
    return { status: 'written' };
  }
  if (!isForced) return { status: 'edited' };
  return { status: 'written', keptAs: replaceEdited(path, bytes) };
}

function replaceEdited(path: string, bytes: Uint8Array): string {
  const keptAs = keepEdited(path);
  try {
    writeWhole(path, bytes);
  } catch (error) {
    unlinkSync(keptAs);
    throw error;
  }
  return keptAs;
}

/** Whether a file stands there that is not as we wrote it; one without our fingerprint counts as edited. */
export function isEdited(path: string): boolean {
  try {
    return classifyDocx(readFileSync(path)) !== 'ours-untouched';
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    throw ioError('读取', path, error);
  }
}
