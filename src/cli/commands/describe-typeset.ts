import { displayWidth } from '../../diagnostics/display-width.ts';
import { printable } from '../../diagnostics/printable.ts';
import type { ParagraphDecision, SetPart, TypesetNote } from '../../typeset/decision.ts';
import type { Typeset } from '../../typeset/typeset.ts';

/** What each paragraph was taken for, with the number by which that can be overruled, and why; then what comes out otherwise. */
export function describeDecisions({ decisions, counts, changes }: Typeset): string {
  const rows = decisions.map((each) => [
    `第${each.paragraph}段`,
    paragraphPartName(each),
    shortPrintable(each.text),
    each.reason,
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => paddedText(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, describeSetCounts(counts), ...describeChanges(changes)]
    .map((line) => `  ${line}\n`)
    .join('');
}

/** What is not as it was, one a line. */
export function describeChanges(changes: readonly TypesetNote[]): string[] {
  return changes.map(({ what, count }) => `${what}${count > 1 ? `（${count} 处）` : ''}`);
}

/** What cannot be carried over, and where. */
export function describeObstacles({ obstacles }: Pick<Typeset, 'obstacles'>): string[] {
  return obstacles.map(({ what, where, count }) => {
    const more = count > 1 ? `等 ${count} 处` : '';
    return printable(`${what}${more}${where === '' ? '' : `，在${where}`}`);
  });
}

/** Clauses of the standard that the new file still breaks: those are matters of words, which stay. */
export function describeBroken({ sheet }: Pick<Typeset, 'sheet'>): string[] {
  return sheet
    .filter(({ verdict }) => verdict === '不合')
    .map(({ clause, item, found, wanted }) => printable(`${clause} ${item}：现为${found}；应为${wanted}`));
}

function describeSetCounts({ paragraphs, tables, pictures, notes }: Typeset['counts']): string {
  const counts = [
    `正文 ${paragraphs} 段`,
    tables > 0 ? `表格 ${tables} 个` : '',
    pictures > 0 ? `图片 ${pictures} 幅` : '',
    notes > 0 ? `注释 ${notes} 条` : '',
  ];
  return counts.filter((each) => each !== '').join('，');
}

export function paragraphPartName({ part, level }: Pick<ParagraphDecision, 'part' | 'level'>): string {
  const numeral = '一二三四'[(level ?? 1) - 1] ?? '';
  if (part === 'heading') return `${numeral}级标题`;
  return part === 'runIn' ? `${numeral}级标题，接排` : SET_PART_NAMES[part];
}

const SET_PART_NAMES: Readonly<Record<SetPart, string>> = {
  letterhead: '版头',
  title: '总标题',
  subtitle: '副标题',
  addressee: '主送机关',
  heading: '标题',
  runIn: '标题',
  body: '正文',
  plain: '正文',
  attachmentsNote: '附件说明',
  signatory: '署名',
  date: '成文日期',
  remark: '附注',
  attachmentMark: '附件',
  attachmentTitle: '附件标题',
  caption: '表题',
  legend: '表格说明',
  tableRemark: '表注',
  picture: '图片',
  blank: '空行',
};

function shortPrintable(text: string): string {
  const characters = [...printable(text)];
  return characters.length <= LONGEST_SHOWN_PARAGRAPH
    ? characters.join('')
    : `${characters.slice(0, LONGEST_SHOWN_PARAGRAPH).join('')}…`;
}

const LONGEST_SHOWN_PARAGRAPH = 20;

function paddedText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
