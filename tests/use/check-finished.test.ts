import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildReport, checkFinished, DEFAULT_SETTINGS } from '../../src/index.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, hasLayout: true };

function checkText(text: string) {
  return checkFinished({ file: '报告.txt', bytes: Buffer.from(text) }, OPTIONS);
}

it('finds nothing wrong in a report of ours, and holds it against every clause', async () => {
  const path = new URL('../../data-samples/yunxi-town.yaml', import.meta.url);
  const source = { file: '云溪镇.yaml', bytes: readFileSync(path) };
  const options = {
    settings: DEFAULT_SETTINGS,
    isDraft: false,
    format: 'docx',
    templateFolders: [],
  } as const;
  const built = await buildReport(source, options);
  const bytes = built.value?.bytes ?? new Uint8Array();
  const { value, diagnostics } = await checkFinished({ file: '云溪镇.docx', bytes }, OPTIONS);
  expect(diagnostics).toEqual([]);
  expect(value?.document.paragraphs.length).toBeGreaterThan(20);
  expect(value?.sheet.length).toBeGreaterThan(10);
  const plain = await checkFinished({ file: '云溪镇.docx', bytes }, { ...OPTIONS, hasLayout: false });
  expect(plain.value?.sheet).toEqual([]);
});

it('says where a text contradicts itself', async () => {
  const { diagnostics } = await checkText('关于党员情况的报告\n全镇共有党员10名，其中男6名，女5名。\n');
  expect(diagnostics).toMatchObject([{ rule: 'prose-sum', file: '报告.txt', start: { line: 2 } }]);
});

it('says why a file cannot be read', async () => {
  const { value, diagnostics } = await checkText('');
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'unreadable-document', severity: 'error' }]);
});
