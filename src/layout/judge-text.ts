import { describeSize, roundedText } from '../format/describe-measures.ts';
import { SIZES, STANDARD_FONTS } from '../format/gb9704.ts';
import { describeFont, familyOf } from './font-families.ts';
import { byValue, type ClauseJudgement } from './judgement.ts';
import type { LaidParagraph } from './laid-block.ts';
import type { LayoutView } from './layout-view.ts';
import { indentLength, isSetFromLeft, type LookStretch, mainStretch } from './looks.ts';
import { isBody, isRunningText } from './text-parts.ts';
import { WANTED_LAYOUT } from './wanted.ts';

const BODY_FONT = WANTED_LAYOUT.bodyFont;

/** 5.2.2, 7.3.3: the body's font, by the font that most of a paragraph has. */
export function judgeBodyFont({ paragraphs }: LayoutView): ClauseJudgement {
  const body = paragraphs.filter((each) => isBody(each) && each.looks.stretches.length > 0);
  const found = body
    .filter((each) => familyOf(mainFont(each)) !== BODY_FONT)
    .map((each) => ({ value: describeFont(mainFont(each)), at: each.at }));
  return {
    isAbsent: body.length === 0,
    deviations: byValue(found, { what: '正文字体不对', wanted: BODY_FONT }),
  };
}

/** The font that most characters have after a heading that the paragraph opens with. */
function mainFont({ shown, looks, ...each }: LaidParagraph): string | undefined {
  const end = headingEnd({ shown, looks, ...each });
  if (end === 0) return looks.font;
  const behind = looks.stretches.filter((stretch) => stretch.end > end);
  return behind.length === 0 ? STANDARD_FONTS.body : mainStretch(shown.text, behind)?.font;
}

/** 5.2.2, 7.3.3: 3号. */
export function judgeBodySize({ paragraphs }: LayoutView): ClauseJudgement {
  const body = paragraphs.filter((each) => isBody(each) && each.looks.stretches.length > 0);
  const found = body
    .filter(({ looks }) => looks.size !== SIZES.三号)
    .map(({ looks, at }) => ({ value: describeSize(looks.size), at }));
  return {
    isAbsent: body.length === 0,
    deviations: byValue(found, { what: '正文字号不对', wanted: WANTED_LAYOUT.size }),
  };
}

/** 7.3.3: two characters in, every further line flush left. */
export function judgeBodyIndent({ paragraphs }: LayoutView): ClauseJudgement {
  const body = paragraphs.filter(isBody);
  return {
    isAbsent: body.length === 0,
    deviations: byValue(body.flatMap(wrongIndent), {
      what: '正文缩进不对',
      wanted: WANTED_LAYOUT.bodyIndent,
    }),
    ...(body.some(isOnlyInCharacters) && { look: ONLY_IN_CHARACTERS }),
  };
}

/** LibreOffice 7.4 knows no indents in characters. */
function isOnlyInCharacters({ looks: { paragraph } }: LaidParagraph): boolean {
  return (paragraph.firstLineChars ?? 0) !== 0 && (paragraph.firstLine ?? 0) === 0;
}

const ONLY_IN_CHARACTERS = '缩进只按字符写，LibreOffice 7.4 不认，在那里打开会顶格';

function wrongIndent(each: LaidParagraph): { value: string; at: number }[] {
  const { looks, at } = each;
  const said: string[] = [];
  const left = indentLength(looks, 'left');
  const typed = typedIndent(each);
  const first = left + indentLength(looks, 'firstLine') + typed;
  const characters = first / (looks.size * 10);
  if (!isSetFromLeft(looks)) said.push(ALIGNMENT_NAMES[looks.paragraph.alignment ?? ''] ?? '不是左对齐');
  else if (!isTwoCharacters(first, looks.size))
    said.push(`首行缩进${roundedText(Math.round(characters * 10) / 10, 1)}字`);
  else if (Math.abs(left) > looks.size * 5)
    said.push(`回行缩进${roundedText(Math.round(left / looks.size) / 10, 1)}字`);
  return said.length === 0 ? [] : [{ value: said.join('，'), at }];
}

const ALIGNMENT_NAMES: Readonly<Record<string, string>> = { center: '居中', right: '居右', end: '居右' };

/** Two of the paragraph's characters, or two of 三号, as programs without indents in characters write it. */
function isTwoCharacters(twips: number, size: number): boolean {
  return Math.abs(twips / (size * 10) - 2) <= 0.25 || Math.abs(twips - 640) <= 45;
}

/** Spaces that were typed in the place of an indent. */
function typedIndent({ text, numberLength, looks }: LaidParagraph): number {
  const spaces = /^[ 　\u00a0\u2002\u2003]*/.exec(text.slice(numberLength))?.[0] ?? '';
  let width = 0;
  for (const space of spaces) width += space === '　' || space === '\u2003' ? 1 : 0.5;
  return width * looks.size * 10;
}

/** 7.3.3: 黑体, 楷体, then 仿宋. */
export function judgeHeadingFonts({ paragraphs }: LayoutView): ClauseJudgement {
  const headings = levelled(paragraphs);
  const deviations = [1, 2, 3, 4].flatMap((level) => {
    const wanted = WANTED_LAYOUT.headingFonts[level - 1] ?? BODY_FONT;
    const found = headings
      .filter((each) => each.level === level && each.looks.stretches.length > 0)
      .filter(({ looks }) => familyOf(looks.font) !== wanted)
      .map(({ looks, at }) => ({ value: describeFont(looks.font), at }));
    return byValue(found, { what: `${LEVEL_NAMES[level - 1]}标题字体不对`, wanted });
  });
  return { isAbsent: headings.length === 0, deviations };
}

const LEVEL_NAMES = ['一级', '二级', '三级', '四级'] as const;

function levelled(paragraphs: readonly LaidParagraph[]): LaidParagraph[] {
  return paragraphs.filter(({ part, level }) => part === 'heading' && level !== undefined);
}

export function judgeHeadingSizes({ paragraphs }: LayoutView): ClauseJudgement {
  const headings = levelled(paragraphs);
  const deviations = [1, 2, 3, 4].flatMap((level) => {
    const found = headings
      .filter((each) => each.level === level && each.looks.stretches.length > 0)
      .filter(({ looks }) => looks.size !== SIZES.三号)
      .map(({ looks, at }) => ({ value: describeSize(looks.size), at }));
    return byValue(found, { what: `${LEVEL_NAMES[level - 1]}标题字号不对`, wanted: WANTED_LAYOUT.size });
  });
  return { isAbsent: headings.length === 0, deviations };
}

export function judgeHeadingIndent({ paragraphs }: LayoutView): ClauseJudgement {
  const headings = levelled(paragraphs);
  return {
    isAbsent: headings.length === 0,
    deviations: byValue(headings.flatMap(wrongIndent), {
      what: '标题缩进不对',
      wanted: WANTED_LAYOUT.headingIndent,
    }),
    ...(headings.some(isOnlyInCharacters) && { look: ONLY_IN_CHARACTERS }),
  };
}

/** 5.2.2: a stretch inside of a paragraph in another font or size than the rest. */
export function judgeStretches({ paragraphs }: LayoutView): ClauseJudgement {
  const text = paragraphs.filter(isRunningText);
  const found = text.flatMap((each) => oddStretches(each).map((value) => ({ value, at: each.at })));
  return {
    isAbsent: text.length === 0,
    deviations: byValue(found, { what: '段落里有一处字体或字号与全段不同', wanted: WANTED_LAYOUT.stretches }),
  };
}

function oddStretches(each: LaidParagraph): string[] {
  const { looks, text, shown } = each;
  const end = headingEnd(each);
  return looks.stretches
    .filter(
      (stretch) =>
        stretch.end > end &&
        isOdd(stretch, looks) &&
        /\p{Script=Han}/u.test(shown.text.slice(stretch.start, stretch.end)),
    )
    .filter(
      (stretch) =>
        !(each.part !== 'body' && text.length < 2) && stretch.properties.verticalAlign === undefined,
    )
    .map((stretch) => describeOdd(stretch, looks));
}

/** What is set as the body is to be is not the odd one, whatever the rest of its paragraph looks like. */
function isOdd(stretch: LookStretch, { font, size }: LaidParagraph['looks']): boolean {
  if (familyOf(stretch.font) === BODY_FONT && stretch.size === SIZES.三号) return false;
  const isOtherFont =
    stretch.font !== font &&
    (familyOf(stretch.font) === undefined || familyOf(stretch.font) !== familyOf(font));
  return isOtherFont || stretch.size !== size;
}

function describeOdd(stretch: LookStretch, { size }: LaidParagraph['looks']): string {
  return stretch.size === size ? describeFont(stretch.font) : describeSize(stretch.size);
}

/** Where the heading ends that a paragraph opens with, or the first sentence of 一是…: those have looks of their own. */
function headingEnd({ shown: { text }, level, numberLength, part }: LaidParagraph): number {
  if (part !== 'body' && part !== 'attachmentText') return 0;
  if (level === undefined && !SERIES_LEAD.test(text)) return 0;
  const end = /[。：:；]/.exec(text)?.index;
  return end === undefined ? (numberLength > 0 ? 1 : 0) : end + 1;
}

const SERIES_LEAD = /^[\s　]*(?:[一二三四五六七八九十]{1,3}[是要]|首先|其次|再次|第[一二三四五六七八九十])/;

/** 5.2.4: black. */
export function judgeColour({ paragraphs }: LayoutView): ClauseJudgement {
  const judged = paragraphs.filter(
    ({ part }) => part !== 'blank' && part !== 'letterhead' && part !== 'other',
  );
  const found = judged.flatMap(({ looks, at }) =>
    looks.stretches
      .map(({ properties }) => properties.color)
      .filter((color) => color !== undefined && !isBlack(color))
      .map((color) => ({ value: describeColour(color ?? ''), at })),
  );
  return {
    isAbsent: judged.length === 0,
    deviations: byValue(found, { what: '文字颜色不对', wanted: WANTED_LAYOUT.colour }),
  };
}

/** `auto` and what the eye takes for black. */
function isBlack(color: string): boolean {
  if (color === 'auto' || color === 'text1' || color === 'windowText') return true;
  return (
    /^[\dA-F]{6}$/i.test(color) &&
    (color.match(/../g) ?? []).every((each) => Number.parseInt(each, 16) <= 0x26)
  );
}

function describeColour(color: string): string {
  const name = COLOUR_NAMES[color.toUpperCase()];
  return name === undefined ? `颜色 ${color.toUpperCase()}` : name;
}

const COLOUR_NAMES: Readonly<Record<string, string>> = {
  FF0000: '红色',
  C00000: '深红色',
  '0000FF': '蓝色',
  '0070C0': '蓝色',
  '00B050': '绿色',
  '7030A0': '紫色',
  FFC000: '橙色',
  FFFF00: '黄色',
  '808080': '灰色',
  '7F7F7F': '灰色',
  FFFFFF: '白色',
};
