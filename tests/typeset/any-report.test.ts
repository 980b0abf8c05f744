import fc from 'fast-check';
import { expect, it } from 'vitest';
import { item, level, lists, makeWord, p, r } from '../docx/make-word.ts';
import { samples } from '../sample-size.ts';
import { partOf, plainWords } from './plain-words.ts';
import { set, wordsOf } from './set.ts';

/** A piece of a body: its XML, and the lines that a reader of the page sees of it. */
interface Piece {
  readonly xml: string;
  readonly lines: readonly string[];
}

const WORDS = [
  '关于基层党建工作情况的报告',
  '县委：',
  '一、工作情况',
  '（一）抓学习',
  '（二）抓队伍。镇党委举办培训班三期，覆盖党员486名。',
  '1.建立台账；',
  '全镇有9个村，党员486名，其中女党员120名。',
  '存在的问题',
  '附件：1.党员名册',
  '附件1',
  '表1  各村情况',
  '单位：名',
  '中共白石镇委员会',
  '2025年4月1日',
  '（联系人：王某某）',
  'GDP 12.5% &amp; A',
  '图1  服务中心',
  '白政发〔2024〕15号',
];

const RUN_LOOKS = [
  '',
  '<w:b/>',
  '<w:u w:val="single"/>',
  '<w:sz w:val="44"/>',
  '<w:vertAlign w:val="subscript"/>',
  '<w:color w:val="FF0000"/>',
  '<w:rFonts w:eastAsia="楷体"/>',
];
const LOOKS = [
  '',
  '<w:jc w:val="center"/>',
  '<w:jc w:val="right"/>',
  '<w:pageBreakBefore/>',
  '<w:pStyle w:val="h1"/>',
  '<w:ind w:left="640"/>',
];
const STYLES =
  '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
const NOTES = `<w:footnote w:id="2">${p(r('以台账为准。'))}</w:footnote>`;
const FORMULA =
  '<m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:r><m:t>16</m:t></m:r></m:den></m:f></m:oMath>';
const PICTURE =
  '<w:r><w:drawing><wp:inline><wp:extent cx="99" cy="99"/><wp:docPr id="7" name="图"/><a:blip r:embed="rId9"/></wp:inline></w:drawing></w:r>';

const words = fc.constantFrom(...WORDS);
const looks = fc.constantFrom(...LOOKS);
const runLooks = fc.constantFrom(...RUN_LOOKS);

/** Runs of a paragraph, with what stands between them. */
const paragraph: fc.Arbitrary<Piece> = fc
  .tuple(
    looks,
    fc.array(
      fc.tuple(
        words,
        runLooks,
        fc.constantFrom('', '', '', '　　', 'tab', 'break', 'note', 'formula', 'picture'),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([own, runs]) => {
    let [xml, text] = ['', ''];
    for (const [written, look, mark] of runs) {
      const space = mark === '　　' ? mark : '';
      xml += MARKS[mark] ?? '';
      text += (mark === 'tab' ? '\t' : mark === 'break' ? '\n' : '') + space + written.replace('&amp;', '&');
      xml += r(space + written, look);
    }
    return { xml: p(xml, own), lines: text.split('\n') };
  });

const MARKS: Readonly<Record<string, string>> = {
  tab: '<w:r><w:tab/></w:r>',
  break: '<w:r><w:br/></w:r>',
  note: '<w:r><w:footnoteReference w:id="2"/></w:r>',
  formula: FORMULA,
  picture: PICTURE,
};

const table: fc.Arbitrary<Piece> = fc
  .array(fc.tuple(words, words), { minLength: 1, maxLength: 4 })
  .map((rows) => {
    const cell = (text: string) => `<w:tc>${p(r(text))}</w:tc>`;
    const own = rows.map(([a, b]) => `<w:tr>${cell(a)}${cell(b)}</w:tr>`).join('');
    return {
      xml: `<w:tbl><w:tblPr/>${own}</w:tbl>`,
      lines: rows.flat().map((each) => each.replace('&amp;', '&')),
    };
  });

const turned: fc.Arbitrary<Piece> = fc.boolean().map((isTurned) => {
  const [w, h] = isTurned ? [16838, 11906] : [11906, 16838];
  return { xml: p('', `<w:sectPr><w:pgSz w:w="${w}" w:h="${h}"/></w:sectPr>`), lines: [] };
});

const listed: fc.Arbitrary<Piece> = words.map((text) => ({
  xml: item(text, 1),
  lines: [`#${text.replace('&amp;', '&')}`],
}));

const BODY_TEXTS = [
  '一、工作情况',
  '（一）抓学习',
  '（二）抓队伍。镇党委举办培训班三期，覆盖党员486名。',
  '1.建立台账；',
  '全镇有9个村，党员486名，其中女党员120名。',
  '存在的问题',
  '　　各村都已经整改到位，没有新的问题。',
];

function textPiece(text: string, look = '', own = ''): Piece {
  return { xml: p(text === '' ? '' : r(text, look), own), lines: [text] };
}

function drawn(): fc.Arbitrary<Piece> {
  return fc.constantFrom(
    { xml: p(PICTURE), lines: [] },
    { xml: p(`${r('公式为')}${FORMULA}${r('，见上。')}`), lines: ['公式为，见上。'] },
  );
}

const pieces = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: paragraph },
    { weight: 2, arbitrary: listed },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: turned },
  ),
  { minLength: 1, maxLength: 12 },
);

/** Numbers of the list are counted here. */
function linesOf(all: readonly Piece[]): string[] {
  let number = 0;
  return all
    .flatMap(({ lines }) => lines)
    .map((line) => {
      if (!line.startsWith('#')) return line;
      number += 1;
      return `${number}．${line.slice(1)}`;
    })
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function make(all: readonly Piece[]): Buffer {
  return makeWord(all.map(({ xml }) => xml).join(''), {
    styles: STYLES,
    numbering: lists(level(0, 'decimal', '%1．')),
    footnotes: NOTES,
    files: { rId9: ['media/a.png', Buffer.from('89504e47', 'hex')] },
  });
}

it('changes no word, whatever stands in the file', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const expected = linesOf(all);
      if (expected.length === 0) return;
      const { file } = set(make(all));
      expect(withoutGaps(wordsOf(file))).toEqual(withoutGaps(expected));
      const notes = plainWords(partOf(file, 'word/footnotes.xml'));
      expect(notes.every((line) => line === '以台账为准。')).toBe(true);
    }),
    { seed: 9704, numRuns: samples(60) },
  );
});

/** What reports are made of, in its order. */
const reports = fc
  .tuple(
    fc.constantFrom(
      '关于基层党建工作情况的报告',
      '中共白石镇委员会关于二〇二四年度落实全面从严治党主体责任情况的报告',
    ),
    fc.boolean(),
    fc.array(
      fc.oneof(
        fc.constantFrom(...BODY_TEXTS).chain((text) => runLooks.map((look) => textPiece(text, look))),
        listed,
        table,
        drawn(),
      ),
      { minLength: 1, maxLength: 10 },
    ),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([title, hasAddressee, body, hasNote, isSigned]) => [
    textPiece(title, '', '<w:jc w:val="center"/>'),
    ...(hasAddressee ? [textPiece('县委：')] : []),
    textPiece('镇党委召开会议12次，组织宣讲36场次，覆盖党员486名。'),
    ...body,
    textPiece('特此报告，请审阅。'),
    ...(hasNote ? [textPiece('附件：1.党员名册'), textPiece('2.培训计划')] : []),
    textPiece(''),
    ...(isSigned
      ? [
          textPiece('中共白石镇委员会', '', '<w:jc w:val="right"/>'),
          textPiece('2025年4月1日', '', '<w:jc w:val="right"/>'),
        ]
      : []),
    ...(hasNote
      ? [textPiece('附件1', '', '<w:pageBreakBefore/>'), textPiece('党员名册', '', '<w:jc w:val="center"/>')]
      : []),
  ]);

it('sets once and for all: what it set is what it sets', () => {
  fc.assert(
    fc.property(reports, (all) => {
      const { file, sheet } = set(make(all));
      expect(sheet.filter(({ verdict, item: name }) => verdict === '不合' && !OF_WORDS.has(name))).toEqual(
        [],
      );
      expect(Buffer.compare(set(file, { setsOwn: true }).file, file)).toBe(0);
    }),
    { seed: 9704, numRuns: samples(40) },
  );
});

/** Clauses of what is written, not of how it is set. */
const OF_WORDS: ReadonlySet<string> = new Set(['附件与说明一致']);

/** A title of more than a line is broken: lines are put together, with no white space lost but there. */
function withoutGaps(lines: readonly string[]): string {
  return lines.join('').replace(/\s/g, '');
}
