import { describeSize } from '../format/describe-measures.ts';
import { A4, SIZES } from '../format/gb9704.ts';
import { describeFont, familyOf } from './font-families.ts';
import { byValue, type ClauseJudgement } from './judgement.ts';
import type { LaidParagraph } from './laid-block.ts';
import type { LayoutView } from './layout-view.ts';
import { indentLength, isCentred, isSetFromLeft } from './looks.ts';
import { WANTED_LAYOUT } from './wanted.ts';

/** 7.3.1. */
export function judgeTitleFont(view: LayoutView): ClauseJudgement {
  const title = titleParagraphs(view);
  const found = title
    .filter(({ looks }) => familyOf(looks.font) !== WANTED_LAYOUT.titleFont)
    .map(({ looks, at }) => ({ value: describeFont(looks.font), at }));
  return {
    isAbsent: title.length === 0,
    deviations: byValue(found, { what: '标题字体不对', wanted: WANTED_LAYOUT.titleFont }),
  };
}

export function judgeTitleSize(view: LayoutView): ClauseJudgement {
  const title = titleParagraphs(view);
  const found = title
    .filter(({ looks }) => looks.size !== SIZES.二号)
    .map(({ looks, at }) => ({ value: describeSize(looks.size), at }));
  return {
    isAbsent: title.length === 0,
    deviations: byValue(found, { what: '标题字号不对', wanted: WANTED_LAYOUT.titleSize }),
  };
}

export function judgeTitlePlace(view: LayoutView): ClauseJudgement {
  const title = titleParagraphs(view);
  const found = title
    .filter((each) => !isCentred(each.looks) || isShifted(each))
    .map((each) => ({ value: isCentred(each.looks) ? '居中但有缩进' : '没有居中', at: each.at }));
  return {
    isAbsent: title.length === 0,
    deviations: byValue(found, { what: '标题没有居中', wanted: WANTED_LAYOUT.centred }),
  };
}

/** An indent on one side moves a centred line out of the middle. */
function isShifted({ looks }: LaidParagraph): boolean {
  const shift = indentLength(looks, 'left') + indentLength(looks, 'firstLine') - indentLength(looks, 'right');
  return Math.abs(shift) > looks.size * 10;
}

export function judgeTitleWeight(view: LayoutView): ClauseJudgement {
  const title = titleParagraphs(view);
  const found = title.filter(({ looks }) => looks.isBold).map(({ at }) => ({ value: '加粗', at }));
  return {
    isAbsent: title.length === 0,
    deviations: byValue(found, { what: '标题加粗了', wanted: WANTED_LAYOUT.notBold }),
  };
}

/** Whether lines break by meaning and form a trapezium or a rhombus is for the eye, where there are several. */
export function judgeTitleShape(view: LayoutView): ClauseJudgement {
  const lines = titleParagraphs(view)
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.trim() !== '');
  const widths = lines.map((line) => [...line.trim()].length);
  if (widths.length === 0) return { isAbsent: true };
  const isLong = widths.some((width) => width > MOST_IN_A_LINE);
  if (widths.length === 1 && !isLong) return { found: '一行' };
  return {
    found: isLong ? '自动回行' : `${widths.length}行，各${widths.join('、')}字`,
    look: '回行是否词意完整、梯形或菱形，请看版面',
  };
}

/** Characters of 二号 in 156 mm. */
const MOST_IN_A_LINE = 20;

function titleParagraphs({ paragraphs }: LayoutView): LaidParagraph[] {
  return paragraphs.filter(({ part }) => part === 'title');
}

/** 7.3.2. */
export function judgeAddressee({ paragraphs }: LayoutView): ClauseJudgement {
  const addressee = paragraphs.filter(({ part }) => part === 'addressee');
  const found = addressee.flatMap((each) => {
    const { looks, at, text } = each;
    const first = indentLength(looks, 'left') + indentLength(looks, 'firstLine');
    if (!isSetFromLeft(looks)) return [{ value: '没有居左', at }];
    const isIn = Math.abs(first) > looks.size * 5 || /^[\s　]/.test(text);
    return isIn ? [{ value: '没有顶格', at }] : [];
  });
  return {
    isAbsent: addressee.length === 0,
    deviations: byValue(found, { what: '主送机关的位置不对', wanted: WANTED_LAYOUT.flushLeft }),
  };
}

/** 7.3.2: its looks are the body's. */
export function judgeAddresseeLooks({ paragraphs }: LayoutView): ClauseJudgement {
  const addressee = paragraphs.filter(({ part }) => part === 'addressee');
  const font = WANTED_LAYOUT.bodyFont;
  const found = addressee.flatMap(({ looks, at }) => {
    const said = [
      ...(familyOf(looks.font) === font ? [] : [describeFont(looks.font)]),
      ...(looks.size === SIZES.三号 ? [] : [describeSize(looks.size)]),
    ];
    return said.length === 0 ? [] : [{ value: said.join('、'), at }];
  });
  return {
    isAbsent: addressee.length === 0,
    deviations: byValue(found, { what: '主送机关的字体或字号不对', wanted: WANTED_LAYOUT.looks }),
  };
}

/** 7.3.2: one blank line under the title (and what is under it). */
export function judgeAddresseeGap({ paragraphs }: LayoutView): ClauseJudgement {
  const at = paragraphs.findIndex(({ part }) => part === 'addressee');
  const addressee = paragraphs[at];
  const hasTitle = paragraphs.slice(0, Math.max(0, at)).some(({ part }) => part === 'title');
  if (addressee === undefined || !hasTitle) return { isAbsent: true };
  const blanks = blanksAbove(paragraphs, at);
  const found =
    blanks === 1 ? [] : [{ value: blanks === 0 ? '没有空行' : `空了${blanks}行`, at: addressee.at }];
  return {
    deviations: byValue(found, { what: '标题与主送机关之间空得不对', wanted: WANTED_LAYOUT.blankLine }),
  };
}

/** Blank lines right above a paragraph; what is set as space between paragraphs counts by the line. */
export function blanksAbove(paragraphs: readonly LaidParagraph[], index: number): number {
  let from = index - 1;
  while (from >= 0 && paragraphs[from]?.part === 'blank') from -= 1;
  const below = paragraphs[index]?.looks.paragraph;
  const above = from < 0 ? undefined : paragraphs[from]?.looks.paragraph;
  const lines = (below?.beforeLines ?? 0) / 100 || (below?.before ?? 0) / LINE_PITCH;
  const linesAbove = (above?.afterLines ?? 0) / 100 || (above?.after ?? 0) / LINE_PITCH;
  return index - 1 - from + Math.round(lines) + Math.round(linesAbove);
}

const LINE_PITCH = A4.line;
