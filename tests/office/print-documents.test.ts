import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import type { Document } from '../../src/document/tree.ts';
import { type Press, type Printable, printDocuments } from '../../src/office/print-documents.ts';
import { toPrint } from '../../src/use/to-print.ts';
import { WRITERS } from '../../src/write/writers.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const FAKE = fileURLToPath(new URL('../cli/cases/to-pdf/input/bin/soffice', import.meta.url));

/** A LibreOffice that notes how many documents each of its starts is given. */
function fakeOffice() {
  const folder = temporaryFolder();
  const program = join(folder, 'soffice');
  cpSync(FAKE, program);
  writeFileSync(join(folder, 'log'), '');
  const starts = () => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n').map(Number);
  return { program, starts };
}

function documentOf(text: string): Document {
  return {
    title: [{ type: 'text', text: '云溪镇自查报告' }],
    subtitle: [],
    body: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
    signature: {},
    attachments: [],
    isDraft: false,
  };
}

function printable(text: string): Printable {
  const document = documentOf(text);
  const docx = WRITERS.docx(document, { author: '云溪镇', date: new Date(0) });
  return { docx: () => docx, characters: toPrint(document, docx).characters };
}

async function outcomes(
  texts: readonly string[],
  press: Omit<Press, 'standing'>,
): Promise<(string | undefined)[]> {
  const said = texts.map((): string | undefined => undefined);
  for await (const { index, printed } of printDocuments(texts.map(printable), {
    ...press,
    standing: 'final',
  }))
    said[index] = 'why' in printed ? printed.why : `${printed.pdf.pages.length} 页 ${printed.pdf.fonts}`;
  return said;
}

it('prints many with one start', async () => {
  const { program, starts } = fakeOffice();
  expect(await outcomes(['甲', '乙', '丙'], { program })).toEqual(Array(3).fill('1 页 FakeFont-Regular'));
  expect(starts()).toEqual([3]);
});

it('tells what LibreOffice fails at, and prints the others', async () => {
  const { program } = fakeOffice();
  const texts = ['甲', '这份不印', '这份半截', '乙', '这份缺字，只剩一个'];
  expect(await outcomes(texts, { program })).toEqual([
    '1 页 FakeFont-Regular',
    'LibreOffice 没有做出文件',
    'LibreOffice 做出的不是完整的 PDF',
    '1 页 FakeFont-Regular',
    'LibreOffice 做出的 PDF 缺字：15 个汉字只有 1 个',
  ]);
});

it('stops one that is stuck, and goes on with the others', async () => {
  const { program } = fakeOffice();
  expect(await outcomes(['甲', '这份卡住', '乙'], { program, patience: 6000 })).toEqual([
    '1 页 FakeFont-Regular',
    'LibreOffice 6 秒没有进展，已经停下',
    '1 页 FakeFont-Regular',
  ]);
});

it('leaves nothing behind, and nothing done once it is to stop', async () => {
  const { program, starts } = fakeOffice();
  const scratch = temporaryFolder();
  vi.stubEnv('TMPDIR', scratch);
  expect(await outcomes(['甲'], { program, isStopped: () => true })).toEqual([undefined]);
  expect(starts()).toEqual([0]);
  await outcomes(['甲'], { program });
  expect(readdirSync(scratch).filter((name) => name.startsWith('report-pdf-'))).toEqual([]);
  vi.unstubAllEnvs();
});

it('says that a program cannot be started', async () => {
  await expect(outcomes(['甲'], { program: join(temporaryFolder(), 'none') })).rejects.toThrow(
    expect.objectContaining({ name: 'UserError' }),
  );
});
