import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { BUILT_IN } from '../tests/built-in.ts';
import { fillWithDocxtemplater } from './peers.ts';
import { printedParagraphs } from './printed-paragraphs.ts';
import { renderSample } from './render-sample.ts';
import { buildReport } from './shipped.ts';
import { timeInTurn } from './time-in-turn.ts';
import { makeTemplate } from './writing.ts';

/** From the text of a facts file to the bytes of a checked report, against docxtemplater that reads the same file and fills the same text. */
export async function benchFactsToBytes(sample: string): Promise<void> {
  const bytes = readFileSync(sample);
  const { template, data } = await makeTemplate(printedParagraphs(await renderSample(sample)));
  const [own = Number.NaN, peer = Number.NaN] = await timeInTurn([
    () => buildReport({ file: sample, bytes }, { ...BUILT_IN, isDraft: false, format: 'docx' }),
    () => {
      parse(bytes.toString());
      return fillWithDocxtemplater(template, data);
    },
  ]);
  console.log(`从 YAML 到 .docx：${bytes.length} 字节`);
  console.log(`  report           ${own.toFixed(3)} ms（含全部核对）`);
  console.log(`  yaml + docxtemplater ${peer.toFixed(3)} ms   ${(peer / own).toFixed(1)} ×   (target ≥ 4 ×)`);
}
