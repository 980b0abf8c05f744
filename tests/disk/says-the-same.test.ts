import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { saysTheSame } from '../../src/disk/says-the-same.ts';
import { WRITERS } from '../../src/write/writers.ts';
import { savedAgain } from '../edit-docx.ts';
import { documentOf, PROPERTIES } from '../write/sample-document.ts';

const MARKUP =
  '<title>自查报告</title><address>县委</address><h1>情况</h1><p><h2>一处</h2>共有党员300名。</p><table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table><footer><p>云溪镇党委</p></footer>';
const write = (isDraft: boolean) => WRITERS.docx(documentOf(MARKUP, isDraft), PROPERTIES);
const [FINAL, DRAFT] = [write(false), write(true)];

/** As LibreOffice and WPS do: other ids and indents, properties of their own, runs split anew. */
const asOfficesDo = (xml: string) =>
  xml
    .replace(/ w:firstLineChars="\d+"/g, '')
    .replaceAll('<w:p>', '<w:p w:rsidR="00A1B2C3">')
    .replace('共有党员', '共有</w:t></w:r><w:r><w:rPr/><w:t>党员');

describe('a report that was saved again', () => {
  it('says the same, however its XML was written anew', () => {
    expect(saysTheSame(savedAgain(FINAL), FINAL, 'final')).toBe(true);
    expect(saysTheSame(savedAgain(FINAL, asOfficesDo), FINAL, 'final')).toBe(true);
  });

  it.each([
    ['a figure', (xml: string) => xml.replace('300', '301')],
    [
      'a paragraph that was split',
      (xml: string) => xml.replace('共有党员', '共有</w:t></w:r></w:p><w:p><w:r><w:t>党员'),
    ],
    ['a tracked change', (xml: string) => xml.replace('</w:p>', '<w:ins w:id="1" w:author="甲"/></w:p>')],
    ['a picture', (xml: string) => xml.replace('</w:p>', '<w:r><w:drawing/></w:r></w:p>')],
    ['a note', (xml: string) => xml.replace('</w:p>', '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>')],
  ])('does not with %s', (_, edit) => {
    const saved = savedAgain(FINAL, edit);
    expect(Buffer.compare(saved, savedAgain(FINAL))).not.toBe(0);
    expect(saysTheSame(saved, FINAL, 'final')).toBe(false);
  });

  it('does not with comments', () => {
    const commented = zipSync({ ...unzipSync(FINAL), 'word/comments.xml': strToU8('<w:comments/>') });
    expect(saysTheSame(commented, FINAL, 'final')).toBe(false);
  });

  it('is a draft only if its pages say so', () => {
    expect(saysTheSame(savedAgain(DRAFT), DRAFT, 'draft')).toBe(true);
    expect(saysTheSame(savedAgain(FINAL), DRAFT, 'draft')).toBe(false);
  });

  it('is no file that cannot be read', () => {
    expect(saysTheSame(FINAL.subarray(0, 900), FINAL, 'final')).toBe(false);
    expect(saysTheSame(Buffer.from('PK'), FINAL, 'final')).toBe(false);
  });
});
