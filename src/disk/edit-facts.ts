import { UserError } from '../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from './read-outside.ts';
import { refuseIrregularOutput } from './refuse-output.ts';
import { writeWhole } from './write-whole.ts';

/**
 * The only way in which an input is written: a facts file is edited in its place, whole or not at all, for a command that is there to edit it.
 * `before` is what it was read as. UserError where somebody changed it meanwhile, and then it is left as it is.
 */
export function editFacts(path: string, before: Uint8Array, after: Uint8Array): void {
  refuseIrregularOutput(path);
  if (Buffer.compare(readOutside(path, CONTRACTS.finished), before) !== 0) {
    throw new UserError(`${path} 刚刚被别的程序改过，没有写入。`, '请再运行一次，以新的内容为准。');
  }
  writeWhole(path, after);
}
