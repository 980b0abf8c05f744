import { unlinkSync } from 'node:fs';
import { recogniseOwn } from '../bytes/recognise.ts';
import { chooseWay, type Kept, type WayOptions } from './choose-way.ts';
import { judgePlace } from './judge-place.ts';
import { keepEdited } from './keep-edited.ts';
import { refuseInputName } from './refuse-output.ts';
import { writeWhole } from './write-whole.ts';
import { userRecord, type WrittenRecord } from './written-record.ts';

export interface OutputOptions extends WayOptions {
  /** Where it is noted what was written, if the file itself cannot say; the user's own record if absent. */
  readonly record?: WrittenRecord;
}

/** What became of an output. */
export type WriteResult =
  | {
      readonly status: 'written';
      /** Where what stood there is now, and what it was. */
      readonly kept?: { readonly path: string; readonly was: Kept };
      /** It could not be noted that this file is ours: the next time it will be left alone. */
      readonly isUnnoted?: boolean;
    }
  | { readonly status: 'left'; readonly why: string; readonly isForceable: boolean };

/** Writes a file whole, unless something is there that is not ours to replace. UserError where the system or the path refuses. */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
  options: OutputOptions,
): Promise<WriteResult> {
  refuseInputName(path);
  const { standing, record = userRecord() } = options;
  const way = await chooseWay(judgePlace(path, record.recognise), bytes, options);
  if (way.to === 'leave') return { status: 'left', why: way.why, isForceable: way.isForceable };
  const kept = way.to === 'keep-beside' ? { path: replaceKept(path, bytes), was: way.was } : undefined;
  if (kept === undefined) writeWhole(path, bytes);
  const isNoted = recogniseOwn(bytes) !== undefined || record.note(path, bytes, standing);
  return { status: 'written', ...(kept && { kept }), ...(!isNoted && { isUnnoted: true }) };
}

/** Keeps what is there beside the new one; returns where. */
export function replaceKept(path: string, bytes: Uint8Array): string {
  const keptAs = keepEdited(path);
  try {
    writeWhole(path, bytes);
  } catch (error) {
    unlinkSync(keptAs);
    throw error;
  }
  return keptAs;
}
