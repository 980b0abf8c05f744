import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { classifyDocx } from '../../src/ooxml/fingerprint.ts';
import { writeDocx } from '../../src/write/docx/write-docx.ts';
import { documentOf, PROPERTIES } from '../write/sample-document.ts';

const FILE = writeDocx(documentOf('<title>报告</title><p>文</p>'), PROPERTIES);

describe('classifyDocx', () => {
  it('knows a file as we wrote it', () => {
    expect(classifyDocx(FILE)).toBe('ours-untouched');
  });

  it('takes a file that was packed anew for edited', () => {
    expect(classifyDocx(zipSync(unzipSync(FILE)))).toBe('edited');
  });

  it('finds any byte that was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: FILE.length - 1 }), (at) => {
        const changed = FILE.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(classifyDocx(changed)).toBe('edited');
      }),
      { seed: 9704 },
    );
  });

  it('tells what is no .docx', () => {
    expect(classifyDocx(new Uint8Array())).toBe('not-a-docx');
    expect(classifyDocx(new TextEncoder().encode('自查报告'.repeat(20)))).toBe('not-a-docx');
  });
});
