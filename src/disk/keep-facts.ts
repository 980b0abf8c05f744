import { hash } from 'node:crypto';
import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { createFile } from './create-file.ts';
import { editFacts } from './edit-facts.ts';
import { ioError } from './io-error.ts';
import { CONTRACTS, readOutside } from './read-outside.ts';

/**
 * Edits a facts file and keeps what it was beside it, so that `restoreFacts` can bring it back. The copy's name tells what the file was edited
 * into, and ends so that nobody takes it for a facts file. Returns the copy's path; UserError where the file changed meanwhile, and then
 * nothing is written.
 */
export function editKeepingFacts(path: string, before: Uint8Array, after: Uint8Array): string {
  const copy = keepCopy(path, before, after);
  try {
    editFacts(path, before, after);
  } catch (error) {
    unlinkSync(copy);
    throw error;
  }
  return copy;
}

function keepCopy(path: string, before: Uint8Array, after: Uint8Array): string {
  const name = path + KEPT_NAME + shortDigest(after);
  for (let number = 1; ; number += 1) {
    const copy = number === 1 ? name : `${name}-${number}`;
    if (createFile(copy, before)) return copy;
  }
}

/**
 * Gives a facts file back what it was before it was last edited so, and removes the copy. UserError where there is no copy, or the file
 * was changed since: then it is left as it is.
 */
export function restoreFacts(path: string): string {
  const present = readOutside(path, CONTRACTS.facts);
  const copies = copiesOf(path);
  const wanted = shortDigest(present);
  const copy = copies.findLast((name) =>
    name.slice(basename(path).length + KEPT_NAME.length).startsWith(wanted),
  );
  if (copy === undefined) throw nothingToRestore(path, copies);
  const kept = join(dirname(path), copy);
  editFacts(path, present, readOutside(kept, CONTRACTS.facts));
  unlinkSync(kept);
  return kept;
}

function nothingToRestore(path: string, copies: readonly string[]): UserError {
  const [copy] = copies;
  if (copy === undefined) {
    return new UserError(
      `没有可以撤销的：${path} 旁边没有收回前的副本。`,
      '只能撤销 report absorb --apply 写回的改动。',
    );
  }
  return new UserError(
    `没有撤销：${path} 在收回之后又改过，撤销会丢掉后来的改动。`,
    `收回前的样子在 ${join(dirname(path), copy)}，请自己对照着改。`,
  );
}

function copiesOf(path: string): readonly string[] {
  const folder = dirname(path);
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(basename(path) + KEPT_NAME))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch (error) {
    throw ioError('读取', folder, error);
  }
}

const KEPT_NAME = '.before-absorb-';

function shortDigest(bytes: Uint8Array): string {
  return hash('sha256', bytes).slice(0, 10);
}
