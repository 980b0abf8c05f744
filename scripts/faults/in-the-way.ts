import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsFile } from '../generate-facts/facts-file.ts';
import { expect, makeStage, runBatch } from './stage.ts';

const UNITS = 5;

/** Somebody's files where reports are to go: one with a password, and a page that was edited. Both are kept and said, byte for byte. */
export async function standInTheWay(): Promise<string> {
  const stage = makeStage(UNITS);
  const [first, second] = [0, 1].map((index) => factsFile(index, 1).path.replace(/\.yaml$/, ''));
  const encrypted = join(stage, 'out', `${first}.docx`);
  mkdirSync(join(encrypted, '..'), { recursive: true });
  writeFileSync(encrypted, passwordProtected());
  const docx = await runBatch(stage, 'out');
  expect(
    docx.status === 0 && /已保留 .*设了打开密码/.test(docx.out),
    'the file with a password is said to be kept',
  );
  expect(passwordProtected().equals(readFileSync(encrypted)), 'the file with a password is as it was');

  const html = ['--to', 'html'];
  await runBatch(stage, 'out', { more: html });
  const page = join(stage, 'out', `${second}.html`);
  appendFileSync(page, '<!-- 领导批示 -->');
  const edited = readFileSync(page);
  const again = await runBatch(stage, 'out', { more: html });
  expect(again.status === 0 && /已保留 1，/.test(again.out), 'the edited page is said to be kept');
  expect(edited.equals(readFileSync(page)), 'the edited page is as it was');

  const forced = await runBatch(stage, 'out', { more: [...html, '--force'] });
  expect(forced.status === 0, `--force ends well, not with ${forced.status}`);
  const copy = readFileSync(page.replace(/\.html$/, '.edited-1.html'));
  expect(edited.equals(copy), '--force keeps the edited page beside the new one');
  rmSync(stage, { recursive: true });
  return 'a file with a password and an edited page were kept and said; --force kept a copy';
}

/** A compound file with the stream that Word encrypts a document in. */
function passwordProtected(): Buffer {
  const file = Buffer.alloc(4096);
  file.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'latin1');
  file.write('EncryptedPackage', 1024, 'utf16le');
  return file;
}
