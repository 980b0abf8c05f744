import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recogniseOwn } from '../../src/bytes/recognise.ts';
import { sealed } from '../../src/bytes/trailing-mark.ts';
import { WRITERS } from '../../src/write/writers.ts';
import { documentOf, PROPERTIES } from '../write/sample-document.ts';

const MARKUP = '<title>报告</title><p>文</p>';
const write = (format: 'docx' | 'html', isDraft: boolean) =>
  WRITERS[format](documentOf(MARKUP, isDraft), PROPERTIES);
const pdf = sealed(Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n'), 'pdf', 'final');

describe.each([
  ['.docx', write('docx', false), 'final'],
  ['.docx draft', write('docx', true), 'draft'],
  ['.html', write('html', false), 'final'],
  ['.html draft', write('html', true), 'draft'],
  ['.pdf', pdf, 'final'],
] as const)('the fingerprint of a %s', (_, file, standing) => {
  it('tells a file as we wrote it, and whether it is a draft', () => {
    expect(recogniseOwn(file)).toBe(standing);
  });

  it('does not outlive the change of any byte', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: file.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const changed = file.slice();
          changed[at] = (changed[at] ?? 0) ^ by;
          expect(recogniseOwn(changed)).toBeUndefined();
        },
      ),
      { seed: 9704 },
    );
  });

  it('does not outlive what is added or cut off', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.nat(file.length - 1), (more, length) => {
        expect(recogniseOwn(Buffer.concat([file, more]))).toBeUndefined();
        expect(recogniseOwn(Buffer.concat([more, file]))).toBeUndefined();
        expect(recogniseOwn(file.subarray(0, length))).toBeUndefined();
      }),
      { seed: 9704 },
    );
  });
});

it('is nowhere in a file that was packed anew', () => {
  expect(recogniseOwn(zipSync(unzipSync(write('docx', false))))).toBeUndefined();
});

it('is found in no other bytes, and looking for it never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(recogniseOwn(bytes)).toBeUndefined();
    }),
    { seed: 9704 },
  );
});
