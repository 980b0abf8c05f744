import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factsFile } from '../../scripts/generate-facts/facts-file.ts';
import { startWriting } from '../../src/disk/write-whole.ts';
import { readMarkup } from '../../src/document/read-markup.ts';
import { type Reading, readFacts } from '../../src/facts/read-facts.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { collectedUnit } from '../../src/judge/judge-collection.ts';
import { judgeFacts } from '../../src/judge/judge-facts.ts';
import { digestUnit } from '../../src/prose/unit-digest.ts';
import { chooseTemplate } from '../../src/template/choose-template.ts';
import { renderMarkup } from '../../src/template/render-markup.ts';
import { writeDocx } from '../../src/write/docx/write-docx.ts';

const UNITS = 400;
/** The first units, which the compiler has not seen, are not counted. */
const WARM_UP = 100;
const PROPERTIES = { author: '测试', date: new Date('2024-01-01T00:00:00Z') };

/** Takes several units the whole way from a facts file's text to a file on the disk, stage by stage, and prints what each takes. */
export async function benchStages(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'report-bench-'));
  await goThrough(0, WARM_UP, folder);
  const spent = await goThrough(WARM_UP, WARM_UP + UNITS, folder);
  rmSync(folder, { recursive: true });
  const whole = [...spent.values()].reduce((sum, time) => sum + time, 0);
  console.log(`从文字到文件，每份处理器 ${(whole / UNITS).toFixed(2)} 毫秒（${UNITS} 份）`);
  for (const [stage, time] of spent) {
    console.log(
      `  ${stage.padEnd(6, '　')} ${(time / UNITS).toFixed(3)} 毫秒 ${Math.round((time / whole) * 100)}%`,
    );
  }
}

/** Milliseconds by stage. A stage is measured over all units at once: to ask for the time costs some itself. */
async function goThrough(from: number, to: number, folder: string): Promise<Map<string, number>> {
  const spent = new Map<string, number>();
  const stage = async <T, U>(
    name: string,
    values: readonly T[],
    run: (value: T) => U | Promise<U>,
  ): Promise<U[]> => {
    const results: U[] = [];
    const began = process.cpuUsage();
    for (const value of values) results.push(await run(value));
    const { user, system } = process.cpuUsage(began);
    spent.set(name, (user + system) / 1000);
    return results;
  };
  const units = Array.from({ length: to - from }, (_, index) => index + from);
  const sources = units.map((index) => ({ file: 'unit.yaml', bytes: Buffer.from(factsFile(index, 1).text) }));
  const readings = (await stage('读事实', sources, readFacts)).map(({ value }) => given(value));
  await stage('查规则', readings, (reading) => judgeFacts(reading, DEFAULT_SETTINGS));
  const markups = (await stage('套模板', readings, render)).map(({ value }) => given(value));
  const documents = await stage(
    '读标记',
    markups,
    (markup) => readMarkup(markup, { isDraft: false }).document,
  );
  const files = await stage('写成文件', documents, (document) => writeDocx(document, PROPERTIES));
  await stage('留作比对', readings, (reading) => digestUnit(collectedUnit(reading)));
  let serial = 0;
  await stage('落盘', files, (bytes) => startWriting(join(folder, `${from}-${serial++}.docx`), bytes));
  return spent;
}

async function render(reading: Reading) {
  const template = given((await chooseTemplate(reading, { templateFolders: [] })).value);
  return renderMarkup(template, reading, { isDraft: false });
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the unit does not build');
  return value;
}
