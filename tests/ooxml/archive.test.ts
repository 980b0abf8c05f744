import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../src/ooxml/archive.ts';
import { Budget, PACKAGE_LIMITS } from '../../src/ooxml/budget.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { closeArchive, EMPTY_HEAD, makeEntry } from '../../src/ooxml/zip.ts';
import { makeZip } from './make-zip.ts';

describe('an archive', () => {
  test('gives back what was put in, packed or stored, by us or by others', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: 'binary' })),
        (parts) => {
          for (const bytes of [makeZip(parts), zipSync(mapValues(parts, strToU8))]) {
            const archive = open(bytes);
            expect(archive.names).toEqual(Object.keys(parts));
            for (const name of archive.names) {
              expect(read(archive, name)).toBe(Buffer.from(parts[name] ?? '').toString());
            }
          }
        },
      ),
      { seed: 9704, numRuns: 60 },
    );
  });

  test('names are found whichever way the slash leans, with one in front, and in either case', () => {
    const archive = open(makeZip({ 'word\\document.xml': '一', '/word/Styles.xml': '二' }));
    expect(archive.names).toEqual(['word/document.xml', 'word/Styles.xml']);
    expect(read(archive, 'word/document.xml')).toBe('一');
    expect(read(archive, 'word/styles.xml')).toBe('二');
  });

  test('reads 64-bit fields, a comment, and an archive with something in front of it', () => {
    const plain = makeZip({ 'a.xml': '正文' });
    expect(read(open(toZip64(plain)), 'a.xml')).toBe('正文');
    const selfExtracting = Buffer.concat([Buffer.from('PK program '), plain]);
    expect(read(open(selfExtracting), 'a.xml')).toBe('正文');
  });

  test('hands a part on as it is packed', () => {
    const archive = open(makeZip({ 'a.xml': '正文', 'b.xml': '附件' }));
    const entry = archive.entry('b.xml');
    if (entry instanceof OoxmlFault) throw new Error(entry.kind);
    expect(read(open(closeArchive(EMPTY_HEAD, [entry], '')), 'b.xml')).toBe('附件');
  });
});

describe('an archive that cannot be trusted', () => {
  test('is named: no archive, cut off, a name twice', () => {
    expect(openArchive(Buffer.from('正文'))).toMatchObject({ kind: 'not-an-archive' });
    expect(openArchive(makeZip({ a: 'x' }).subarray(0, 40))).toMatchObject({ kind: 'damaged-archive' });
    const twice = closeArchive(EMPTY_HEAD, [makeEntry('a', '1', 'each'), makeEntry('A', '2', 'each')], '');
    expect(openArchive(twice)).toMatchObject({ kind: 'damaged-archive' });
  });

  test('a part whose CRC, length or stream is wrong is damaged, an unknown method and a password are said', () => {
    const entry = makeEntry('a', '正文正文正文', 'each');
    const damaged = [
      { ...entry, crc: (entry.crc ^ 1) >>> 0 },
      { ...entry, size: entry.size - 1 },
      { ...entry, size: entry.size + 1 },
      { ...entry, data: entry.data.subarray(0, -2) },
      { ...entry, data: Buffer.from('no stream') },
    ];
    for (const each of damaged) {
      expect(open(closeArchive(EMPTY_HEAD, [each], '')).read('a')).toMatchObject({
        kind: 'damaged-part',
        part: 'a',
      });
    }
    const unknown = closeArchive(EMPTY_HEAD, [{ ...entry, method: 14 }], '');
    expect(open(unknown).read('a')).toMatchObject({ kind: 'unknown-compression' });
    const secret = makeZip({ a: 'x' });
    secret.writeUInt16LE(1, secret.indexOf('PK\u0001\u0002') + 8);
    expect(open(secret).read('a')).toMatchObject({ kind: 'encrypted-part' });
  });

  test('nothing is unpacked beyond the budget, however often it is asked for and whatever the directory says', () => {
    const large = closeArchive(
      EMPTY_HEAD,
      [{ ...makeEntry('a', '', 'each'), size: PACKAGE_LIMITS.part + 1 }],
      '',
    );
    expect(open(large).read('a')).toMatchObject({ kind: 'too-large', detail: '64 MB' });
    const archive = openArchive(
      makeZip({ a: 'x'.repeat(400) }),
      new Budget({ ...PACKAGE_LIMITS, unpacked: 1000 }),
    );
    if (archive instanceof OoxmlFault) throw new Error(archive.kind);
    expect([1, 2, 3].map(() => archive.read('a') instanceof OoxmlFault)).toEqual([false, false, true]);
    const bomb = { ...makeEntry('a', 'x', 'each'), data: deflateRawSync(Buffer.alloc(50_000_000)) };
    expect(open(closeArchive(EMPTY_HEAD, [bomb], '')).read('a')).toMatchObject({ kind: 'damaged-part' });
    const many = Object.fromEntries([...Array(11).keys()].map((index) => [`part${index}`, '']));
    expect(openArchive(makeZip(many), new Budget({ ...PACKAGE_LIMITS, parts: 10 }))).toMatchObject({
      kind: 'too-many-parts',
    });
  });

  test('never throws, whatever the bytes', () => {
    const whole = makeZip({ 'a.xml': '正文', 'b.xml': '附件'.repeat(100) });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 12 }), (at, noise) => {
        const damaged = Buffer.from(whole);
        damaged.set(noise.subarray(0, whole.length - at), at);
        const archive = openArchive(damaged);
        if (archive instanceof OoxmlFault) return;
        for (const name of archive.names) archive.read(name);
      }),
      { seed: 9704, numRuns: 2000 },
    );
  });
});

function open(bytes: Uint8Array): Archive {
  const archive = openArchive(bytes);
  if (archive instanceof OoxmlFault) throw new Error(archive.kind);
  return archive;
}

function read(archive: Archive, name: string): string {
  const bytes = archive.read(name);
  if (bytes instanceof OoxmlFault) throw new Error(bytes.kind);
  return bytes.toString();
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** The same archive of one entry with its lengths and places in 64-bit fields. */
function toZip64(plain: Buffer): Buffer {
  const line = plain.indexOf('PK\u0001\u0002');
  const end = plain.indexOf('PK\u0005\u0006');
  const directory = Buffer.concat([plain.subarray(line, end), Buffer.alloc(28)]);
  const extra = directory.length - 28;
  directory.writeUInt16LE(28, 30);
  directory.writeUInt16LE(1, extra);
  directory.writeUInt16LE(24, extra + 2);
  for (const [index, field] of [24, 20, 42].entries()) {
    directory.writeBigUInt64LE(BigInt(directory.readUInt32LE(field)), extra + 4 + index * 8);
    directory.writeUInt32LE(0xffffffff, field);
  }
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(1n, 24);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(line), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(line + directory.length), 8);
  const tail = Buffer.from(plain.subarray(end));
  tail.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([plain.subarray(0, line), directory, end64, locator, tail]);
}
