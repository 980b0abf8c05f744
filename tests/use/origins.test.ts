import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWord } from '../../src/docx/read/read-word.ts';
import { segmentsOfPath, valueAt } from '../../src/facts/fact-path.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { buildReport, renderReport } from '../../src/use/build.ts';
import { writeOrigins } from '../../src/use/origins.ts';
import { printDocument } from '../../src/write/print-document.ts';
import { printedLines } from '../../src/write/printed-lines.ts';
import { commentedTexts } from '../docx/mark/revisions.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLES = readdirSync(join(ROOT, 'data-samples')).filter((name) => name.endsWith('.yaml'));
const TEMPLATES = readdirSync(join(ROOT, 'templates'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['partials', 'tables'].includes(entry.name))
  .map(({ name }) => name);
const TABLES = ['编制表', '党员表', '问题清单', '责任清单', '整改清单', '台账'];

function sample(name: string) {
  return { file: `区里/${name}`, bytes: readFileSync(join(ROOT, 'data-samples', name)) };
}

const OPTIONS = {
  isDraft: true,
  settings: { ...DEFAULT_SETTINGS, isDraft: true },
  templateFolders: [],
  attach: TABLES,
};

describe('a document that keeps its origins', () => {
  it.each(
    TEMPLATES.map((template, index) => [template, SAMPLES.filter((_, at) => at % 3 === index % 3)] as const),
  )('prints the same by %s, and its texts are what the facts say', async (template, names) => {
    for (const name of names) {
      const plain = (await renderReport(sample(name), { ...OPTIONS, template })).value;
      const kept = (await renderReport(sample(name), { ...OPTIONS, template, keepsOrigins: true })).value;
      if (plain === undefined || kept === undefined) throw new Error(`${name} is not printed`);
      const lines = printedLines(printDocument(kept.document));
      expect(textsOf(lines)).toEqual(textsOf(printedLines(printDocument(plain.document))));
      const spans = lines.flat().filter(({ origin }) => origin !== undefined);
      expect(spans.length).toBeGreaterThan(10);
      for (const { text, origin } of spans) {
        const said = valueAt(kept.reading.facts, segmentsOfPath(origin?.path ?? ''));
        if (typeof said === 'string')
          expect(said.replace(/[\s。]/g, '')).toContain(text.replace(/[\s。]/g, ''));
      }
    }
  });
});

function textsOf(lines: ReturnType<typeof printedLines>): string[] {
  return lines.map((line) => line.map(({ text }) => text).join(''));
}

describe('a copy with origins', () => {
  const source = sample('yunxi-town.yaml');
  const lineOf = (start: string) => {
    const lines = source.bytes.toString().split('\n');
    return lines.findIndex((line) => line.trim().startsWith(start)) + 1;
  };

  it('comments figures and passages in a .docx, and says the same', async () => {
    const bytes = await writeOrigins(source, { ...OPTIONS, format: 'docx' });
    const word = readWord(bytes ?? new Uint8Array());
    if (word instanceof OoxmlFault) throw new Error(word.kind);
    const main = word.package.text('word/document.xml');
    if (main instanceof OoxmlFault) throw new Error(main.kind);
    const under = commentedTexts(main.text, 'report');
    const said = new Map(
      word.document.comments.map(({ id, blocks }) => [
        blocks
          .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
          .map(({ text }) => text)
          .join(''),
        under.get(id),
      ]),
    );
    expect(said.get(`报告.主送 yunxi-town.yaml:${lineOf('主送')}`)).toBe('县委巡察组');
    expect(said.get(`党员.总数 yunxi-town.yaml:${lineOf('党员:') + 1}`)).toBe('486');
    expect(said.get(`前言 yunxi-town.yaml:${lineOf('前言:') + 1}`)).toMatch(
      /^根据县委巡察工作安排.*形成本报告。$/,
    );
    const built = (await buildReport(source, { ...OPTIONS, format: 'docx' })).value;
    const plain = readWord(built?.bytes ?? new Uint8Array());
    if (plain instanceof OoxmlFault) throw new Error(plain.kind);
    expect(plain.package.archive.entry('word/styles.xml')).toEqual(
      word.package.archive.entry('word/styles.xml'),
    );
  });

  it('opens a note for each in an .html, without a script', async () => {
    const page = Buffer.from((await writeOrigins(source, { ...OPTIONS, format: 'html' })) ?? []).toString();
    const targets = [...page.matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id);
    const notes = [...page.matchAll(/<span popover id="([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toEqual(notes);
    expect(new Set(notes).size).toBe(notes.length);
    expect(notes.length).toBeGreaterThan(100);
    expect(page).not.toMatch(/<script/);
    expect(page).toContain(`>党员.总数 yunxi-town.yaml:${lineOf('党员:') + 1}</span>`);
    expect(page).not.toContain('区里');
  });
});
