import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlParagraphs } from '../../src/docx/read/html-text.ts';
import { readWord } from '../../src/docx/read/read-word.ts';
import { placeOfCharacter, shownParagraphs } from '../../src/docx/shown-paragraphs.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { item, level, line, lists, makeWord, p, r } from './make-word.ts';

const NESTED = (depth: number) =>
  '<w:tbl><w:tr><w:tc>'.repeat(depth) + line('底') + '</w:tc></w:tr></w:tbl>'.repeat(depth);

describe('a file beyond all limits is refused with the limit by name', () => {
  test.each([
    ['elements in elements', NESTED(200), 'too-deep'],
    ['wrappers in wrappers', `<w:p>${'<w:ins w:id="1" w:author="a">'.repeat(100_000)}`, 'too-deep'],
    ['100,000 paragraphs', '<w:p/>'.repeat(100_001), 'too-many-elements'],
  ])('%s', (_, body, kind) => {
    expect(readWord(makeWord(body))).toMatchObject({ kind });
  });
});

test('so are styles and lists without end, and a file that is brought in again and again', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="S"/>'.repeat(10_001);
  expect(readWord(makeWord(line('甲'), { styles }))).toMatchObject({
    kind: 'too-many-elements',
    part: 'word/styles.xml',
  });
  const numbering = '<w:num w:numId="1"/>'.repeat(20_001);
  expect(readWord(makeWord(line('甲'), { numbering }))).toMatchObject({ part: 'word/numbering.xml' });
  const files = { c: ['a.docx', makeWord(line('乙').repeat(3000))] } as const;
  expect(readWord(makeWord('<w:altChunk r:id="c"/>'.repeat(100), { files }))).toMatchObject({
    kind: 'too-many-elements',
  });
});

describe('what is large in one way only is read', () => {
  test.each([
    [
      '50,000 paragraphs in a cell',
      `<w:tbl><w:tr><w:tc>${line('甲').repeat(50_000)}</w:tc></w:tr></w:tbl>`,
      50_000,
    ],
    [
      '100,000 bookmarks in a paragraph',
      p('<w:bookmarkStart w:id="1" w:name="a"/>'.repeat(100_000) + r('甲')),
      1,
    ],
    [
      '50,000 deleted marks',
      p(r('甲'), '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>').repeat(50_000) + line('乙'),
      1,
    ],
    ['fields that nobody ends', p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(300) + r('甲')), 1],
    [
      'a cell over two thousand million columns',
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
      1,
    ],
    ['tables in tables', NESTED(100), 1],
  ])('%s', (_, body, count) => {
    expect(shown(makeWord(body))).toHaveLength(count);
  });

  test('a chain of styles, a circle of lists', () => {
    const styles = [...Array(9_000).keys()].map(
      (index) =>
        `<w:style w:type="paragraph" w:styleId="S${index}"><w:basedOn w:val="S${index + 1}"/></w:style>`,
    );
    const body = [...Array(9_000).keys()].map((index) => line('甲', `<w:pStyle w:val="S${index}"/>`));
    expect(shown(makeWord(body.join(''), { styles: styles.join('') }))).toHaveLength(9_000);
  });

  test('long numbers of long lists', () => {
    const numbering = lists(level(0, 'lowerLetter', '%1%1%1%1%1%1%1%1%1%1'.repeat(1000), '', 779));
    const lines = shown(makeWord(item('甲', 1).repeat(20_000), { numbering }));
    expect(lines.every(({ number }) => (number?.text.length ?? 0) <= 64)).toBe(true);
  });
});

test('a hostile page that is brought in takes no more time for each of its characters than another', () => {
  for (const piece of ['<', '<!', '<!--', '<a ', '<a "', "<p '>", '&', ' ', ' \n', '<script>', '<b']) {
    const lines = htmlParagraphs(`前${piece.repeat(300_000)}后`);
    expect(lines.join('')).toMatch(/^前/);
  }
});

test('whatever is cut off or spoilt in the XML of any part is said, or does not matter', () => {
  const parts = {
    styles: '<w:style w:type="paragraph" w:styleId="A"/>',
    footnotes: `<w:footnote w:id="1">${line('注')}</w:footnote>`,
  };
  const whole = p(`${r('甲')}<w:r><w:footnoteReference w:id="1"/></w:r>`) + line('乙') + line('丙');
  for (let end = 1; end < whole.length; end += 7) {
    const cut = readWord(makeWord(`${whole.slice(0, end)}<`, parts));
    expect(cut).toBeInstanceOf(OoxmlFault);
  }
});

test('any elements in any order never throw, and each character has its place', () => {
  const names = fc.constantFrom(
    'p',
    'r',
    't',
    'tbl',
    'tr',
    'tc',
    'tcPr',
    'vMerge',
    'hMerge',
    'ins',
    'del',
    'sdt',
    'sdtContent',
    'rPr',
    'pPr',
    'vanish',
    'drawing',
    'txbxContent',
    'ruby',
    'rubyBase',
    'rt',
    'fldChar',
    'instrText',
    'numPr',
    'br',
    'sectPr',
    'altChunk',
    'footnoteReference',
  );
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('甲', '1 &lt; 2', ' ', '<w:t>乙&amp;丙</w:t>', '<w:r><w:t> 丁\u00ad戊 </w:t></w:r>'),
      fc
        .tuple(
          names,
          fc.constantFrom('', ' w:val="1"', ' w:fldCharType="begin"', ' w:id="1"'),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([name, attribute, children]) => `<w:${name}${attribute}>${children.join('')}</w:${name}>`),
    ),
  })).node;
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (nodes) => {
      const bytes = makeWord(
        nodes.map((node) => `<w:p>${node}</w:p>${node.startsWith('<') ? node : ''}`).join(''),
      );
      const read = readWord(bytes);
      if (read instanceof OoxmlFault) throw new Error(read.kind);
      const xmlOf = (part: string) => {
        const text = read.package.text(part);
        return text instanceof OoxmlFault ? '' : text.text;
      };
      for (const each of shownParagraphs(read.document).paragraphs) {
        for (let at = 0; at < each.text.length; at += 1) {
          const place = placeOfCharacter(each, at, xmlOf);
          if (place === undefined) throw new Error(`no place of ${at} in ${each.text}`);
          if (place.run.kind !== 'text') continue;
          const written = xmlOf(place.part)
            .slice(place.at)
            .replace(/^&amp;/, '&')
            .replace(/^&lt;/, '<');
          expect(written.charAt(0)).toBe(each.text.charAt(at));
        }
      }
    }),
    { seed: 9704, numRuns: 300 },
  );
});

function shown(bytes: Uint8Array) {
  const read = readWord(bytes);
  if (read instanceof OoxmlFault) throw new Error(`${read.kind} ${read.detail}`);
  return shownParagraphs(read.document).paragraphs;
}
