import { describe, expect, test } from 'vitest';
import {
  item,
  level,
  line,
  lists,
  makeWord,
  p,
  r,
  readMade,
  type Snippets,
  shownLines,
} from './make-word.ts';

/** One construct a file: what Word shows of it, paragraph by paragraph. */
type Construct = readonly [name: string, body: string, shown: readonly string[], snippets?: Snippets];

const AUTHOR = 'w:id="1" w:author="王科长" w:date="2024-01-01T00:00:00Z"';
const FIELD = (code: string, result: string) =>
  `${fldChar('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${fldChar('separate')}${r(result)}${fldChar('end')}`;
const BOX = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
const CELL = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const ROW = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

const RUNS: readonly Construct[] = [
  [
    'blanks at the ends count only where they are kept',
    p('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙 </w:t></w:r>'),
    ['甲 乙 '],
  ],
  ['a line break in the XML is a blank', p('<w:r><w:t>A\nB</w:t></w:r>'), ['A B']],
  ['references and CDATA', p('<w:r><w:t>甲&amp;乙&#x4E19;<![CDATA[<丁>]]></w:t></w:r>'), ['甲&乙丙<丁>']],
  [
    'tabs, breaks, hyphens',
    p(`${r('甲')}<w:r><w:tab/><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:ptab/></w:r>${r('乙')}`),
    ['甲\t\n\n-\t乙'],
  ],
  ['a page break parts lines', p(`${r('甲')}<w:r><w:br w:type="page"/></w:r>${r('乙')}`), ['甲\n乙']],
  ['a soft hyphen is not seen', line('台\u00ad帐'), ['台帐']],
  [
    'signs of symbol fonts',
    p(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:sym w:font="Symbol" w:char="F0B4"/><w:sym w:font="宋体" w:char="2022"/><w:sym w:font="Nobody" w:char="F041"/></w:r>',
    ),
    ['✓□×•\ufffc'],
  ],
  [
    'letters of symbol fonts',
    p(r('üx\uf0fc', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')),
    ['✓⌧✓'],
  ],
  [
    'a number set above the line is no digit',
    p(`${r('487')}${r('1', '<w:vertAlign w:val="superscript"/>')}${r('名')}`),
    ['487¹名'],
  ],
  [
    'the same by a style',
    p(`${r('487')}${r('12', '<w:rStyle w:val="N"/>')}`),
    ['487¹²'],
    {
      styles:
        '<w:style w:type="character" w:styleId="N"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    },
  ],
  [
    'ruby: the base',
    p(`<w:r><w:ruby><w:rt>${r('ta')}</w:rt><w:rubyBase>${r('它')}</w:rubyBase></w:ruby></w:r>${r('们')}`),
    ['它们'],
  ],
  [
    'wrappers',
    p(
      `<w:smartTag>${r('甲')}</w:smartTag><w:customXml>${r('乙')}</w:customXml><w:hyperlink>${r('丙')}</w:hyperlink><w:dir w:val="ltr">${r('丁')}</w:dir><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="不选"/></w:dropDownList></w:sdtPr><w:sdtContent>${r('戊')}</w:sdtContent></w:sdt>`,
    ),
    ['甲乙丙丁戊'],
  ],
  ['what nobody knows is passed over', p(`<new:thing>${r('不见')}</new:thing>${r('见')}`), ['见']],
  [
    'a control that LibreOffice repeated',
    p(
      `<w:sdt><w:sdtContent>${r('486名')}</w:sdtContent></w:sdt><w:sdt><w:sdtContent><w:r><w:t>486名</w:t><w:t>486名</w:t></w:r></w:sdtContent></w:sdt><w:sdt><w:sdtContent>${r('486名')}</w:sdtContent></w:sdt>` +
        r('党员'),
    ),
    ['486名党员'],
  ],
  [
    'controls that say the same are two',
    p(
      `<w:sdt><w:sdtContent>${r('一样')}</w:sdtContent></w:sdt><w:sdt><w:sdtContent>${r('一样')}</w:sdtContent></w:sdt>`,
    ),
    ['一样一样'],
  ],
];

const HIDDEN: readonly Construct[] = [
  ['hidden directly', p(r('甲') + r('暗', '<w:vanish/>') + r('乙', '<w:vanish w:val="0"/>')), ['甲乙']],
  [
    'hidden by a character style, by its base, shown again',
    p(r('甲', '<w:rStyle w:val="H2"/>') + r('乙', '<w:rStyle w:val="H2"/><w:vanish w:val="false"/>')),
    ['乙'],
    {
      styles:
        '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="H2"><w:basedOn w:val="H"/></w:style>',
    },
  ],
  [
    'hidden by a paragraph style: the next goes on',
    line('暗', '<w:pStyle w:val="H"/>') + line('明'),
    ['明'],
    { styles: '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' },
  ],
  [
    'hidden twice by styles is seen',
    p(r('明', '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>'),
    ['明'],
    {
      styles:
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>',
    },
  ],
  [
    'hidden by the defaults',
    p(r('暗') + r('明', '<w:vanish w:val="0"/>'), '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
    ['明'],
    { styles: '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>' },
  ],
  ['a hidden mark joins', p(r('甲'), '<w:rPr><w:vanish/></w:rPr>') + line('乙'), ['甲乙']],
];

const REVISIONS: readonly Construct[] = [
  [
    'deleted, inserted, moved',
    p(
      `<w:del ${AUTHOR}><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins ${AUTHOR}>${r('新')}</w:ins><w:moveFrom ${AUTHOR}>${r('此')}</w:moveFrom><w:moveTo ${AUTHOR}>${r('彼')}</w:moveTo>`,
    ),
    ['新彼'],
  ],
  [
    'inserted by one and deleted by another',
    p(`<w:ins ${AUTHOR}>${r('甲')}<w:del ${AUTHOR}><w:r><w:delText>乙</w:delText></w:r></w:del></w:ins>`),
    ['甲'],
  ],
  [
    'a deleted mark joins',
    p(r('甲'), `<w:rPr><w:del ${AUTHOR}/></w:rPr>`) + line('乙') + line('丙'),
    ['甲乙', '丙'],
  ],
  ['a mark moved away joins', p(r('甲'), `<w:rPr><w:moveFrom ${AUTHOR}/></w:rPr>`) + line('乙'), ['甲乙']],
  [
    'a paragraph deleted with its mark is gone, also the last',
    line('甲') +
      p(`<w:del ${AUTHOR}><w:r><w:delText>乙</w:delText></w:r></w:del>`, `<w:rPr><w:del ${AUTHOR}/></w:rPr>`),
    ['甲'],
  ],
  [
    'a deleted row goes with its cells',
    `<w:tbl>${ROW(CELL(line('甲')))}<w:tr><w:trPr><w:del ${AUTHOR}/></w:trPr>${CELL(line('乙'))}</w:tr></w:tbl>`,
    ['甲'],
  ],
  [
    'earlier looks are no text',
    p(r('甲', `<w:rPrChange ${AUTHOR}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`)),
    ['甲'],
  ],
  [
    'blocks in an insertion',
    `<w:ins ${AUTHOR}>${line('甲')}</w:ins><w:del ${AUTHOR}>${line('乙')}</w:del>`,
    ['甲', ''],
  ],
];

const FIELDS: readonly Construct[] = [
  ['the result, not the code', p(FIELD(' PAGE ', '3')), ['3']],
  ['a simple field', p(`<w:fldSimple w:instr=" IF 1 > 0 ">${r('是')}</w:fldSimple>`), ['是']],
  [
    'a field in the code of another',
    p(
      `${fldChar('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${FIELD('MERGEFIELD 党员', '486')}${fldChar('separate')}${r('486')}${fldChar('end')}${r('名')}`,
    ),
    ['486名'],
  ],
  [
    'a field over paragraphs',
    p(`${fldChar('begin')}<w:r><w:instrText>REF a</w:instrText></w:r>${fldChar('separate')}${r('甲')}`) +
      p(`${r('乙')}${fldChar('end')}${r('丙')}`),
    ['甲', '乙丙'],
  ],
  [
    'a ring around a number, a fraction',
    p(
      `${fldChar('begin')}<w:r><w:instrText>EQ \\o\\ac(○,1)</w:instrText></w:r>${fldChar('end')}${fldChar('begin')}<w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r>${fldChar('end')}`,
    ),
    ['11/2'],
  ],
  [
    'boxes to tick, lists to choose from',
    p(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>${fldChar('end')}<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r>${fldChar('end')}`,
    ),
    ['☒乙'],
  ],
];

const WHOLES: readonly Construct[] = [
  [
    'controls around paragraphs, rows, cells',
    `<w:sdt><w:sdtContent>${line('甲')}<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>${CELL(line('乙'))}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl></w:sdtContent></w:sdt>`,
    ['甲', '乙'],
  ],
  [
    'merged cells show once',
    `<w:tbl>${ROW(CELL(line('甲'), '<w:vMerge w:val="restart"/>'), CELL(line('乙'), '<w:hMerge w:val="restart"/>'), CELL(line('不见'), '<w:hMerge/>'))}${ROW(CELL(line('不见'), '<w:vMerge/>'), CELL(line('丙'), '<w:gridSpan w:val="2"/>'))}</w:tbl>`,
    ['甲', '乙', '丙'],
  ],
  ['a merge that nothing begins is a cell', `<w:tbl>${ROW(CELL(line('甲'), '<w:vMerge/>'))}</w:tbl>`, ['甲']],
  [
    'a hidden row',
    `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>${CELL(line('不见'))}</w:tr>${ROW(CELL(line('甲')))}</w:tbl>`,
    ['甲'],
  ],
  [
    'a table in a table',
    `<w:tbl>${ROW(CELL(`${line('甲')}<w:tbl>${ROW(CELL(line('乙')))}</w:tbl>${line('丙')}`))}</w:tbl>`,
    ['甲', '乙', '丙'],
  ],
  [
    'a box after its paragraph, once',
    p(
      `${r('外')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><wps:txbx>${BOX(line('框'))}</wps:txbx></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${BOX(line('框'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('面')}`,
    ),
    ['外面', '框'],
  ],
  [
    'a box that only older programs know',
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>${BOX(line('框'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ['', '框'],
  ],
  [
    'a fallback alone',
    p(`<mc:AlternateContent><mc:Fallback>${r('旧')}</mc:Fallback></mc:AlternateContent>`),
    ['旧'],
  ],
  [
    'a deleted box',
    p(
      `<w:del ${AUTHOR}><w:r><w:pict><v:textbox>${BOX(line('框'))}</v:textbox></w:pict></w:r></w:del>${r('甲')}`,
    ),
    ['甲'],
  ],
  [
    'words as a drawing',
    p('<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'),
    ['', '艺术字'],
  ],
  [
    'text of a shape',
    p(
      '<w:r><w:drawing><a:txBody><a:p><a:r><a:t>形</a:t></a:r><a:r><a:t>状</a:t></a:r></a:p></a:txBody></w:drawing></w:r>',
    ),
    ['', '形状'],
  ],
  [
    'a formula',
    p(
      `${r('覆盖率为')}<m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
    ),
    ['覆盖率为12/(a+b)=x²'],
  ],
  [
    'formulas between paragraphs',
    `<m:oMathPara><m:oMath><m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e><m:r><m:t>9</m:t></m:r></m:e></m:rad><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>1</m:t></m:r></m:e></m:d></m:oMath></m:oMathPara>`,
    ['√9[1]'],
  ],
  [
    'notes after the text in the order of their marks',
    p(`${r('甲')}<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="3"/></w:r>`) +
      p(`${r('乙')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    ['甲', '乙', '注三', '注二', '尾注'],
    {
      footnotes: `<w:footnote w:type="separator" w:id="0">${line('线')}</w:footnote><w:footnote w:id="2">${line('注二')}</w:footnote><w:footnote w:id="3">${line('注三')}</w:footnote><w:footnote w:id="4">${line('无人引')}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${line('尾注')}</w:endnote>`,
    },
  ],
  [
    'headers and footers at the end, unless no page has them',
    `${line('文')}<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="even" r:id="footer"/></w:sectPr>`,
    ['文', '眉'],
    { header: line('眉'), footer: line('脚') },
  ],
  [
    'the first page’s own footer',
    `${line('文')}<w:sectPr><w:footerReference w:type="first" r:id="footer"/><w:titlePg/></w:sectPr>`,
    ['文', '脚'],
    { footer: line('脚') },
  ],
  [
    'comments are no text',
    p(
      `<w:commentRangeStart w:id="0"/>${r('文')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    ),
    ['文'],
    { comments: `<w:comment w:id="0">${line('批注')}</w:comment>` },
  ],
];

const CHUNK = '<w:altChunk r:id="c"/>';
const CHUNKS: readonly Construct[] = [
  [
    'a page',
    CHUNK,
    ['一、情况', '全镇“486”名', '甲', '乙'],
    {
      files: {
        c: [
          'a.html',
          '<html><head><title>不见</title><style>p{}</style></head><body><h1>一、情况</h1><p>全镇&ldquo;4<b>8</b>6&#8221;\n名</p><!-- 不见 --><script>不见</script><p style="display:none">不见</p><table><tr><td>甲<td>乙</table></body></html>',
        ],
      },
    },
  ],
  [
    'readings above the words of a page, closed or not',
    CHUNK,
    ['去砻坪村', '再看', '汉字村'],
    {
      files: {
        c: [
          'a.html',
          '<p>去<ruby>砻<rp>（</rp><rt>lóng</rt><rp>）</rp>坪<rt>píng</ruby>村<p>再<ruby>看<rp>(<rt>kàn<rp>)</ruby><p><ruby>\n<rb>汉</rb><rb>字</rb>\n<rt>hàn</rt><rt>zì</rt></ruby>村',
        ],
      },
    },
  ],
  [
    'a saved page',
    CHUNK,
    ['党员486名'],
    {
      files: {
        c: [
          'a.mht',
          'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E5=85=9A=E5=91=98486=\r\n=E5=90=8D</p>\r\n--x--',
        ],
      },
    },
  ],
  ['plain text', CHUNK, ['甲', '乙'], { files: { c: ['a.txt', '甲\r\n乙'] } }],
  [
    'a SmartArt graphic',
    p(
      `${r('甲')}<w:r><w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d"/></w:drawing></w:r>`,
    ),
    ['甲', '一步', '', '两步'],
    {
      files: {
        d: [
          'data1.xml',
          '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:bodyPr/><a:p><a:r><a:t>一步</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt type="pres"><dgm:t><a:p/></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>两步</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>',
        ],
      },
    },
  ],
  [
    'a SmartArt graphic that is not there',
    p(
      '<w:r><w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d"/></w:drawing></w:r>',
    ),
    [''],
  ],
  [
    'a large first letter',
    line('各', '<w:framePr w:dropCap="drop" w:lines="2"/>') + line('村台帐'),
    ['各村台帐'],
  ],
];

const GROUPS: Readonly<Record<string, readonly Construct[]>> = {
  runs: RUNS,
  'hidden text': HIDDEN,
  revisions: REVISIONS,
  fields: FIELDS,
  'what stands around and beside': WHOLES,
  'files brought in': CHUNKS,
};

for (const [group, constructs] of Object.entries(GROUPS)) {
  describe(group, () => {
    for (const [name, body, shown, snippets] of constructs) {
      test(name, () => expect(shownLines(body, snippets)).toEqual(shown));
    }
  });
}

test.each([
  ['RTF that is brought in', CHUNK, '插入的文件', { files: { c: ['a.rtf', '{\\rtf1 甲}'] } }],
  ['a file that is not there', CHUNK, '插入的文件', {}],
  ['an archive that is none', CHUNK, '插入的文件', { files: { c: ['a.docx', 'PK\u0003\u0004'] } }],
  [
    'a chart',
    p(
      '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>',
    ),
    '图表',
    {},
  ],
  [
    'an embedded object',
    p('<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'),
    '嵌入对象（旧版公式、表格等）',
    {},
  ],
  ['a document in parts', p('<w:subDoc r:id="x"/>'), '子文档', {}],
  ['a field that nobody ends', p(`${fldChar('begin')}${r('486')}`), '没有写完的域', {}],
] satisfies [
  string,
  string,
  string,
  Snippets,
][])('%s is said not to be read', (_, body, detail, snippets) => {
  expect(readMade(line('甲') + body, snippets).unread).toMatchObject([{ detail }]);
});

describe('a Word file brought in', () => {
  test('has styles and lists of its own', () => {
    const inner = makeWord(item('内', 1) + line('暗', '<w:pStyle w:val="H"/>') + item('里', 1), {
      numbering: lists(level(0, 'decimal', '%1.')),
      styles: '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>',
    });
    const shown = shownLines(item('外', 1) + CHUNK + line('明', '<w:pStyle w:val="H"/>') + item('外', 1), {
      numbering: lists(level(0, 'chineseCounting', '%1、')),
      files: { c: ['inner.docx', inner] },
    });
    expect(shown).toEqual(['一、外', '1.内', '2.里', '明', '二、外']);
  });
});

function fldChar(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}
