import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFinished } from '../../src/document/read-finished.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { item, level, line, lists, makeWord, p, r } from '../docx/make-word.ts';
import { partOf, plainWords } from './plain-words.ts';
import { bodyOf, partsOf, set, wordsOf } from './set.ts';

const SENTENCE = '镇党委召开会议12次，组织宣讲36场次，覆盖党员486名，做到真学真懂真信真用。';
const BOLD = '<w:b/>';
const CENTRED = '<w:jc w:val="center"/>';
const PIXEL = Buffer.from('89504e470d0a1a0a', 'hex');

const REPORT = [
  line('关于基层党建工作情况的报告', CENTRED),
  line('县委：'),
  line(SENTENCE),
  line('一、工作情况'),
  line('（一）抓学习'),
  line(SENTENCE),
  line('　　（二）抓队伍。镇党委举办培训班三期。'),
  line('附件：1.党员名册'),
  line('2.培训计划'),
  line('中共白石镇委员会', '<w:jc w:val="right"/>'),
  line('2025年4月1日', '<w:jc w:val="right"/>'),
].join('');

function drawing(id: string, width = 2000000): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="${width}" cy="1000000"/><wp:docPr id="7" name="图"/><a:graphic><a:graphicData uri="x"><a:blip r:embed="${id}"/><a:ext cx="${width}" cy="1000000"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** The file with another type for the relationship that leads to a part. */
function withRelation(bytes: Uint8Array, target: string, type: string): Uint8Array {
  const files = unzipSync(bytes);
  const name = 'word/_rels/document.xml.rels';
  const relations = strFromU8(files[name] ?? new Uint8Array()).replace(
    new RegExp(`aFChunk" Target="${target}"`),
    `${type}" Target="${target}"`,
  );
  return zipSync({ ...files, [name]: strToU8(relations) });
}

describe('setting a report anew', () => {
  it('gives each paragraph its part, by words and place', () => {
    expect(partsOf(set(makeWord(REPORT)))).toEqual([
      'title 关于基层党建工作情况的报告',
      'addressee 县委：',
      'heading1 一、工作情况',
      'heading2 （一）抓学习',
      'runIn2 （二）抓队伍。镇党委举办培训班三期。',
      'attachmentsNote 附件：1.党员名册',
      'attachmentsNote 2.培训计划',
      'signatory 中共白石镇委员会',
      'date 2025年4月1日',
    ]);
  });

  it('gives a file that breaks no clause', () => {
    const { sheet } = set(makeWord(REPORT));
    expect(sheet.filter(({ verdict }) => verdict === '不合')).toEqual([]);
    expect(sheet.filter(({ verdict }) => verdict === '合').length).toBeGreaterThan(25);
  });

  it('takes indents that were typed for none, and leaves every other space', () => {
    const made = makeWord(line('　　一、工　作') + line(`　　全镇 有　党员 9 名。${SENTENCE}　`));
    expect(wordsOf(set(made).file)).toEqual(['一、工　作', `全镇 有　党员 9 名。${SENTENCE}`]);
    expect(bodyOf(set(made).file)).not.toMatch(/<w:t[^>]*>　/);
  });

  it('knows headings by style, and by shape where they have neither', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>';
    const made = makeWord(
      line('关于治理的报告', CENTRED) +
        line('基本做法', '<w:pStyle w:val="2"/>') +
        line(SENTENCE) +
        p(r('存在的问题', BOLD)) +
        line(SENTENCE),
      { styles },
    );
    const { decisions } = set(made);
    expect(decisions.map(({ part, level, reason }) => [part, level, reason])).toEqual([
      ['title', undefined, '全文开头'],
      ['heading', 1, '样式“heading 2”'],
      ['heading', 2, '独占一段，短、加粗'],
    ]);
  });

  it('does what it is told of single paragraphs', () => {
    const rulings = new Map([
      [3, { part: 'heading', level: 2 }],
      [4, { part: 'body', level: undefined }],
    ] as const);
    const told = set(makeWord(REPORT), { rulings });
    expect(told.decisions.filter(({ reason }) => reason === '您指定的').map(({ part }) => part)).toEqual([
      'heading',
      'body',
    ]);
    expect(bodyOf(told.file)).toContain(
      `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>一、工作情况`,
    );
    expect(
      set(makeWord(REPORT), { rulings: new Map([[99, { part: 'body', level: undefined }]]) }).misplaced,
    ).toEqual([99]);
  });

  it('takes the first sentence of a longer paragraph for the heading that it is said to be', () => {
    const rulings = new Map([[2, { part: 'heading', level: 2 }]] as const);
    const { file } = set(makeWord(line('一、情况') + line('抓学习。镇党委举办培训班三期。')), { rulings });
    expect(bodyOf(file)).toContain('抓学习。</w:t></w:r><w:r>');
    expect(bodyOf(file)).toContain('w:val="RunIn2"');
  });

  it('types the numbers that Word sets', () => {
    const numbering = lists(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2'));
    const made = makeWord(
      item('工作情况', 1) + line(SENTENCE) + item('存在问题', 1) + item('2025年以前的', 1, 1),
      { numbering },
    );
    const { file, changes } = set(made);
    expect(wordsOf(file)).toEqual(['一、工作情况', SENTENCE, '二、存在问题', '1 2025年以前的']);
    expect(changes).toContainEqual({ what: '自动编号改成文字', where: '', count: 3 });
    expect(bodyOf(file)).not.toContain('w:numPr');
  });

  it('makes paragraphs of lines that were broken by hand, but in a title', () => {
    const broken = '<w:r><w:br/></w:r>';
    const made = makeWord(
      p(`${r('白石镇')}${broken}${r('关于治理的报告')}`, CENTRED) +
        p(`${r('县委：')}${broken}${r('一、情况')}${broken}${r(SENTENCE)}`),
    );
    const body = bodyOf(set(made).file);
    expect(wordsOf(set(made).file)).toEqual(['白石镇', '关于治理的报告', '县委：', '一、情况', SENTENCE]);
    expect(body.match(/w:val="Title"/g)).toHaveLength(1);
    expect(body).toContain('w:val="Heading1"');
  });

  it('keeps what is set off inside of a paragraph, not what all of it has', () => {
    const made = makeWord(
      p(`${r('一是抓学习。', `${BOLD}<w:color w:val="FF0000"/>`)}${r(SENTENCE)}`) +
        p(r(`${SENTENCE}面积36km`, BOLD) + r('2', `${BOLD}<w:vertAlign w:val="superscript"/>`)),
    );
    const body = bodyOf(set(made).file);
    expect(body.match(/<w:b\/>/g)).toHaveLength(1);
    expect(body).toContain('<w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t>');
    expect(body).not.toContain('FF0000');
  });

  it('carries pictures over with their files, no wider than the page', () => {
    const files = { rId9: ['pictures/a.png', PIXEL] } as const;
    const { file } = set(makeWord(line(SENTENCE) + p(drawing('rId9', 9000000)), { files }));
    expect(partOf(file, 'word/_rels/document.xml.rels')).toContain('Target="media/image1.png"');
    expect(partOf(file, 'word/media/image1.png')).not.toBe('');
    expect(bodyOf(file)).toContain('cx="5616575" cy="624064"');
  });

  it('stops at a picture that is not there, and goes on where it is told to', () => {
    const made = makeWord(line('一、情况') + p(r(SENTENCE) + drawing('rId8')));
    const { value } = typeset('报告.docx', made);
    expect(value?.file).toBeUndefined();
    expect(value?.obstacles).toEqual([
      { what: '图片', where: expect.stringContaining('“一、情况”第1段'), count: 1 },
    ]);
    const { file } = set(made, { keepsGoing: true });
    expect(wordsOf(file)).toEqual(['一、情况', `${SENTENCE}【此处的图片未能带入】`]);
  });

  it('carries formulas and text boxes over as XML', () => {
    const formula =
      '<m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:r><m:t>16</m:t></m:r></m:den></m:f></m:oMath>';
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="3" name="框"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>${p(r('框里的话', BOLD), '<w:pStyle w:val="gone"/>')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${line('框里的话')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body = bodyOf(set(makeWord(p(r(SENTENCE) + formula) + p(r(SENTENCE) + box))).file);
    expect(body).toContain(formula);
    expect(body.match(/框里的话/g)).toHaveLength(1);
    expect(body).not.toContain('gone');
    expect(body).toMatch(/<w:document [^>]*xmlns:wps=/);
  });

  it('carries over what a drawing has from other parts: the theme, and where a diagram is drawn already', () => {
    const data = '<dgm:dataModel><dsp:dataModelExt relId="drawn" minVer="x"/></dgm:dataModel>';
    const files = {
      data: ['diagrams/data1.xml', data],
      drawn: ['diagrams/drawing1.xml', '<dsp:drawing/>'],
    } as const;
    const made = makeWord(line(SENTENCE) + p(drawing('data')), { files, theme: '<a:themeElements/>' });
    const { file } = set(withRelation(made, 'diagrams/data1.xml', 'diagramData'));
    const relations = partOf(file, 'word/_rels/document.xml.rels');
    const drawn = /Id="(\w+)"[^>]*Target="diagrams\/drawing1.xml"/.exec(relations)?.[1];
    expect(partOf(file, 'word/diagrams/data1.xml')).toContain(`relId="${drawn}"`);
    expect(relations).toContain('/relationships/theme"');
  });

  it('carries notes over, numbered as they are met', () => {
    const footnotes = `<w:footnote w:id="-1" w:type="separator">${p('')}</w:footnote><w:footnote w:id="5">${p(r('以台账为准。'))}</w:footnote><w:footnote w:id="6">${p(r('没有提到。'))}</w:footnote>`;
    const { file, counts } = set(
      makeWord(p(`${r('耕地3万亩')}<w:r><w:footnoteReference w:id="5"/></w:r>${r('，其他用地2万亩。')}`), {
        footnotes,
      }),
    );
    expect(counts.notes).toBe(1);
    expect(bodyOf(file)).toContain('<w:footnoteReference w:id="1"/>');
    expect(partOf(file, 'word/footnotes.xml')).toContain('以台账为准。');
    expect(partOf(file, 'word/footnotes.xml')).not.toContain('没有提到');
    expect(partOf(file, 'word/styles.xml')).toContain('FootnoteText');
  });

  it('keeps readings above words, as large beside them as they were', () => {
    const ruby = (base: string, reading: string) =>
      `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="20"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${r(reading)}</w:rt><w:rubyBase>${r(base)}</w:rubyBase></w:ruby></w:r>`;
    const table = `<w:tbl><w:tr><w:tc>${p(ruby('砻', 'lóng') + r('村'))}</w:tc><w:tc>${line('乙')}</w:tc></w:tr></w:tbl>`;
    const made = makeWord(
      p(r('关于') + ruby('砻', 'lóng') + r('坪村治理的报告'), CENTRED) +
        line('县委：') +
        p(r('现将') + ruby('砻', 'lóng') + r('坪村的情况报告如下，请审阅。')) +
        table,
    );
    const { file, changes } = set(made);
    const body = bodyOf(file);
    expect(body.match(/<w:rt>.*?lóng.*?<\/w:rt><w:rubyBase>.*?砻.*?<\/w:rubyBase>/g)).toHaveLength(3);
    expect(
      [...body.matchAll(/hps w:val="(\d+)"\/><w:hpsRaise w:val="(\d+)"/g)].map(([, a, b]) => [a, b]),
    ).toEqual([
      ['22', '40'],
      ['16', '29'],
      ['12', '22'],
    ]);
    expect(changes).toEqual([]);
    const { value } = readFinished('.docx', file);
    expect(value?.paragraphs.map(({ text }) => text)).toContain('现将砻坪村的情况报告如下，请审阅。');
  });

  it('keeps readings above the words of a page that is brought in', () => {
    const page =
      '<p>村里的<ruby>砻<rp>（</rp><rt>lóng</rt><rp>）</rp>坪<rt>píng</ruby>事项已经办结，请审阅。</p><p><ruby>汉<rb>字<rt>hàn<rt>zì</ruby>也核对过了，请审阅。</p>';
    const made = makeWord(`${line(SENTENCE)}<w:altChunk r:id="rId5"/>`, {
      files: { rId5: ['page.html', Buffer.from(page)] },
    });
    const { file, changes } = set(made);
    const readings = [...bodyOf(file).matchAll(/<w:rt>(.*?)<\/w:rt><w:rubyBase>(.*?)<\/w:rubyBase>/g)];
    const textIn = (xml = '') => xml.replace(/<[^>]*>/g, '');
    expect(readings.map(([, reading, words]) => [textIn(words), textIn(reading)])).toEqual([
      ['砻', 'lóng'],
      ['坪', 'píng'],
      ['汉字', 'hàn zì'],
    ]);
    expect(changes).toEqual([]);
    const { value } = readFinished('.docx', file);
    expect(value?.paragraphs.map(({ text }) => text)).toContain('村里的砻坪事项已经办结，请审阅。');
  });

  it('leaves out of a header no more than the paragraph that says a page number, wherever in it that is', () => {
    const page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>';
    const cell = p(r('内部资料，第') + page + r('页')) + p(r('组织工作'));
    const header = `<w:tbl><w:tr><w:tc>${cell}</w:tc></w:tr></w:tbl>${p(r('望山镇'))}${p(r('简报') + page)}`;
    const made = makeWord(
      line(SENTENCE) + p('', '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'),
      { header },
    );
    const { value } = readFinished('.docx', set(made, { keepsGoing: true }).file);
    const heads = value?.paragraphs.filter(({ role }) => role === 'header').map(({ text }) => text) ?? [];
    expect(heads).toContain('组织工作');
    expect(heads).toContain('望山镇');
    expect(heads.join('')).not.toMatch(/内部资料|简报/);
  });

  it('keeps a note whose mark stands in a paragraph of its own', () => {
    const footnotes = `<w:footnote w:id="2">${p(r('据县统计局年报。'))}</w:footnote>`;
    const alone = p('<w:r><w:footnoteReference w:id="2"/></w:r>');
    const { file, changes } = set(makeWord(`${line(SENTENCE)}${alone}${line(SENTENCE)}`, { footnotes }));
    expect(bodyOf(file).match(/<w:footnoteReference /g)).toHaveLength(1);
    expect(changes).toEqual([]);
  });

  it('carries over what stands in files that are brought in', () => {
    const formula = '<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>';
    const note = (text: string) => `<w:footnote w:id="2">${p(r(text))}</w:footnote>`;
    const refer = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const inner = makeWord(
      p(r('附表如下，请核对。') + drawing('rId9') + formula + refer) +
        `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="none"/></w:tblBorders></w:tblPr><w:tr><w:tc>${line('甲')}</w:tc><w:tc>${line('乙')}</w:tc></w:tr></w:tbl>`,
      { files: { rId9: ['pictures/a.png', PIXEL] }, footnotes: note('里面的注。') },
    );
    const made = makeWord(
      `${p(r(SENTENCE) + refer + drawing('rId9'))}<w:altChunk r:id="rId5"/>${p(r('以上请审阅，请核对。') + refer)}`,
      {
        files: { rId5: ['inner.docx', inner], rId9: ['pictures/b.png', Buffer.from('外面的')] },
        footnotes: note('外面的注。'),
      },
    );
    const { file, obstacles } = set(made);
    const body = bodyOf(file);
    expect(obstacles).toEqual([]);
    expect(body).toContain(formula);
    expect(body).not.toContain('TableGrid');
    expect([...body.matchAll(/footnoteReference w:id="(\d)"/g)].map(([, id]) => id)).toEqual(['1', '2', '1']);
    expect(plainWords(partOf(file, 'word/footnotes.xml'))).toEqual(['外面的注。', '里面的注。']);
    expect(partOf(file, 'word/media/image1.png')).toBe('外面的');
    expect(partOf(file, 'word/media/image2.png')).not.toBe('');
  });

  it('says where a picture of a page is that is brought in, which is not at hand', () => {
    const page = '<html><body><p>一、情况</p><p>全镇有9个村。<img src="a.png"></p></body></html>';
    const made = makeWord('<w:altChunk r:id="rId5"/>', { files: { rId5: ['page.html', page] } });
    expect(typeset('报告.docx', made).value?.obstacles).toEqual([
      { what: '插入的网页的图片', where: expect.stringContaining('“一、情况”第1段'), count: 1 },
    ]);
    expect(wordsOf(set(made, { keepsGoing: true }).file)).toEqual([
      '一、情况',
      '全镇有9个村。【此处的插入的网页的图片未能带入】',
    ]);
  });

  it('keeps the cells of tables as they are merged, and the shares of their columns', () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`;
    const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="4000"/><w:gridCol w:w="14000"/></w:tblGrid><w:tr>${cell('村名', '<w:vMerge w:val="restart"/>')}${cell('户数', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('总数')}${cell('低保')}</w:tr><w:tr>${cell('石塘')}${cell('105')}${cell('3')}</w:tr><w:tr>${cell('新桥')}${cell('98')}${cell('5')}</w:tr></w:tbl>`;
    const body = bodyOf(set(makeWord(line(SENTENCE) + table)).file);
    const [own = ''] = /<w:tbl>.*<\/w:tbl>/.exec(body) ?? [];
    expect([...own.matchAll(/gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      885, 1769, 6191,
    ]);
    expect(own).toContain('<w:gridSpan w:val="2"/>');
    expect(own.match(/<w:vMerge/g)).toHaveLength(2);
    expect(own.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  it('leaves a table without lines that says so, and rules one of which nobody says anything', () => {
    const table = (borders: string) =>
      makeWord(
        `${line(SENTENCE)}<w:tbl><w:tblPr>${borders}</w:tblPr><w:tr><w:tc>${line('甲')}</w:tc><w:tc>${line('乙')}</w:tc></w:tr></w:tbl>`,
      );
    const none = '<w:tblBorders><w:top w:val="none"/><w:insideH w:val="nil"/></w:tblBorders>';
    expect(bodyOf(set(table(none)).file)).not.toContain('TableGrid');
    expect(bodyOf(set(table('')).file)).toContain('TableGrid');
  });

  it('carries headers over as they look, and stops at words in a footer', () => {
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>';
    const header = p(r('内部资料', '<w:color w:val="FF0000"/><w:sz w:val="18"/>'));
    const number = p(
      `<w:r><w:t>第</w:t></w:r><w:fldSimple w:instr=" PAGE ">${r('1')}</w:fldSimple><w:r><w:t>页</w:t></w:r>`,
    );
    const { file } = set(makeWord(line(SENTENCE) + section, { header, footer: number }));
    expect(partOf(file, 'word/header2.xml')).toMatch(/FF0000.*<w:sz w:val="18"\/>.*内部资料/);
    expect(bodyOf(file).match(/<w:headerReference/g)).toHaveLength(2);
    const { value } = typeset(
      '报告.docx',
      makeWord(line(SENTENCE) + section, { header, footer: line('联系人：王某某') }),
    );
    expect(value?.obstacles.map(({ what }) => what)).toEqual(['页脚文字“联系人：王某某”']);
  });

  it('keeps a red head as it looks, with all that stands above the title', () => {
    const head = p(r('白石镇人民政府文件', '<w:color w:val="FF0000"/><w:sz w:val="80"/>'), CENTRED);
    const made = makeWord(
      head +
        line('白政发〔2024〕15号', CENTRED) +
        line('') +
        p(r('关于治理的报告', '<w:sz w:val="44"/>'), CENTRED) +
        line('县委：') +
        line(SENTENCE),
    );
    const value = set(made);
    expect(partsOf(value).slice(0, 3)).toEqual([
      'letterhead 白石镇人民政府文件',
      'letterhead 白政发〔2024〕15号',
      'title 关于治理的报告',
    ]);
    expect(bodyOf(value.file)).toMatch(/<w:color w:val="FF0000"\/>.*<w:sz w:val="80"\/>/);
    expect(value.changes.map(({ what }) => what)).not.toContain('彩色文字改成黑色');
  });

  it('takes nothing behind the first sentence for a head, and sets one with tables once and for all', () => {
    const table = `<w:tbl><w:tr><w:tc>${line('白石镇')}</w:tc><w:tc>${line('文件')}</w:tc></w:tr></w:tbl>`;
    const number = line('白政发〔2024〕15号');
    const late = set(makeWord(line('关于治理的报告', CENTRED) + line(SENTENCE) + number + line(SENTENCE)));
    expect(partsOf(late)).toEqual(['title 关于治理的报告']);
    const { file } = set(makeWord(table + table + number + line('关于治理的报告', CENTRED) + line(SENTENCE)));
    expect(Buffer.compare(set(file, { setsOwn: true }).file, file)).toBe(0);
  });

  it('turns the page for what lies on its side', () => {
    const upright = p(r(SENTENCE), '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>');
    const body = bodyOf(
      set(
        makeWord(
          `${upright}${line('附表如下，请审阅，请核对，请签字。')}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>`,
        ),
      ).file,
    );
    expect(body.match(/<w:pgSz[^>]*>/g)).toEqual([
      '<w:pgSz w:w="11906" w:h="16838"/>',
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    ]);
  });

  it('keeps a place for a seal where there was one', () => {
    const sealed = (end: number, text: string) =>
      p(r(text, '<w:sz w:val="32"/>'), `<w:ind w:right="${end}"/><w:jc w:val="right"/>`);
    const made = makeWord(
      `${line('县委：')}${line(SENTENCE)}${sealed(1280 - 20, '白石镇党委办')}${sealed(1280, '2025年4月1日')}`,
    );
    expect(set(made).sheet.find(({ item: name }) => name === '署名和日期位置')?.found).toBe(
      '留出印章位置的排法',
    );
  });

  it('stops at changes that are pending, and takes them as accepted where it is told to', () => {
    const changed = `<w:ins w:id="1" w:author="王某">${r('新')}</w:ins><w:del w:id="2" w:author="王某"><w:r><w:delText>旧</w:delText></w:r></w:del>`;
    const made = makeWord(p(`${r('这是')}${changed}${r('的做法，已经推开。')}`));
    const { value } = typeset('报告.docx', made);
    expect([value?.file, value?.revisions?.count]).toEqual([undefined, 2]);
    expect(wordsOf(set(made, { keepsGoing: true }).file)).toEqual(['这是新的做法，已经推开。']);
  });

  it('tells what it leaves out', () => {
    const comments = `<w:comment w:id="1" w:author="王某">${line('请核实')}</w:comment>`;
    const made = makeWord(
      p(
        `<w:commentRangeStart w:id="1"/>${r('全镇有9个村。')}<w:commentRangeEnd w:id="1"/>${r('暗', '<w:vanish/>')}`,
      ) +
        p(
          `<w:hyperlink r:id="x">${r('网址', '<w:color w:val="0000FF"/><w:u w:val="single"/>')}</w:hyperlink>${r('见上。')}`,
        ),
      { comments },
    );
    const { changes, file } = set(made);
    expect(changes.map(({ what }) => what)).toEqual([
      '批注没有带过去',
      '隐藏的文字没有带过去',
      '彩色文字改成黑色',
      '超链接只留文字',
    ]);
    expect(wordsOf(file)).toEqual(['全镇有9个村。', '网址见上。']);
    expect(bodyOf(file)).not.toContain('w:u ');
  });

  it('sets plain text, in UTF-8 and in GB18030', () => {
    const text = `关于治理的报告\r\n县委：\r\n　　一、情况\r\n　　${SENTENCE}\r\n\r\n白石镇\r\n2025年4月1日\r\n`;
    const gbk = Buffer.from('d2bba1a2c7e9bff60d0ac8abd5f2d3d039b8f6b4e5a1a3', 'hex');
    expect(partsOf(set(Buffer.from(text))).map((each) => each.split(' ')[0])).toEqual([
      'title',
      'addressee',
      'heading1',
      'signatory',
      'date',
    ]);
    const { value } = typeset('报告.txt', gbk);
    expect(wordsOf(value?.file ?? Buffer.alloc(0))).toEqual(['一、情况', '全镇有9个村。']);
  });

  it('breaks a long title by meaning, and no word of it', () => {
    const title = '中共白石镇委员会关于二〇二四年度落实全面从严治党主体责任情况的报告';
    const words = wordsOf(set(makeWord(line(title, CENTRED) + line('县委：') + line(SENTENCE))).file);
    expect(words.length).toBeGreaterThan(3);
    expect(words.join('')).toBe(`${title}县委：${SENTENCE}`);
  });

  it('names no person in the file, and dates it by the report', () => {
    const core = partOf(set(makeWord(REPORT)).file, 'docProps/core.xml');
    expect(core).toContain('<dc:creator>中共白石镇委员会</dc:creator>');
    expect(core).toContain('2025-04-01T00:00:00Z');
  });
});
