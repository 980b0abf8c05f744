import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { walkFacts } from '../../src/disk/walk.ts';
import { makeFolder } from '../batch/fixture.ts';

it('finds .yaml and .yml in any case, and nothing hidden, ignored or excluded', () => {
  const folder = makeFolder({
    'a.yaml': '',
    'B.YML': '',
    'notes.txt': '',
    'report.config.yaml': '',
    '.hidden.yaml': '',
    '.git/x.yaml': '',
    '县/镇.Yaml': '',
    '县/旧/镇.yaml': '',
    '县/.reportignore': '旧/\n',
    '草稿/镇.yaml': '',
    'templates/own/template.yaml': '',
    'templates/own/report.hbs': '',
  });
  const { files, passedOver } = walkFacts(folder, { folder, patterns: ['草稿/'] });
  expect([...files].sort()).toEqual(['B.YML', 'a.yaml', '县/镇.Yaml']);
  expect(passedOver).toEqual([]);
});

it('lets a deeper ignore file take back what a higher one says', () => {
  const folder = makeFolder({
    '.reportignore': '*.yml\n',
    'a.yml': '',
    'b/.reportignore': '!keep.yml\n',
    'b/keep.yml': '',
    'b/other.yml': '',
  });
  expect(walkFacts(folder).files).toEqual(['b/keep.yml']);
});

it('reads an exclusion from above the folder', () => {
  const folder = makeFolder({ 'facts/old/a.yaml': '', 'facts/b.yaml': '' });
  const exclusion = { folder, patterns: ['facts/old'] };
  expect(walkFacts(join(folder, 'facts'), exclusion).files).toEqual(['b.yaml']);
});

it('follows no links and waits for no pipes, but says so', () => {
  const folder = makeFolder({ 'a.yaml': '', 'sub/b.yaml': '' });
  symlinkSync(join(folder, 'a.yaml'), join(folder, 'link.yaml'));
  symlinkSync(folder, join(folder, 'sub/loop'));
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
  expect(walkFacts(folder)).toEqual({
    files: ['a.yaml', 'sub/b.yaml'],
    reports: [],
    otherDocuments: [],
    passedOver: [
      { path: 'link.yaml', why: 'link' },
      { path: 'pipe.yaml', why: 'not-a-file' },
      { path: 'sub/loop', why: 'link' },
    ],
  });
});

it('finds the reports beside them, but not what only says that one is open', () => {
  const folder = makeFolder({
    'a.docx': '',
    '~$a.docx': '',
    'b.DOCM': '',
    'sub/c.txt': '',
    'sub/d.pdf': '',
    '.e.docx': '',
  });
  expect(walkFacts(folder).reports).toEqual(['a.docx', 'b.DOCM', 'sub/c.txt']);
});
