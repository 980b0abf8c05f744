import { describe, expect, test } from 'vitest';
import { factsOf, read, summary } from './reading.ts';

const said = async (content: string | Uint8Array) => (await read(content)).diagnostics.map(summary);

describe('text-encoding', () => {
  test('a byte order mark and CRLF are fine', async () => {
    expect(await factsOf('\ufeff前言: |\r\n  甲\r\n  乙\r\n')).toEqual({ preamble: '甲\n乙' });
  });

  test.each([
    [
      'GB18030',
      Uint8Array.from([0x61, 0x3a, 0x20, 0x31, 0x0a, 0x61, 0x3a, 0x20, 0xbc, 0xd7]),
      '2:4 text-encoding 文件的编码是 GB18030',
    ],
    [
      'UTF-16 with its mark',
      Buffer.from('\ufeff前言: 甲\n', 'utf16le'),
      '1:1 text-encoding 文件的编码是 UTF-16',
    ],
    [
      'UTF-16 without',
      Buffer.from('version: 1\nunit: a\n', 'utf16le'),
      '1:1 text-encoding 文件的编码是 UTF-16',
    ],
    ['old line ends', Buffer.from('版本: 1\r前言: 甲\r结语: 乙\r'), '1:6 text-encoding 各行末尾的换行符'],
    ['a stray byte', Buffer.from([...Buffer.from('a: 甲\nb: 乙'), 0xff]), '2:5 text-encoding 文件不是 UTF-8'],
    [
      'what another program damaged',
      Buffer.from('前言: 甲\ufffd\ufffd乙'),
      '1:6 text-encoding 这里的文字已经损坏',
    ],
  ])('%s', async (_, bytes, expected) => {
    const found = await said(bytes);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  test('a file over 4 MB is not read', async () => {
    expect((await said(new Uint8Array(4 * 1024 * 1024 + 1)))[0]).toContain('超过 4 MB');
  });
});

describe('illegal-character', () => {
  test.each([
    '\0',
    '\x01',
    '\x0b',
    '\x7f',
    '\x85',
    '\x9f',
    '\u200b',
    '\u200d',
    '\u2060',
    '\u2028',
    '\u2029',
    '\u202e',
    '\u2067',
    '\u061c',
    '\ufeff',
    '\ufffe',
    '\ufdd0',
    '\u{1fffe}',
  ])('%j, raw and escaped', async (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).padStart(8, '0');
    const found = await said(
      `前言: 甲\n结语: 甲${character}${character}乙\n打算: [{标题: "甲\\U${code}乙"}]`,
    );
    expect(found.map((line) => line.slice(0, 22))).toEqual([
      '2:6 illegal-character ',
      '3:13 illegal-character',
    ]);
  });

  test.each([
    ['half a character', '前言: "\\ud800"', ['1:6 illegal-character']],
    ['a carriage return alone', '前言: 甲\r乙', ['1:6 illegal-character']],
    ['both halves of one', '前言: "\\ud83d\\ude00"', []],
    ['a rare character, a tab and a non-breaking space', '前言: 𠮷\t甲\u00a0乙', []],
  ])('%s', async (_, text, expected) => {
    expect((await said(text)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(expected);
  });

  test('what they stand in is read without them', async () => {
    expect((await read('党\u200b员: {总\u200b数: 3}')).value?.facts).toEqual({ members: { total: 3 } });
  });
});

describe('what is no facts file is refused in a moment', () => {
  test.each([
    ['keys', 'a: 1\n'],
    ['full-width colons', '总数：3\n'],
    ['anchors', '&a '],
    ['invisible characters', 'a\u200b'],
    ['brackets', '['],
    ['references', '{{'],
    ['empty keys', ': \n'],
  ])('%s without end', async (_, piece) => {
    const { value, diagnostics } = await read(piece.repeat(3000));
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(201);
  });
});
