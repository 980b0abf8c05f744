import { load } from 'js-yaml';
import { factsFile } from '../../scripts/generate-facts/facts-file.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { renderReport } from '../../src/use/build.ts';
import { fillWithDocxtemplater, fillWithEasyTemplate, writeWithDocx } from '../peers.ts';
import { printedParagraphs } from '../printed-paragraphs.ts';
import { buildReport } from '../shipped.ts';
import { timePerRun } from '../time-per-run.ts';
import { makeTemplate } from '../writing.ts';

const UNITS = 12;
/** Milliseconds of each program ahead of what is measured, as in a batch whose code the compiler has done with. */
const WARM_UP = 8000;
const OPTIONS = {
  isDraft: false,
  settings: DEFAULT_SETTINGS,
  templateFolders: [],
};

/** From a facts file's text to the bytes of a .docx, several units in turn: this program with its checks, and peers that only read and write. */
export async function benchPeers(): Promise<void> {
  const units = await Promise.all(Array.from({ length: UNITS }, (_, index) => runnersFor(index)));
  const runs = units.flatMap((runners) => Object.entries(runners));
  for (const [, run] of runs) await timePerRun(run, WARM_UP / UNITS);
  const times = new Map<string, number>();
  for (const [name, run] of runs) {
    times.set(name, (times.get(name) ?? 0) + (await timePerRun(run)) / UNITS);
  }
  const own = times.get('report') ?? Number.NaN;
  console.log('从事实文字到 .docx（各自读 YAML；report 还查全部规则）');
  for (const [name, time] of times) {
    console.log(
      `  ${name.padEnd(16)} ${time.toFixed(2).padStart(7)} 毫秒 ${(time / own).toFixed(1).padStart(5)} 倍`,
    );
  }
}

async function runnersFor(index: number): Promise<Record<string, () => unknown>> {
  const { text } = factsFile(index, 1);
  const source = { file: 'unit.yaml', bytes: Buffer.from(text) };
  const { value } = await renderReport(source, OPTIONS);
  if (value === undefined) throw new Error('the unit does not build');
  const paragraphs = printedParagraphs(value.document);
  const { template, data } = await makeTemplate(paragraphs);
  const after = (write: () => unknown) => () => {
    load(text);
    return write();
  };
  return {
    report: () => buildReport(source, { ...OPTIONS, format: 'docx' }),
    docx: after(() => writeWithDocx(paragraphs)),
    docxtemplater: after(() => fillWithDocxtemplater(template, data)),
    'easy-template-x': after(() => fillWithEasyTemplate(template, data)),
  };
}
