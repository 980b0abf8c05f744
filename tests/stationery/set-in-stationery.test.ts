import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Header, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recogniseArchive } from '../../src/bytes/archive-mark.ts';
import { readFinished } from '../../src/document/read-finished.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { forgetTemplates } from '../../src/template/load-template.ts';
import { buildReport } from '../../src/use/build.ts';
import { checkStationery } from '../../src/use/build-in-stationery.ts';

let folder = '';
const SAMPLE = 'data-samples/yunxi-town.yaml';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stationery-'));
  mkdirSync(join(folder, 'own'));
  copyFileSync('templates/self-review/report.hbs', join(folder, 'own/report.hbs'));
  const info = readFileSync('templates/self-review/template.yaml', 'utf8');
  writeFileSync(join(folder, 'own/template.yaml'), `${info.trimEnd()}\nstationery: 版头.docx\n`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function buildWith(paragraphs: readonly (readonly string[])[]) {
  const lines = paragraphs.map((runs) => new Paragraph({ children: runs.map((text) => new TextRun(text)) }));
  const headers = { default: new Header({ children: [new Paragraph('{{unit.name}}专用纸')] }) };
  const file = new Document({ sections: [{ headers, children: lines }] });
  writeFileSync(join(folder, 'own/版头.docx'), await Packer.toBuffer(file));
  forgetTemplates();
  const source = { file: SAMPLE, bytes: readFileSync(SAMPLE) };
  return buildReport(source, {
    template: 'own',
    templateFolders: [folder],
    isDraft: false,
    settings: DEFAULT_SETTINGS,
    format: 'docx',
  });
}

it('sets the report where 正文 stands, fills facts split over runs, and keeps the rest', async () => {
  const lines = [['{{单', '位.名', '称}}文件'], ['{{正文}}'], ['此件公开']];
  const { value, diagnostics } = await buildWith(lines);
  expect(diagnostics).toEqual([]);
  const bytes = Buffer.from(value?.bytes ?? []);
  expect(recogniseArchive(bytes)).toBe('final');
  const texts = readFinished('r.docx', bytes).value?.paragraphs.map(({ text }) => text) ?? [];
  const unit = value?.reading.facts.unit?.name;
  expect(texts).toContain(`${unit}文件`);
  expect(texts).toContain(`${unit}专用纸`);
  expect(texts).toContain('此件公开');
  expect(texts.some((text) => text.includes('存在的问题'))).toBe(true);
  expect(texts.join('')).not.toContain('{{');
});

it('refuses an unknown placeholder, 正文 beside other words, and a file without it', async () => {
  const { value, diagnostics } = await buildWith([['{{单位.名字}}'], ['前{{正文}}']]);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      '底稿正文第1段：“{{单位.名字}}”不是事实的名称。',
      '底稿正文第2段：{{正文}} 要单独成段。',
    ]),
  );
  const without = await buildWith([['版头']]);
  expect(without.diagnostics.map(({ message }) => message)).toContain('底稿里没有 {{正文}}。');
});

it('is judged without facts: what no fact fills, and where the page leaves the standard', async () => {
  await buildWith([['{{单位.名称}}'], ['{{正文}}']]);
  const file = join(folder, 'own/版头.docx');
  const sound = checkStationery(file, undefined);
  expect([...new Set(sound.map(({ rule, severity }) => `${rule} ${severity}`))]).toEqual([
    'layout-deviation warning',
  ]);
  await buildWith([['{{单位.名字}}'], ['{{正文}}']]);
  const messages = checkStationery(file, undefined).map(({ message }) => message);
  expect(messages).toEqual(['底稿正文第1段：“{{单位.名字}}”不是事实的名称。']);
});
