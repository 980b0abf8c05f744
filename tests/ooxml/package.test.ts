import { describe, expect, test } from 'vitest';
import { decodePart, encodePart } from '../../src/ooxml/decode-part.ts';
import { describeFault, OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { type OoxmlPackage, openPackage } from '../../src/ooxml/package.ts';
import { makeZip } from './make-zip.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

describe('a package', () => {
  test.each([
    ['as nearly all are', relation('word/document.xml'), 'word/document.xml'],
    ['with another name', relation('doc/deep/main.xml'), 'doc/deep/main.xml'],
    [
      'with single quotes and a slash in front',
      relation('/word/main.xml').replaceAll('"', "'"),
      'word/main.xml',
    ],
    ['with dots', relation('./word/../word/./main.xml'), 'word/main.xml'],
    ['with a backslash', relation('word\\main.xml'), 'word/main.xml'],
    ['strict', relation('word/document2.xml', STRICT), 'word/document2.xml'],
    ['with %20', relation('word/main%20part.xml'), 'word/main part.xml'],
  ])('names its main part, %s', (_, rels, main) => {
    expect(open({ '_rels/.rels': rels, [main]: '' }).mainPart('word/document.xml')).toBe(main);
  });

  test('without relationships, the main part is found by its usual name or its content type', () => {
    expect(open({ 'word/document.xml': '' }).mainPart('word/document.xml')).toBe('word/document.xml');
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/d/m.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    expect(open({ '[Content_Types].xml': types, 'd/m.xml': '' }).mainPart('word/document.xml')).toBe(
      'd/m.xml',
    );
    expect(open({ 'x.xml': '' }).mainPart('word/document.xml')).toMatchObject({ kind: 'missing-part' });
  });

  test('targets are relative to the part that names them; outside addresses stay as they are', () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="${OFFICE}/styles" Target="../styles.xml#x"/>
<Relationship Id="b" Type="${OFFICE}/hyperlink" Target="https://example.invalid/" TargetMode="External"/></Relationships>`;
    const opened = open({ 'word/deep/_rels/main.xml.rels': rels, 'word/styles.xml': '' });
    expect(opened.relationships('word/deep/main.xml')).toEqual([
      {
        id: 'a',
        type: 'styles',
        address: `${OFFICE}/styles`,
        target: 'word/styles.xml',
        isExternal: false,
      },
      {
        id: 'b',
        type: 'hyperlink',
        address: `${OFFICE}/hyperlink`,
        target: 'https://example.invalid/',
        isExternal: true,
      },
    ]);
    expect(opened.relationships('word/other.xml')).toEqual([]);
  });
});

describe('a part', () => {
  const text = '<?xml version="1.0" encoding="UTF-16"?><a>党员</a>';

  test('is read by its byte order mark or by what it declares, and goes back to the same bytes', () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const all = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      little,
      Buffer.from(little).swap16(),
      little.subarray(2),
    ];
    for (const bytes of all) {
      const part = decodePart('a.xml', bytes);
      if (part instanceof OoxmlFault) throw new Error(part.kind);
      expect(part.text.replace('\ufeff', '')).toBe(text);
      expect(encodePart(part)).toEqual(bytes);
    }
  });

  test('in a Chinese encoding is read as declared and written as UTF-8', () => {
    const head = Buffer.from("<?xml version='1.0' encoding='GB2312'?><a>");
    const part = decodePart('a.xml', Buffer.concat([head, Buffer.from([0xb5, 0xb3]), Buffer.from('</a>')]));
    if (part instanceof OoxmlFault) throw new Error(part.kind);
    expect(part.text).toContain('<a>党</a>');
    expect(encodePart(part).toString()).toBe("<?xml version='1.0' encoding='UTF-8'?><a>党</a>");
  });

  test('whose bytes are not of its encoding is said, with the encoding', () => {
    const fault = decodePart('a.xml', Buffer.from([0x3c, 0x61, 0x3e, 0xb5, 0xb3]));
    expect(fault).toMatchObject({ kind: 'wrong-encoding', detail: 'utf-8' });
    expect(fault instanceof OoxmlFault && describeFault(fault).message).toBe(
      '文档已经损坏：文字与声明的编码 utf-8 不符（文件内的 a.xml）',
    );
    expect(decodePart('a.xml', Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>'))).toMatchObject({
      kind: 'wrong-encoding',
      detail: 'klingon',
    });
  });
});

function open(parts: Readonly<Record<string, string>>): OoxmlPackage {
  const opened = openPackage(makeZip(parts));
  if (opened instanceof OoxmlFault) throw new Error(opened.kind);
  return opened;
}

function relation(target: string, office = OFFICE): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="${target}"/></Relationships>`;
}
