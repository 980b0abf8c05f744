import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { parseNumeral } from '../../prose/numerals.ts';
import { anchorIn, isFactsPassage } from '../../prose/place.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** 见附件3 needs an attachment 3. */
export const attachmentReference: ProseRule = {
  id: 'attachment-reference',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '提到的附件没有列出',
    why: '正文写“详见附件3”，后面只列了两个附件，或者一个也没有，收文的人找不到。',
    fix: '在附件说明里补列，或者改正附件的序号。',
    basis: {
      source: '《党政机关公文格式》（GB/T 9704-2012）',
      clause: '7.3.4、7.3.7',
      rank: '规定',
      proof: '正文提到的附件，附件说明里没有',
    },
  },
  examples: [
    { input: '整改台账见附件3。\n附件：1.问题清单\n2.整改台账', reports: ['见附件3'] },
    { input: '名单详见附件。', reports: ['见附件'] },
    { input: '问题清单见附件1，台账见附件2。\n附件：1.问题清单\n2.整改台账', reports: [] },
    { input: '名单详见附件。\n附件\n人员名单', reports: [] },
  ],
  check({ prose, passages }, report) {
    if (!wholeText(prose).says('见附') || passages.some(isFactsPassage)) return;
    const count = countAttachments(passages);
    for (const passage of passages) {
      for (const { index, 0: words, 1: number } of matchesIn(passage.text, SEE_ATTACHMENT)) {
        const wanted = number === undefined ? 1 : attachmentNumber(number);
        if (wanted === undefined || wanted <= count) continue;
        report({
          at: anchorIn(passage, index, index + words.length),
          message: count === 0 ? `“${words}”，后面没有附件` : `“${words}”，后面只有${count}个附件`,
          hint: '在附件说明里补列，或者改正序号。',
        });
      }
    }
  },
};

const SEE_ATTACHMENT = /见附件[\s　]?(\d{1,2}|[一二三四五六七八九十]{1,3})?(?![\d》])/g;
const FIRST_OF_NOTE = /^[\s　]*附件[：:][\s　]*(?:1[.．、])?/;
const NUMBERED_ITEM = /^[\s　]*(\d{1,2})[.．、]/;
const ATTACHMENT_HEAD = /^[\s　]*附件[\s　]?(\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[：:]|[\s　]|$)/;

/** By the note below the text and by the heads of the attachments themselves: the greatest number, or 1 where none is numbered. */
function countAttachments(passages: readonly Passage[]): number {
  let count = 0;
  let isNote = false;
  for (const { text } of passages) {
    const head = ATTACHMENT_HEAD.exec(text);
    const item: RegExpExecArray | null = isNote ? NUMBERED_ITEM.exec(text) : null;
    if (head !== null) count = Math.max(count, head[1] === undefined ? 1 : (attachmentNumber(head[1]) ?? 1));
    if (item !== null) count = Math.max(count, Number(item[1]));
    isNote = FIRST_OF_NOTE.test(text) || item !== null;
  }
  return count;
}

function attachmentNumber(text: string): number | undefined {
  return /^\d/.test(text) ? Number(text) : parseNumeral(text);
}
