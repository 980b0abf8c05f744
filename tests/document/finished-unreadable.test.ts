import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFinished } from '../../src/document/read-finished.ts';
import { samples } from '../sample-size.ts';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const DOCX = zipSync({
  'word/document.xml': strToU8(
    '<w:document><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>',
  ),
});

describe('readFinished says what it cannot read', () => {
  test.each([
    ['报告.docx', bytes(...COMPOUND, ...Buffer.from('EncryptedPackage', 'utf16le')), '密码'],
    ['报告.doc', bytes(...COMPOUND, 0, 0), '.doc'],
    ['报告.pdf', strToU8('%PDF-1.7'), 'PDF'],
    ['报告.docx', strToU8('{\\rtf1'), 'RTF'],
    ['报告.docx', DOCX.slice(0, DOCX.length - 30), '损坏'],
    ['报告.docx', strToU8('正文'), '纯文本'],
    ['报告.docx', strToU8('<html><body>正文</body></html>'), '其实是网页'],
    [
      '报告.docx',
      strToU8('MIME-Version: 1.0\nContent-Type: multipart/related\n\n正文'),
      '其实是单个文件网页',
    ],
    ['报告.doc', strToU8('<?xml version="1.0"?><w:wordDocument/>'), 'XML 格式的 Word'],
    ['报告.docx', bytes(1, 2, 0, 4, 0xff), '损坏'],
    ['报告.docx', bytes(), '空的'],
    ['表.docx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), '其实是 Excel 工作簿'],
    ['空.docx', zipSync({ 'word/document.xml': strToU8('<w:document/>') }), '没有文字'],
    ['空.txt', strToU8('  \n'), '没有文字'],
    ['图.txt', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0x10), '其实是图片'],
    ['乱.txt', bytes(0x80, 0x0a, 0xff, 0xff, 0xb1), '编码'],
  ])('%s', (file, content, expected) => {
    const { value, diagnostics } = readFinished(file, content);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain(expected);
    expect(diagnostics[0]?.rule).toBe('unreadable-document');
  });

  test('a part that unpacks to hundreds of megabytes is not unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(readFinished('大.docx', bomb).diagnostics[0]?.message).toContain('太大');
  });

  test('whatever the bytes, it never throws', () => {
    fc.assert(
      fc.property(fc.nat(DOCX.length - 1), fc.uint8Array({ maxLength: 40 }), (at, noise) => {
        const damaged = Uint8Array.from([...DOCX.slice(0, at), ...noise, ...DOCX.slice(at + noise.length)]);
        const { value, diagnostics } = readFinished('报告.docx', damaged);
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
      }),
      { seed: 9704, numRuns: samples(150) },
    );
  });
});

describe('readFinished of plain text', () => {
  test('reads UTF-8 with and without a mark, UTF-16 and GB18030 alike', () => {
    const texts = [
      strToU8('\ufeff报告'),
      strToU8('报告'),
      bytes(0xff, 0xfe, 0xa5, 0x62, 0x4a, 0x54),
      bytes(0xb1, 0xa8, 0xb8, 0xe6),
    ];
    for (const text of texts) expect(readFinished('a.txt', text).value?.paragraphs[0]?.text).toBe('报告');
  });

  test('a paragraph keeps its line number', () => {
    const document = readFinished('a.txt', strToU8('报告\r\n\r\n一、情况\r\n')).value;
    expect(document?.paragraphs.map(({ number }) => number)).toEqual([1, 3]);
  });
});

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}
