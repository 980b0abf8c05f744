import type { Standing } from '../bytes/label.ts';
import { describeOthers } from './describe-others.ts';
import type { OutputPlace } from './judge-place.ts';

/**
 * The one decision on what stands in the way of a file. It is replaced if it is ours, or holds the very same bytes; a report that was only
 * saved again, or anything else under `--force`, is kept beside the new one; the rest is left, and
 * `why` is a clause about it. A draft never takes a final report's place, and a copy with comments takes that of no report.
 */
export type WriteWay =
  | { readonly to: 'replace' }
  | { readonly to: 'keep-beside'; readonly isResaved: boolean }
  | { readonly to: 'leave'; readonly why: string; readonly isForceable: boolean };

export interface WayOptions {
  /** What is about to be written. */
  readonly standing: Standing;
  /** `--force`. */
  readonly isForced: boolean;
}

/** Decides for these bytes; an office's re-saved report is recognised by what it says. */
export async function chooseWay(
  place: OutputPlace,
  bytes: Uint8Array,
  { standing, isForced }: WayOptions,
): Promise<WriteWay> {
  if (place.holds === 'nothing') return REPLACE;
  if (place.holds === 'ours') {
    const why = refusalOf(standing, place.standing);
    return why === undefined ? REPLACE : { to: 'leave', why, isForceable: false };
  }
  if (Buffer.compare(place.bytes, bytes) === 0) return REPLACE;
  if (standing !== 'copy' && (await isResaved(place.bytes, bytes, standing)))
    return { to: 'keep-beside', isResaved: true };
  return isForced
    ? { to: 'keep-beside', isResaved: false }
    : { to: 'leave', why: describeOthers(place.bytes), isForceable: true };
}

/** Why one file of ours must not take the place of another. */
function refusalOf(standing: Standing, there: Standing): string | undefined {
  if (standing === 'draft' && there === 'final') return '是正式报告，草稿不能占它的位置';
  if (standing === 'copy' && there !== 'copy')
    return `是${there === 'final' ? '正式报告' : '报告的草稿'}，带批注的副本不能占它的位置`;
  return undefined;
}

const REPLACE: WriteWay = { to: 'replace' };

/** What reads finished reports is loaded only for what a program may have saved: an archive that ends as every program's does. */
async function isResaved(saved: Uint8Array, written: Uint8Array, standing: Standing): Promise<boolean> {
  if (!beginsAsArchive(written) || !beginsAsArchive(saved) || !endsPlainly(saved)) return false;
  const { saysTheSame } = await import('./says-the-same.ts');
  return saysTheSame(saved, written, standing);
}

function beginsAsArchive([p, k]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b;
}

/** The end record is the last thing in the file and holds no comment: with ours, or anything after it, the bytes were tampered with. */
function endsPlainly(archive: Uint8Array): boolean {
  const end = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength).subarray(-END_RECORD);
  return end.length === END_RECORD && end.readUInt32LE(0) === 0x06054b50 && end.readUInt16LE(20) === 0;
}

const END_RECORD = 22;
