import { load } from 'js-yaml';
import { parse } from 'yaml';
import { factsFile } from '../scripts/generate-facts/facts-file.ts';
import { BUILT_IN } from '../tests/built-in.ts';
import { checkReport } from './shipped.ts';
import { timeInTurn } from './time-in-turn.ts';

const FILES = 50;
const SEED = 1;

/** Checks generated facts files by every rule of their own, against reading nothing but their YAML. */
export async function benchChecking(): Promise<void> {
  const files = Array.from({ length: FILES }, (_, index) => {
    const { path, text } = factsFile(index, SEED);
    return { file: path, text, bytes: Buffer.from(text) };
  });
  const options = { isDraft: false, settings: BUILT_IN.settings };
  const times = await timeInTurn([
    async () => {
      for (const { file, bytes } of files) await checkReport({ file, bytes }, options);
    },
    () => files.map(({ text }) => parse(text)),
    () => files.map(({ text }) => load(text)),
  ]);
  const [own = Number.NaN, yaml = Number.NaN, jsYaml = Number.NaN] = times.map((time) => time / FILES);
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / FILES;
  console.log(`核对：${FILES} 份生成的事实，平均 ${Math.round(size)} 字节`);
  console.log(`  report check     ${own.toFixed(3)} ms（读取和全部规则）`);
  console.log(`  yaml             ${yaml.toFixed(3)} ms   ${(own / yaml).toFixed(2)} ×   (target ≤ 2 ×)`);
  console.log(`  js-yaml          ${jsYaml.toFixed(3)} ms   ${(own / jsYaml).toFixed(2)} ×`);
}
