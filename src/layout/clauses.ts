import {
  judgeAttachmentMark,
  judgeAttachmentNames,
  judgeAttachmentPage,
  judgeAttachmentTitle,
  judgeNoteLooks,
  judgeNoteMarks,
  judgeNoteNumbers,
  judgeNotePlace,
} from './judge-attachments.ts';
import { judgeCharacters, judgeGaps, judgeLines } from './judge-grid.ts';
import {
  judgeAddressee,
  judgeAddresseeGap,
  judgeAddresseeLooks,
  judgeTitleFont,
  judgeTitlePlace,
  judgeTitleShape,
  judgeTitleSize,
  judgeTitleWeight,
} from './judge-opening.ts';
import { judgeMargins, judgePaper } from './judge-page.ts';
import {
  judgePageCount,
  judgePageNumber,
  judgePageNumberLooks,
  judgePageNumberPlace,
  judgeTurnedPageNumber,
} from './judge-page-number.ts';
import {
  judgeDateForm,
  judgeRemark,
  judgeSignatureGap,
  judgeSignatureLooks,
  judgeSignatureParts,
  judgeSignaturePlace,
} from './judge-signature.ts';
import { judgeTableHeads, judgeTableText, judgeTableWidth } from './judge-tables.ts';
import {
  judgeBodyFont,
  judgeBodyIndent,
  judgeBodySize,
  judgeColour,
  judgeHeadingFonts,
  judgeHeadingIndent,
  judgeHeadingSizes,
  judgeStretches,
} from './judge-text.ts';
import type { ClauseJudgement, LayoutRuleId, Strength } from './judgement.ts';
import type { LayoutView } from './layout-view.ts';
import { WANTED_LAYOUT } from './wanted.ts';

/** A clause of GB/T 9704-2012 as far as a program can hold a file against it. */
export interface LayoutClause {
  readonly clause: string;
  readonly item: string;
  readonly strength: Strength;
  readonly rule: LayoutRuleId;
  readonly wanted: string;
  readonly judge: (view: LayoutView) => ClauseJudgement;
}

/** Every clause that is judged, in the standard's order; the rules and the sheet both go through it. */
export const LAYOUT_CLAUSES: readonly LayoutClause[] = [
  clause('5.1', '用纸', '规定', 'layout-page', WANTED_LAYOUT.paper, judgePaper),
  clause('5.2.1', '页边与版心', '规定', 'layout-page', WANTED_LAYOUT.margins, judgeMargins),
  clause('5.2.2', '正文字体', '一般', 'layout-body', WANTED_LAYOUT.bodyFont, judgeBodyFont),
  clause('5.2.2', '正文字号', '一般', 'layout-body', WANTED_LAYOUT.size, judgeBodySize),
  clause('5.2.2', '段内字体', '一般', 'layout-font', WANTED_LAYOUT.stretches, judgeStretches),
  clause('5.2.3', '每面行数', '一般', 'layout-grid', WANTED_LAYOUT.lines, judgeLines),
  clause('5.2.3', '段落间距', '一般', 'layout-grid', WANTED_LAYOUT.gaps, judgeGaps),
  clause('5.2.3', '每行字数', '一般', 'layout-grid', WANTED_LAYOUT.characters, judgeCharacters),
  clause('5.2.4', '文字颜色', '规定', 'layout-font', WANTED_LAYOUT.colour, judgeColour),
  clause('7.3.1', '标题字体', '一般', 'layout-title', WANTED_LAYOUT.titleFont, judgeTitleFont),
  clause('7.3.1', '标题字号', '一般', 'layout-title', WANTED_LAYOUT.titleSize, judgeTitleSize),
  clause('7.3.1', '标题位置', '规定', 'layout-title', WANTED_LAYOUT.centred, judgeTitlePlace),
  clause('7.3.1', '标题加粗', '推荐', 'layout-title', WANTED_LAYOUT.notBold, judgeTitleWeight),
  clause('7.3.1', '标题回行', '规定', 'layout-title', WANTED_LAYOUT.titleShape, judgeTitleShape),
  clause('7.3.2', '主送机关位置', '规定', 'layout-body', WANTED_LAYOUT.flushLeft, judgeAddressee),
  clause('7.3.2', '主送机关之上空行', '规定', 'layout-body', WANTED_LAYOUT.blankLine, judgeAddresseeGap),
  clause('7.3.2', '主送机关字体字号', '一般', 'layout-body', WANTED_LAYOUT.looks, judgeAddresseeLooks),
  clause('7.3.3', '正文缩进', '规定', 'layout-body', WANTED_LAYOUT.bodyIndent, judgeBodyIndent),
  clause(
    '7.3.3',
    '层次标题字体',
    '一般',
    'layout-heading',
    WANTED_LAYOUT.headingFonts.join('、'),
    judgeHeadingFonts,
  ),
  clause('7.3.3', '层次标题字号', '一般', 'layout-heading', WANTED_LAYOUT.size, judgeHeadingSizes),
  clause('7.3.3', '层次标题缩进', '规定', 'layout-heading', WANTED_LAYOUT.headingIndent, judgeHeadingIndent),
  clause('7.3.4', '附件说明位置', '规定', 'layout-attachment', WANTED_LAYOUT.notePlace, judgeNotePlace),
  clause('7.3.4', '附件顺序号', '规定', 'layout-attachment', WANTED_LAYOUT.noteNumbers, judgeNoteNumbers),
  clause('7.3.4', '附件名称标点', '规定', 'layout-attachment', WANTED_LAYOUT.noteMarks, judgeNoteMarks),
  clause('7.3.4', '附件说明字体字号', '一般', 'layout-attachment', WANTED_LAYOUT.looks, judgeNoteLooks),
  clause(
    '7.3.5',
    '署名和日期齐全',
    '规定',
    'layout-signature',
    WANTED_LAYOUT.signatureParts,
    judgeSignatureParts,
  ),
  clause('7.3.5.2', '署名之上空行', '规定', 'layout-signature', WANTED_LAYOUT.blankLine, judgeSignatureGap),
  clause(
    '7.3.5.2',
    '署名和日期位置',
    '一般',
    'layout-signature',
    WANTED_LAYOUT.signaturePlace,
    judgeSignaturePlace,
  ),
  clause('7.3.5', '署名和日期字体字号', '一般', 'layout-signature', WANTED_LAYOUT.looks, judgeSignatureLooks),
  clause('7.3.5.4', '成文日期写法', '规定', 'layout-signature', WANTED_LAYOUT.date, judgeDateForm),
  clause('7.3.6', '附注', '规定', 'layout-signature', WANTED_LAYOUT.remark, judgeRemark),
  clause('7.3.7', '附件另面', '规定', 'layout-attachment', WANTED_LAYOUT.attachmentPage, judgeAttachmentPage),
  clause(
    '7.3.7',
    '“附件”二字',
    '规定',
    'layout-attachment',
    WANTED_LAYOUT.attachmentMark,
    judgeAttachmentMark,
  ),
  clause(
    '7.3.7',
    '附件标题',
    '规定',
    'layout-attachment',
    WANTED_LAYOUT.attachmentTitle,
    judgeAttachmentTitle,
  ),
  clause(
    '7.3.7',
    '附件与说明一致',
    '规定',
    'layout-attachment',
    WANTED_LAYOUT.attachmentNames,
    judgeAttachmentNames,
  ),
  clause('7.5', '页码写法', '一般', 'layout-page-number', WANTED_LAYOUT.pageNumber, judgePageNumber),
  clause(
    '7.5',
    '页码字体字号',
    '一般',
    'layout-page-number',
    WANTED_LAYOUT.pageNumberLooks,
    judgePageNumberLooks,
  ),
  clause(
    '7.5',
    '页码位置',
    '规定',
    'layout-page-number',
    WANTED_LAYOUT.pageNumberPlace,
    judgePageNumberPlace,
  ),
  clause('7.5', '页码连续', '规定', 'layout-page-number', WANTED_LAYOUT.pageNumberRun, judgePageCount),
  clause('8', '表格宽度', '推荐', 'layout-table', WANTED_LAYOUT.tableWidth, judgeTableWidth),
  clause('8', '表格字号', '推荐', 'layout-table', WANTED_LAYOUT.tableText, judgeTableText),
  clause('8', '横排页的页码', '规定', 'layout-table', WANTED_LAYOUT.turnedPageNumber, judgeTurnedPageNumber),
  clause('8', '跨页表头', '推荐', 'layout-table', WANTED_LAYOUT.tableHead, judgeTableHeads),
];

function clause(
  number: string,
  item: string,
  strength: Strength,
  rule: LayoutRuleId,
  wanted: string,
  judge: LayoutClause['judge'],
): LayoutClause {
  return { clause: number, item, strength, rule, wanted, judge };
}
