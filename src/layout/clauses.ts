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
} from './judge-page-number.ts';
import {
  judgeDateForm,
  judgeRemark,
  judgeSignatureGap,
  judgeSignatureLooks,
  judgeSignatureParts,
  judgeSignaturePlace,
} from './judge-signature.ts';
import { judgeTableHeads, judgeTableWidth } from './judge-tables.ts';
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
import type { Judged, LayoutRuleId, Strength } from './judgement.ts';
import type { LayoutView } from './layout-view.ts';
import { WANTED } from './wanted.ts';

/** A clause of GB/T 9704-2012 as far as a program can hold a file against it. */
export interface Clause {
  readonly clause: string;
  readonly item: string;
  readonly strength: Strength;
  readonly rule: LayoutRuleId;
  readonly wanted: string;
  readonly judge: (view: LayoutView) => Judged;
}

/** Every clause that is judged, in the standard's order; the rules and the sheet both go through it. */
export const CLAUSES: readonly Clause[] = [
  clause('5.1', '用纸', '规定', 'layout-page', WANTED.paper, judgePaper),
  clause('5.2.1', '页边与版心', '规定', 'layout-page', WANTED.margins, judgeMargins),
  clause('5.2.2', '正文字体', '一般', 'layout-body', WANTED.bodyFont, judgeBodyFont),
  clause('5.2.2', '正文字号', '一般', 'layout-body', WANTED.size, judgeBodySize),
  clause('5.2.2', '段内字体', '一般', 'layout-font', WANTED.stretches, judgeStretches),
  clause('5.2.3', '每面行数', '一般', 'layout-grid', WANTED.lines, judgeLines),
  clause('5.2.3', '段落间距', '一般', 'layout-grid', WANTED.gaps, judgeGaps),
  clause('5.2.3', '每行字数', '一般', 'layout-grid', WANTED.characters, judgeCharacters),
  clause('5.2.4', '文字颜色', '规定', 'layout-font', WANTED.colour, judgeColour),
  clause('7.3.1', '标题字体', '一般', 'layout-title', WANTED.titleFont, judgeTitleFont),
  clause('7.3.1', '标题字号', '一般', 'layout-title', WANTED.titleSize, judgeTitleSize),
  clause('7.3.1', '标题位置', '规定', 'layout-title', WANTED.centred, judgeTitlePlace),
  clause('7.3.1', '标题加粗', '推荐', 'layout-title', WANTED.notBold, judgeTitleWeight),
  clause('7.3.1', '标题回行', '规定', 'layout-title', WANTED.titleShape, judgeTitleShape),
  clause('7.3.2', '主送机关位置', '规定', 'layout-body', WANTED.flushLeft, judgeAddressee),
  clause('7.3.2', '主送机关之上空行', '规定', 'layout-body', WANTED.blankLine, judgeAddresseeGap),
  clause('7.3.2', '主送机关字体字号', '一般', 'layout-body', WANTED.looks, judgeAddresseeLooks),
  clause('7.3.3', '正文缩进', '规定', 'layout-body', WANTED.bodyIndent, judgeBodyIndent),
  clause(
    '7.3.3',
    '层次标题字体',
    '一般',
    'layout-heading',
    WANTED.headingFonts.join('、'),
    judgeHeadingFonts,
  ),
  clause('7.3.3', '层次标题字号', '一般', 'layout-heading', WANTED.size, judgeHeadingSizes),
  clause('7.3.3', '层次标题缩进', '规定', 'layout-heading', WANTED.headingIndent, judgeHeadingIndent),
  clause('7.3.4', '附件说明位置', '规定', 'layout-attachment', WANTED.notePlace, judgeNotePlace),
  clause('7.3.4', '附件顺序号', '规定', 'layout-attachment', WANTED.noteNumbers, judgeNoteNumbers),
  clause('7.3.4', '附件名称标点', '规定', 'layout-attachment', WANTED.noteMarks, judgeNoteMarks),
  clause('7.3.4', '附件说明字体字号', '一般', 'layout-attachment', WANTED.looks, judgeNoteLooks),
  clause('7.3.5', '署名和日期齐全', '规定', 'layout-signature', WANTED.signatureParts, judgeSignatureParts),
  clause('7.3.5.2', '署名之上空行', '规定', 'layout-signature', WANTED.blankLine, judgeSignatureGap),
  clause('7.3.5.2', '署名和日期位置', '一般', 'layout-signature', WANTED.signaturePlace, judgeSignaturePlace),
  clause('7.3.5', '署名和日期字体字号', '一般', 'layout-signature', WANTED.looks, judgeSignatureLooks),
  clause('7.3.5.4', '成文日期写法', '规定', 'layout-signature', WANTED.date, judgeDateForm),
  clause('7.3.6', '附注', '规定', 'layout-signature', WANTED.remark, judgeRemark),
  clause('7.3.7', '附件另面', '规定', 'layout-attachment', WANTED.attachmentPage, judgeAttachmentPage),
  clause('7.3.7', '“附件”二字', '规定', 'layout-attachment', WANTED.attachmentMark, judgeAttachmentMark),
  clause('7.3.7', '附件标题', '规定', 'layout-attachment', WANTED.attachmentTitle, judgeAttachmentTitle),
  clause(
    '7.3.7',
    '附件与说明一致',
    '规定',
    'layout-attachment',
    WANTED.attachmentNames,
    judgeAttachmentNames,
  ),
  clause('7.5', '页码写法', '一般', 'layout-page-number', WANTED.pageNumber, judgePageNumber),
  clause('7.5', '页码字体字号', '一般', 'layout-page-number', WANTED.pageNumberLooks, judgePageNumberLooks),
  clause('7.5', '页码位置', '规定', 'layout-page-number', WANTED.pageNumberPlace, judgePageNumberPlace),
  clause('7.5', '页码连续', '规定', 'layout-page-number', WANTED.pageNumberRun, judgePageCount),
  clause('8', '表格宽度', '推荐', 'layout-table', WANTED.tableWidth, judgeTableWidth),
  clause('8', '跨页表头', '推荐', 'layout-table', WANTED.tableHead, judgeTableHeads),
];

function clause(
  number: string,
  item: string,
  strength: Strength,
  rule: LayoutRuleId,
  wanted: string,
  judge: Clause['judge'],
): Clause {
  return { clause: number, item, strength, rule, wanted, judge };
}
