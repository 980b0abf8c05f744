import type { Passage } from '../../facts/passages.ts';
import { documentTitle } from '../../prose/document-kind.ts';
import { anchorIn } from '../../prose/place.ts';
import { sentencesOf } from '../../prose/sentences.ts';
import type { ProseRule, ProseSubject, Report } from '../rule.ts';

/** How long a text may be, where the configuration says so. */
export const lengthLimit: ProseRule = {
  id: 'length-limit',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '篇幅超过限定',
    why: '上级限定篇幅的（例如全文不超过3000字），超了会被退回。没有限定的不查。',
    fix: '压缩文字。限定写在配置的“限长”里：全文、标题、段落、句子各不超过多少字；空格不算。',
    basis: { source: '《关于解决形式主义突出问题为基层减负的通知》；本单位配置的“限长”', rank: '通常' },
  },
  examples: [
    {
      limits: { text: 20, sentence: 12 },
      input: '全镇共有党员三百名，均已参加学习教育。',
      reports: ['全镇共有党员三百名，均已参加学习教育'],
    },
    {
      limits: { text: 12, title: 8 },
      input: '云溪镇自查工作报告\n全镇有党员三百名。',
      reports: ['云溪镇自查工作报告', '云溪镇自查工作报告'],
    },
    { limits: { text: 100, paragraph: 50 }, input: '全镇共有党员三百名。', reports: [] },
    { input: '没有限定的，写多长都不报。', reports: [] },
  ],
  check({ passages, limits = {} }, report) {
    const [first] = passages;
    if (first === undefined || Object.keys(limits).length === 0) return;
    const { text, title } = limits;
    const head = documentTitle(passages)?.passage ?? first;
    const total = passages.reduce((sum, passage) => sum + countedLength(passage.text), 0);
    if (text !== undefined && total > text)
      reportTooLong({ passage: head, what: '全文', limit: text, length: total }, report);
    const isTitled = head.role === 'title' && title !== undefined;
    if (isTitled && countedLength(head.text) > title)
      reportTooLong({ passage: head, what: '标题', limit: title, length: countedLength(head.text) }, report);
    for (const passage of passages)
      if (passage.role === 'body' || passage.role === 'point') checkBody(passage, limits, report);
  },
};

interface TooLong {
  readonly passage: Passage;
  readonly what: string;
  readonly limit: number;
  readonly length: number;
  readonly stretch?: { readonly start: number; readonly end: number };
}

function checkBody(
  passage: Passage,
  { paragraph, sentence }: NonNullable<ProseSubject['limits']>,
  report: Report,
): void {
  const length = countedLength(passage.text);
  if (paragraph !== undefined && length > paragraph)
    reportTooLong({ passage, what: '这一段', limit: paragraph, length }, report);
  if (sentence === undefined || length <= sentence) return;
  for (const stretch of sentencesOf(passage.text)) {
    const words = countedLength(passage.text.slice(stretch.start, stretch.end));
    if (words > sentence)
      reportTooLong({ passage, what: '这一句', limit: sentence, length: words, stretch }, report);
  }
}

function reportTooLong({ passage, what, limit, length, stretch }: TooLong, report: Report): void {
  const { start, end } = stretch ?? { start: 0, end: passage.text.length };
  report({
    at: anchorIn(passage, start, end),
    message: `${what}${length}字，超过限定的${limit}字`,
    hint: `压缩${length - limit}字以上。`,
  });
}

/** As a word processor counts without spaces. */
function countedLength(text: string): number {
  let length = 0;
  for (const character of text) if (!/\s/.test(character)) length += 1;
  return length;
}
