import type { Passage } from '../../facts/passages.ts';
import { anchorIn, isFactsPassage } from '../../prose/place.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule, Report } from '../rule.ts';

/** GB/T 9704 7.3.4: 附件：1.…, without a mark after the names. */
export const attachmentNote: ProseRule = {
  id: 'attachment-note',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '附件说明的写法',
    why: '附件说明写“附件：”，有几个附件的用“1.”“2.”标号，附件名称后面不加标点；附件本身左上角只写“附件1”，不加冒号。',
    fix: '写成“附件：1.问题清单”，名称后面的标点删去。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.3.4、7.3.7', rank: '规定' },
  },
  examples: [
    { input: '正文到此为止。\n附件：1.问题清单；\n2.整改台账。', reports: ['；', '。'] },
    { input: '正文到此为止。\n附件1：问题清单\n附件2：整改台账', reports: ['附件1：', '附件2：'] },
    { input: '正文到此为止。\n附件：1.问题清单\n2.整改台账\n附件1\n问题清单', reports: [] },
    { input: '附件：整改台账\n附件材料由党政办保管，查阅须登记。', reports: [] },
  ],
  check({ prose, passages }, report) {
    if (!wholeText(prose).says('附件')) return;
    let isNote = false;
    for (const passage of passages) {
      if (isFactsPassage(passage)) return;
      const opens = NOTE_OPENING.test(passage.text);
      isNote = opens || (isNote && NOTE_ITEM.test(passage.text));
      if (isNote) checkNoteEnd(passage, report);
      else checkNumber(passage, report);
    }
  },
};

const NOTE_OPENING = /^[\s　]*附件[：:][\s　]*\S/;
const NOTE_ITEM = /^[\s　]*\d{1,2}[.．、]/;

function checkNoteEnd(passage: Passage, report: Report): void {
  const text = passage.text.trimEnd();
  if (!/[。；，、;,.]$/.test(text)) return;
  report({
    at: anchorIn(passage, text.length - 1, text.length),
    message: `附件名称后面多了“${text.slice(-1)}”`,
    hint: '附件名称后面不加标点，删去它。',
    replacement: '',
  });
}

function checkNumber(passage: Passage, report: Report): void {
  const match = /^([\s　]*)(附件[\s　]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[：:])[^，。；]{1,40}$/.exec(
    passage.text,
  );
  if (match === null) return;
  const [, indent = '', head = ''] = match;
  report({
    at: anchorIn(passage, indent.length, indent.length + head.length),
    message: `“${head}”的写法不对`,
    hint: '附件说明写“附件：1.名称”；附件本身左上角只写“附件1”。',
  });
}
