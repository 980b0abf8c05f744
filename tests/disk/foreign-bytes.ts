import fc from 'fast-check';

/** What offices have in the way of a report: bytes of every kind, none of them as this program wrote it. */
export function foreignBytes(ours: Uint8Array): fc.Arbitrary<Uint8Array> {
  const starts = [
    '',
    'PK\x03\x04',
    'PK\x05\x06',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '{\\rtf1 ',
    '%PDF-1.7\n',
    '<!doctype html>\n',
    '\xef\xbb\xbf版本: 1\n',
  ];
  const begun = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
  const cutOff = fc.nat(ours.length - 1).map((length) => ours.subarray(0, length));
  const added = fc.uint8Array({ minLength: 1 }).map((more) => Buffer.concat([ours, more]));
  const flipped = fc.nat(ours.length - 1).map((at) => {
    const changed = Uint8Array.from(ours);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  });
  return fc.oneof(begun, cutOff, added, flipped, fc.constant(zip64()), fc.constant(encrypted()));
}

/** An archive whose sizes stand in the records for large ones, as some programs write every archive. */
function zip64(): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 0, 'latin1');
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\x05\x06', 0, 'latin1');
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(26), record, locator, end]);
}

/** As Word saves with a password: a compound file with this stream. */
function encrypted(): Buffer {
  const file = Buffer.alloc(2048);
  file.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'latin1');
  file.write('EncryptedPackage', 1024, 'utf16le');
  return file;
}
