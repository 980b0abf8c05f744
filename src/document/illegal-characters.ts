import type { ReportMarkup } from './markup-problem.ts';

const CONTROLS = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff';
/** Most markup has none of these: then nothing is looked at closer. */
const MAY_BE_ILLEGAL = new RegExp(`[${CONTROLS}\\ud800-\\udfff]`);
/** What XML cannot hold, and Word therefore cannot open: C0 controls, halves of characters, two non-characters. */
const ILLEGAL_IN_MARKUP = new RegExp(
  [`[${CONTROLS}]`, '[\\ud800-\\udbff](?![\\udc00-\\udfff])', '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]'].join(
    '|',
  ),
  'g',
);

/** Reports characters that no document can hold and puts U+FFFD in their place; offsets stay as they were. */
export function replaceIllegal(text: string, report: (at: number) => void): string {
  if (!MAY_BE_ILLEGAL.test(text)) return text;
  return text.replace(ILLEGAL_IN_MARKUP, (_, at: number) => {
    report(at);
    return '\ufffd';
  });
}

/** The problem that such a character is. */
export function reportIllegal(report: ReportMarkup): (at: number) => void {
  return (at) => report(at, '', '含有文档不能保存的控制字符或残缺字符，请删去');
}
