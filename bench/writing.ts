import { writeDocx } from '../src/write/docx/write-docx.ts';
import { fillWithDocxtemplater, fillWithEasyTemplate, writeWithDocx } from './peers.ts';
import { printedParagraphs } from './printed-paragraphs.ts';
import { renderSample } from './render-sample.ts';
import { timeInTurn } from './time-in-turn.ts';

const PROPERTIES = { author: '云溪镇', date: new Date('2024-01-01T00:00:00Z') };

/** Writes the same report with this program and with its peers, and prints how many times faster it is. */
export async function benchWriting(sample: string): Promise<void> {
  const document = await renderSample(sample);
  const paragraphs = printedParagraphs(document);
  const { template, data } = await makeTemplate(paragraphs);
  const writers = [
    { name: 'report', target: 0, write: () => writeDocx(document, PROPERTIES) },
    { name: 'docx', target: 20, write: () => writeWithDocx(paragraphs) },
    { name: 'easy-template-x', target: 10, write: () => fillWithEasyTemplate(template, data) },
    { name: 'docxtemplater', target: 0, write: () => fillWithDocxtemplater(template, data) },
  ];
  const times = await timeInTurn(writers.map(({ write }) => write));
  const own = times[0] ?? Number.NaN;
  console.log(`写 .docx：${sample}，${paragraphs.length} 段，${length(paragraphs)} 字`);
  for (const [index, { name, target }] of writers.entries()) {
    const time = times[index] ?? Number.NaN;
    const goal = target === 0 ? '' : `   (target ≥ ${target} ×)`;
    console.log(
      `  ${name.padEnd(16)} ${time.toFixed(3).padStart(7)} ms   ${(time / own).toFixed(1).padStart(5)} ×${goal}`,
    );
  }
}

function length(paragraphs: ReturnType<typeof printedParagraphs>): number {
  return paragraphs.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + text.length, 0);
}

/** The same paragraphs with a tag for each run, and what the tags stand for. */
export async function makeTemplate(paragraphs: ReturnType<typeof printedParagraphs>) {
  const data: Record<string, string> = {};
  const tagged = paragraphs.map(({ style, runs }) => ({
    style,
    runs: runs.map(({ text, isHeading }) => {
      const tag = `t${Object.keys(data).length}`;
      data[tag] = text;
      return { text: `{${tag}}`, isHeading };
    }),
  }));
  return { template: Buffer.from(await writeWithDocx(tagged)), data };
}
