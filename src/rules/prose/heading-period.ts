import { type HeadingMark, readHeadingMark } from '../../document/heading-mark.ts';
import { ledInItems } from '../../document/led-in-items.ts';
import type { Passage, PassageRole } from '../../facts/passages.ts';
import { isHan } from '../../prose/han.ts';
import { anchorIn, isAttachment, isFactsPassage } from '../../prose/place.ts';
import { SIGN, signsAt } from '../../prose/signs.ts';
import type { ProseRule, Report } from '../rule.ts';

/** P4. GB/T 15834 and practice: a heading alone ends without a mark, a run-in one with 。, and a level keeps to one way. */
export const headingPeriod: ProseRule = {
  id: 'heading-period',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '标题末尾的标点',
    why: '单独成段的标题末尾不用标点；标题后面接着写正文的，标题用句号收住。同一层标题在一份文件里只用一种写法。',
    fix: '删去单独成段的标题末尾的标点；同一层标题统一成单独成段或者段首标题。',
    basis: { source: '公文标题的通行做法', rank: '通常' },
  },
  examples: [
    { input: '一、基本情况。\n全镇有6个行政村。', reports: ['。'] },
    { input: '一、主要做法\n（一）强化理论学习；\n坚持每月学习一次，形成制度。', reports: ['；'] },
    {
      input:
        '一、主要做法\n（一）强化理论学习。坚持每月学习一次。\n（二）规范选任程序\n严格按照程序办理。\n（三）加强日常管理。建立谈话制度。',
      reports: ['（二）规范选任程序'],
    },
    {
      input: '一、基本情况\n全镇有6个行政村。\n二、主要做法\n（一）强化理论学习。坚持每月学习一次。',
      reports: [],
    },
    { input: '一、主要做法\n具体如下：\n1.抓学习。\n2.抓作风。\n以上工作还在推进。', reports: [] },
    { input: '（一）强化理论学习。\n（二）规范选任程序。\n（三）加强日常管理。', reports: [] },
    {
      input: '一、基本情况\n全镇有6个村。\n二、核查情况：1.整理文件7件。\n2.公示期满，没有收到举报。',
      reports: [],
    },
    {
      input: '（一）强化理论学习。坚持每月学习一次。\n（二）规范选任程序。\n以上请审阅，不妥之处请批评指正。',
      reports: [],
    },
  ],
  check({ passages }, report) {
    const headings = headingsOf(passages);
    const runIn = new Set(headings.filter(({ isRunIn }) => isRunIn).map(({ mark }) => mark?.level));
    for (const heading of headings) if (!isSentenceHeading(heading, runIn)) checkHeadingEnd(heading, report);
    checkTexts(passages, report);
    const numbered = headings.filter(({ mark }) => mark !== undefined);
    if (numbered.length === 0) return;
    for (const level of [1, 2, 3, 4]) {
      checkMixture(
        numbered.filter((heading) => heading.mark?.level === level && !isSentenceHeading(heading, runIn)),
        report,
      );
    }
  },
};

/** Among headings that open their paragraphs, one without text of its own ends as they do. */
function isSentenceHeading(
  { passage, mark, isRunIn }: EndedHeading,
  runIn: ReadonlySet<number | undefined>,
): boolean {
  if (!isRunIn && WITH_TEXT.test(passage.text)) return true;
  return (
    !isRunIn && (mark?.level ?? 1) > 1 && runIn.has(mark?.level) && passage.text.trimEnd().endsWith('。')
  );
}

/** 二、核查情况：1.整理文件7件。: text follows in the same paragraph. */
const WITH_TEXT = /：[^：]{2,}[。；]\s*$/;

interface EndedHeading {
  readonly passage: Passage;
  readonly mark: HeadingMark | undefined;
  readonly isRunIn: boolean;
  /** A deeper heading follows at once: then it could not have been run in. */
  readonly isParent: boolean;
  /** The next item of the same list follows at once: it may be a sentence of its own. */
  readonly isItem: boolean;
}

function headingsOf(passages: readonly Passage[]): EndedHeading[] {
  const headings: EndedHeading[] = [];
  const items = ledInItems(passages.map(({ text }) => text));
  passages.forEach((passage, index) => {
    const { role, text } = passage;
    if ((role !== 'heading' && role !== 'body') || items.has(index)) return;
    const mark = readMark(text);
    const isRunIn = role === 'body' && mark !== undefined && RUN_IN.test(text.slice(mark.end));
    if (role === 'body' && !isRunIn) return;
    const level = mark?.level ?? 0;
    const next = passages[index + 1];
    const following = readMark(next?.text ?? '')?.level;
    const isParent = following !== undefined && following > level;
    const isItem = next === undefined || (following !== undefined && !isParent);
    headings.push({ passage, mark, isRunIn, isParent, isItem });
  });
  return headings;
}

/** Most texts open with a character that is part of no number. */
function readMark(text: string): HeadingMark | undefined {
  const isNumeral = (signsAt(text, 0) & SIGN.numeral) !== 0;
  return isNumeral || !isHan(text, 0) ? readHeadingMark(text) : undefined;
}

const RUN_IN = /^[^。；：！？\n]{2,40}。./;

/** In a facts file titles may be written with their 。, which the writer knows how to set; other marks are slips. */
function checkHeadingEnd({ passage, mark, isRunIn, isItem }: EndedHeading, report: Report): void {
  if (isRunIn) return;
  const text = passage.text.trimEnd();
  const pattern = isFactsPassage(passage) ? /[，、；：,;:]$/ : /[。，、；：.,;:]$/;
  if (!pattern.test(text) || (isItem && (mark?.level ?? 1) > 1)) return;
  report({
    at: anchorIn(passage, text.length - 1, text.length),
    message: `${isFactsPassage(passage) ? '' : '单独成段的'}标题末尾用了“${text.slice(-1)}”`,
    hint: '删去标题末尾的标点。',
  });
}

function checkTexts(passages: readonly Passage[], report: Report): void {
  passages.forEach((passage, index) => {
    if (!isFactsPassage(passage)) return;
    checkInside(passage, report);
    if (passage.role !== 'heading' || passages[index - 1]?.path !== passage.path) return;
    report({
      at: anchorIn(passage, 0, passage.text.length),
      message: '标题分成了几段',
      hint: '标题写成一行，其余写进内容。',
    });
  });
}

/**
 * A name of the facts is printed inside of sentences, which have marks of their own; a title with a sentence inside looks as if a text were run
 * into it.
 */
function checkInside(passage: Passage, report: Report): void {
  const kind = isAttachment(passage) ? undefined : HEADINGS_WITHIN[passage.role];
  const text = passage.text.trimEnd();
  const at = kind === undefined ? -1 : text.search(kind.pattern);
  if (kind === undefined || at === -1) return;
  report({
    at: anchorIn(passage, at, at + 1),
    message: `${kind.name}${at === text.length - 1 ? '末尾' : '中间'}用了“${text.charAt(at)}”`,
    hint: kind.hint,
  });
}

const HEADINGS_WITHIN: Partial<Record<PassageRole, { name: string; pattern: RegExp; hint: string }>> = {
  cell: {
    name: '名称',
    pattern: /[。；;]|[，、：,:]$/,
    hint: '并列的用“、”分开；句子里该有的标点由程序加。',
  },
  heading: { name: '标题', pattern: /。(?=.)/, hint: '标题写成一句，其余写进内容。' },
};

/** What is rarer at a level is what is out of line. */
function checkMixture(headings: readonly EndedHeading[], report: Report): void {
  const alone = headings.filter(({ isRunIn, isParent, isItem }) => !isRunIn && !isParent && !isItem);
  const runIn = headings.filter(({ isRunIn }) => isRunIn);
  const [odd, usual] = alone.length <= runIn.length ? [alone[0], runIn[0]] : [runIn[0], alone[0]];
  if (odd === undefined || usual === undefined) return;
  const end = odd.isRunIn ? odd.passage.text.indexOf('。') + 1 : odd.passage.text.length;
  report({
    at: anchorIn(odd.passage, 0, end),
    message: `同一层标题有的单独成段、有的后面接着写正文`,
    hint: '全文同一层标题统一成一种写法。',
    related: [{ message: '这一处用的是另一种写法', at: anchorIn(usual.passage, 0, usual.mark?.end ?? 1) }],
  });
}
