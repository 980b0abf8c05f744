import { printable } from '../../diagnostics/printable.ts';
import { type OutputOptions, writeOutput } from '../../disk/write-output.ts';
import { EXIT } from '../exit-code.ts';
import { printNotice, printResult } from '../streams.ts';

export interface Saving extends OutputOptions {
  /** What to call what was made: 已生成, 已生成草稿. */
  readonly made: string;
  /** Whether standard output is free for the word of it. */
  readonly isResult: boolean;
  /** Say only what was not written, and what was moved out of the way. */
  readonly isQuiet: boolean;
}

/** Writes a file and says so, or why it was left as it is; the exit status. UserError where the system refuses. */
export function saveOutput(
  output: string,
  bytes: Uint8Array,
  { made, isResult, isQuiet, ...options }: Saving,
): number {
  const written = writeOutput(output, bytes, options);
  const name = printable(output);
  if (written.status === 'edited') {
    printNotice(
      `没有覆盖 ${name}：它在生成以后被人改过，或者不是本程序生成的。\n` +
        '  要重新生成，请加 --force，改过的那份会先另存；或用 -o 写到别处。\n',
    );
    return EXIT.findings;
  }
  const kept = written.keptAs === undefined ? '' : `，原来手工改过的另存为 ${printable(written.keptAs)}`;
  const print = isResult ? printResult : printNotice;
  if (!isQuiet || kept !== '') print(`${made} ${name}${kept}\n`);
  return EXIT.done;
}
