import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { expect, it } from 'vitest';
import { readFinished } from '../../src/document/read-finished.ts';
import { fillSkeleton } from '../../src/intake/fill-skeleton.ts';
import { readReport } from '../../src/intake/report/read-report.ts';

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], isNumbered = false) =>
  new Paragraph({ text, heading: level, ...(isNumbered && { numbering: { reference: 'han', level: 0 } }) });
const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

/** As somebody else's Word file looks: a red head, headings by styles and automatic numbers, a table, a page header, 抄送 at the end. */
async function wordReport(): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'han',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
          ],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('柏木乡内部资料')] }) },
        children: [
          new Paragraph('中共柏木乡委员会文件'),
          new Paragraph('柏委〔2023〕9号'),
          new Paragraph('关于2023年选人用人工作情况的报告'),
          new Paragraph('县委巡察组：'),
          heading('基本情况', HeadingLevel.HEADING_1, true),
          new Paragraph('全乡共有党员231名，其中女党员41名。'),
          new Table({ rows: [row('类别', '核定'), row('行政', '20')] }),
          heading('工作情况', HeadingLevel.HEADING_1, true),
          heading('把人选准', HeadingLevel.HEADING_2),
          new Paragraph({
            children: [new TextRun('先看事，'), new TextRun({ text: '再选人。', bold: true })],
          }),
          heading('把人用好', HeadingLevel.HEADING_2),
          new Paragraph('逐人定岗。'),
          heading('存在的问题', HeadingLevel.HEADING_1, true),
          new Paragraph('一是储备偏少。年轻人不多。'),
          new Paragraph('二是档案不细。'),
          heading('改进措施', HeadingLevel.HEADING_1, true),
          heading('建好名单', HeadingLevel.HEADING_2),
          new Paragraph('每村选两名青年。'),
          new Paragraph('中共柏木乡委员会'),
          new Paragraph('2023年12月8日'),
          new Paragraph('抄送：县委组织部。'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

it('reads a Word report whose headings are styles and numbers are Word’s own', async () => {
  const { value } = readFinished('a.docx', await wordReport());
  if (value === undefined) throw new Error('unreadable');
  const { draft, template } = readReport(value);
  const text = fillSkeleton(draft, { schema: '', template, head: [], keepsPending: false });
  expect(template).toBe('self-review');
  expect(draft.text('report.title')).toBe('关于2023年选人用人工作情况的报告');
  expect(draft.text('report.recipient')).toBe('县委巡察组');
  expect(draft.text('report.date')).toBe('2023-12-08');
  expect(draft.text('members.total')).toBe('231');
  expect(draft.list('work').map((item) => [item.text('title'), item.text('body')])).toEqual([
    ['把人选准', '先看事，再选人。'],
    ['把人用好', '逐人定岗。'],
  ]);
  expect(draft.list('problems').map((item) => item.text('title'))).toEqual(['储备偏少', '档案不细']);
  expect(draft.list('measures').map((item) => item.text('body'))).toEqual(['每村选两名青年。']);
  for (const kept of [
    '中共柏木乡委员会文件',
    '柏委〔2023〕9号',
    '行政 | 20',
    '柏木乡内部资料',
    '抄送：县委组织部',
  ])
    expect(text).toMatch(new RegExp(`# .*${kept.replaceAll('|', '\\|')}`));
});
