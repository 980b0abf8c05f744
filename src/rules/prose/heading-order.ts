import { type HeadingMark, readHeadingMark } from '../../document/heading-mark.ts';
import { ledInItems } from '../../document/led-in-items.ts';
import { ownNumber } from '../../facts/own-number.ts';
import type { Passage, PassageRole } from '../../facts/passages.ts';
import { formatNumeral } from '../../prose/numerals.ts';
import { anchorIn, isAttachment, isFactsPassage } from '../../prose/place.ts';
import type { Prose } from '../../prose/prose.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule, Report } from '../rule.ts';

/** S1. GB/T 9704 7.3.3: levels are not skipped and numbers run on. */
export const headingOrder: ProseRule = {
  id: 'heading-order',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '标题的层次和序号',
    why: '层次序数依次用“一、”“（一）”“1.”“（1）”，不跳级、不跳号；一层只有一个小标题等于没有分层；两个标题一样，读者不知道哪个是哪个。',
    fix: '补上漏掉的层次或序号；只有一个的小标题并入上一层；重复的标题改写。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.3.3', rank: '通常' },
  },
  examples: [
    {
      input: '一、基本情况\n1.班子建设\n2.队伍建设\n二、主要做法\n（一）强化学习\n（二）强化管理',
      reports: ['1.'],
    },
    { input: '一、基本情况\n（1）班子建设\n（2）队伍建设', reports: ['（1）'] },
    { input: '一、基本情况\n1.班子建设\n2.队伍建设\n二、主要做法\n1.强化学习\n2.强化管理', reports: [] },
    { input: '第一章 总则\n（一）目标\n（二）原则\n第二章 任务\n（一）培训\n（二）考核', reports: [] },
    {
      input: '一、综合\n全镇人口2万人。\n二、农业\n稳步增长。\n注：1.数据为初步统计。\n2.按现价计算。',
      reports: [],
    },
    { input: '一、基本情况\n二、核查情况：1.整理文件7件。\n2.公示期满，没有收到举报。', reports: [] },
    { input: '一、基本情况\n三、主要做法', reports: ['三、'] },
    {
      input: '一、主要做法\n（一）强化学习\n二、存在问题\n（一）学习不深\n（二）管理不严',
      reports: ['（一）'],
    },
    { input: '一、主要做法\n（一）强化学习\n（二）强化学习', reports: ['强化学习'] },
    { input: '一、基本情况\n（一）班子建设\n1.抓学习\n2.抓作风\n（二）队伍建设\n二、主要做法', reports: [] },
    { input: '1.抓学习\n2.抓作风', reports: [] },
    { input: '一、主要做法\n具体如下：\n1.抓学习。\n2.抓作风。\n以上工作还在推进。', reports: [] },
    { input: '一、基本情况\n附件：1.情况统计表\n2.整改台账\n附件1\n一、填表说明', reports: [] },
  ],
  check({ prose, passages }, report) {
    const areOfFacts = passages.some(isFactsPassage);
    for (const part of textParts(prose)) {
      const items = ledInItems(part.map(({ text }) => text));
      const headings = areOfFacts
        ? part.map(numberedTitle).filter(isHeading)
        : withoutRunInLists(part.filter((_, index) => !items.has(index)).map(numberedHeading));
      if (!areOfFacts) checkHeadingNumbers(headings, report);
      checkTwins(headings, report);
    }
    if (areOfFacts) checkOwnNumbers(passages, report);
  },
};

/** The report, its attachments and its chapters, each of which numbers for itself. */
function textParts(prose: Prose): (readonly Passage[])[] {
  const { passages } = prose;
  const text = wholeText(prose);
  if (!text.says('附件') && !OPENS_PART.some((word) => text.says(word))) return [passages];
  const parts: Passage[][] = [[]];
  for (const passage of passages) {
    if (TEXT_PART.test(passage.text)) parts.push([]);
    parts.at(-1)?.push(passage);
  }
  return parts;
}

const OPENS_PART = ['章', '节', '部分', '篇', '编'].flatMap((word) =>
  [...'一二三四五六七八九十'].map((numeral) => numeral + word),
);
const TEXT_PART =
  /^[\s　]*(?:附件\s*\d{0,2}[\s　]*$|第[一二三四五六七八九十百]{1,4}(?:章|节|部分|篇|编)(?![一-鿿]{0,30}[。，]))/;

/** Leaves out what goes on with a list that another paragraph opened: 注：1.…, 附件：1.…, 二、核查情况：1.…. */
function withoutRunInLists(
  paragraphs: readonly (NumberedHeading | { readonly opens: number } | undefined)[],
): NumberedHeading[] {
  const headings: NumberedHeading[] = [];
  let level = 0;
  let last = 0;
  for (const paragraph of paragraphs) {
    if (paragraph === undefined) continue;
    if ('opens' in paragraph) {
      level = paragraph.opens;
      last = 1;
      continue;
    }
    const { mark } = paragraph;
    if (mark.level === level && mark.number === last + 1) {
      last += 1;
      continue;
    }
    if (mark.level !== level || mark.number !== 1) level = 0;
    headings.push(paragraph);
    const opened = opensList(paragraph.passage.text.slice(mark.end));
    if (opened === undefined) continue;
    level = opened;
    last = 1;
  }
  return headings;
}

/** The level of the item 1 that a colon of the paragraph is followed by. */
function opensList(text: string): number | undefined {
  const match = RUN_IN_ITEM.exec(text);
  if (match === null) return undefined;
  return match[1] === undefined ? 3 : 4;
}

const RUN_IN_ITEM = /[：:][\s　]{0,4}(?:[（(](1)[）)]|1[.．、](?!\d))/;

interface NumberedHeading {
  readonly passage: Passage;
  readonly mark: HeadingMark;
  /** The heading above it, in facts the list that it is of; undefined where there is none. */
  parent: NumberedHeading | string | undefined;
}

function isHeading(heading: ReturnType<typeof numberedTitle>): heading is NumberedHeading {
  return heading !== undefined;
}

function numberedHeading(passage: Passage): NumberedHeading | { readonly opens: number } | undefined {
  const { role, text } = passage;
  const mark = NO_HEADING.has(role) ? undefined : readHeadingMark(text);
  if (mark !== undefined) return { passage, mark, parent: undefined };
  const opens = text.includes('：') ? opensList(text) : undefined;
  return opens === undefined ? undefined : { opens };
}

const NO_HEADING: ReadonlySet<PassageRole> = new Set(['title', 'signature', 'cell']);

/** In a facts file the writer numbers the titles; only equal ones in one list can go wrong. */
function numberedTitle(passage: Passage): NumberedHeading | undefined {
  if (passage.role !== 'heading') return undefined;
  const list = passage.path.slice(0, passage.path.indexOf('.'));
  return { passage, mark: { level: 1, number: 0, end: 0 }, parent: list };
}

interface HeadingRank {
  readonly heading: NumberedHeading;
  children: NumberedHeading[];
}

function checkHeadingNumbers(headings: readonly NumberedHeading[], report: Report): void {
  const path: (HeadingRank | undefined)[] = [];
  const highest = headings.reduce((level, { mark }) => Math.min(level, mark.level), 4);
  const hasSecond = headings.some(({ mark }) => mark.level === 2);
  const closed: HeadingRank[] = [];
  for (const heading of headings) {
    const { level } = heading.mark;
    const parent = path.slice(highest, level).findLast((open) => open !== undefined);
    const before = path[level]?.heading;
    closed.push(...path.splice(level).filter((open) => open !== undefined));
    path[level] = { heading, children: [] };
    heading.parent = parent?.heading;
    parent?.children.push(heading);
    if (isSkipped(parent, level, before) && (hasSecond || level !== 3)) reportSkip(heading, report);
    else checkSteps(heading, before, report);
  }
  for (const { children } of [...closed, ...path.filter((open) => open !== undefined)])
    checkLone(children, report);
}

/** A level is skipped only under a parent that is there, and once for a run of siblings. */
function isSkipped(
  parent: HeadingRank | undefined,
  level: number,
  before: NumberedHeading | undefined,
): boolean {
  return parent !== undefined && before === undefined && level > parent.heading.mark.level + 1;
}

function reportSkip(heading: NumberedHeading, report: Report): void {
  report({
    at: placeOfMark(heading),
    message: `“${writtenMark(heading)}”跳过了一级层次`,
    hint: '层次依次用“一、”“（一）”“1.”“（1）”。',
  });
}

/** A list of the lower levels may begin again after other text; the upper levels count on. */
function checkSteps(heading: NumberedHeading, before: NumberedHeading | undefined, report: Report): void {
  const { level, number } = heading.mark;
  const expected = before === undefined ? 1 : before.mark.number + 1;
  if (number === expected || (level > 2 && number === 1)) return;
  const name = level <= 2 ? formatNumeral(expected) : String(expected);
  report({
    at: placeOfMark(heading),
    message: `序号“${writtenMark(heading)}”不连续，这里应当是“${name}”`,
    hint: '补上漏掉的一项，或者改正序号。',
    ...(before === undefined ? {} : { related: [{ message: '上一个序号在这里', at: placeOfMark(before) }] }),
  });
}

function checkLone(children: readonly NumberedHeading[], report: Report): void {
  const [only] = children;
  if (only === undefined || children.length > 1 || only.mark.level > 2 || only.mark.number !== 1) return;
  report({
    at: placeOfMark(only),
    message: `这一层只有“${writtenMark(only)}”一个小标题`,
    hint: '并入上一层，或者补上其他小标题。',
  });
}

/**
 * What a facts file numbers itself, outside of titles and points, must not pass for a heading of the writer's: a name has no number, and a text
 * only a list of its own.
 */
function checkOwnNumbers(passages: readonly Passage[], report: Report): void {
  for (const paragraphs of passagesByText(passages)) {
    const items = ledInItems(paragraphs.map(({ text }) => text));
    const numbers = paragraphs.map((passage, at) => (items.has(at) ? '' : numberAhead(passage, at)));
    const at = numbers.findIndex((number) => number !== '');
    const [odd, number = ''] = [paragraphs[at], numbers[at]];
    if (odd === undefined) continue;
    report({
      at: anchorIn(odd, 0, number.length),
      message: `这里自己编了“${number}”，印出来与标题的序号分不开`,
      hint: odd.role === 'cell' ? '删去名称前面的序号。' : OWN_LIST,
    });
  }
}

/** The passages of each text that may begin with a number. */
function passagesByText(passages: readonly Passage[]): Passage[][] {
  const texts: Passage[][] = [];
  for (const passage of passages) {
    if (passage.role === 'heading' || passage.role === 'title' || isAttachment(passage)) continue;
    const text = texts.at(-1);
    if (text?.[0]?.path === passage.path) text.push(passage);
    else texts.push([passage]);
  }
  return texts;
}

const OWN_LIST =
  '分项写进“要点”，由程序编号；要在文字里分条的，先写一句“做法如下：”，再另起一段从“1.”依次编。';

/** A point's first paragraph is numbered by the writer in the stead of what is there. */
function numberAhead({ role, text }: Passage, paragraph: number): string {
  if (role === 'point' && paragraph === 0) return '';
  const end = role === 'cell' ? ownNumber(text, 0).length : (readHeadingMark(text)?.end ?? 0);
  return text.slice(0, end).trim();
}

function checkTwins(headings: readonly NumberedHeading[], report: Report): void {
  const seen = new Map<string, NumberedHeading[]>();
  for (const heading of headings) {
    const { passage, mark, parent } = heading;
    const words = numberedHeadingWords(heading);
    const alike = seen.get(words);
    const twin = alike?.find((other) => other.parent === parent && other.mark.level === mark.level);
    if (alike === undefined) seen.set(words, [heading]);
    else if (twin === undefined) alike.push(heading);
    if (twin === undefined || mark.level > 2 || words === '') continue;
    report({
      at: anchorIn(passage, mark.end, mark.end + words.length),
      message: `标题“${words}”与前面的标题完全一样`,
      hint: '改写其中一个，或者把两部分合并。',
      related: [
        { message: '前一个在这里', at: anchorIn(twin.passage, twin.mark.end, twin.mark.end + words.length) },
      ],
    });
  }
}

/** A heading without its number, and without the text that it is run into. */
function numberedHeadingWords({ passage: { text }, mark }: NumberedHeading): string {
  const stop = text.indexOf('。', mark.end);
  return text.slice(mark.end, stop === -1 ? text.length : stop).trim();
}

function placeOfMark({ passage, mark }: NumberedHeading) {
  return anchorIn(passage, 0, passage.text.slice(0, mark.end).trimEnd().length);
}

function writtenMark({ passage, mark }: NumberedHeading): string {
  return passage.text.slice(0, mark.end).trim();
}
