import { describeSize, roundedText } from '../format/describe-measures.ts';
import { SIZES, TEXT_WIDTH } from '../format/gb9704.ts';
import { textWidth } from '../write/measure.ts';
import { describeFont, familyOf } from './font-families.ts';
import { blanksAbove } from './judge-opening.ts';
import { byValue, type ClauseJudgement } from './judgement.ts';
import type { LaidParagraph } from './laid-block.ts';
import { type LayoutView, textWidthOf } from './layout-view.ts';
import { indentLength, isCentred, isSetToRight } from './looks.ts';
import { WANTED_LAYOUT } from './wanted.ts';

interface SignatureLines {
  readonly signatories: readonly LaidParagraph[];
  readonly date: LaidParagraph | undefined;
}

function signatureOf({ paragraphs }: LayoutView): SignatureLines {
  return {
    signatories: paragraphs.filter(({ part }) => part === 'signatory'),
    date: paragraphs.find(({ part }) => part === 'date'),
  };
}

/** 7.3.5: a report that has the one has the other, too. A briefing may have neither. */
export function judgeSignatureParts(view: LayoutView): ClauseJudgement {
  const { signatories, date } = signatureOf(view);
  const addressee = view.paragraphs.find(({ part }) => part === 'addressee');
  const [first] = signatories;
  if (first === undefined && date === undefined) {
    return addressee === undefined
      ? { isAbsent: true }
      : { look: '没有署名和成文日期；报送的报告要有，汇报材料可以没有' };
  }
  if (date === undefined) return { deviations: [missing('成文日期', first?.at)] };
  if (first === undefined) return { look: '没有署名；报送的报告要有，汇报材料可以没有' };
  return {};
}

/** Whether a place is kept for a seal, 7.3.5.1. */
export function isSealed(view: LayoutView): boolean {
  const { signatories, date } = signatureOf(view);
  const [signatory] = signatories;
  if (signatory === undefined || date === undefined || signatories.length > 1) return false;
  const [above, below] = extentsOf(signatory, date, view);
  return (
    above !== undefined && below !== undefined && !isWithoutSeal(above, below) && isWithSeal(above, below)
  );
}

function missing(what: string, at: number | undefined) {
  return {
    what: `没有${what}`,
    found: `没有${what}`,
    wanted: WANTED_LAYOUT.signatureParts,
    at: at === undefined ? [] : [at],
  };
}

/** 7.3.5.4. */
export function judgeDateForm(view: LayoutView): ClauseJudgement {
  const { date } = signatureOf(view);
  if (date === undefined) return { isAbsent: true };
  const text = date.text.trim();
  const code = date.shown.paragraph.runs.find(
    ({ kind, text: each }) => kind === 'instruction' && DATE_FIELD.test(each),
  );
  const isRight = RIGHT_DATE.test(text.replace(/\s+$/g, ''));
  const deviations = [
    ...(isRight ? [] : [{ what: '成文日期的写法不对', found: text, wanted: correct(text), at: [date.at] }]),
    ...(isRight && code !== undefined
      ? [{ what: '成文日期是会自己变的日期域', found: '日期域', wanted: '写成文字', at: [date.at] }]
      : []),
  ];
  return { deviations, found: text };
}

const DATE_FIELD = /^\s*(?:DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE)\b/i;
const RIGHT_DATE = /^[（(]?\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日[）)]?$/;

/** The date as it should be, where it can be told. */
function correct(text: string): string {
  const numbers = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .match(/\d+/g);
  const [year = '', month, day] = numbers ?? [];
  if (month === undefined) return '2025年4月1日这样的写法';
  const fullYear = year.length === 2 ? `20${year}` : year;
  return `${fullYear}年${Number(month)}月${day === undefined ? '×' : Number(day)}日`;
}

/** 7.3.5: font and size are the body's. */
export function judgeSignatureLooks(view: LayoutView): ClauseJudgement {
  const { signatories, date } = signatureOf(view);
  const lines = [...signatories, ...(date === undefined ? [] : [date])];
  const font = WANTED_LAYOUT.bodyFont;
  const found = lines.flatMap(({ looks, at, text }) => {
    const hasChinese = /\p{Script=Han}/u.test(text);
    const said = [
      ...(!hasChinese || familyOf(looks.font) === font ? [] : [describeFont(looks.font)]),
      ...(looks.size === SIZES.三号 ? [] : [describeSize(looks.size)]),
    ];
    return said.length === 0 ? [] : [{ value: said.join('、'), at }];
  });
  return {
    isAbsent: lines.length === 0,
    deviations: byValue(found, { what: '署名或日期的字体字号不对', wanted: WANTED_LAYOUT.looks }),
  };
}

/** Where a line's text begins and how far it ends from the right edge of the text area, in characters of 三号. */
interface LineExtent {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/** 7.3.5.1 with a seal, 7.3.5.2 without one; each is right. */
export function judgeSignaturePlace(view: LayoutView): ClauseJudgement {
  const { signatories, date } = signatureOf(view);
  const [signatory] = signatories;
  if (signatory === undefined || date === undefined) return { isAbsent: true };
  if (signatories.length > 1) return { look: '有几个署名，联合行文的位置请看版面' };
  const [above, below] = extentsOf(signatory, date, view);
  if (above === undefined || below === undefined) return { look: '署名用制表位或空格排的，请看版面' };
  if (isWithoutSeal(above, below)) return { found: '不加盖印章的排法' };
  if (isWithSeal(above, below)) return { found: '留出印章位置的排法' };
  const found = `署名右空${roundedText(above.end, 1)}字，日期右空${roundedText(below.end, 1)}字，日期首字比署名首字${describeShift(below.start - above.start)}`;
  return {
    deviations: [
      {
        what: '署名和成文日期的位置不对',
        found,
        wanted: WANTED_LAYOUT.signaturePlace,
        at: [signatory.at, date.at],
      },
    ],
  };
}

function describeShift(characters: number): string {
  if (Math.abs(characters) < 0.1) return '对齐';
  return `${characters > 0 ? '右' : '左'}移${roundedText(Math.abs(characters), 1)}字`;
}

function isWithoutSeal(above: LineExtent, below: LineExtent): boolean {
  const isShifted = isNearColumn(below.start - above.start, 2);
  if (isNearColumn(above.end, 2) && isShifted) return true;
  const isTight = above.end <= 2 + SIGNATURE_SLACK && above.width > MOST_FREE;
  return (isNearColumn(below.end, 2) && isShifted) || isTight;
}

function isWithSeal(above: LineExtent, below: LineExtent): boolean {
  const middle = (extent: LineExtent) => extent.end + extent.width / 2;
  if (isNearColumn(below.end, 4) && isNearColumn(middle(above), middle(below))) return true;
  // A signatory that is too long to stand over the date at its place moves it to the left.
  return below.end >= 4 - SIGNATURE_SLACK && above.end <= SIGNATURE_SLACK && above.width > below.width;
}

function isNearColumn(is: number, should: number): boolean {
  return Math.abs(is - should) <= SIGNATURE_SLACK;
}

/** Fonts differ in the width of digits, and programs in the gaps beside them. */
const SIGNATURE_SLACK = 0.9;
/** A signatory that is wider has no room for its distances. */
const MOST_FREE = 22;

/** Both lines in the section's own text area; in the standard's where they are right there, for what follows from margins is said of them. */
function extentsOf(
  signatory: LaidParagraph,
  date: LaidParagraph,
  view: LayoutView,
): readonly [LineExtent | undefined, LineExtent | undefined] {
  const [own, standard] = [textWidthOf(view, signatory.section), TEXT_WIDTH].map(
    (width) => [lineExtent(signatory, width), lineExtent(date, width)] as const,
  );
  const isRight = ([above, below]: readonly [LineExtent | undefined, LineExtent | undefined]) =>
    above !== undefined && below !== undefined && (isWithoutSeal(above, below) || isWithSeal(above, below));
  if (own === undefined) return [undefined, undefined];
  return standard !== undefined && !isRight(own) && isRight(standard) ? standard : own;
}

function lineExtent({ looks, text, shown }: LaidParagraph, areaWidth: number): LineExtent | undefined {
  if (shown.paragraph.runs.some(({ kind }) => kind === 'tab')) return undefined;
  const character = SIZES.三号 * 10;
  const total = areaWidth / character;
  const lead = spacesIn(/^[ 　]*/.exec(text)?.[0]);
  const tail = spacesIn(/[ 　]*$/.exec(text)?.[0]);
  const words = text.trim();
  const width = (textWidth(words) * looks.size * 10 + [...words].length * looks.spacing) / character;
  const right = indentLength(looks, 'right') / character;
  const left = (indentLength(looks, 'left') + indentLength(looks, 'firstLine')) / character;
  if (isSetToRight(looks)) return { start: total - right - tail - width, end: right + tail, width };
  if (isCentred(looks)) {
    const start = left + (total - left - right - width - lead - tail) / 2 + lead;
    return { start, end: total - start - width, width };
  }
  const start = left + lead;
  return { start, end: total - start - width, width };
}

function spacesIn(spaces = ''): number {
  return [...spaces].reduce((sum, space) => sum + (space === '　' ? 1 : 0.25), 0);
}

/** 7.3.5.2: one blank line under the body, where no place is kept for a seal. */
export function judgeSignatureGap(view: LayoutView): ClauseJudgement {
  const { signatories, date } = signatureOf(view);
  const first = signatories[0];
  if (first === undefined || date === undefined) return { isAbsent: true };
  const [above, below] = extentsOf(first, date, view);
  const isSealed = above !== undefined && below !== undefined && !isWithoutSeal(above, below);
  const blanks = blanksAbove(view.paragraphs, view.paragraphs.indexOf(first));
  if (isSealed || blanks === 1) return { found: blanks === 1 ? '空一行' : '留出印章位置' };
  const found = blanks === 0 ? '没有空行' : `空了${blanks}行`;
  if (first.startsPage) return { look: '署名在另一页的开头，请看版面' };
  return {
    deviations: [{ what: '正文与署名之间空得不对', found, wanted: WANTED_LAYOUT.blankLine, at: [first.at] }],
  };
}

/** 7.3.6: in brackets, two characters in, on the line under the date. */
export function judgeRemark({ paragraphs }: LayoutView): ClauseJudgement {
  const remark = paragraphs.filter(({ part }) => part === 'remark');
  const found = remark.flatMap(({ looks, at }) => {
    const first = (indentLength(looks, 'left') + indentLength(looks, 'firstLine')) / (looks.size * 10);
    const isRight = Math.abs(first - 2) <= 0.3 && !isSetToRight(looks) && !isCentred(looks);
    return isRight ? [] : [{ value: `左空${roundedText(first, 1)}字`, at }];
  });
  return {
    isAbsent: remark.length === 0,
    deviations: byValue(found, { what: '附注的位置不对', wanted: WANTED_LAYOUT.remark }),
  };
}
