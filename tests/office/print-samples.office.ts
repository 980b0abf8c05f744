import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { recogniseOwn } from '../../src/bytes/recognise.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { findOffice, THIS_MACHINE } from '../../src/office/find-office.ts';
import { printDocuments } from '../../src/office/print-documents.ts';
import { buildReport } from '../../src/use/build.ts';
import { toPrint } from '../../src/use/to-print.ts';

const SAMPLES = fileURLToPath(new URL('../../data-samples/', import.meta.url));
const program = findOffice({ ...THIS_MACHINE, env: process.env });
if (program === undefined)
  console.log(
    '没有试：这台机器没有 LibreOffice（apt-get install -y --no-install-recommends libreoffice-writer）',
  );

it.skipIf(program === undefined)('prints every sample whole, with its date and our fingerprint', async () => {
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.yaml'));
  const papers = [];
  for (const file of names) {
    const source = { file, bytes: readFileSync(SAMPLES + file) };
    const options = {
      isDraft: false,
      settings: DEFAULT_SETTINGS,
      templateFolders: [],
      format: 'docx',
    } as const;
    const { value } = await buildReport(source, options);
    if (value === undefined) throw new Error(`not built: ${file}`);
    papers.push(toPrint(value.document, value.bytes));
  }
  const printables = papers.map(({ docx, characters }) => ({ docx: () => docx, characters }));
  const seen = new Set<number>();
  for await (const { index, printed } of printDocuments(printables, {
    program: program ?? '',
    standing: 'final',
  })) {
    if ('why' in printed) throw new Error(`${names[index]}: ${printed.why}`);
    seen.add(index);
    expect(recogniseOwn(printed.bytes)).toBe('final');
    expect(printed.pdf.pages.length).toBeGreaterThan(1);
    expect(printed.pdf.fonts.length).toBeGreaterThan(2);
    expect(printed.pdf.pages.map(({ text }) => text).join('')).toContain(papers[index]?.date ?? '');
  }
  expect(seen.size).toBe(names.length);
});
