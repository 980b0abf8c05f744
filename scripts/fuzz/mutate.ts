import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import type { Sample } from './samples.ts';

/** One change of some bytes, as far as it can be made there. */
type Edit = (bytes: Uint8Array) => Uint8Array;

/** What samples become: some of their bytes changed, as they are or within one part of an archive, which is then packed again. */
export function damaged(samples: readonly Sample[]): fc.Arbitrary<Sample> {
  const edits = fc.array(edit(samples), { minLength: 1, maxLength: 6 });
  return fc
    .record({
      sample: fc.constantFrom(...samples),
      edits,
      part: fc.option(fc.nat(30), { nil: undefined, freq: 2 }),
    })
    .map(({ sample, edits: changes, part }) => {
      const change = (bytes: Uint8Array) =>
        changes.reduce((changed, apply) => apply(changed), bytes).subarray(0, LARGEST);
      return {
        name: sample.name,
        bytes: part === undefined ? change(sample.bytes) : withinPart(sample.bytes, part, change),
      };
    });
}

/** Bytes: what grows beyond tells nothing that a smaller one does not. */
const LARGEST = 400_000;

function withinPart(bytes: Uint8Array, part: number, change: Edit): Uint8Array {
  if (bytes[0] !== 0x50) return change(bytes);
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const name = names[part % names.length] ?? '';
  return zipSync({ ...files, [name]: change(files[name] ?? new Uint8Array()) }, { level: 1 });
}

function edit(samples: readonly Sample[]): fc.Arbitrary<Edit> {
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  const length = fc.oneof({ weight: 3, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(4000) });
  const piece = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(...TOKENS).map((token) => Buffer.from(token)),
    fc
      .tuple(fc.constantFrom(...samples), at, length)
      .map(([{ bytes }, from, size]) => slice(bytes, from, size)),
  );
  return fc.oneof(
    fc.tuple(at, piece).map(
      ([place, inserted]): Edit =>
        (bytes) =>
          splice(bytes, place, 0, inserted),
    ),
    fc.tuple(at, piece).map(
      ([place, written]): Edit =>
        (bytes) =>
          splice(bytes, place, written.length, written),
    ),
    fc.tuple(at, length).map(
      ([place, size]): Edit =>
        (bytes) =>
          splice(bytes, place, size, EMPTY),
    ),
    fc.tuple(at, length, fc.integer({ min: 2, max: 400 })).map(
      ([place, size, times]): Edit =>
        (bytes) =>
          splice(bytes, place, 0, repeat(slice(bytes, place, size), times)),
    ),
    fc.tuple(at, fc.nat(255)).map(
      ([place, flips]): Edit =>
        (bytes) =>
          flip(bytes, place, flips),
    ),
    at.map(
      (place): Edit =>
        (bytes) =>
          bytes.subarray(0, offset(bytes, place)),
    ),
  );
}

const EMPTY = new Uint8Array();

/** What readers look out for. */
const TOKENS: readonly string[] = [
  ...[
    '<w:p>',
    '</w:p>',
    '<w:t>',
    '<w:tbl>',
    '<w:numPr>',
    '<w:ilvl w:val="-1"/>',
    '<w:numId w:val="99999999999"/>',
    '<w:txbxContent>',
  ],
  ...[
    '<!--',
    ']]>',
    '<![CDATA[',
    '<?xml encoding="gb2312"?>',
    '<!DOCTYPE a [',
    '&#x0;',
    '&#1114112;',
    '&amp;',
    '%9%9%9',
    'w:val="',
  ],
  ...[
    '{{',
    '}}',
    '{{{',
    '{{#each ',
    '{{/',
    '{{> ',
    '{{党员.总数}}',
    '{{else}}',
    '{{!--',
    '(',
    '|',
    '@',
    '../',
  ],
  ...[
    ': ',
    '- ',
    '\n',
    '\r',
    '\t',
    '  ',
    '|\n',
    '>-\n',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!!',
    '#',
    '？',
    '：',
    '　',
  ],
  ...[
    '一是',
    '；二是',
    '300名',
    '%',
    '其中',
    '“',
    '”',
    '《',
    '（',
    '1.',
    '\ufeff',
    '\ufffd',
    '\u202e',
    '\u200b',
    '\0',
    '待补',
  ],
  ...[
    '__proto__',
    'constructor',
    '-1',
    '99999999999999999999',
    '2023-02-30',
    '长期坚持',
    'PK\u0001\u0002',
    'PK\u0005\u0006',
  ],
];

function offset(bytes: Uint8Array, place: number): number {
  return Math.floor(place * bytes.length);
}

function slice(bytes: Uint8Array, place: number, size: number): Uint8Array {
  const start = offset(bytes, place);
  return bytes.subarray(start, start + size);
}

function splice(bytes: Uint8Array, place: number, removed: number, inserted: Uint8Array): Uint8Array {
  const start = offset(bytes, place);
  return Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + removed)]);
}

function repeat(piece: Uint8Array, times: number): Uint8Array {
  const most = piece.length === 0 ? 0 : Math.min(times, Math.ceil(100_000 / piece.length));
  return Buffer.concat(Array.from({ length: most }, () => piece));
}

function flip(bytes: Uint8Array, place: number, flips: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const at = offset(bytes, place);
  if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ flips;
  return changed;
}
