import { describe, expect, test } from 'vitest';
import { placesInFinished } from '../../src/document/finished-document.ts';
import { readFinished } from '../../src/document/read-finished.ts';
import { makeWord } from '../docx/make-word.ts';
import { makeZip } from '../ooxml/make-zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const STYLES = `<w:styles xmlns:w="${W}">
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="自定义标题"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`;

const NUMBERING = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

describe('readFinished of a .docx', () => {
  test('gives paragraphs with roles, numbers and places', () => {
    const document = read(
      p('关于自查情况的报告'),
      p(''),
      p('县委巡察组：'),
      listed(0, '基本情况'),
      p('强化学习', '<w:pStyle w:val="a3"/>'),
      p('规范程序', '<w:pStyle w:val="2"/>'),
      listed(0, '主要做法'),
      p('加强管理', '<w:pStyle w:val="2"/>'),
      p('镇党委共有党员300名。'),
      p('中共云溪镇委员会'),
      p('2023年11月6日'),
    );
    expect(document?.paragraphs.map(({ number, role, text }) => `${number} ${role} ${text}`)).toEqual([
      '1 title 关于自查情况的报告',
      '2 salutation 县委巡察组：',
      '3 heading 一、基本情况',
      '4 heading （一）强化学习',
      '5 heading （二）规范程序',
      '6 heading 二、主要做法',
      '7 heading （一）加强管理',
      '8 body 镇党委共有党员300名。',
      '9 signature 中共云溪镇委员会',
      '10 signature 2023年11月6日',
    ]);
  });

  test('leaves out what no reader sees: deleted, moved, hidden and fallback text, field codes, the table of contents', () => {
    const document = read(
      p('目录中的一行', '<w:pStyle w:val="TOC1"/>'),
      `<w:p>${r('现有')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${r('党员')}</w:ins></w:p>`,
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>${r('第')}<w:r><w:instrText>PAGE</w:instrText></w:r>${r('1页')}</w:p>`,
      `<w:p><mc:AlternateContent><mc:Choice>${r('图一')}</mc:Choice><mc:Fallback>${r('图一')}</mc:Fallback></mc:AlternateContent></w:p>`,
    );
    expect(document?.paragraphs.map(({ text }) => text)).toEqual(['现有党员', '第1页', '图一']);
  });

  test('reads table cells, text boxes and line breaks each as a paragraph', () => {
    const document = read(
      `<w:tbl><w:tr><w:tc>${p('序号')}</w:tc><w:tc>${p('问题')}</w:tc></w:tr></w:tbl>`,
      `<w:p>${r('外')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('框里')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>${r('面')}</w:p>`,
      `<w:p>${r('上行')}<w:r><w:br/></w:r>${r('下行')}</w:p>`,
    );
    expect(document?.paragraphs.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'cell 序号',
      'cell 问题',
      'body 外面',
      'body 框里',
      'body 上行',
      'body 下行',
    ]);
  });

  test('an automatic number is shown, and columns count what was typed', () => {
    const document = read(listed(0, '基本情况'), p('一、手写'));
    if (document === undefined) throw new Error('not read');
    expect(document.paragraphs.map(({ text, numberLength }) => [text, numberLength])).toEqual([
      ['一、基本情况', 2],
      ['一、手写', 0],
    ]);
    const { rangeOf } = placesInFinished(document);
    const columns = (paragraph: number, span: [number, number]) => {
      const { start, end } = rangeOf({ paragraph, span });
      return [start.column, end.column];
    };
    expect(columns(0, [2, 4])).toEqual([1, 3]);
    expect(columns(0, [0, 2])).toEqual([1, 1]);
    expect(columns(1, [2, 4])).toEqual([3, 5]);
  });

  test('cells know their places in the grid', () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const table = `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('甲', '<w:vMerge w:val="restart"/><w:gridSpan w:val="2"/>')}${cell('乙')}</w:tr><w:tr>${cell('丙')}${cell('', '<w:vMerge/><w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`;
    expect(
      read(table, table)?.paragraphs.map(({ text, cell: place }) => [text, ...Object.values(place ?? {})]),
    ).toEqual([
      ['甲', 1, 1, 2, 2, 2],
      ['乙', 1, 1, 4, 1, 1],
      ['丙', 1, 2, 1, 1, 1],
      ['甲', 2, 1, 2, 2, 2],
      ['乙', 2, 1, 4, 1, 1],
      ['丙', 2, 2, 1, 1, 1],
    ]);
  });

  test('headers and footers come at the end, the numbers of pages do not', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const footer = `${p('云溪镇人民政府')}<w:p>${r('第')}${field}${r('页')}</w:p>${p('— 2 —')}`;
    const bytes = makeWord(
      `${p('报告正文已经写完。')}<w:sectPr><w:footerReference w:type="default" r:id="footer"/></w:sectPr>`,
      { footer },
    );
    const paragraphs = readFinished('a.docx', bytes).value?.paragraphs ?? [];
    expect(paragraphs.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'body 报告正文已经写完。',
      'header 云溪镇人民政府',
    ]);
  });

  test('a table of contents that somebody typed is no headings', () => {
    const document = read(
      p('目　录'),
      p('一、情况\t1'),
      p('二、做法……12'),
      p('一、情况'),
      p('共有党员300名。'),
    );
    expect(document?.paragraphs.map(({ text }) => text)).toEqual(['目　录', '一、情况', '共有党员300名。']);
  });

  test('a main part in any folder is read, without content types too', () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="doc/deep/main.xml"/></Relationships>';
    const bytes = makeZip({
      '_rels/.rels': rels,
      'doc/deep/main.xml': `<w:document xmlns:w="${W}"><w:body>${p('正文')}</w:body></w:document>`,
    });
    expect(readFinished('报告.docx', bytes).value?.text).toBe('正文');
  });

  test('the text has a line for each paragraph', () => {
    expect(read(p('一、情况'), p(''), p('共有党员300名。'))?.text).toBe('一、情况\n共有党员300名。');
  });
});

function read(...body: string[]) {
  const bytes = makeZip({
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body.join('')}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
  });
  return readFinished('报告.docx', bytes).value;
}

function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;
}

function listed(level: number, text: string): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`);
}

function r(text: string): string {
  return `<w:r><w:t>${text}</w:t></w:r>`;
}
