import { END_RECORD } from '../bytes/archive-mark.ts';
import type { Standing } from '../bytes/label.ts';
import { describeOthers } from './describe-others.ts';
import type { OutputPlace } from './judge-place.ts';

/**
 * The one decision on what is in the way of a file. It is replaced if it is ours, or holds the very same bytes; a report that was only
 * saved again, or anything else under `--force`, is kept beside the new one; the rest is left, and
 * `why` is a clause about it. A draft never takes a final report's place, and a copy with comments takes that of no report. What was set
 * anew (`format`) says what somebody wrote: it and what facts give replace each other only under `--force`, and then it is kept.
 */
export type WriteWay =
  | { readonly to: 'replace' }
  | { readonly to: 'keep-beside'; readonly was: Kept }
  | { readonly to: 'leave'; readonly why: string; readonly isForceable: boolean };

/** What is kept: a report that was only saved again, one that people worked on, or one of ours that nobody touched. */
export type Kept = 'resaved' | 'edited' | 'intact';

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
    if ((standing === 'typeset') !== (place.standing === 'typeset'))
      return isForced
        ? { to: 'keep-beside', was: 'intact' }
        : { to: 'leave', why: DESCRIPTIONS[place.standing], isForceable: true };
    const why = standingRefusal(standing, place.standing);
    return why === undefined ? REPLACE : { to: 'leave', why, isForceable: false };
  }
  if (Buffer.compare(place.bytes, bytes) === 0) return REPLACE;
  if (standing !== 'copy' && (await isResaved(place.bytes, bytes, standing)))
    return { to: 'keep-beside', was: 'resaved' };
  return isForced
    ? { to: 'keep-beside', was: 'edited' }
    : { to: 'leave', why: describeOthers(place.bytes), isForceable: true };
}

/** Why one file of ours must not take the place of another. */
function standingRefusal(standing: Standing, there: Standing): string | undefined {
  if (standing === 'draft' && there === 'final') return '是正式报告，草稿不能占它的位置';
  if (standing === 'copy' && there !== 'copy')
    return `是${there === 'final' ? '正式报告' : '报告的草稿'}，带批注的副本不能占它的位置`;
  return undefined;
}

/** A file that nothing of another kind takes the place of: a clause whose subject it is. */
const DESCRIPTIONS: Readonly<Record<Standing, string>> = {
  final: '是由事实生成的正式报告',
  draft: '是由事实生成的草稿',
  copy: '是带批注的副本',
  typeset: '是 report format 排版的报告，不是由事实生成的',
};

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
