import { existsSync } from 'node:fs';
import { readRecordMark } from '../bytes/record-mark.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { createFile } from './create-file.ts';
import { editFacts } from './edit-facts.ts';
import { CONTRACTS, readOutside } from './read-outside.ts';

/** A rolled-up facts file where one is to be written. */
export interface CountyPlace {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** What stands where a county's facts are to go; undefined for nothing. UserError for every file that no roll-up made. */
export function countyPlace(path: string): CountyPlace | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readOutside(path, CONTRACTS.facts);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (readRecordMark(text) !== undefined) return { bytes, text };
  throw new UserError(
    `没有改动 ${path}：它不是 report rollup 写的，或者末尾的汇总记录被改过。`,
    '请先移走它，或换一个文件名。',
  );
}

/** Writes a county's facts: a new file, or the renewed one in its place. UserError where it appeared or changed meanwhile. */
export function writeCounty(path: string, before: CountyPlace | undefined, text: string): void {
  if (before !== undefined) {
    if (text !== before.text) editFacts(path, before.bytes, Buffer.from(text));
    return;
  }
  if (!createFile(path, text)) throw new UserError(`${path} 刚刚出现，没有改动它。`, '请再运行一次。');
}
