import { describe, expect, test } from 'vitest';
import type { ParagraphProperties, RunProperties } from '../../src/docx/properties.ts';
import type { WordDocument, WordParagraph } from '../../src/docx/word-document.ts';
import { level, line, lists, readMade, type Snippets } from './make-word.ts';

describe('what a run looks like in the end', () => {
  test('defaults, then the style and what it is based on, then the character style, then itself', () => {
    const styles = [
      '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/><w:color w:val="111111"/></w:rPr></w:rPrDefault></w:docDefaults>',
      '<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="N"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>',
      '<w:style w:type="character" w:styleId="C"><w:rPr><w:rFonts w:eastAsia="楷体"/><w:sz w:val="30"/></w:rPr></w:style>',
    ].join('');
    expect(run(line('甲'), { styles })).toMatchObject({ size: 21, eastAsia: '宋体', color: '111111' });
    expect(run(line('甲', '<w:pStyle w:val="B"/>'), { styles })).toMatchObject({
      size: 32,
      eastAsia: '宋体',
    });
    expect(run(line('甲', '<w:pStyle w:val="none"/>'), { styles })).toMatchObject({ eastAsia: '宋体' });
    const styled =
      '<w:p><w:r><w:rPr><w:rStyle w:val="C"/><w:sz w:val="44"/></w:rPr><w:t>甲</w:t></w:r></w:p>';
    expect(run(styled, { styles })).toMatchObject({ size: 44, eastAsia: '楷体' });
  });

  test('bold in two styles is not bold, bold of itself is; off is off', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="D"><w:basedOn w:val="C"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>';
    const made = (own: string) =>
      `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:rPr>${own}</w:rPr><w:t>甲</w:t></w:r></w:p>`;
    const bold = [
      '',
      '<w:rStyle w:val="C"/>',
      '<w:rStyle w:val="D"/>',
      '<w:rStyle w:val="C"/><w:b/>',
      '<w:b w:val="off"/>',
    ];
    expect(bold.map((own) => run(made(own), { styles }).bold)).toEqual([true, false, true, true, false]);
  });

  test('a theme’s font by its language; a name said later takes its place', () => {
    const theme =
      '<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/><a:font script="Hans" typeface="等线 Light"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Jpan" typeface="游明朝"/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements>';
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:ascii="不用"/></w:rPr></w:rPrDefault></w:docDefaults>';
    expect(run(line('甲'), { styles, theme })).toMatchObject({ ascii: 'Calibri', eastAsia: '等线' });
    const settings = '<w:themeFontLang w:eastAsia="ja-JP"/>';
    expect(run(line('甲'), { styles, theme, settings }).eastAsia).toBe('游明朝');
    const named = '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t>甲</w:t></w:r></w:p>';
    expect(run(named, { styles, theme })).toMatchObject({ ascii: 'Calibri', eastAsia: '仿宋' });
    expect(run(line('甲'), { styles }).ascii).toBe('不用');
  });

  test('in a cell, the table style’s rows and columns count under the paragraph’s style', () => {
    const styles =
      '<w:style w:type="table" w:styleId="T"><w:rPr><w:sz w:val="18"/></w:rPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr><w:tblStylePr w:type="band2Horz"><w:rPr><w:i/></w:rPr></w:tblStylePr><w:tblStylePr w:type="lastCol"><w:pPr><w:jc w:val="right"/></w:pPr></w:tblStylePr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:sz w:val="24"/></w:rPr></w:style>';
    const cell = (properties = '') => `<w:tc>${line('甲', properties)}</w:tc>`;
    const row = (properties?: string) => `<w:tr>${cell(properties)}${cell(properties)}</w:tr>`;
    const table = `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="0120"/></w:tblPr><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>${row()}${row()}${row('<w:pStyle w:val="P"/>')}</w:tbl>`;
    const document = readMade(table, { styles });
    const looks = paragraphs(document).map((each) => {
      const { bold, italic, size } = document.formatting.run(each, each.runs[0] ?? none());
      const { alignment } = document.formatting.paragraph(each);
      return [bold ?? false, italic ?? false, size, alignment];
    });
    expect(looks).toEqual([
      [true, false, 18, undefined],
      [true, false, 18, 'right'],
      [false, false, 18, undefined],
      [false, false, 18, 'right'],
      [false, true, 24, undefined],
      [false, true, 24, 'right'],
    ]);
  });

  test('tab stops add up and are cleared one by one; lines around a paragraph each for itself', () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="P"><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:color="auto"/><w:bottom w:val="double" w:sz="6" w:space="1" w:color="FF0000"/></w:pBdr><w:tabs><w:tab w:val="center" w:pos="4000"/><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/><w:pPr><w:pBdr><w:top w:val="nil"/></w:pBdr><w:tabs><w:tab w:val="clear" w:pos="4000"/><w:tab w:val="start" w:pos="1in"/></w:tabs></w:pPr></w:style>',
    ].join('');
    const own = '<w:pStyle w:val="Q"/><w:tabs><w:tab w:val="num" w:pos="420"/></w:tabs>';
    const { tabs, borderTop, borderBottom } = paragraph(line('甲', own), { styles });
    expect(tabs).toEqual([
      { at: 420, kind: 'num', leader: undefined },
      { at: 1440, kind: 'left', leader: undefined },
      { at: 8000, kind: 'right', leader: 'dot' },
    ]);
    expect(borderTop?.style).toBe('nil');
    expect(borderBottom).toEqual({ style: 'double', size: 6, space: 1, color: 'FF0000' });
  });

  test('a table’s width and place, its own before its style’s', () => {
    const styles =
      '<w:style w:type="table" w:styleId="T"><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblInd w:w="-113" w:type="dxa"/><w:jc w:val="center"/></w:tblPr></w:style>';
    const made = (own: string) =>
      `<w:tbl><w:tblPr>${own}</w:tblPr><w:tr><w:tc>${line('甲')}</w:tc></w:tr></w:tbl>`;
    const table = (own: string) => {
      const word = readMade(made(own), { styles });
      const [block] = word.body;
      return block?.kind === 'table' ? word.formatting.table(block) : undefined;
    };
    const styled = '<w:tblStyle w:val="T"/>';
    expect(table(styled)).toMatchObject({ widthPercent: 100, indent: -113, alignment: 'center' });
    expect(table(`${styled}<w:tblW w:w="7000" w:type="dxa"/>`)).toMatchObject({
      width: 7000,
      widthPercent: undefined,
    });
    expect(table(`${styled}<w:tblW w:w="0" w:type="auto"/>`)?.widthPercent).toBeUndefined();
    expect(table('<w:tblW w:w="50%"/><w:tblInd w:w="1cm"/>')).toMatchObject({
      widthPercent: 50,
      indent: 567,
    });
  });

  test('styles based on each other end', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    expect(run(line('甲', '<w:pStyle w:val="A"/>'), { styles }).size).toBe(30);
  });
});

describe('what a paragraph looks like in the end', () => {
  test('each attribute for itself; a first line hangs or is indented; units of strict files', () => {
    const styles =
      '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="P"><w:pPr><w:ind w:left="420" w:hanging="420"/><w:jc w:val="center"/></w:pPr></w:style>';
    const own =
      '<w:pStyle w:val="P"/><w:spacing w:line="28pt" w:lineRule="exact"/><w:ind w:start="1cm" w:firstLineChars="200"/>';
    expect(paragraph(line('甲', own), { styles })).toMatchObject({
      after: 100,
      line: 560,
      lineRule: 'exact',
      left: 567,
      firstLine: -420,
      firstLineChars: 200,
      alignment: 'center',
    });
  });

  test('sides go by the names of old', () => {
    const sides = ['start', 'end', 'both'].map(
      (side) => paragraph(line('甲', `<w:jc w:val="${side}"/>`), {}).alignment,
    );
    expect(sides).toEqual(['left', 'right', 'both']);
  });

  test('a list’s indents hold unless who names the list says others', () => {
    const numbering = lists(
      level(0, 'decimal', '%1.', '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'),
    );
    const styles =
      '<w:style w:type="paragraph" w:styleId="P"><w:pPr><w:ind w:left="100" w:right="50"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="200"/></w:pPr></w:style>';
    const direct = '<w:pStyle w:val="P"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    expect(paragraph(line('甲', direct), { numbering, styles })).toMatchObject({
      left: 720,
      right: 50,
      firstLine: -360,
    });
    expect(paragraph(line('甲', '<w:pStyle w:val="L"/>'), { numbering, styles })).toMatchObject({
      left: 200,
      firstLine: -360,
    });
  });
});

describe('sections', () => {
  test('have what the one ahead has where they say nothing; a grid’s negative spacing is negative', () => {
    const first =
      '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:pgSz w:w="11906" w:h="16838"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="4294966447"/></w:sectPr>';
    const last =
      '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>';
    const { sections } = readMade(line('甲', first) + line('乙') + last, {
      header: line('眉'),
      footer: line('脚'),
    });
    expect(sections).toHaveLength(2);
    expect(sections[0]).toMatchObject({
      width: 11906,
      grid: { type: 'linesAndChars', charSpace: -849 },
      headers: { default: 'word/header.xml' },
      footers: { default: undefined },
    });
    expect(sections[1]).toMatchObject({
      orientation: 'landscape',
      headers: { default: 'word/header.xml' },
      footers: { default: 'word/footer.xml' },
    });
  });
});

function run(body: string, snippets: Snippets): RunProperties {
  const document = readMade(body, snippets);
  const [first = none()] = paragraphs(document);
  return document.formatting.run(first, first.runs[0] ?? none());
}

function paragraph(body: string, snippets: Snippets): ParagraphProperties {
  const document = readMade(body, snippets);
  return document.formatting.paragraph(paragraphs(document)[0] ?? none());
}

function paragraphs({ body }: Pick<WordDocument, 'body'>): WordParagraph[] {
  return body.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    if (block.kind === 'chunk') return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => paragraphs({ body: blocks })));
  });
}

function none(): never {
  throw new Error('nothing was read');
}
