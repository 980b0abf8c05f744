import type { Facts } from '../facts/facts.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { OpenedFile, OpenSource, RefusedFile } from './open-beside.ts';

/** The facts of last time that a facts file names, its own or a finished report's, or why they cannot be had. Their own mistakes are no matter of this time's check. */
export async function readPrevious(
  written: string,
  open: OpenSource,
): Promise<{ readonly file: string; readonly facts: Facts } | RefusedFile> {
  const opened = open(written);
  if ('message' in opened) {
    return {
      message: opened.message.replace('名册', '上期'),
      hint: opened.hint.replace('（连同 .xlsx、.csv）', ''),
    };
  }
  if (FINISHED.test(written)) return readReported(written, opened);
  const { value } = await readFacts({ file: opened.path, bytes: opened.bytes });
  if (value !== undefined) return { file: opened.path, facts: value.facts };
  return { message: `上期“${written}”读不出来`, hint: `先用 report check 检查 ${opened.path}。` };
}

export const FINISHED = /\.(?:do[ct][xm]|txt)$/iu;

/** What a finished report of last time says; its reader is loaded only for one. */
async function readReported(
  written: string,
  { path, bytes }: OpenedFile,
): Promise<{ readonly file: string; readonly facts: Facts } | RefusedFile> {
  const [{ readFinished }, { factsOfReport }, { tooLong }] = await Promise.all([
    import('../document/read-finished.ts'),
    import('../intake/facts-of-report.ts'),
    import('../intake/report/too-long.ts'),
  ]);
  const { value, diagnostics } = readFinished(path, bytes);
  const long = value && tooLong(value);
  if (long !== undefined) return { message: `上期“${written}”：${long.message}`, hint: long.hint };
  if (value !== undefined) return { file: path, facts: (await factsOfReport(value)).facts };
  const [first] = diagnostics;
  return { message: `上期“${written}”读不出来：${first?.message ?? ''}`, hint: first?.hint ?? '' };
}
