import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../src/docx/number-formats.ts';
import { shownParagraphs } from '../../src/docx/shown-paragraphs.ts';
import { item, level, line, lists, p, readMade, shownLines } from './make-word.ts';

const THREE =
  level(0, 'chineseCountingThousand', '%1、') +
  level(1, 'chineseCounting', '（%2）') +
  level(2, 'decimal', '%3.');

describe('numbers that Word sets', () => {
  test('levels count on, and those below begin anew', () => {
    const body = [
      item('甲', 1),
      item('乙', 1, 1),
      item('丙', 1, 1),
      item('丁', 1, 2),
      item('戊', 1),
      item('己', 1, 1),
    ];
    expect(shownLines(body.join(''), { numbering: lists(THREE) })).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '1.丁',
      '二、戊',
      '（一）己',
    ]);
  });

  test('an empty item counts, a deleted one does not', () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const deleted = `<w:del w:id="1" w:author="a"><w:r><w:delText>乙</w:delText></w:r></w:del>`;
    const gone = p(deleted, `${numbered}<w:rPr><w:del w:id="2" w:author="a"/></w:rPr>`);
    const body = item('甲', 1) + p('', numbered) + gone + item('丙', 1);
    expect(shownLines(body, { numbering: lists(THREE) })).toEqual(['一、甲', '二、', '三、丙']);
  });

  test('uses of one list count on; one with a start of its own begins there, once', () => {
    const more =
      '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const body = item('甲', 1) + item('乙', 8) + item('丙', 9) + item('丁', 9) + item('戊', 1);
    expect(shownLines(body, { numbering: lists(THREE) + more })).toEqual([
      '一、甲',
      '二、乙',
      '五、丙',
      '六、丁',
      '七、戊',
    ]);
  });

  test('a use may have a level otherwise', () => {
    const own = `<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1)', '', 3)}</w:lvlOverride></w:num>`;
    expect(shownLines(item('甲', 9) + item('乙', 9), { numbering: lists(THREE) + own })).toEqual([
      'III)甲',
      'IV)乙',
    ]);
  });

  test('legal numbering, restarts, levels that go on', () => {
    const legal = level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>');
    expect(shownLines(item('甲', 1) + item('乙', 1, 1), { numbering: lists(legal) })).toEqual([
      '第一章甲',
      '1.1乙',
    ]);
    const going = level(0, 'decimal', '%1.') + level(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>');
    const body = item('甲', 1) + item('乙', 1, 1) + item('丙', 1) + item('丁', 1, 1);
    expect(shownLines(body, { numbering: lists(going) })).toEqual(['1.甲', '(1)乙', '2.丙', '(2)丁']);
    const after =
      level(0, 'decimal', '%1.') +
      level(1, 'decimal', '(%2)') +
      level(2, 'decimal', '<%3>'.replace('<', '&lt;').replace('>', '&gt;'), '<w:lvlRestart w:val="1"/>');
    const deep =
      item('甲', 1) +
      item('乙', 1, 1) +
      item('丙', 1, 2) +
      item('丁', 1, 1) +
      item('戊', 1, 2) +
      item('己', 1) +
      item('庚', 1, 2);
    expect(shownLines(deep, { numbering: lists(after) })).toEqual([
      '1.甲',
      '(1)乙',
      '<1>丙',
      '(2)丁',
      '<2>戊',
      '2.己',
      '<1>庚',
    ]);
  });

  test('list and level come from styles, each for itself; the level that names the style wins', () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="1"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="0"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
    ].join('');
    const numbering = lists(
      level(0, 'decimal', '%1.') +
        level(1, 'decimal', '(%2)') +
        level(2, 'lowerLetter', '%3.', '<w:pStyle w:val="3"/>'),
    );
    const styled = ['1', '2', '3', '0'].map((id) => line('甲', `<w:pStyle w:val="${id}"/>`)).join('');
    expect(shownLines(styled, { numbering, styles })).toEqual(['1.甲', '(1)甲', 'a.甲', '甲']);
  });

  test('a numbering style stands for the list that has it; styles that name each other end', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="numbering" w:styleId="M"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>';
    const numbering = lists(
      `<w:styleLink w:val="N"/>${THREE}`,
      '<w:numStyleLink w:val="N"/>',
      '<w:numStyleLink w:val="M"/>',
    );
    expect(shownLines(item('甲', 2) + item('乙', 3), { numbering, styles })).toEqual(['一、甲', '乙']);
  });

  test('bullets print no number, what is no list and no level none', () => {
    const numbering = lists(level(0, 'bullet', '●'));
    expect(shownLines(item('甲', 1) + item('乙', 1, 9) + item('丙', 7), { numbering })).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });

  test.each(['1.5', '4294967295', 'abc', '-1', ''])('a level %j is said', (written) => {
    const document = readMade(
      line('甲', `<w:numPr><w:ilvl w:val="${written}"/><w:numId w:val="1"/></w:numPr>`),
      {
        numbering: lists(`<w:lvl w:ilvl="${written}"><w:lvlText w:val="%1、"/></w:lvl>`),
      },
    );
    expect(document.unread).toEqual([{ what: 'numbering', detail: '编号的级别不是 0～8' }]);
    expect(shownParagraphs(document).paragraphs.map(({ text, number }) => [text, number])).toEqual([
      ['甲', undefined],
    ]);
  });

  test('a number of any length is cut off, and said', () => {
    const numbering = lists(
      level(0, 'decimal', '长'.repeat(100_000)) + level(1, 'lowerLetter', '%2', '', 999_999_999),
    );
    const shown = shownParagraphs(readMade(item('甲', 1) + item('乙', 1, 1), { numbering }));
    expect(shown.hasCutNumber).toBe(true);
    expect(shown.paragraphs.every(({ number }) => (number?.text ?? '').length <= 64)).toBe(true);
  });
});

test.each([
  [
    'chineseCountingThousand',
    [1, 10, 11, 20, 101, 110, 1001, 1010, 10_000, 10_101],
    '一 十 十一 二十 一百零一 一百一十 一千零一 一千零一十 一万 一万零一百零一',
  ],
  ['japaneseCounting', [10, 15, 20, 100, 101], '十 十五 二十 百 百一'],
  ['ideographDigital', [1, 10, 11, 2026], '一 一〇 一一 二〇二六'],
  ['chineseLegalSimplified', [1, 10, 12, 25, 100], '壹 壹拾 壹拾贰 贰拾伍 壹佰'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['ideographZodiac', [1, 12], '子 亥'],
  ['ideographEnclosedCircle', [1, 10], '㈠ ㈩'],
  ['decimalEnclosedCircleChinese', [1, 20, 21, 50, 51], '① ⑳ ㉑ ㊿ 51'],
  ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
  ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
  ['decimalZero', [1, 10], '01 10'],
  ['decimalFullWidth', [1, 12], '１ １２'],
  ['numberInDash', [3], '- 3 -'],
  ['upperRoman', [4, 9, 14, 1994], 'IV IX XIV MCMXCIV'],
  ['lowerRoman', [3], 'iii'],
  ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
  ['lowerLetter', [2], 'b'],
  ['ordinal', [1, 2, 3, 4, 11, 21], '1st 2nd 3rd 4th 11th 21st'],
  ['decimal', [7], '7'],
  ['whatever', [7], '7'],
])('%s', (format, values, expected) => {
  expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(expected);
});
