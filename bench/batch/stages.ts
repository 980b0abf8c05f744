import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factsFile } from '../../scripts/generate-facts/facts-file.ts';
import { readMarkup } from '../../src/document/read-markup.ts';
import { readFacts } from '../../src/facts/read-facts.ts';
import { writeWhole } from '../../src/output/write-whole.ts';
import { DEFAULT_WORD_LISTS } from '../../src/rules/generated/default-word-lists.ts';
import { collectedUnit } from '../../src/rules/judge-collection.ts';
import { judgeFacts } from '../../src/rules/judge-facts.ts';
import { digestUnit } from '../../src/rules/likeness/unit-digest.ts';
import { chooseTemplate } from '../../src/template/choose-template.ts';
import { renderMarkup } from '../../src/template/render-markup.ts';
import { writeDocx } from '../../src/write/docx/write-docx.ts';

const UNITS = 400;
/** The first units, which the compiler has not seen, are not counted. */
const WARM_UP = 100;
const PROPERTIES = { author: '测试', date: new Date('2024-01-01T00:00:00Z') };

/** Goes the whole way from a facts file's text to a file on the disk, and prints what each stage takes of it. */
export async function benchStages(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'report-bench-'));
  const spent = new Map<string, number>();
  for (let index = 0; index < WARM_UP + UNITS; index += 1) {
    await goThrough(index, folder, index < WARM_UP ? new Map() : spent);
  }
  rmSync(folder, { recursive: true });
  const whole = [...spent.values()].reduce((sum, time) => sum + time, 0);
  console.log(`从文字到文件，每份 ${(whole / UNITS).toFixed(2)} 毫秒（${UNITS} 份）`);
  for (const [stage, time] of spent) {
    console.log(
      `  ${stage.padEnd(10, '　')} ${(time / UNITS).toFixed(3)} 毫秒 ${Math.round((time / whole) * 100)}%`,
    );
  }
}

async function goThrough(index: number, folder: string, spent: Map<string, number>): Promise<void> {
  const timed = async <T>(stage: string, run: () => T | Promise<T>): Promise<T> => {
    const began = process.cpuUsage();
    const value = await run();
    const { user, system } = process.cpuUsage(began);
    spent.set(stage, (spent.get(stage) ?? 0) + (user + system) / 1000);
    return value;
  };
  const source = { file: 'unit.yaml', bytes: Buffer.from(factsFile(index, 1).text) };
  const reading = given((await timed('读事实', () => readFacts(source))).value);
  const settings = { severities: {}, lists: DEFAULT_WORD_LISTS, isDraft: false };
  await timed('查规则', () => judgeFacts(reading, settings));
  const template = given((await chooseTemplate(reading, { templateFolders: [] })).value);
  const options = { isDraft: false, reported: new Set<string>() };
  const markup = given((await timed('套模板', () => renderMarkup(template, reading, options))).value);
  const { document } = await timed('读标记', () => readMarkup(markup, { isDraft: false }));
  const bytes = await timed('写 docx', () => writeDocx(document, PROPERTIES));
  await timed('比对指纹', () => digestUnit(collectedUnit(reading)));
  await timed('落盘', () => writeWhole(join(folder, `${index}.docx`), bytes));
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the unit does not build');
  return value;
}
