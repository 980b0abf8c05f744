import type { FinishedDocument, FinishedSource } from '../../document/finished-document.ts';
import { readHeadingMark } from '../../document/heading-mark.ts';
import { DATE_LINE } from '../../document/paragraph-roles.ts';
import { mendCopiedPages } from './mend-copied-pages.ts';

/** A line of a report's body: a paragraph, or a table of the text. */
export interface ReportLine {
  readonly text: string;
  /** Of a heading by its style, whatever it begins with: 1 for the highest. */
  readonly level?: number;
  /** Rows of cells. */
  readonly table?: readonly (readonly string[])[];
}

/** A finished report taken apart: what stands around its body, and the body's lines. */
export interface ReportParts {
  readonly title?: string;
  /** Lines under the title: the unit and the date of a briefing. */
  readonly subtitle: readonly string[];
  readonly addressee?: string;
  readonly body: readonly ReportLine[];
  readonly attachments: readonly string[];
  readonly signatory?: string;
  readonly date?: string;
  /** What follows the signature: attached tables and texts, line by line. */
  readonly attached: readonly ReportLine[];
  /** Notes, headers and footers. */
  readonly aside: readonly string[];
}

/** Takes a finished report apart. Every line of it is in one of the parts. */
export function reportParts(document: FinishedDocument): ReportParts {
  const { lines: all, aside: around } = reportLines(document);
  const { lines, imprint } = withoutImprint(all);
  const aside = [...imprint, ...around];
  const attachedFrom = attachedStart(lines);
  const upTo = lines.slice(0, attachedFrom);
  const { body: signed, signatory, date } = takeSignature(upTo);
  const { body: noted, attachments } = takeAttachments(signed);
  const head = takeHead(noted);
  return {
    ...head,
    attachments,
    ...(signatory !== undefined && { signatory }),
    ...(date !== undefined && { date }),
    attached: lines.slice(attachedFrom),
    aside,
  };
}

function reportLines({ paragraphs }: FinishedDocument): { lines: ReportLine[]; aside: string[] } {
  const lines: ReportLine[] = [];
  const aside: string[] = [];
  let rows: string[][] = [];
  let table = 0;
  const endTable = () => {
    const full = rows
      .filter((cells) => cells !== undefined)
      .map((cells) => Array.from(cells, (each) => each ?? ''));
    if (full.length > 0) lines.push({ text: full.map((cells) => cells.join(' | ')).join('\n'), table: full });
    rows = [];
  };
  for (const { role, text, cell, source } of paragraphs) {
    const plain = trim(text);
    if (role === 'note' || role === 'header') aside.push(plain);
    else if (cell !== undefined) {
      if (cell.table !== table) endTable();
      const cells = rows[cell.row - 1] ?? [];
      rows[cell.row - 1] = cells;
      cells[cell.column - 1] = [cells[cell.column - 1] ?? [], plain].flat().join('\n');
      table = cell.table;
    } else if (/\t.*\t/u.test(text)) rows.push(text.split('\t').map(trim));
    else {
      endTable();
      lines.push({ text: plain, ...(role === 'heading' && { level: styleLevel(source) }) });
    }
  }
  endTable();
  const texts = mendCopiedPages(lines.map(({ text }) => text));
  return { lines: texts === undefined ? lines : texts.map((text) => ({ text })), aside: [...new Set(aside)] };
}

/** By the outline level of a paragraph or its styles, or by the names that Word and WPS give those. */
function styleLevel(source: FinishedSource | undefined): number {
  const { outlineLevel, style } = source?.shown.paragraph.properties ?? {};
  if (outlineLevel !== undefined) return outlineLevel + 1;
  const chain = source?.shown.document.styles.chain('paragraph', style) ?? [];
  for (const { name, paragraph } of [...chain].reverse()) {
    const named = /^(?:heading|标题)\s?([1-9])/iu.exec(name)?.[1];
    if (named !== undefined) return Number(named);
    if (paragraph.outlineLevel !== undefined) return paragraph.outlineLevel + 1;
  }
  return 1;
}

function trim(text: string): string {
  return text.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
}

/** 附件, 附件1 alone in its line, after a line that is a date: what follows is no part of the report's text. */
function attachedStart(lines: readonly ReportLine[]): number {
  const dated = lines.findIndex(({ text }) => DATE_LINE.test(text));
  const at = lines.findIndex(({ text }, index) => index > dated && /^附\s*件\s*\d{0,2}$/u.test(text));
  return dated === -1 || at === -1 ? lines.length : at;
}

/** The red head and the number above the title, 抄送 and 印发 at the end: no part of what the report says. */
function withoutImprint(lines: readonly ReportLine[]): {
  lines: readonly ReportLine[];
  imprint: readonly string[];
} {
  const head = lines.findIndex(({ text }, at) => at >= MOST_HEAD_LINES || !HEAD_LINE.test(text));
  const from = Math.max(0, head);
  let to = lines.length;
  while (to > from && FOOT_LINE.test(lines[to - 1]?.text ?? '')) to -= 1;
  const left = [...lines.slice(0, from), ...lines.slice(to)];
  return { lines: lines.slice(from, to), imprint: left.map(({ text }) => text) };
}

const HEAD_LINE =
  /^.{2,30}文件$|^[\p{Script=Han}]{1,10}[〔[【(（]\d{4}[〕\]】)）]\s*第?\d+号(?:\s|$)|^(?:特急|加急|平急|签发人[：:].*)$/u;
const FOOT_LINE = /^(?:抄送|主送|印发|联系人|联系电话)[：:]|印发(?:\s*共\d+份)?$|^（(?:此件|联系人).*）$/u;
const MOST_HEAD_LINES = 4;

/** The unit and the date in the last lines. */
function takeSignature(lines: readonly ReportLine[]) {
  const date = lines.at(-1)?.text ?? '';
  if (lines.length < 3 || !DATE_LINE.test(date)) return { body: lines };
  const above = lines.at(-2)?.text ?? '';
  const isSignatory =
    above.length <= LONGEST_REPORT_TITLE &&
    !ENDS_WITH_MARK.test(above) &&
    readHeadingMark(above) === undefined &&
    !/^附\s*件/u.test(above);
  return isSignatory
    ? { body: lines.slice(0, -2), signatory: above, date }
    : { body: lines.slice(0, -1), date };
}

/** 附件：1.… and the numbered lines under it. */
function takeAttachments(lines: readonly ReportLine[]) {
  const at = lines.findIndex(({ text }) => /^附\s*件[：:]/u.test(text));
  if (at === -1 || !lines.slice(at + 1).every(({ text }) => /^\d{1,2}[.．、]/u.test(text)))
    return { body: lines, attachments: [] };
  const names = lines
    .slice(at)
    .map(({ text }) => text.replace(/^附\s*件[：:]\s*/u, '').replace(/^\d{1,2}[.．、]\s*/u, ''));
  return { body: lines.slice(0, at), attachments: names.filter((name) => name !== '') };
}

/** Title, the lines under it and the addressee. */
function takeHead(lines: readonly ReportLine[]) {
  let at = 0;
  let title = '';
  while (at < MOST_TITLE_LINES && isTitleLine(lines[at], title)) {
    title += lines[at]?.text ?? '';
    at += 1;
  }
  const subtitle: string[] = [];
  while (
    title !== '' &&
    subtitle.length < 2 &&
    isSubtitle(lines[at]?.text ?? '', lines[at + 1]?.text ?? '')
  ) {
    subtitle.push(lines[at]?.text ?? '');
    at += 1;
  }
  const addressed = lines[at]?.text ?? '';
  const isAddressed = addressed.length <= LONGEST_ADDRESSEE && /^[^，。；,;]+[：:]$/u.test(addressed);
  return {
    ...(title !== '' && { title }),
    subtitle,
    ...(isAddressed && { addressee: addressed.slice(0, -1) }),
    body: lines.slice(isAddressed ? at + 1 : at),
  };
}

/** The first line, where it is no sentence; the next one too, where it goes on with a title that is not at its end. */
function isTitleLine(line: ReportLine | undefined, above: string): boolean {
  const text = line?.text ?? '';
  if (text === '' || text.length > LONGEST_REPORT_TITLE || line?.table !== undefined) return false;
  if (ENDS_WITH_MARK.test(text) || /。/u.test(text) || readHeadingMark(text) !== undefined) return false;
  return above === '' || (!TITLE_END.test(above) && TITLE_END.test(text));
}

const TITLE_END = /(?:报告|汇报|总结|思路|材料|汇报材料|情况|要点|方案|计划|清单)[）)]?$/u;

/** The issuing unit above a date in brackets, or that date. */
function isSubtitle(text: string, next: string): boolean {
  const isDate = (each: string) => /^[（(]/u.test(each) && DATE_LINE.test(each);
  return isDate(text) || (isDate(next) && text.length <= 30 && !/[，。：；]/u.test(text));
}

const ENDS_WITH_MARK = /[。；：，、！？.;:,!?]$/u;
const LONGEST_REPORT_TITLE = 50;
const LONGEST_ADDRESSEE = 30;
const MOST_TITLE_LINES = 2;
