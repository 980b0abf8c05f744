import type { FinishedDocument } from '../../document/finished-document.ts';

/** Why a document is no report that facts could be made of, and what to do; undefined for every usual one. */
export function tooLong({
  text,
}: Pick<FinishedDocument, 'text'>): { message: string; hint: string } | undefined {
  if (text.length <= LONGEST_REPORT) return undefined;
  return {
    message: `文档有${text.length}个字，太长了，不像一份报告（最多${LONGEST_REPORT}个）`,
    hint: '请只留下报告本身，另存一份再试；汇编、附件可以去掉。',
  };
}

/** Characters: some three hundred pages. */
const LONGEST_REPORT = 200_000;
