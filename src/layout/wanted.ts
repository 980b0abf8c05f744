import { describeSize, millimetres, roundedText } from '../format/describe-measures.ts';
import { A4, SIZES, TEXT_WIDTH } from '../format/gb9704.ts';
import { wantedFamily } from './font-families.ts';

const BODY_FAMILY = wantedFamily('body');
const TEXT_HEIGHT = A4.height - A4.top - A4.bottom;

/** 5.2.3: what 22 lines leave of 225 mm, and how many characters of 三号 go on a line. */
export const LINES_OF_A_PAGE = Math.floor(TEXT_HEIGHT / A4.line);
export const CHARACTERS_OF_A_LINE = 28;
export { TEXT_HEIGHT };

/** What each clause wants, in the words of findings and sheet; every value comes from `format/`. */
export const WANTED_LAYOUT = {
  paper: `A4（${Math.round(millimetres(A4.width))}×${Math.round(millimetres(A4.height))}毫米）`,
  margins: `上${millimetres(A4.top)}、左${millimetres(A4.left)}毫米（±1），版心${Math.round(millimetres(TEXT_WIDTH))}×${Math.round(millimetres(TEXT_HEIGHT))}毫米`,
  bodyFont: BODY_FAMILY,
  size: describeSize(SIZES.三号),
  looks: `${describeSize(SIZES.三号)}${BODY_FAMILY}`,
  stretches: '与全段一致',
  lines: `每面${LINES_OF_A_PAGE}行，行距${roundedText(A4.line / 20)}磅（28～29磅）`,
  gaps: '段前、段后都是0',
  characters: `每行${CHARACTERS_OF_A_LINE}个字`,
  colour: '黑色',
  titleFont: wantedFamily('title'),
  titleSize: describeSize(SIZES.二号),
  centred: '居中',
  notBold: '不加粗',
  titleShape: '词意完整，梯形或菱形',
  flushLeft: '居左顶格',
  blankLine: '空一行',
  bodyIndent: '首行缩进2字，回行顶格',
  headingFonts: [wantedFamily('heading1'), wantedFamily('heading2'), BODY_FAMILY, BODY_FAMILY],
  headingIndent: '左空2字',
  notePlace: '正文下空一行，左空2字，顺序号上下对齐',
  noteNumbers: '附件：1.…，2.…；只有一个的不编',
  noteMarks: '不加标点',
  signatureParts: '署名和成文日期齐全',
  signaturePlace:
    '署名右空2字，日期首字比署名首字右移2字（日期更长时日期右空2字）；加盖印章的，日期右空4字，署名在日期上居中',
  date: '年份写全，月、日不编虚位，如2025年4月1日',
  remark: '居左空2字，加圆括号',
  attachmentPage: '另面编排',
  attachmentMark: `${describeSize(SIZES.三号)}${wantedFamily('heading1')}，顶格`,
  attachmentTitle: '居中，在版心第三行（“附件”下空一行）',
  attachmentNames: '顺序号和标题一致',
  pageNumber: '— 1 —',
  pageNumberLooks: `${describeSize(SIZES.四号)}半角${wantedFamily('pageNumber')}`,
  pageNumberPlace: '单页码居右空一字，双页码居左空一字',
  pageNumberRun: '连续编排',
  tableWidth: `不宽于版心（${Math.round(millimetres(TEXT_WIDTH))}毫米），放不下的横排`,
  tableText: `不大于${describeSize(SIZES.三号)}，不小于${describeSize(SIZES.小五)}`,
  turnedPageNumber: '在纸上与竖排各页的页码同一位置',
  tableHead: '表头行设为“在各页顶端重复出现”',
} as const;
