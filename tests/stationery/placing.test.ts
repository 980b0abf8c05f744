import { expect, it } from 'vitest';
import { readMarkup } from '../../src/document/read-markup.ts';
import { STANDARD_LAYOUT } from '../../src/format/layout.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { openPackage } from '../../src/ooxml/package.ts';
import { closeArchive, EMPTY_HEAD, makeEntry } from '../../src/ooxml/zip.ts';
import { setInStationery } from '../../src/typeset/set-in-stationery.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="3000" w:right="2000" w:bottom="1500" w:left="2500" w:header="800" w:footer="900" w:gutter="0"/>';
const SECTION = `<w:sectPr><w:headerReference w:type="first" r:id="rId2"/><w:type w:val="continuous"/>${PAGE}<w:pgNumType w:start="3"/><w:titlePg/></w:sectPr>`;
const HERE = '<w:p><w:r><w:t>{{正文}}</w:t></w:r></w:p>';

/** The least that Word opens: a document with one header, and what is under test in its body. */
function stationery(body: string, parts: Readonly<Record<string, string>> = {}) {
  const override = (name: string, kind: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('header1', 'header')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('rId1', 'styles', 'styles.xml') + relation('rId2', 'header', 'header1.xml'),
    ),
    'word/styles.xml': `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="own"><w:name w:val="本局正文"/></w:style></w:styles>`,
    'word/header1.xml': `<w:hdr xmlns:w="${W}"><w:p><w:r><w:t>{{单位.名称}}用纸</w:t></w:r></w:p></w:hdr>`,
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const entries = Object.entries(files).map(([name, text]) => makeEntry(name, text, 'once'));
  return { file: '版头.docx', bytes: closeArchive(EMPTY_HEAD, entries, '') };
}

const FACTS: Readonly<Record<string, string>> = {
  '单位.名称': '云溪镇',
  '报告.文号': '云发〔2026〕3号',
  '单位.自称': '<甲&{{单位.名称}}>',
  '单位.上级': '',
};

const TABLE = '<table><tr><td>甲</td><td>乙</td></tr></table>';

function setInto(
  body: string,
  { markup = '<title>题</title><p>文。</p>', isDraft = false, parts = {} } = {},
) {
  const { document, problems } = readMarkup(markup, { isDraft });
  expect(problems).toEqual([]);
  const content = { document, layout: STANDARD_LAYOUT, textOf: (path: string) => FACTS[path] };
  const { value, diagnostics } = setInStationery(stationery(body, parts), content);
  const opened = value && openPackage(value);
  const partOf = (name: string) => {
    if (opened === undefined || opened instanceof OoxmlFault) return '';
    const part = opened.has(name) ? opened.text(name) : undefined;
    return part === undefined || part instanceof OoxmlFault ? '' : part.text;
  };
  return { value, messages: diagnostics.map(({ message }) => message), diagnostics, partOf };
}

it('keeps what stands for a place in the paragraph of 正文: bookmark, page break, style, section', () => {
  const own = `<w:p><w:pPr><w:pStyle w:val="own"/><w:pageBreakBefore/>${SECTION}</w:pPr><w:bookmarkStart w:id="1" w:name="here"/><w:r><w:t>{{正文}}</w:t></w:r></w:p>`;
  const { partOf } = setInto(`${own}<w:p><w:bookmarkEnd w:id="1"/></w:p><w:sectPr>${PAGE}</w:sectPr>`);
  const xml = partOf('word/document.xml');
  expect(xml).toContain('<w:bookmarkStart w:id="1" w:name="here"/><w:p>');
  expect(xml).toMatch(/<w:pStyle w:val="ReportTitle"\/>(?:<w:keepNext\/>)?<w:pageBreakBefore\/>/);
  expect(xml).toContain(
    `<w:pStyle w:val="own"/>${SECTION}</w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>文。`,
  );
  expect(xml.match(/<w:sectPr>/g)).toHaveLength(2);
});

it('sets tables by the margins, and turns the page for what lies on its side', () => {
  const markup = `<title>题</title><p>文。</p>${TABLE}<section class="landscape"><title>宽表</title>${TABLE}</section>`;
  const { partOf } = setInto(`${HERE}<w:p><w:r><w:t>印发</w:t></w:r></w:p>${SECTION}`, { markup });
  const xml = partOf('word/document.xml');
  const widths = [...xml.matchAll(/<w:tblW w:w="(\d+)"/g)].map(([, width]) => width);
  expect(widths).toEqual(['7406', '12338']);
  const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([section]) => section);
  expect(sections).toHaveLength(3);
  expect(sections[0]).toBe(SECTION);
  expect(sections[1]).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
  expect(sections[1]).toContain('w:top="2500" w:right="3000" w:bottom="2000" w:left="1500"');
  for (const later of sections.slice(1)) {
    expect(later).toContain('<w:type w:val="nextPage"/>');
    expect(later).not.toMatch(/titlePg|w:start|continuous/);
  }
  expect(sections[2]).toContain('w:w="11906"');
  const ending = setInto(`${HERE}${SECTION}`, { markup }).partOf('word/document.xml');
  expect(ending.match(/<w:sectPr>/g)).toHaveLength(2);
  expect(ending.slice(ending.lastIndexOf('<w:sectPr>'))).toContain('landscape');
});

it.each([
  ['LibreOffice’s Normal, which it does not call the default', 'Normal', 'ReportBodyText'],
  ['a style of the office’s own', '本局正文', 'own'],
])('sets the body in the report’s style, or in %s', (_, name, style) => {
  const styles = `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="own"><w:name w:val="${name}"/></w:style></w:styles>`;
  const here = '<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr><w:r><w:t>{{正文}}</w:t></w:r></w:p>';
  const xml = setInto(`${here}${SECTION}`, { parts: { 'word/styles.xml': styles } }).partOf(
    'word/document.xml',
  );
  expect(/<w:pStyle w:val="(\w+)"\/><\/w:pPr>(?:(?!<w:p>).)*文。/.exec(xml)?.[1]).toBe(style);
});

it('reads measures with their unit, as the docx package writes them', () => {
  const markup = `<title>题</title>${TABLE}<section class="landscape"><title>宽表</title>${TABLE}</section>`;
  const size = '<w:pgSz w:w="210mm" w:h="297mm"/>';
  const margins = '<w:pgMar w:top="37mm" w:right="3cm" w:bottom="35mm" w:left="4cm"/>';
  const { partOf } = setInto(`${HERE}<w:sectPr>${size}${margins}</w:sectPr>`, { markup });
  const xml = partOf('word/document.xml');
  expect([...xml.matchAll(/<w:tblW w:w="(\d+)"/g)].map(([, width]) => width)).toEqual(['7937', '12756']);
  expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  expect(xml).toContain('<w:pgMar w:top="2268" w:right="2098" w:bottom="1701" w:left="1984"/>');
});

it('breaks the title and sets the line above a table by what a narrow page holds', () => {
  const legend =
    '<legend>填报单位：青禾县云溪镇</legend><legend>2026年11月8日</legend><legend>单位：名</legend>';
  const markup = `<title>中共云溪镇委员会关于选人用人工作情况的自查报告</title>${TABLE.replace('<table>', `<table>${legend}`)}`;
  const section = SECTION.replace('w:right="2000"', 'w:right="3806"');
  const xml = setInto(`${HERE}${section}`, { markup }).partOf('word/document.xml');
  expect(xml).toMatch(/委员会<\/w:t>.*?<w:br\/>.*?工作<\/w:t>.*?<w:br\/>/);
  expect(xml).toMatch(/<w:tab w:val="center" w:pos="3\d{3}"\/>/);
});

it('marks every page of a draft, where pages have a header and where they have none', () => {
  const { partOf } = setInto(`${HERE}${SECTION}`, { isDraft: true });
  expect(partOf('word/header1.xml')).toMatch(/用纸.*草稿/s);
  expect(partOf('word/headerReport.xml')).toContain('草稿');
  expect(partOf('word/document.xml').match(/headerReference[^>]*w:type="default"/g)).toHaveLength(1);
  expect(partOf('[Content_Types].xml')).toContain('/word/headerReport.xml');
  expect(setInto(`${HERE}${SECTION}`).partOf('word/headerReport.xml')).toBe('');
});

it('fills what is inserted or linked, never a value again, and nothing that is deleted; the same bytes each time', () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const body = [
    `<w:p><w:ins w:id="5" w:author="甲">${run('{{报告.')}${run('文号}} 号')}</w:ins></w:p>`,
    `<w:p><w:hyperlink w:anchor="x">${run('{{单位.自称}}')}</w:hyperlink></w:p>`,
    `<w:p><w:del w:id="6" w:author="甲"><w:r><w:delText>{{没有}}</w:delText></w:r></w:del></w:p>`,
    HERE,
    SECTION,
  ].join('');
  const { partOf, value } = setInto(body);
  const xml = partOf('word/document.xml');
  expect(xml).toContain(
    '<w:t xml:space="preserve">云发〔2026〕3号</w:t></w:r><w:r><w:t xml:space="preserve"> 号</w:t>',
  );
  expect(xml).toContain('&lt;甲&amp;{{单位.名称}}&gt;');
  expect(Buffer.compare(Buffer.from(setInto(body).value ?? []), Buffer.from(value ?? []))).toBe(0);
});

it.each([
  ['｛｛正文｝｝', '底稿正文第1段：占位符的花括号是全角的。'],
  ['{{单位.名称', '底稿正文第1段：“{{单位.名称”的花括号不成对。'],
  ['{{单位.上级}}', '底稿正文第1段：“{{单位.上级}}”没有内容。'],
  ['{{单位.名字}}', '底稿正文第1段：“{{单位.名字}}”不是事实的名称。'],
  ['{{正文}}', '底稿正文第2段：{{正文}} 不止一处。'],
])('tells at its paragraph what is wrong with %s', (text, message) => {
  const { value, messages } = setInto(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>${HERE}${SECTION}`);
  expect(value).toBeUndefined();
  expect(messages).toEqual([message]);
});

it('says which path was meant', () => {
  const { diagnostics } = setInto(`<w:p><w:r><w:t>{{报告.文好}}</w:t></w:r></w:p>${HERE}${SECTION}`);
  expect(diagnostics[0]?.hint).toContain('您要写的是不是 {{报告.文号}}？');
});

it('refuses 正文 in a table, and a placeholder in a field or a comment', () => {
  const cell = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>${HERE}</w:tc></w:tr></w:tbl>`;
  expect(setInto(`${cell}<w:p/>${SECTION}`).messages).toEqual([
    '底稿正文第1段：{{正文}} 在这里放不下一份报告。',
  ]);
  const field = '<w:p><w:r><w:instrText>TITLE "{{单位.名称}}"</w:instrText></w:r></w:p>';
  expect(setInto(`${field}${HERE}${SECTION}`).messages).toEqual([
    '底稿正文第1段：域代码里的 {{ }} 换不成内容。',
  ]);
  const comments = `<w:comments xmlns:w="${W}"><w:comment><w:p><w:r><w:t>{{单位</w:t></w:r><w:r><w:t>.名称}}</w:t></w:r></w:p></w:comment></w:comments>`;
  expect(setInto(`${HERE}${SECTION}`, { parts: { 'word/comments.xml': comments } }).messages).toEqual([
    '批注、图表或图形里的“{{单位.名称}}”换不成内容。',
  ]);
});

it('takes a stationery that was made of a report of its own', () => {
  const styles = `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="ReportTitle"><w:name w:val="报告 Title"/></w:style></w:styles>`;
  const { partOf } = setInto(`${HERE}${SECTION}`, { parts: { 'word/styles.xml': styles } });
  expect(partOf('word/document.xml')).toContain('w:val="Report2Title"');
  const ids = [...partOf('word/styles.xml').matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
