import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, runBatch } from './stage.ts';

const FILES = 100_000;
/** Every so many files one is a facts file, and lacks nearly everything. */
const FACTS_EVERY = 20;
const A_FOLDER = 1_000;
/** Milliseconds, on a machine that does something else as well; without more work than the files need it takes a tenth. */
const LONGEST = 300_000;

/** 100,000 small files, most of them none of ours: each facts file has its line, in bounded time. */
export async function walkManyFiles(): Promise<string> {
  const stage = mkdtempSync(join(tmpdir(), 'report-faults-'));
  for (let index = 0; index < FILES; index += 1) {
    const folder = join(stage, 'facts', `${Math.floor(index / A_FOLDER)}乡`);
    if (index % A_FOLDER === 0) mkdirSync(folder, { recursive: true });
    const isFacts = index % FACTS_EVERY === 0;
    const text = isFacts ? `单位: {名称: 青禾县第${index}镇, 类型: 镇}\n` : '记\n';
    writeFileSync(join(folder, `${index}.${isFacts ? 'yaml' : 'txt'}`), text);
  }
  const began = performance.now();
  const { status, out } = await runBatch(stage, 'out');
  const took = Math.round(performance.now() - began);
  const units = FILES / FACTS_EVERY;
  expect(status === 1, `status 1, not ${status}`);
  expect(out.includes(`合计 ${units} 个：已生成 0，未变 0，失败 ${units}`), 'every facts file has its line');
  expect(took < LONGEST, `within ${LONGEST} ms, not ${took}`);
  rmSync(stage, { recursive: true });
  return `${FILES} files with ${units} incomplete facts files among them took ${took} ms`;
}
