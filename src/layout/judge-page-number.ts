import { describeSize, millimetres, roundedText } from '../format/describe-measures.ts';
import { PAGE_NUMBER_INDENT, SIZES } from '../format/gb9704.ts';
import { describeFont, familyOf, wantedFamily } from './font-families.ts';
import { byValue, type ClauseJudgement, WHOLE_FILE } from './judgement.ts';
import type { LayoutView } from './layout-view.ts';
import { type Stand, standOf } from './page-number-stand.ts';
import { type PageNumber, pageNumberIn } from './page-numbers.ts';
import { WANTED_LAYOUT } from './wanted.ts';

/** A page number and the pages that it is on. */
interface Placed {
  readonly number: PageNumber;
  readonly pages: 'odd' | 'even' | 'all';
  readonly section: number;
}

function placedIn({ word, sections }: LayoutView): Placed[] {
  const { hasEvenHeaders } = word.settings;
  return sections.flatMap(({ section }, index) => {
    const find = (pages: 'default' | 'even') =>
      pageNumberIn(word, section.footers[pages]) ?? pageNumberIn(word, section.headers[pages]);
    const odd = find('default');
    const even = hasEvenHeaders ? find('even') : undefined;
    return [
      ...(odd === undefined
        ? []
        : [{ number: odd, pages: hasEvenHeaders ? 'odd' : 'all', section: index } as const]),
      ...(even === undefined ? [] : [{ number: even, pages: 'even', section: index } as const]),
    ];
  });
}

/** 7.5: that there is one, with a dash on both sides, in Arabic digits. */
export function judgePageNumber(view: LayoutView): ClauseJudgement {
  const placed = placedIn(view);
  if (placed.length === 0) {
    if (!isLong(view)) return { look: '没有页码；只有一页的可以没有' };
    return {
      deviations: [{ what: '没有页码', found: '没有页码', wanted: WANTED_LAYOUT.pageNumber, at: [] }],
    };
  }
  const found = placed.flatMap(({ number, section }) => {
    const format = view.sections[section]?.section.numberFormat;
    const text = printedNumber(number, format);
    return RIGHT.test(text) ? [] : [{ value: text.trim() === '' ? '1' : text.trim(), at: WHOLE_FILE }];
  });
  return { deviations: byValue(found, { what: '页码的写法不对', wanted: WANTED_LAYOUT.pageNumber }) };
}

/** A dash is one em, however it was typed. */
const RIGHT = /^[\s　]*[—―－─][ 　]*\d*[ 　]*[—―－─][\s　]*$/;

/** The number as it prints by its format, whatever the page. */
function printedNumber({ paragraph, text }: PageNumber, format: string | undefined): string {
  const code =
    paragraph.runs.find(({ kind, text: each }) => kind === 'instruction' && /\bPAGE\b/i.test(each))?.text ??
    '';
  const own = /\\\*\s*(\w+)/.exec(code.replace(/\\\*\s*MERGEFORMAT/i, ''))?.[1];
  const style = own === undefined || /^arabic$/i.test(own) ? format : own;
  if (style === undefined || /^(?:decimal|arabic)/i.test(style)) return text;
  if (/^(?:numberInDash|ArabicDash)$/i.test(style))
    return /\d/.test(text) && !/-\s*\d/.test(text) ? text.replace(/\d+/, '- $& -') : text;
  if (/roman/i.test(style)) return text.replace(/\d+/, 'I');
  return text.replace(/\d+/, '一');
}

/** More than one page, by a rough count of lines. */
function isLong({ paragraphs, blocks, sections }: LayoutView): boolean {
  const lines = paragraphs.reduce((sum, { text }) => sum + Math.max(1, Math.ceil(text.length / 28)), 0);
  const rows = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.table.rows.length : 0), 0);
  return lines + rows > 22 || sections.length > 1 || paragraphs.some(({ part }) => part === 'attachmentMark');
}

/** 7.5: 4号 half-width 宋体. */
export function judgePageNumberLooks(view: LayoutView): ClauseJudgement {
  const placed = placedIn(view);
  const font = wantedFamily('pageNumber');
  let isLatin = false;
  const found = placed.flatMap(({ number }) => {
    const { font: ascii, size } = numberLooks(number, view);
    if (size === undefined) return [];
    if (ascii !== undefined && /times/i.test(ascii)) isLatin = true;
    const isFontWrong = familyOf(ascii) !== font && !isLatin;
    const said = [
      ...(size === SIZES.四号 ? [] : [describeSize(size)]),
      ...(isFontWrong ? [describeFont(ascii)] : []),
    ];
    return said.length === 0 ? [] : [{ value: said.join('、'), at: WHOLE_FILE }];
  });
  return {
    isAbsent: placed.length === 0,
    deviations: byValue(found, { what: '页码的字体或字号不对', wanted: WANTED_LAYOUT.pageNumberLooks }),
    ...(isLatin ? { look: '页码的数字是 Times New Roman，标准写的是半角宋体' } : {}),
  };
}

interface NumberLooks {
  readonly font: string | undefined;
  /** In half-points; undefined where nothing is printed. */
  readonly size: number | undefined;
}

function numberLooks({ paragraph }: PageNumber, { word }: LayoutView): NumberLooks {
  const digits = paragraph.runs.find(
    ({ isCode, kind, text }) => !isCode && kind === 'text' && /\d/.test(text),
  );
  const run = digits ?? paragraph.runs.find(({ kind }) => kind === 'instruction');
  if (run === undefined) return { font: undefined, size: undefined };
  const { ascii, size = 20 } = word.formatting.run(paragraph, run);
  return { font: ascii, size };
}

/** How the first page number looks; undefined where pages have none. */
export function shownPageNumber(view: LayoutView): NumberLooks | undefined {
  const [first] = placedIn(view);
  return first === undefined ? undefined : numberLooks(first.number, view);
}

/** 7.5: odd pages right, even pages left, one character in. */
export function judgePageNumberPlace(view: LayoutView): ClauseJudgement {
  const placed = placedIn(view);
  if (placed.length === 0) return { isAbsent: true };
  if (placed.some(({ number }) => number.isFloating)) return { look: '页码在文本框里，位置请看版面' };
  const upright = placed
    .filter(({ section }) => view.sections[section]?.isLandscape !== true)
    .map((each) => ({ ...each, stand: standOf(each.number, each.section, view) }));
  if (upright.some(({ stand }) => stand === undefined)) return { look: '页码用制表位排的，位置请看版面' };
  const found = upright.flatMap(({ number, pages, stand }) => {
    const said = stand && wrongPlace(number.kind, pages, stand);
    return said === undefined ? [] : [{ value: said, at: WHOLE_FILE }];
  });
  const values = [...new Set(found.map(({ value }) => value))];
  const deviation = {
    what: '页码的位置不对',
    found: values.join('，'),
    wanted: WANTED_LAYOUT.pageNumberPlace,
    at: [],
  };
  const low = lowest(view);
  return {
    deviations: values.length === 0 ? [] : [deviation],
    ...(low === undefined ? {} : { look: low }),
  };
}

function wrongPlace(kind: PageNumber['kind'], pages: Placed['pages'], stand: Stand): string | undefined {
  if (kind === 'header') return '页码在页眉里';
  if (stand.side === 'center') return '居中';
  const isRight = stand.side === 'right';
  if (pages === 'all') return isRight ? '单双页都居右' : '单双页都居左';
  const wantsRight = pages === 'odd';
  const name = wantsRight ? '单页码' : '双页码';
  if (isRight !== wantsRight) return `${name}居${isRight ? '右' : '左'}`;
  const characters = stand.indent / PAGE_NUMBER_INDENT;
  return characters >= 0.5 && characters <= 1.6 ? undefined : `${name}空${roundedText(characters, 1)}字`;
}

/** 8: on a page laid on its side the number stays where it is on the paper, which is turned, in a margin at the side. */
export function judgeTurnedPageNumber(view: LayoutView): ClauseJudgement {
  const placed = placedIn(view);
  const turned = view.sections.flatMap(({ isLandscape, at }, section) =>
    isLandscape ? [{ section, at }] : [],
  );
  if (placed.length === 0 || turned.length === 0 || turned.length === view.sections.length)
    return { isAbsent: true };
  let isFloating = false;
  const found = turned.flatMap(({ section, at }) => {
    const numbers = placed.filter((each) => each.section === section).map(({ number }) => number);
    if (numbers.length === 0) return [{ value: '横排的页没有页码', at }];
    const plain = numbers.find((number) => !number.isTurned);
    if (plain?.isFloating) isFloating = true;
    if (plain === undefined || plain.isFloating) return [];
    return [{ value: `在横排页的${plain.kind === 'header' ? '上' : '下'}方`, at }];
  });
  return {
    deviations: byValue(found, { what: '横排页的页码换了位置', wanted: WANTED_LAYOUT.turnedPageNumber }),
    ...(isFloating ? { look: '横排页的页码在文本框里，位置请看版面' } : {}),
  };
}

/** 7.5: 7 mm under the text area. How high the number's line is differs between programs: only a plain distance is judged kept. */
function lowest({ sections, word }: LayoutView): string | undefined {
  const section = sections[0]?.section;
  const number = pageNumberIn(word, section?.footers.default);
  const { footer, bottom } = section?.margins ?? {};
  if (number === undefined || footer === undefined || bottom === undefined) return undefined;
  const { line = PAGE_NUMBER_LINE, lineRule } = word.formatting.paragraph(number.paragraph);
  const height = lineRule === 'exact' || lineRule === 'atLeast' ? line : PAGE_NUMBER_LINE;
  const distance = millimetres(bottom - footer - height / 2);
  if (Math.abs(distance - DISTANCE) <= NEAR_POINTS) return undefined;
  return `一字线约在版心下边缘之下${roundedText(distance, 0)}毫米处，标准是${DISTANCE}毫米，请看版面`;
}

/** Twips: a line of 四号 in 宋体. */
const PAGE_NUMBER_LINE = 364;
/** Millimetres. */
const DISTANCE = 7;
const NEAR_POINTS = 2;

/** 7.5: an attachment that is bound in goes on counting. */
export function judgePageCount(view: LayoutView): ClauseJudgement {
  const placed = placedIn(view);
  const later = view.sections.slice(1).filter(({ section }) => section.numberStart !== undefined);
  if (placed.length === 0 || view.sections.length < 2) return { isAbsent: true };
  const found = later.map(({ section, at }) => ({ value: `从${section.numberStart}重新编`, at }));
  return { deviations: byValue(found, { what: '页码没有连续编排', wanted: WANTED_LAYOUT.pageNumberRun }) };
}
