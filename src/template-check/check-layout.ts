import { describeSize, millimetres, roundedText } from '../format/describe-measures.ts';
import {
  isSameSpacing,
  type Layout,
  type LayoutVariations,
  layoutOf,
  STANDARD_LAYOUT,
} from '../format/layout.ts';
import { ofInfoFile, type TemplateFinding } from '../template/place.ts';
import type { InfoFile } from '../template/template-info.ts';

/** Each point in which a template's layout leaves GB/T 9704-2012, so that nobody leaves it without knowing. */
export function layoutDeviations({ info, placeOf, source }: InfoFile): TemplateFinding[] {
  return deviationsOf(layoutOf(info.layout)).map(([key, message]) => ({
    rule: 'layout-deviation',
    severity: 'warning',
    at: ofInfoFile(source, placeOf('layout', ...key.split('.'))),
    message: `版式与国家标准不同——${message}`,
    hint: '本单位确有规定的可以保留；否则从“版式”（layout）里删去这一项。',
  }));
}

/** The same as sentences: what it is, what the standard has, the clause. */
export function describeLayoutDeviations(variations: LayoutVariations): string[] {
  return deviationsOf(layoutOf(variations)).map(([, message]) => message);
}

type Deviation = readonly [key: string, message: string];

function deviationsOf(layout: Layout): Deviation[] {
  const { firstNumberedPage, lineSpacing } = layout;
  const found: Deviation[] = [...boldHeadings(layout)];
  if (firstNumberedPage === 2) found.push(['pageNumberFrom', '首页不排页码：国家标准规定每页都排（7.5）']);
  found.push(...pageNumber(layout), ...margins(layout));
  if (!isSameSpacing(lineSpacing, STANDARD_LAYOUT.lineSpacing))
    found.push([
      'lineSpacing',
      `行距${describeSpacing(lineSpacing)}：国家标准每面22行，行距28.95磅（5.2.3）`,
    ]);
  return [...found, ...sizes(layout), ...fonts(layout)];
}

function boldHeadings(layout: Layout): Deviation[] {
  const said: readonly (readonly [boolean, string, string])[] = [
    [layout.isTitleBold, 'boldTitle', '标题加粗：国家标准规定用小标宋体，不加粗（7.3.1）'],
    [layout.isLevel1Bold, 'boldLevel1', '一级标题加粗：国家标准规定用黑体，不加粗（7.3.3）'],
    [layout.isLevel2Bold, 'boldLevel2', '二级标题加粗：国家标准规定用楷体，不加粗（7.3.3）'],
    [layout.isLevel3Bold, 'boldLevel3', '三级标题加粗：国家标准规定用仿宋，不加粗（7.3.3）'],
  ];
  return said.filter(([isBold]) => isBold).map(([, key, message]) => [key, message]);
}

function pageNumber({ pageNumber: { text, place } }: Layout): Deviation[] {
  const standard = STANDARD_LAYOUT.pageNumber;
  const found: Deviation[] = [];
  if (text === '') found.push(['pageNumber.text', '没有页码：国家标准规定每页都排（7.5）']);
  else if (text !== standard.text)
    found.push(['pageNumber.text', `页码写成“${text}”：国家标准是“${standard.text}”（7.5）`]);
  if (text !== '' && place !== standard.place)
    found.push([
      'pageNumber.place',
      `页码${PLACES[place]}：国家标准单页码居右空一字，双页码居左空一字（7.5）`,
    ]);
  return found;
}

const PLACES: Readonly<Record<Layout['pageNumber']['place'], string>> = {
  outer: '排在外侧',
  center: '居中',
  left: '都居左',
  right: '都居右',
};

function margins({ margins: said }: Layout): Deviation[] {
  return SIDES.filter(([side]) => said[side] !== STANDARD_LAYOUT.margins[side]).map(([side, name]) => [
    `margins.${side}`,
    `${name}边距${millimetres(said[side])}毫米：国家标准是${millimetres(STANDARD_LAYOUT.margins[side])}毫米（5.2.1）`,
  ]);
}

const SIDES = [
  ['top', '上'],
  ['left', '左'],
  ['bottom', '下'],
  ['right', '右'],
] as const;

function describeSpacing(spacing: Layout['lineSpacing']): string {
  return 'exact' in spacing ? `${roundedText(spacing.exact / 20)}磅` : `${roundedText(spacing.multiple)}倍`;
}

function sizes(layout: Layout): Deviation[] {
  const standard: Readonly<Record<string, number>> = STANDARD_LAYOUT.sizes;
  return Object.entries(layout.sizes)
    .filter(([role, size]) => size !== standard[role])
    .map(([role, size]) => [
      `sizes.${role}`,
      `${NAMES[role] ?? ''}字号${describeSize(size)}：国家标准是${describeSize(standard[role] ?? 0)}（${CLAUSES[role] ?? '5.2.2'}）`,
    ]);
}

const CLAUSES: Readonly<Record<string, string>> = {
  title: '7.3.1',
  heading1: '7.3.3',
  heading2: '7.3.3',
  heading3: '7.3.3',
  heading4: '7.3.3',
  attachmentMark: '7.3.7',
  pageNumber: '7.5',
};

const NAMES: Readonly<Record<string, string>> = {
  title: '标题',
  body: '正文',
  heading1: '一级标题',
  heading2: '二级标题',
  heading3: '三级标题',
  heading4: '四级标题',
  attachmentMark: '“附件”二字的',
  pageNumber: '页码',
  latin: '西文',
};

/** A heading that follows the body's font, or the first level's, leaves the standard no further than that does. */
function fonts({ fonts: said }: Layout): Deviation[] {
  const standard: Readonly<Record<string, string>> = STANDARD_LAYOUT.fonts;
  const followed: Readonly<Record<string, string>> = {
    heading3: said.body,
    heading4: said.body,
    attachmentMark: said.heading1,
  };
  return Object.entries(said)
    .filter(([role, font]) => font !== standard[role] && font !== followed[role])
    .map(([role, font]) => [
      `fonts.${role}`,
      `${NAMES[role] ?? ''}字体“${font}”不是通行的“${standard[role]}”（${CLAUSES[role] ?? '5.2.2'}）`,
    ]);
}
