import type { Facts } from '../facts/facts.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { OpenSource, Refused } from './open-beside.ts';

/** The facts of last time that a facts file names, or why they cannot be had. Their own mistakes are no matter of this time's check. */
export async function readPrevious(
  written: string,
  open: OpenSource,
): Promise<{ readonly file: string; readonly facts: Facts } | Refused> {
  const opened = open(written);
  if ('message' in opened) {
    return {
      message: opened.message.replace('名册', '上期'),
      hint: opened.hint.replace('（连同 .xlsx、.csv）', ''),
    };
  }
  if (/\.(?:docx|txt)$/iu.test(written)) {
    return {
      message: `上期“${written}”是成文的报告，不能与它核对`,
      hint: '上期写那一次的事实文件（.yaml）。',
    };
  }
  const { value } = await readFacts({ file: opened.path, bytes: opened.bytes });
  if (value !== undefined) return { file: opened.path, facts: value.facts };
  return { message: `上期“${written}”读不出来`, hint: `先用 report check 检查 ${opened.path}。` };
}
