import { printable } from '../../diagnostics/printable.ts';
import type { Kept } from '../../disk/choose-way.ts';
import { type OutputOptions, type WriteResult, writeOutput } from '../../disk/write-output.ts';
import { EXIT } from './exit-code.ts';
import { printNotice, printResult } from './streams.ts';

/** The options of a command that writes a file. */
export interface SavingFlags {
  readonly force?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export interface Saving extends Partial<Omit<OutputOptions, 'isForced'>> {
  /** Whether standard output is free for the word of it. */
  readonly isResult: boolean;
  /** What to call what was made: 已生成 where it is not said, 已生成草稿. */
  readonly made?: string;
  /** What is told of it after its name: （12 页）. */
  readonly remark?: string;
  /** False where the command does not know `--force`. */
  readonly hasForce?: boolean;
  /** The option that names another place; `-o` if absent. */
  readonly placedBy?: string;
}

/**
 * Writes a file, a final one where `standing` does not say otherwise, and says so, or why what is there was left as it is; the exit status.
 * Where it is to be quiet, only what was not written, and what was moved out of the way. UserError where the system refuses.
 */
export async function saveOutput(
  output: string,
  bytes: Uint8Array,
  { force = false, quiet = false }: SavingFlags,
  {
    made = '已生成',
    remark = '',
    isResult,
    hasForce = true,
    placedBy = '-o',
    standing = 'final',
    ...options
  }: Saving,
): Promise<number> {
  const written = await writeOutput(output, bytes, { ...options, standing, isForced: force });
  const name = printable(output);
  if (written.status === 'left') {
    const rename = standing === 'copy' ? RENAME_COPY : RENAME;
    const remedy = hasForce ? (written.isForceable ? FORCE : rename) : MOVE_AWAY;
    printNotice(`没有覆盖 ${name}：它${written.why}。\n  ${remedy.replaceAll('-o', placedBy)}\n`);
    return EXIT.findings;
  }
  const print = isResult ? printResult : printNotice;
  const kept = describeKept(written);
  if (!quiet || kept !== '') print(`${made} ${name}${remark}${kept}\n`);
  if (written.isUnnoted) printNotice(describeUnnoted(name));
  return EXIT.done;
}

const FORCE = '要重新生成，请加 --force，原来那份会先另存；或用 -o 写到别处。';
const RENAME = '请用 -o 给草稿另起一个名字，或省去 -o。';
const RENAME_COPY = '请用 -o 另指定一个文件夹或名字。';
const MOVE_AWAY = '请先移走它，或用 -o 写到别处。';

function describeKept({ kept }: Extract<WriteResult, { status: 'written' }>): string {
  if (kept === undefined) return '';
  return `，${KEPT[kept.was]}另存为 ${printable(kept.path)}`;
}

const KEPT: Readonly<Record<Kept, string>> = {
  resaved: '原来那份在 Word 或 WPS 里重新保存过、内容没有变，',
  edited: '原来手工改过的',
  intact: '原来那份',
};

function describeUnnoted(name: string): string {
  return `注意：缓存文件夹不能写入，没有记下 ${name} 是本程序生成的；下次生成时会当作别人的文件，不覆盖。\n`;
}
