import type { Passage } from '../../facts/passages.ts';
import { anchorIn, isFactsPassage } from '../../prose/place.ts';
import type { ProseRule } from '../rule.ts';

/** GB/T 15834 4.1: a paragraph of sentences ends with a mark. */
export const endMark: ProseRule = {
  id: 'end-mark',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '段末没有标点',
    why: '正文的段落写完要有句号。段末没有标点，多是删改、换页时丢的，有时后面还丢了半句话。',
    fix: '核对后面有没有漏掉的内容，补上句号。',
    basis: {
      source: '《标点符号用法》（GB/T 15834-2011）',
      clause: '4.1.3',
      isUnchecked: true,
      rank: '规定',
    },
  },
  examples: [
    {
      input: '全镇有6个行政村。现有党员300名，其中女党员62名\n全年发展党员5名，均为35岁以下。',
      reports: ['名'],
    },
    {
      input: '一、主要做法\n（一）强化学习。坚持每月学习，覆盖全体党员\n（二）规范管理。建立台账，逐项销号。',
      reports: ['员'],
    },
    {
      input: '一、主要做法\n全镇有6个行政村，党员300名。\n附件：问题清单\n云溪镇党委\n2023年11月6日',
      reports: [],
    },
    { input: '抓学习，强队伍，促发展\n全镇有6个行政村。\n联系人：张某，电话：略', reports: [] },
  ],
  check({ passages }, report) {
    const prose = passages.filter((passage) => passage.role === 'body' && !isFactsPassage(passage));
    const open = prose.filter(({ text }) => endsOpen(text));
    if (open.length === 0 || isTheirWay(open.length, prose)) return;
    for (const passage of open) {
      const end = passage.text.trimEnd().length;
      report({
        at: anchorIn(passage, end - 1, end),
        message: '段末没有标点',
        hint: '看看后面是不是丢了内容；没有丢的，补上句号。',
      });
    }
  },
};

/** Where many paragraphs have none, lines are broken inside sentences, or no text follows: then it says nothing. */
function isTheirWay(open: number, prose: readonly Passage[]): boolean {
  const closed = prose.filter(({ text }) => HAS_END_MARK.test(text)).length;
  return closed === 0 || open > Math.max(1, closed / 3);
}

const HAS_END_MARK = /[。！？；：…”）]\s*$/;

/** Tabs part the cells of a table's row. */
function endsOpen(text: string): boolean {
  if (text.includes('\t')) return false;
  const last = text.trimEnd().slice(-1);
  return (
    OPEN_END.test(last) && !OPENING_LABEL.test(text) && (/[。；].{4}/.test(text) || isLongSentence(text))
  );
}

const OPEN_END = /[一-鿿\d%％》]/;
/** What stands outside of the text, and lines that list who or where. */
const OPENING_LABEL =
  /^[\s　]*(?:附件?|附表|抄送|主送|印发|联系|来源|作者|记者|编辑|地址|电话|时间|地点|参加|出席|列席|主持|记录|图|表|注|（[^）]*）[\s　]*$)/;

/** Without a 。 inside, a title may have commas too; a sentence that states a figure is none. */
function isLongSentence(text: string): boolean {
  return text.length >= LONG_PARAGRAPH && (text.match(/，/g)?.length ?? 0) >= 2 && /\d/.test(text);
}

const LONG_PARAGRAPH = 30;
