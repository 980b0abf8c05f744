import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../src/write/docx/write-docx.ts';
import { documentPart, partsOf } from '../docx-parts.ts';
import { documentOf, PROPERTIES } from '../sample-document.ts';

const xmlOf = (markup: string, isDraft = false) =>
  documentPart(writeDocx(documentOf(markup, isDraft), PROPERTIES));

describe('runs', () => {
  it('send Chinese marks to the Chinese font', () => {
    expect(xmlOf('<p>“四个从严”——300名</p>')).toContain(
      '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>“四个从严”——300名</w:t></w:r>',
    );
  });

  it('set a run-in heading in its own font and the paragraph on its level of the outline', () => {
    const xml = xmlOf('<p><h2>抓学习</h2>坚持学。</p>');
    expect(xml).toContain('<w:pStyle w:val="RunIn2"/>');
    expect(xml).toContain(
      '<w:rPr><w:rStyle w:val="Heading2Char"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>抓学习。</w:t>',
    );
  });

  it('highlight what is missing', () => {
    expect(xmlOf('<p><data value="a"><mark>【待补：党员总数】</mark></data></p>', true)).toContain(
      '<w:highlight w:val="yellow"/></w:rPr><w:t>【待补：党员总数】</w:t>',
    );
  });

  it('keep blanks, tabs, markup and rare characters', () => {
    const xml = xmlOf('<p>𬭎 A  B\t&lt;w:p&gt;&amp;&quot;</p>');
    expect(xml).toContain(
      '<w:t xml:space="preserve">𬭎 A  B</w:t><w:tab/><w:t xml:space="preserve">&lt;w:p&gt;&amp;&quot;</w:t>',
    );
  });
});

describe('the signature', () => {
  const sign = (signatory: string) =>
    xmlOf(`<p>文</p><footer><p>${signatory}</p><time>2023年11月6日</time></footer>`);

  it('has its date begin two characters behind a longer signatory', () => {
    const start = 8845 - 640 - 8 * 315;
    expect(sign('中共云溪镇委员会')).toContain('<w:ind w:rightChars="200" w:right="640"/>');
    expect(sign('中共云溪镇委员会')).toContain(`<w:ind w:left="${start + 630}"/><w:jc w:val="left"/>`);
  });

  it('moves a shorter signatory left of a date that ends two characters from the right', () => {
    const date = 7 * 155 + 3 * 315;
    expect(sign('云溪镇党委')).toContain(`<w:ind w:right="${640 + date + 630 - 5 * 315}"/>`);
    expect(sign('云溪镇党委')).toContain('<w:ind w:rightChars="200" w:right="640"/>');
  });
});

describe('the attachments note', () => {
  it('hangs each name behind its number, and numbers under the first', () => {
    const xml = xmlOf(
      '<p>文</p><section><title>甲表</title></section><section><title>乙表</title></section>',
    );
    expect(xml).toContain('<w:ind w:left="1815" w:hanging="1175"/>');
    expect(xml).toContain('<w:ind w:left="1815" w:hanging="230"/>');
  });
});

describe('tables', () => {
  it('say their widths on the table, its grid and every cell', () => {
    const xml = xmlOf(
      '<table><col width="40%"/><tr><th>甲</th><th>乙</th></tr><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></table>',
    );
    expect(xml).toContain('<w:tblW w:w="8845" w:type="dxa"/>');
    expect(xml).toContain('<w:gridCol w:w="3538"/><w:gridCol w:w="5307"/>');
    expect(xml.match(/<w:tcW w:w="3538"/g)).toHaveLength(3);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(xml).toContain('<w:vMerge w:val="restart"/>');
    expect(xml).toContain('<w:vMerge/>');
  });
});

it('takes title, author and dates from the facts', () => {
  const core = partsOf(writeDocx(documentOf('<title>A&amp;B报告</title>'), PROPERTIES))['docProps/core.xml'];
  expect(core).toContain('<dc:title>A&amp;B报告</dc:title>');
  expect(core).toContain('<dc:creator>中共云溪镇委员会</dc:creator>');
  expect(core).toContain('>2023-11-06T00:00:00Z</dcterms:modified>');
});
