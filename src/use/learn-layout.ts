import type { FinishedDocument } from '../document/finished-document.ts';
import { readFinished } from '../document/read-finished.ts';
import { readMarkup } from '../document/read-markup.ts';
import { millimetres, roundedText } from '../format/describe-measures.ts';
import { A4, ROLE_SIZES, SIZES, type SizeRole } from '../format/gb9704.ts';
import { type LayoutVariations, layoutOf } from '../format/layout.ts';
import { familyOf, wantedFamily } from '../layout/font-families.ts';
import { judgeLayout } from '../layout/judge-layout.ts';
import { judgeMargins } from '../layout/judge-page.ts';
import { judgePageNumber, judgePageNumberPlace, shownPageNumber } from '../layout/judge-page-number.ts';
import { isSealed } from '../layout/judge-signature.ts';
import type { ClauseVerdict } from '../layout/judgement.ts';
import type { LaidParagraph } from '../layout/laid-block.ts';
import { type LayoutView, layoutView } from '../layout/layout-view.ts';
import { linePitchOf } from '../layout/line-pitch.ts';
import { isBody, isRunningText } from '../layout/text-parts.ts';
import { fitsTemplateInfo } from '../template/fits-template-info.ts';
import { type SaidLayout, variationsOf } from '../template/layout-variations.ts';
import { writeDocx } from '../write/docx/write-docx.ts';

/** What a Word file's layout teaches of its office. Words are Chinese. */
export interface LearnedLayout {
  /** As a template.yaml says it. */
  readonly said: SaidLayout;
  readonly variations: LayoutVariations;
  /** Deviations of the sample that a report of this layout does not have. */
  readonly lost: readonly ClauseDeviation[];
  /** Deviations that such a report has and the sample has not, in parts that the sample lacks. */
  readonly added: readonly ClauseDeviation[];
  /** What the sample has in two ways: 正文字号：三号（16磅）5段，四号（14磅）2段. */
  readonly mixed: readonly string[];
}

export interface ClauseDeviation {
  readonly clause: string;
  readonly item: string;
  readonly found: string;
  readonly wanted: string;
}

/** Why a file teaches nothing. */
export type NothingToLearn = 'no-word' | 'no-body' | 'no-format';

/**
 * Reads in what an office's report leaves the standard, each matter by most of its paragraphs, and proves it: a specimen of that layout is
 * written and judged as the sample was, and what differs is told.
 */
export function learnLayout(document: FinishedDocument): LearnedLayout | NothingToLearn {
  const word = document.word?.document;
  if (word === undefined) return 'no-word';
  const view = layoutView(document, word);
  const body = view.paragraphs.filter(isBody);
  if (body.length === 0) return 'no-body';
  if (body.every(({ looks }) => !looks.isFormatted)) return 'no-format';
  const mixed: string[] = [];
  const said = withoutEmpty({
    ...headingWeights(view),
    ...learnedPageNumber(view),
    margins: learnedMargins(view),
    ...learnedSpacing(view, mixed),
    sizes: learnedSizes(view, mixed),
    fonts: learnedFonts(view, mixed),
    ...(isSealed(view) && { seal: 'yes' as const }),
  });
  const variations = variationsOf(said);
  const sheet = judgeLayout(document, word);
  return { said, variations, mixed, ...compareSheets(sheet, specimenSheet(variations)) };
}

type SaidRecord = { readonly [name: string]: string | SaidRecord | undefined };

/** Nothing is said of what is as the standard has it. */
function withoutEmpty<T extends SaidRecord>(said: T): SaidLayout {
  const kept = Object.entries(said).filter(([, value]) =>
    typeof value === 'object' ? Object.keys(value).length > 0 : value !== undefined,
  );
  return Object.fromEntries(kept) as SaidLayout;
}

const ROLES = [
  ['title', '标题', ({ part }) => part === 'title'],
  ['body', '正文', isBody],
  ['heading1', '一级标题', isHeadingOfLevel(1)],
  ['heading2', '二级标题', isHeadingOfLevel(2)],
  ['heading3', '三级标题', isHeadingOfLevel(3)],
  ['heading4', '四级标题', isHeadingOfLevel(4)],
] as const satisfies readonly (readonly [SizeRole, string, (each: LaidParagraph) => boolean])[];

function isHeadingOfLevel(level: number) {
  return ({ part, level: own }: LaidParagraph) => part === 'heading' && own === level;
}

function paragraphsOf({ paragraphs }: LayoutView, isMeant: (each: LaidParagraph) => boolean) {
  return paragraphs.filter((each) => isMeant(each) && each.looks.stretches.length > 0);
}

/** The value that most have; what else there is goes to `mixed`. */
function commonestValue(name: string, values: readonly string[], mixed: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  if (sorted.length > 1)
    mixed.push(`${name}：${sorted.map(([value, count]) => `${value} ${count}段`).join('，')}`);
  return sorted[0]?.[0];
}

function learnedSizes(view: LayoutView, mixed: string[]) {
  const found: Record<string, string> = {};
  for (const [role, name, isMeant] of ROLES) {
    const all = paragraphsOf(view, isMeant).map(({ looks }) => sizeText(looks.size));
    const most = commonestValue(`${name}字号`, all, mixed);
    if (most !== undefined && most !== sizeText(ROLE_SIZES[role])) found[role] = most;
  }
  const number = shownPageNumber(view)?.size;
  if (number !== undefined && number !== SIZES.四号) found.pageNumber = sizeText(number);
  return fitting(found, ['layout', 'sizes']);
}

function sizeText(halfPoints: number): string {
  const name = Object.entries(SIZES).find(([, size]) => size === halfPoints)?.[0];
  return name ?? `${roundedText(halfPoints / 2)}磅`;
}

function learnedFonts(view: LayoutView, mixed: string[]) {
  const found: Record<string, string> = {};
  for (const [role, name, isMeant] of ROLES) {
    const all = paragraphsOf(view, isMeant).flatMap(({ looks: { font } }) =>
      font === undefined ? [] : [font],
    );
    const most = commonestValue(`${name}字体`, all, mixed);
    const wanted = wantedFamily(role === 'heading3' || role === 'heading4' ? 'body' : role);
    if (most !== undefined && familyOf(most) !== wanted) found[role] = most;
  }
  const number = shownPageNumber(view)?.font;
  const isTold = number !== undefined && !/^times/i.test(number);
  if (isTold && familyOf(number) !== wantedFamily('pageNumber')) found.pageNumber = number;
  return fitting(withFollowers(found, view), ['layout', 'fonts']);
}

/** Lower headings follow the body, and the word 附件 the first level, where nothing else is said of them. */
function withFollowers(found: Record<string, string>, view: LayoutView): Record<string, string> {
  const own: Record<string, string> = {};
  if (found.body !== undefined)
    for (const level of [3, 4])
      if (found[`heading${level}`] === undefined && paragraphsOf(view, isHeadingOfLevel(level)).length > 0)
        own[`heading${level}`] = '仿宋_GB2312';
  if (found.heading1 !== undefined) own.attachmentMark = '黑体';
  return { ...own, ...found };
}

/** What a template.yaml can say. */
function fitting(found: Readonly<Record<string, string>>, path: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).filter(([name, value]) => fitsTemplateInfo([...path, name], value)),
  );
}

/** No clause's sheet speaks of weight but for the title's: in headings it is told as a variation. */
function headingWeights(view: LayoutView) {
  const keys = { title: 'boldTitle', heading1: 'boldLevel1', heading2: 'boldLevel2', heading3: 'boldLevel3' };
  const found = ROLES.flatMap(([role, , isMeant]) => {
    const all = paragraphsOf(view, isMeant);
    const bold = all.filter(({ looks }) => looks.isBold).length;
    const isBold = role in keys && bold * 2 > all.length;
    return isBold ? [[keys[role as keyof typeof keys], 'yes'] as const] : [];
  });
  return Object.fromEntries(found);
}

function learnedSpacing(view: LayoutView, mixed: string[]) {
  const text = view.paragraphs.filter(isRunningText);
  const all = text.map(({ looks, section }) => {
    const { twips } = linePitchOf(looks, view.sections[section]?.section.grid);
    if (twips !== undefined) return `${roundedText(twips / 20)}磅`;
    return `${roundedText((looks.paragraph.line ?? 240) / 240)}倍`;
  });
  const most = commonestValue('行距', all, mixed);
  if (most === undefined || !fitsTemplateInfo(['layout', 'lineSpacing'], most)) return {};
  const points = Number.parseFloat(most);
  const isStandard = most.endsWith('磅') && points >= 27.8 && points <= 29.1;
  return isStandard ? {} : { lineSpacing: most };
}

/** Of the first upright section. */
function learnedMargins(view: LayoutView) {
  const index = view.sections.findIndex(({ isLandscape }) => !isLandscape);
  const laid = view.sections[index];
  if (laid === undefined || judgeMargins({ ...view, sections: [laid] }).deviations?.length === 0) return {};
  const { top, left, bottom, right, gutter = 0 } = laid.section.margins;
  const said = { top, left: left === undefined ? left : left + gutter, bottom, right };
  const found: Record<string, string> = {};
  for (const [side, twips] of Object.entries(said)) {
    const standard = A4[side as keyof typeof said];
    if (twips === undefined || Math.abs(millimetres(twips) - millimetres(standard)) <= 1) continue;
    found[side] = String(millimetres(twips));
  }
  return fitting(found, ['layout', 'margins']);
}

function learnedPageNumber(view: LayoutView) {
  const { headers } = view.word;
  const [form] = judgePageNumber(view).deviations ?? [];
  const [place] = judgePageNumberPlace(view).deviations ?? [];
  const text = form?.found === '没有页码' ? '无' : form?.found.replace(/\d+/, '1');
  const said = fitting(
    {
      ...(text !== undefined && { text }),
      ...(SAID_PLACES[place?.found ?? ''] !== undefined && { place: SAID_PLACES[place?.found ?? ''] ?? '' }),
    },
    ['layout', 'pageNumber'],
  );
  const first = view.sections[0]?.section;
  const isNumbered = shownPageNumber(view) !== undefined;
  const isFirstBare =
    first?.hasTitlePage === true &&
    !headers.some(({ part, blocks }) => part === first.footers.first && /PAGE/.test(JSON.stringify(blocks)));
  return { pageNumber: said, ...(isNumbered && isFirstBare && { pageNumberFrom: '2' as const }) };
}

const SAID_PLACES: Readonly<Record<string, string>> = {
  居中: 'center',
  单双页都居右: 'right',
  单双页都居左: 'left',
};

/** Every part of a report that the clauses speak of. */
const SPECIMEN = `<title>关于干部教育培训情况的报告</title><address>中共望山县委组织部</address>
<h1>基本情况</h1><h2>队伍情况</h2><p>全镇干部队伍总体稳定，结构逐步改善，各项工作有序推进。</p>
<h3>人员情况</h3><p>人员配备符合规定，职责分工明确具体。</p><h4>培训情况</h4><p>培训按照计划组织实施，效果总体良好。</p>
<h1>下步打算</h1><p>继续抓好培训工作，提高培训质量，推动工作落实。</p>
<footer><p>望山镇党委组织办公室</p><time>2025年4月1日</time></footer>
<section><title>培训班次情况表</title><p>培训班次按照计划安排，全年分期组织。</p></section>
<section><title>培训计划</title><p>培训计划由组织办公室负责落实。</p></section>`;

function specimenSheet(variations: LayoutVariations): ClauseVerdict[] {
  const { document } = readMarkup(SPECIMEN, { isDraft: false });
  const properties = { author: '望山镇', date: new Date(0) };
  const { value } = readFinished('specimen.docx', writeDocx(document, properties, layoutOf(variations)));
  if (value?.word === undefined) throw new Error('our own document cannot be read');
  return judgeLayout(value, value.word.document);
}

function compareSheets(sample: readonly ClauseVerdict[], specimen: readonly ClauseVerdict[]) {
  const [had, has] = [sheetDeviations(sample), sheetDeviations(specimen)];
  const key = ({ item, found }: ClauseDeviation) => `${item} ${found}`;
  const [known, shown] = [new Set(had.map(key)), new Set(has.map(key))];
  return {
    lost: had.filter((each) => !shown.has(key(each))),
    added: has.filter((each) => !known.has(key(each))),
  };
}

function sheetDeviations(sheet: readonly ClauseVerdict[]): ClauseDeviation[] {
  return sheet.flatMap(({ clause, item, deviations }) =>
    deviations.map(({ found, wanted }) => ({ clause, item, found, wanted })),
  );
}
