import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAlternate } from '../../src/ooxml/alternate-content.ts';
import { DEEPEST_ELEMENT, XmlScanner } from '../../src/ooxml/xml-scanner.ts';
import { placeInSource } from '../../src/ooxml/xml-text.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

describe('the scanner', () => {
  test('gives elements and texts in their order, each with its place', () => {
    const xml = `\ufeff<?xml version="1.0"?>\n<a x='1' y = "b>c"><!-- <c> --><b/>甲&amp;乙<![CDATA[<d>]]></a >\n`;
    expect(events(xml)).toEqual(['open a', 'open b', 'close b', 'text 甲&乙', 'text <d>', 'close a']);
    const scanner = new XmlScanner(xml);
    scanner.next();
    expect(xml.slice(scanner.start, scanner.end)).toBe(`<a x='1' y = "b>c">`);
    expect([...scanner.allAttributes()]).toEqual([
      ['x', '1'],
      ['y', 'b>c'],
    ]);
  });

  test('names elements and attributes by their namespace, whatever the prefix, where it is declared', () => {
    for (const address of [W, STRICT]) {
      expect(names(`<x:p xmlns:x="${address}" x:val="1" val="2"/>`)).toEqual(['w:p w:val val']);
      expect(names(`<p xmlns="${address}"><p xmlns="unknown:"/><p/></p>`)).toEqual(['w:p', '?:p', 'w:p']);
    }
    expect(names(`<w:p xmlns:w="unknown:"><w:q/></w:p>`)).toEqual(['?:p', '?:q']);
  });

  test('children are read one after the other, what is left of one is passed over', () => {
    const scanner = new XmlScanner('<a><b><b>1</b></b><c>2<d>x</d>3</c><e/></a>');
    scanner.next();
    const { depth } = scanner;
    const seen: string[] = [];
    while (scanner.nextChild(depth)) seen.push(scanner.name === 'c' ? scanner.content() : scanner.name);
    expect(seen).toEqual(['b', '23', 'e']);
    expect(scanner.fault).toBeUndefined();
  });

  test('jumps over a small element, but not where one of its name is in it', () => {
    expect(jump('<a><p><b/></p><c/></a>')).toEqual(['<b/>', 'c']);
    expect(jump('<a><p><p/></p><c/></a>')).toEqual([undefined, 'c']);
    expect(jump('<a><p><!-- </p> --></p><c/></a>')).toEqual([undefined, 'c']);
    expect(jump('<a><p/><c/></a>')).toEqual([undefined, 'c']);
  });

  test.each([
    ['<a><b></a>', 'malformed-xml'],
    ['<a></a><b/>', 'malformed-xml'],
    ['<a>&unknown;</a>', 'malformed-xml'],
    ['<a>&#0;</a>', 'malformed-xml'],
    ['<a b=c/>', 'malformed-xml'],
    ['<a b="1"c="2"/>', 'malformed-xml'],
    ['<a>1 < 2</a>', 'malformed-xml'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'malformed-xml'],
    ['x<a/>', 'malformed-xml'],
    ['', 'unfinished-xml'],
    ['<a><b>文', 'unfinished-xml'],
    ['<a><b c="', 'unfinished-xml'],
    ['<a><!-- ', 'unfinished-xml'],
    ['<a>'.repeat(DEEPEST_ELEMENT + 1), 'too-deep'],
  ])('%s is said to be wrong', (xml, kind) => {
    const scanner = new XmlScanner(xml, 'word/document.xml');
    while (scanner.next()) if (scanner.event === 'text') scanner.text();
    expect(scanner.fault).toMatchObject({ kind, part: 'word/document.xml' });
  });

  test('hostile XML takes no more time for each of its characters than other XML', () => {
    const pieces = ['<a>', '<a b="', '<!--', '<![CDATA[', '<rPr>', '</', '&', '&#', '<a xmlns:b="c">'];
    for (const piece of pieces) {
      const scanner = new XmlScanner(`<r>${piece.repeat(200_000)}`);
      let steps = 0;
      while (scanner.next()) {
        steps += 1;
        const source = scanner.plainSource();
        if (source !== undefined) scanner.leap(source);
      }
      expect(scanner.fault).toBeDefined();
      expect(steps).toBeLessThan(1000);
    }
  });

  test('never throws, whatever it reads, and every place is inside', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<w:b ',
      'c="1"',
      '/>',
      '>',
      '&lt;',
      '&',
      ']]>',
      '<![CDATA[',
      '文',
      '<?',
      '?>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const xml = pieces.join('');
        const scanner = new XmlScanner(xml);
        let last = 0;
        while (scanner.next()) {
          expect(scanner.start).toBeGreaterThanOrEqual(scanner.event === 'close' ? 0 : last);
          expect(scanner.end).toBeLessThanOrEqual(xml.length);
          last = scanner.end;
          if (scanner.event === 'text') scanner.text();
          if (scanner.event === 'open') scanner.allAttributes();
        }
        const isWhole = scanner.fault === undefined;
        expect(isWhole ? scanner.depth : 0).toBe(0);
      }),
      { seed: 9704, numRuns: 1000 },
    );
  });
});

describe('places of a text', () => {
  test('each character is found where it is written', () => {
    const source = '甲&amp;乙&#x4E19;<![CDATA[<丁>]]>戊<!-- 己 -->庚';
    const xml = `<a>${source}</a>`;
    const scanner = new XmlScanner(xml);
    scanner.next();
    const text = scanner.content();
    expect(text).toBe('甲&乙丙<丁>戊庚');
    const { contentStart, contentEnd } = scanner;
    expect(xml.slice(contentStart, contentEnd)).toBe(source);
    const places = [...text].map((_, index) =>
      xml.slice(placeInSource(xml, contentStart, contentEnd, index)),
    );
    expect(places.map((rest) => rest.slice(0, 5))).toEqual([
      '甲&amp',
      '&amp;',
      '乙&#x4',
      '&#x4E',
      '<丁>]]',
      '丁>]]>',
      '>]]>戊',
      '戊<!--',
      '庚</a>',
    ]);
  });
});

describe('alternate content', () => {
  const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const WPS = 'xmlns:s="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:n="urn:new"';

  test.each([
    ['<mc:Choice Requires="s"><a/></mc:Choice><mc:Fallback><b/></mc:Fallback>', ['a']],
    [
      '<mc:Choice Requires="n"><a/></mc:Choice><mc:Choice Requires="s"><c/></mc:Choice><mc:Fallback><b/></mc:Fallback>',
      ['c'],
    ],
    ['<mc:Choice Requires="s n"><a/></mc:Choice><mc:Fallback><b/></mc:Fallback>', ['b']],
    ['<mc:Fallback><b/><c/></mc:Fallback>', ['b', 'c']],
    ['<mc:Choice Requires="n"><a/></mc:Choice>', []],
  ])('%s', (content, expected) => {
    const scanner = new XmlScanner(`<mc:AlternateContent ${MC} ${WPS}>${content}</mc:AlternateContent>`);
    scanner.next();
    const seen: string[] = [];
    readAlternate(scanner, () => {
      const { depth } = scanner;
      while (scanner.nextChild(depth)) seen.push(scanner.name);
    });
    expect(seen).toEqual(expected);
    expect(scanner.fault).toBeUndefined();
  });
});

function events(xml: string): string[] {
  const scanner = new XmlScanner(xml);
  const seen: string[] = [];
  while (scanner.next())
    seen.push(`${scanner.event} ${scanner.event === 'text' ? scanner.text() : scanner.name}`);
  expect(scanner.fault).toBeUndefined();
  return seen;
}

function names(xml: string): string[] {
  const scanner = new XmlScanner(xml);
  const seen: string[] = [];
  while (scanner.next()) {
    if (scanner.event === 'open') seen.push([scanner.name, ...scanner.allAttributes().keys()].join(' '));
  }
  return seen;
}

function jump(xml: string): (string | undefined)[] {
  const scanner = new XmlScanner(xml);
  scanner.next();
  const { depth } = scanner;
  scanner.nextChild(depth);
  const source = scanner.plainSource();
  if (source !== undefined) scanner.leap(source);
  scanner.nextChild(depth);
  return [source, scanner.name];
}
