import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { fixFinishedText } from '../../src/judge/fix-finished-text.ts';
import { fixParagraphs } from '../../src/judge/fix-paragraphs.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { readForReview } from '../../src/use/read-for-review.ts';
import { type Review, reviewCopy } from '../../src/use/review-copy.ts';
import { reviewDate } from '../../src/use/review-date.ts';
import { item, level, line, lists, makeWord, p, r } from '../docx/make-word.ts';
import { commentedTexts, textsWhen } from '../docx/mark/revisions.ts';
import { makeZip } from '../ooxml/make-zip.ts';

const DATE = '2024-01-02T03:04:05Z';

function readMade(bytes: Uint8Array) {
  const { word, outcome } = readForReview('报告.docx', bytes);
  if (word === undefined || outcome.value === undefined) throw new Error('cannot be read');
  return { word, document: outcome.value };
}

function finding(from: readonly [number, number], to = from, more: Partial<Diagnostic> = {}): Diagnostic {
  const [start, end] = [from, to].map(([number, column]) => ({ line: number, column }));
  if (start === undefined || end === undefined) throw new Error('no place');
  const rest = { rule: 'common-slip', severity: 'warning', message: '写错了', hint: '改过来。' } as const;
  return { ...rest, file: '报告.docx', path: '', start, end, related: [], ...more };
}

function copyOf(bytes: Uint8Array, review: Partial<Review>) {
  const { word, document } = readMade(bytes);
  const none = { diagnostics: [], edits: [], docsOf: () => undefined, date: DATE };
  const copy = reviewCopy(word, document, { ...none, ...review });
  const again = readMade(copy.bytes);
  const main = again.word.package.text('word/document.xml');
  if (main instanceof OoxmlFault) throw new Error(main.kind);
  const comments = again.word.document.comments.map(({ blocks, date }) => ({
    date,
    lines: blocks.map((block) =>
      block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : '',
    ),
  }));
  return { ...copy, xml: main.text, comments, under: [...commentedTexts(main.text, 'report').values()] };
}

describe('a review copy', () => {
  it('says what, where else, why, what to do and by which rule', () => {
    const related = [
      { message: '另一处', file: '', start: { line: 1, column: 3 }, end: { line: 1, column: 4 } },
    ];
    const { comments, under } = copyOf(makeWord(line('各村台帐齐全。') + line('𠮷其它。')), {
      diagnostics: [
        finding([1, 3], [1, 5]),
        finding([2, 2], [2, 4], { severity: 'error', related, hint: '' }),
      ],
      docsOf: () => ({ why: '会闹笑话。', fix: '查字典。' }),
    });
    expect(under).toEqual(['台帐', '其它']);
    expect(comments).toEqual([
      { date: DATE, lines: ['警告：写错了', '原因：会闹笑话。', '改法：改过来。', '[common-slip]'] },
      {
        date: DATE,
        lines: [
          '错误：写错了',
          '相关：正文第1段：“各村台帐齐全…” 另一处',
          '原因：会闹笑话。',
          '改法：查字典。',
          '[common-slip]',
        ],
      },
    ]);
  });

  it('sets what is about a paragraph over all of it, and what is about no text at the first one', () => {
    const numbers = { numbering: lists(level(0, 'decimal', '%1.')) };
    const bytes = makeWord(`${line('')}${item('条目', 1)}${line('正文一段。')}`, numbers);
    const { under } = copyOf(bytes, {
      diagnostics: [finding([2, 1], [2, 6]), finding([1, 1]), finding([9, 1]), finding([3, 1])],
    });
    expect(under.sort()).toEqual(['正文一段。', '条', '条目', '条目'].sort());
  });

  it('says in its place where a finding is that Word would not show', () => {
    const bytes = makeWord(`${p(`${r('正文')}<w:r><w:footnoteReference w:id="1"/></w:r>`)}`, {
      footnotes: `<w:footnote w:id="1">${line('注中台帐。')}</w:footnote>`,
    });
    const { comments } = copyOf(bytes, { diagnostics: [finding([2, 3], [2, 5])] });
    expect(comments[0]?.lines[1]).toBe('位置：注释中：“注中台帐。”');
  });

  it('corrects a Word file as it corrects the same lines of plain text', () => {
    const lines = ['各村台帐齐全,做为依据', '其它情况,另报；共有 3 个；截止目前,已完成。', '“一”，“二”'];
    const text = lines.join('\n');
    const { document } = readMade(makeWord(lines.map((each) => line(each)).join('')));
    const edits = fixParagraphs(document, DEFAULT_SETTINGS);
    const { xml, changes, refused } = copyOf(makeWord(lines.map((each) => line(each)).join('')), { edits });
    expect(textsWhen('accepted', xml).join('\n')).toBe(
      fixFinishedText('报告.txt', text, DEFAULT_SETTINGS).after,
    );
    expect(textsWhen('rejected', xml).join('\n')).toBe(text);
    expect([changes, refused]).toEqual([edits.length, 0]);
    expect(edits.length).toBeGreaterThan(4);
  });

  it('counts what is more than Word or a reader bears', () => {
    const slips = Array.from({ length: 1200 }, (_, index) => finding([index + 1, 1], [index + 1, 2]));
    const bytes = makeWord(slips.map(() => line('错')).join(''));
    const { comments } = copyOf(bytes, { diagnostics: slips });
    expect(comments).toHaveLength(1001);
    expect(comments.at(-1)?.lines[0]).toBe('警告：从这里起还有200处同样的问题，没有一一列出');
  });
});

describe('the date of a review', () => {
  const core = (dates: string) =>
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/">${dates}</cp:coreProperties>`;
  const withCore = (dates: string) => {
    const { word } = readMade(makeWord(line('甲')));
    const parts = Object.fromEntries(
      word.package.archive.names.map((name) => [name, String(word.package.archive.read(name))]),
    );
    return readMade(makeZip({ ...parts, 'docProps/core.xml': core(dates) })).word.package;
  };

  it.each([
    ['<dcterms:modified>2023-05-04T03:02:01Z</dcterms:modified>', '2023-05-04T03:02:01Z'],
    ['<dcterms:created>2023-05-04T08:00:00+08:00</dcterms:created>', '2023-05-04T00:00:00Z'],
    [
      '<dcterms:modified>someday</dcterms:modified><dcterms:created>2023-05-04</dcterms:created>',
      '2023-05-04T00:00:00Z',
    ],
    ['', undefined],
  ])('is what the document says: %s', (dates, expected) => {
    expect(reviewDate(withCore(dates), undefined)).toBe(expected);
    expect(reviewDate(withCore(dates), '1700000000')).toBe('2023-11-14T22:13:20Z');
  });
});
