import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { createFile } from '../../src/disk/create-file.ts';
import { judgePlace } from '../../src/disk/judge-place.ts';
import { refuseUnportable } from '../../src/disk/refuse-unportable.ts';
import { samples } from '../sample-size.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const devices = fc.constantFrom('con', 'prn', 'aux', 'nul', 'com1', 'lpt9', 'com¹', 'conin$');
const anyCase = fc
  .tuple(devices, fc.infiniteStream(fc.boolean()))
  .map(([name, upper]) => [...name].map((each) => (upper.next().value ? each.toUpperCase() : each)).join(''));
const plain = fc.stringMatching(/^[a-z0-9云溪镇-]{1,8}$/);
const ending = fc.constantFrom('', '.docx', '.yaml', '.', ' .docx', '.tar.gz');
const unportable = fc.oneof(
  fc.tuple(anyCase, ending).map(([device, end]) => device + end),
  fc.tuple(plain, fc.constantFrom('.', ' ', '. ', '.docx ', '.docx.')).map(([name, end]) => name + end),
  fc.tuple(plain, plain).map(([file, stream]) => `${file}:${stream}.docx`),
);
/** Begins as a device's name does, and is none. */
const portable = fc.oneof(
  fc.tuple(plain, fc.constantFrom('.docx', '.yaml', '')).map(([name, end]) => `x${name}${end}`),
  fc.tuple(devices, plain).map(([device, name]) => `${device.replace(/[$¹]/u, '')}云${name}.docx`),
);

it('refuses such a name wherever a file is made, also of a folder that would be made', () => {
  const folder = temporaryFolder();
  fc.assert(
    fc.property(unportable, fc.boolean(), (name, isFolder) => {
      const path = isFolder ? join(folder, name, '甲', 'a.docx') : join(folder, name);
      for (const open of DOORS) expect(() => open(path)).toThrow(UserError);
    }),
    { seed: 1904, numRuns: samples(200) },
  );
});

it('lets every other name be', () => {
  fc.assert(
    fc.property(portable, (name) => refuseUnportable(join('.', '..', name))),
    { seed: 1904, numRuns: samples(200) },
  );
});

const DOORS = [
  refuseUnportable,
  (path: string) => createFile(path, ''),
  (path: string) => judgePlace(path, () => undefined),
];
