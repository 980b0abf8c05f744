import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileKindOf } from '../../src/bytes/file-kind.ts';

const EMPTY = new Uint8Array();
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, EMPTY])));
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);

describe('fileKindOf', () => {
  it.each([
    ['word', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
    ['word', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/vbaProject.bin')],
    ['word', zip('[Content_Types].xml', 'elsewhere/main.xml')],
    ['word', zip('word\\document.xml')],
    ['excel', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['powerpoint', zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['ofd', zip('OFD.xml', 'Doc_0/Document.xml')],
    ['opendocument', zip('mimetype', 'content.xml')],
    ['archive', zip('报告.docx')],
    ['broken-archive', strToU8('PK\u0003\u0004')],
    ['encrypted', compound('EncryptedPackage')],
    ['old-word', compound('WordDocument')],
    ['old-excel', compound('Workbook')],
    ['old-powerpoint', compound('PowerPoint Document')],
    ['pdf', strToU8('%PDF-1.7\n')],
    ['rtf', strToU8('{\\rtf1\\ansi')],
    ['picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['picture', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['archive', Buffer.from('526172211a0700', 'hex')],
    ['html', strToU8('\ufeff\n<!DOCTYPE html>\n<html>')],
    ['html', strToU8('<html xmlns:o="urn:schemas-microsoft-com:office:office">')],
    ['html', strToU8('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">')],
    ['html', Buffer.from('\ufeff<html><body>', 'utf16le')],
    ['mht', strToU8('From: <Saved by WPS>\nMIME-Version: 1.0\nContent-Type: multipart/related;')],
    ['word-xml', strToU8('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>')],
    ['word-xml', strToU8('<?xml version="1.0"?><pkg:package xmlns:pkg="x">')],
    ['xml', strToU8('<?xml version="1.0"?><a/>')],
    ['text', strToU8('版本: 1\n')],
    ['text', strToU8('<附件> 一览\n')],
    ['text', Buffer.from('\ufeff报告', 'utf16le').swap16()],
    ['text', EMPTY],
    ['binary', Buffer.from('7f454c4602010100ff00fe', 'hex')],
  ] as const)('tells %s', (kind, bytes) => {
    expect(fileKindOf(bytes)).toBe(kind);
  });

  it('tells a document that was cut off by what is left of it', () => {
    const whole = zip('[Content_Types].xml', 'word/document.xml');
    expect(fileKindOf(whole.subarray(0, 60))).toBe('word');
  });

  it('gives an answer for any bytes', () => {
    const start = fc.constantFrom(
      '',
      'PK\x03\x04',
      'PK\x05\x06',
      '\xd0\xcf\x11\xe0',
      '<?xml',
      '<html',
      '\xff\xfe',
      '{\\rtf',
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        expect(fileKindOf(Buffer.concat([Buffer.from(head, 'latin1'), rest]))).toMatch(/^[a-z-]+$/);
      }),
      { seed: 9704, numRuns: 500 },
    );
  });
});
