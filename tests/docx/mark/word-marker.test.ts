import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordMarker } from '../../../src/docx/mark/word-marker.ts';
import { type ReadWord, readWord } from '../../../src/docx/read/read-word.ts';
import { type ShownParagraph, shownParagraphs } from '../../../src/docx/shown-paragraphs.ts';
import { OoxmlFault } from '../../../src/ooxml/ooxml-fault.ts';
import { makeZip } from '../../ooxml/make-zip.ts';
import { samples } from '../../sample-size.ts';
import { makeWord, p, r } from '../make-word.ts';
import { commentedTexts, textsWhen, without } from './revisions.ts';

const DATE = '2023-05-04T03:02:01Z';
const MARKING = { author: 'report', initials: 'R', date: DATE };

function read(bytes: Uint8Array): ReadWord {
  const word = readWord(bytes);
  if (word instanceof OoxmlFault) throw new Error(`${word.kind} ${word.part} ${word.detail}`);
  return word;
}

function xmlOf(bytes: Uint8Array, part = 'word/document.xml'): string {
  const text = read(bytes).package.text(part);
  if (text instanceof OoxmlFault) throw new Error(text.kind);
  return text.text;
}

/** Comments each text where it is first shown; what was refused comes as the comment's line. */
function mark(
  bytes: Uint8Array,
  commented: readonly string[],
  changes: readonly (readonly [old: string, text: string])[] = [],
) {
  const word = read(bytes);
  const { paragraphs } = shownParagraphs(word.document);
  const marker = new WordMarker(word, MARKING);
  const refusals = changes.map(([old, text]) => marker.change(find(paragraphs, old), text));
  const places: string[] = [];
  for (const text of commented)
    marker.comment(find(paragraphs, text), (place) => {
      places.push(place);
      return [text];
    });
  return { bytes: marker.finish('test:'), refusals, places };
}

function find(paragraphs: readonly ShownParagraph[], text: string) {
  for (const shown of paragraphs) {
    const from = shown.text.indexOf(text);
    if (from >= 0) return { shown, from, to: from + text.length };
  }
  throw new Error(`nothing shows ${text}`);
}

function ownIds(bytes: Uint8Array): Set<string> {
  const { comments } = read(bytes).document;
  return new Set(comments.flatMap(({ id, author }) => (author === 'report' ? [id] : [])));
}

function textsUnder(bytes: Uint8Array, part?: string): string[] {
  const texts = [...commentedTexts(xmlOf(bytes, part), 'report')].sort(([a], [b]) => Number(a) - Number(b));
  return texts.map(([, text]) => text);
}

const OTHERS = 'w:id="7" w:author="王科长" w:date="2024-01-01T00:00:00Z"';

describe('marking a copy', () => {
  it('comments exactly the characters, over runs of whatever formatting', () => {
    const input = makeWord(
      p(`${r('各村台', '<w:b/>')}${r('帐齐全')}<w:r><w:t>，逐户</w:t><w:tab/><w:t>核对。</w:t></w:r>`),
    );
    const { bytes, places } = mark(input, ['台帐', '户\t核', '各', '。']);
    expect(textsUnder(bytes)).toEqual(['台帐', '户\t核', '各', '。']);
    expect(places).toEqual(['exact', 'exact', 'exact', 'exact']);
    expect(textsWhen('accepted', xmlOf(bytes))).toEqual(textsWhen('accepted', xmlOf(input)));
    expect(without('report', ownIds(bytes), xmlOf(bytes))).toBe(without('', new Set(), xmlOf(input)));
  });

  it('keeps every byte that is not marked, and every part', () => {
    const untouched = `<w:p w:rsidR="00AB12CD" ><w:r  ><w:t>台帐</w:t ></w:r></w:p>`;
    const input = makeWord(`${untouched}${p(r('其它事项'))}${untouched}`, {
      styles: '',
      header: p(r('页眉')),
    });
    const { bytes } = mark(input, ['其它']);
    expect(xmlOf(bytes).split(untouched).length).toBe(3);
    const [before, after] = [read(input).package.archive, read(bytes).package.archive];
    for (const name of ['word/styles.xml', 'word/header.xml', '_rels/.rels'])
      expect(after.entry(name)).toEqual(before.entry(name));
  });

  it('makes changes that give the mended text when accepted, and the old one when rejected', () => {
    const input = makeWord(p(`${r('各村台', '<w:b/>')}${r('帐齐全,其它另报')}`));
    const { bytes, refusals } = mark(
      input,
      ['台帐'],
      [
        ['台帐', '台账'],
        [',', '，'],
        ['另报', ''],
        ['全', '全部'],
      ],
    );
    expect(refusals).toEqual([undefined, undefined, undefined, undefined]);
    expect(textsWhen('accepted', xmlOf(bytes))).toEqual(['各村台账齐全部，其它']);
    expect(textsWhen('rejected', xmlOf(bytes))).toEqual(['各村台帐齐全,其它另报']);
    expect(xmlOf(bytes)).toContain(
      '<w:ins w:id="2" w:author="report" w:date="2023-05-04T03:02:01Z"><w:r><w:rPr><w:b/></w:rPr>',
    );
    expect(without('report', ownIds(bytes), xmlOf(bytes))).toBe(without('', new Set(), xmlOf(input)));
  });

  it('leaves revisions and comments of others, and refuses what lies across one', () => {
    const ranges = '<w:commentRangeStart w:id="3"/>';
    const theirs = `<w:ins ${OTHERS}>${r('其')}${r('乙台帐')}</w:ins><w:del ${OTHERS}><w:r><w:delText>余下</w:delText></w:r></w:del>`;
    const body = p(
      `${r('甲')}${ranges}${theirs}${r('它')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`,
    );
    const comment = '<w:comment w:id="3" w:author="王科长"><w:p><w:r><w:t>？</w:t></w:r></w:p></w:comment>';
    const input = makeWord(body, { comments: comment });
    const { bytes, refusals } = mark(
      input,
      ['台帐', '帐它', '其'],
      [
        ['帐它', '账他'],
        ['台', '臺'],
        ['它', '他'],
      ],
    );
    expect(refusals).toEqual(['revision', undefined, undefined]);
    expect(textsUnder(bytes).slice(1)).toEqual(['台帐', '帐它', '其']);
    expect(textsWhen('accepted', xmlOf(bytes))).toEqual(['甲其乙臺帐他']);
    expect(textsWhen('rejected', xmlOf(bytes))).toEqual(['甲余下它']);
    expect(without('report', ownIds(bytes), xmlOf(bytes))).toBe(without('', new Set(), xmlOf(input)));
    expect(xmlOf(bytes, 'word/comments.xml')).toContain(comment);
    expect(xmlOf(bytes)).not.toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*<w:ins /);
  });

  it('refuses what is no text in the file, what overlaps and what a control fetches', () => {
    const bound = `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent>${r('来处')}</w:sdtContent></w:sdt>`;
    const formula = '<m:oMath><m:r><m:t>12/16</m:t></m:r></m:oMath>';
    const input = makeWord(
      p(`${r('甲乙丙')}${bound}${formula}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`),
    );
    const changes = [
      ['甲乙', 'a'],
      ['乙丙', 'b'],
      ['来处', 'c'],
      ['12/16', 'd'],
      ['✓', 'e'],
    ] as const;
    const { bytes, refusals, places } = mark(input, ['12/16', '✓', '来处'], changes);
    expect(refusals).toEqual([undefined, 'overlap', 'locked', 'not-text', 'not-text']);
    expect(places).toEqual(['exact', 'exact', 'exact']);
    expect(textsWhen('accepted', xmlOf(bytes))).toEqual(['a丙来处']);
  });

  it('marks links, controls, results of fields and cells in their place, and a note at the mark that refers to it', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const body = [
      p(`<w:hyperlink w:anchor="a">${r('链接中台帐')}</w:hyperlink>`),
      p(`<w:sdt><w:sdtContent>${r('控件中台帐')}</w:sdtContent></w:sdt>`),
      p(`${field}${r('域中台帐')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`),
      `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${p(r('格中台帐'))}</w:tc></w:tr></w:tbl>`,
      p(`${r('有注')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
    ].join('');
    const footnotes = `<w:footnote w:id="1">${p(r('注中台帐'))}</w:footnote>`;
    const input = makeWord(body, { footnotes });
    const words = ['链接中台', '件中台帐', '域中', '格中台帐', '注中'];
    const { bytes, places } = mark(input, words, [
      ['链接中台帐', '甲'],
      ['格中', '乙'],
      ['注中台帐', '丙'],
    ]);
    expect(textsUnder(bytes)).toEqual([...words.slice(0, 4), '']);
    expect(xmlOf(bytes)).toMatch(
      /<w:commentRangeStart w:id="(\d+)"\/><w:r><w:footnoteReference w:id="1"\/><\/w:r><w:commentRangeEnd w:id="\1"\/>/,
    );
    expect(xmlOf(bytes, 'word/footnotes.xml')).not.toContain('comment');
    expect(places).toEqual([...words.slice(0, 4).map(() => 'exact'), 'beside']);
    expect(textsWhen('accepted', xmlOf(bytes, 'word/footnotes.xml'))).toEqual(['丙']);
    expect(textsWhen('rejected', xmlOf(bytes))).toEqual(textsWhen('accepted', xmlOf(input)));
  });

  it('sets a comment on a text box around the box, and one on a header into its section', () => {
    const box = (text: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(r(text))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>';
    const input = makeWord(`${p(`${r('见框')}${box('框中台帐')}${r('。')}`)}${p(r('另一段'))}${section}`, {
      header: p(r('页眉台帐')),
    });
    const { bytes, places } = mark(
      input,
      ['框中台', '页眉台帐'],
      [
        ['框中台帐', '甲'],
        ['页眉台帐', '乙'],
      ],
    );
    expect(places).toEqual(['beside', 'beside']);
    expect(textsUnder(bytes)).toEqual(['框中台帐', '见框框中台帐。']);
    expect(xmlOf(bytes, 'word/header.xml')).not.toContain('comment');
    expect(textsWhen('accepted', xmlOf(bytes, 'word/header.xml'))).toEqual(['乙']);
  });

  it('knows parts by other names, prefixes, the strict form, and parts that are not there', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const main = (attributes: string, body: string) =>
      `<document ${attributes}><body>${body}</body></document>`;
    const input = makeWord('', {});
    const opened = read(makeWord(p(r('甲台帐')))).package;
    expect(opened.has('word/comments.xml')).toBe(false);
    const replaced = replaceMain(input, main(`xmlns="${strict}"`, '<p><r><t>甲台帐</t></r></p><p/>'));
    const { bytes } = mark(replaced, ['台帐'], [['帐', '账']]);
    expect(xmlOf(bytes)).toContain(`<w:commentRangeStart xmlns:w="${strict}" w:id="`);
    expect(read(bytes).document.comments.map(({ author }) => author)).toEqual(['report']);
    expect(xmlOf(bytes, 'word/comments.xml')).toContain(`xmlns:w="${strict}"`);
    expect(xmlOf(bytes, 'word/_rels/document.xml.rels')).toContain(
      'purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
    expect(shownParagraphs(read(bytes).document).paragraphs[0]?.text).toBe('甲台账');
  });
});

function replaceMain(bytes: Uint8Array, xml: string): Uint8Array {
  const { archive } = read(bytes).package;
  const parts: Record<string, string> = {};
  for (const name of archive.names) {
    const part = archive.read(name);
    parts[name] = part instanceof OoxmlFault ? '' : part.toString();
  }
  return makeZip({ ...parts, 'word/document.xml': xml });
}

const TEXT = fc.stringMatching(/^[台帐其它甲乙 &<𠮷]{1,6}$/u);
const LOOK = fc.constantFrom('', '<w:b/>', '<w:rFonts w:ascii="A"/><w:sz w:val="32"/>');
const RUN = fc.tuple(TEXT, LOOK, fc.boolean()).map(([text, look, keeps]) => {
  const written = text.replace(/&/g, '&amp;').replace(/</g, '&#60;');
  return `<w:r><w:rPr>${look}</w:rPr><w:t${keeps ? ' xml:space="preserve"' : ''}>${written}</w:t></w:r>`;
});
const RUNS = fc.array(RUN, { minLength: 1, maxLength: 3 }).map((runs) => runs.join(''));
const INLINE = fc.oneof(
  { weight: 4, arbitrary: RUNS },
  RUNS.map((runs) => `<w:hyperlink w:anchor="a">${runs}</w:hyperlink>`),
  RUNS.map((runs) => `<w:ins ${OTHERS}>${runs}</w:ins>`),
  TEXT.map(
    (text) =>
      `<w:del ${OTHERS}><w:r><w:delText xml:space="preserve">${text.replace(/[&<]/g, '')}</w:delText></w:r></w:del>`,
  ),
  RUNS.map((runs) => `<w:sdt><w:sdtContent>${runs}</w:sdtContent></w:sdt>`),
  fc.constant('<w:r><w:t>甲 </w:t><w:tab/><w:t> 乙</w:t></w:r>'),
  fc.constant('<w:bookmarkStart w:id="90" w:name="b"/><w:bookmarkEnd w:id="90"/>'),
);
const BODY = fc.array(
  fc.array(INLINE, { maxLength: 5 }).map((inlines) => p(inlines.join(''))),
  { minLength: 1, maxLength: 3 },
);
const MARKS = fc.array(
  fc.tuple(
    fc.nat(2),
    fc.nat(30),
    fc.nat(6),
    fc.option(fc.constantFrom('', '账', '他<&>', ' x '), { nil: undefined }),
  ),
  { maxLength: 6 },
);

describe('marking at random', () => {
  it('comments what was meant, and gives both texts back', () => {
    fc.assert(
      fc.property(BODY, MARKS, (body, marks) => {
        const input = makeWord(body.join(''));
        const word = read(input);
        const { paragraphs } = shownParagraphs(word.document);
        const marker = new WordMarker(word, MARKING);
        const texts = paragraphs.map(({ text }) => text);
        const stretches = marks.flatMap(([number, from, length, text], index) => {
          const shown = paragraphs[number];
          if (shown === undefined || from + length > shown.text.length) return [];
          if (splitsPair(shown.text, from) || splitsPair(shown.text, from + length)) return [];
          const isAlone = marks.every(
            (other, at) => at === index || touches(other, [number, from, length]) === false,
          );
          if (length === 0 && !(text && isAlone)) return [];
          return [{ shown, number, from, to: from + length, text }];
        });
        const made = stretches.filter(
          ({ text, ...stretch }) => text !== undefined && marker.change(stretch, text) === undefined,
        );
        const over = stretches.filter(({ from, to }) => from < to);
        for (const stretch of over) marker.comment(stretch, () => ['']);
        const bytes = marker.finish('test:');
        const expected = texts.map((text, number) =>
          made
            .filter((change) => change.number === number)
            .toSorted((a, b) => b.from - a.from)
            .reduce((done, change) => done.slice(0, change.from) + change.text + done.slice(change.to), text),
        );
        expect(textsWhen('accepted', xmlOf(bytes))).toEqual(expected);
        expect(textsWhen('rejected', xmlOf(bytes))).toEqual(textsWhen('rejected', xmlOf(input)));
        expect(without('report', ownIds(bytes), xmlOf(bytes))).toBe(without('', new Set(), xmlOf(input)));
        const commented = [...commentedTexts(xmlOf(bytes), 'report')].sort(
          ([a], [b]) => Number(a) - Number(b),
        );
        expect(commented.map(([, text]) => text)).toEqual(
          over.map(({ shown, from, to }) => shown.text.slice(from, to)),
        );
        expect(shownParagraphs(read(bytes).document).paragraphs.map(({ text }) => text)).toEqual(expected);
      }),
      { numRuns: samples(100), seed: 15 },
    );
  });
});

/** Whether two marks meet: which of two changes at one place comes first is nobody's business. */
function touches(
  a: readonly [number, number, number, ...unknown[]],
  b: readonly [number, number, number],
): boolean {
  return a[0] === b[0] && a[1] <= b[1] + b[2] && b[1] <= a[1] + a[2];
}

function splitsPair(text: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(at)) && at > 0;
}
