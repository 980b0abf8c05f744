import { roundedText } from '../format/describe-measures.ts';
import { SIZES, TEXT_WIDTH } from '../format/gb9704.ts';
import { byValue, type ClauseJudgement } from './judgement.ts';
import type { LaidParagraph } from './laid-block.ts';
import type { LayoutView } from './layout-view.ts';
import { linePitchOf } from './line-pitch.ts';
import { isRunningText } from './text-parts.ts';
import { CHARACTERS_OF_A_LINE, TEXT_HEIGHT, WANTED_LAYOUT } from './wanted.ts';

/** 28 to 29 points all give 22 lines on paper: 29 by a hair's breadth over the text area, as Word and WPS offer it. */
const CLOSEST = 556;
const WIDEST_LINE = 582;

/** 5.2.3: 22 lines a page. The text area is the standard's: what follows from other margins is left to their clause. */
export function judgeLines({ paragraphs, sections }: LayoutView): ClauseJudgement {
  const text = paragraphs.filter(isRunningText);
  const found = text.flatMap((each) => {
    const { twips, said } = linePitchOf(each.looks, sections[each.section]?.section.grid);
    if (twips !== undefined && twips >= CLOSEST && twips <= WIDEST_LINE) return [];
    const lines = twips === undefined ? '' : `，每面${Math.floor(TEXT_HEIGHT / twips)}行`;
    const points = twips === undefined ? said : `行距${roundedText(twips / 20)}磅`;
    return [{ value: `${points}${lines}`, at: each.at }];
  });
  return {
    isAbsent: text.length === 0,
    deviations: byValue(found, { what: '行距不对', wanted: WANTED_LAYOUT.lines }),
  };
}

/** 5.2.3: no gaps between the paragraphs of the body, for they break the 22 lines. */
export function judgeGaps({ paragraphs }: LayoutView): ClauseJudgement {
  const text = paragraphs.filter(isRunningText);
  const found = text.flatMap(({ looks: { paragraph }, at }, index) => {
    const next = text[index + 1]?.looks.paragraph;
    const isSame = paragraph.contextualSpacing === true && next?.style === paragraph.style;
    const gaps = isSame
      ? []
      : [gridGap('段前', paragraph, 'before'), gridGap('段后', paragraph, 'after')].flat();
    return gaps.length === 0 ? [] : [{ value: gaps.join('、'), at }];
  });
  return {
    isAbsent: text.length === 0,
    deviations: byValue(found, { what: '段落之间有间距', wanted: WANTED_LAYOUT.gaps }),
  };
}

function gridGap(
  name: string,
  paragraph: LaidParagraph['looks']['paragraph'],
  side: 'before' | 'after',
): string[] {
  if (paragraph[`${side}Auto`] === true) return [`${name}自动`];
  const lines = paragraph[`${side}Lines`];
  if (lines !== undefined && lines !== 0) return [`${name}${roundedText(lines / 100)}行`];
  const twips = paragraph[side] ?? 0;
  return twips <= SMALLEST_GAP ? [] : [`${name}${roundedText(twips / 20)}磅`];
}

const SMALLEST_GAP = 20;

/** 5.2.3: 28 characters a line, as far as size and spacing say; 27 are there where nothing is tightened. */
export function judgeCharacters({ paragraphs, sections }: LayoutView): ClauseJudgement {
  const body = paragraphs.filter(({ part, looks }) => part === 'body' && looks.size === SIZES.三号);
  if (body.length === 0) return { isAbsent: true };
  const counted = body.map((each) => {
    const grid = sections[each.section]?.section.grid;
    const isOnGrid = grid?.type === 'linesAndChars' || grid?.type === 'snapToChars';
    const step = isOnGrid ? ((grid.charSpace ?? 0) / 4096) * 20 : 0;
    const pitch = each.looks.size * 10 + each.looks.spacing + step;
    const tightening = each.looks.spacing;
    return {
      at: each.at,
      count: Math.floor((TEXT_WIDTH - Math.min(0, tightening)) / pitch),
      isLost: step < 0,
    };
  });
  const found = counted
    .filter(({ count }) => count < CHARACTERS_OF_A_LINE - 1 || count > CHARACTERS_OF_A_LINE)
    .map(({ count, at }) => ({ value: `每行${count}个字`, at }));
  const isLost = counted.some((each) => each.isLost);
  const isLoose = counted.some(({ count }) => count === CHARACTERS_OF_A_LINE - 1);
  return {
    deviations: byValue(found, { what: '字距不对', wanted: WANTED_LAYOUT.characters }),
    ...(isLost && {
      look: '字符网格的负间距在 LibreOffice 7.4 里只排14个字，用它打开前请改成字符间距',
    }),
    ...(isLoose && !isLost && { look: '三号字不紧缩，每行排27个字；要排满28个，字符间距紧缩0.25磅' }),
  };
}
