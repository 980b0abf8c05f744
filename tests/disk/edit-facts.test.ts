import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editFacts } from '../../src/disk/edit-facts.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const [BEFORE, AFTER] = ['党员: 1\n', '党员: 2\n'].map((text) => Buffer.from(text));

it('writes a facts file that is still as it was read', () => {
  const path = join(temporaryFolder(), 'a.yaml');
  writeFileSync(path, BEFORE ?? '');
  editFacts(path, BEFORE ?? Buffer.of(), AFTER ?? Buffer.of());
  expect(readFileSync(path)).toEqual(AFTER);
});

it('leaves one that somebody changed meanwhile, or that is no plain file', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.yaml');
  writeFileSync(path, '党员: 3\n');
  const edit = (at: string) => () => editFacts(at, BEFORE ?? Buffer.of(), AFTER ?? Buffer.of());
  expect(edit(path)).toThrow('刚刚被别的程序改过，没有写入');
  expect(readFileSync(path, 'utf8')).toBe('党员: 3\n');
  symlinkSync(path, join(folder, 'b.yaml'));
  expect(edit(join(folder, 'b.yaml'))).toThrow();
  mkdirSync(join(folder, 'c.yaml'));
  expect(edit(join(folder, 'c.yaml'))).toThrow();
  expect(readFileSync(path, 'utf8')).toBe('党员: 3\n');
});
