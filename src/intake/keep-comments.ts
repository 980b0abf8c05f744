import type { Fields } from '../facts/field.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import type { DraftRecord } from './facts-draft.ts';
import { skeleton } from './skeleton.ts';

/** Takes over the comments that people wrote on lines of their own in a facts file, each above the part of the file in which it stood. */
export function keepComments(draft: DraftRecord, text: string): void {
  let waiting: string[] = [];
  let key = '';
  for (const line of text.split(/\r?\n/u)) {
    const top = TOP.exec(line)?.[1];
    if (top !== undefined && RECORDS_BY_NAME.has(top)) {
      key = RECORDS_BY_NAME.get(top) ?? '';
      for (const comment of waiting) draft.note(key, comment);
      waiting = [];
    }
    const comment = /^\s*#\s?(.*)$/u.exec(line)?.[1]?.trim() ?? '';
    if (
      comment === '' ||
      OWN_COMMENTS.has(line.trim()) ||
      /^yaml-language-server/u.test(comment) ||
      isSwitchedOff(comment) ||
      MADE.test(comment)
    )
      continue;
    waiting.push(comment);
  }
  for (const comment of waiting) draft.note(key, comment);
}

const TOP = /^([^\s#:]+):/u;
const RECORDS_BY_NAME = new Map(
  Object.entries(VOCABULARY as Fields).flatMap(([name, { zh }]) => [
    [name, name],
    [zh, name],
  ]),
);
const OWN_COMMENTS = new Set(
  skeleton({ schema: '', template: '' })
    .split('\n')
    .map((line) => line.trim()),
);

/** What the program wrote itself. */
const MADE =
  /report (?:init|rollup)|〔汇总〕|sha256:|^核对过就可以删去|^“原文”的注释是|^文字里的数字还是上期的/u;

/** A key or an item of the file after `#` is no remark. */
function isSwitchedOff(comment: string): boolean {
  return /^(?:- )?[\p{Script=Han}\w]{1,8}:(?:\s|$)|^- /u.test(comment);
}
