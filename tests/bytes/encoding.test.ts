import { describe, expect, it } from 'vitest';
import { decodeBytes, encodingOf } from '../../src/bytes/encoding.ts';

const TEXT = '关于选人用人工作的自查报告。全镇共有党员300名，其中镕、喆、堃等同志…';

/** 關於選人用人工作的自查報告 as Big5 writes it. */
const BIG5 = Buffer.from('c3f6a9f3bfefa448a5cea448a475a740aabaa6dbacd5b3f8a7690a', 'hex');
/** この報告書は自己点検の結果をまとめたものです as Shift JIS writes it. */
const SHIFT_JIS = Buffer.from(
  '82b182cc95f18d908f9182cd8ea98cc893 5f8c9f82cc8c8b89ca82f082dc82c682df82bd82e082cc82c582b7'.replaceAll(
    ' ',
    '',
  ),
  'hex',
);

describe('encodingOf', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-8', Buffer.from('')],
    ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from('version: 1\nunit: a\n', 'utf16le')],
    ['utf-16be', Buffer.from('version: 1\nunit: a\n', 'utf16le').swap16()],
    ['gb18030', Buffer.from('b9d8d3dad1a1c8cbd3c3c8cb', 'hex')],
    ['big5', BIG5],
    ['unknown', Buffer.from([0x80, 0x0a, 0xff, 0xff, 0xb1])],
  ] as const)('tells %s', (encoding, bytes) => {
    expect(encodingOf(bytes)).toBe(encoding);
  });

  it('does not take for GB18030 what only happens to be valid', () => {
    expect(encodingOf(SHIFT_JIS)).not.toBe('gb18030');
  });

  it('takes names of rare characters for GB18030 all the same', () => {
    // 陶喆、章堃、朱镕基参加会议，李玥、王珺列席。
    const bytes = Buffer.from(
      'ccd58686a1a2d5c288d2a1a2d6ece946bbf9b2cebcd3bbe1d2e9a3acc0eeabeea1a2cdf5ac42c1d0cfafa1a3',
      'hex',
    );
    expect(encodingOf(bytes)).toBe('gb18030');
  });
});

describe('decode', () => {
  it('drops the mark, whatever the encoding', () => {
    expect(decodeBytes(Buffer.from(`\ufeff${TEXT}`), 'utf-8')).toBe(TEXT);
    expect(decodeBytes(Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le')).toBe(TEXT);
    expect(decodeBytes(Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(), 'utf-16be')).toBe(TEXT);
  });
});
