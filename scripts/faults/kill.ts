import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from '../generate-facts/chance.ts';
import { expect, makeStage, runBatch, survey } from './stage.ts';

const TIMES = 20;
const UNITS = 400;

/** kill -9 at any moment, then once more: everything complete, the same bytes, no litter. */
export async function killAtRandom(): Promise<string> {
  const stage = makeStage(UNITS);
  const began = performance.now();
  await runBatch(stage, 'whole');
  const length = performance.now() - began;
  const whole = survey(join(stage, 'whole')).reports;
  const chance = new Chance(9);
  const left: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const delay = chance.between(0, Math.round(length));
    const killed = await runBatch(stage, 'out', { afterStart: (kill) => setTimeout(kill, delay) });
    const before = killed.status === null ? survey(join(stage, 'out')).reports : whole;
    for (const [name, bytes] of before) expect(whole.get(name) === bytes, `${name} is whole after the kill`);
    left.push(before.size);
    const { status, out, err } = await runBatch(stage, 'out');
    const { reports, litter } = survey(join(stage, 'out'));
    expect(status === 0, `the next run ends well, not with ${status}: ${failuresIn(out)} ${err}`);
    expect(litter.length === 0, `no litter, not ${litter.join(' ')}`);
    expect(reports.size === UNITS, `all ${UNITS} reports, not ${reports.size}`);
    for (const [name, bytes] of reports) expect(whole.get(name) === bytes, `${name} has the same bytes`);
    rmSync(join(stage, 'out'), { recursive: true });
  }
  rmSync(stage, { recursive: true });
  return `killed ${TIMES} times with ${left.join(', ')} of ${UNITS} reports done; each next run completed all, same bytes, no litter`;
}

function failuresIn(out: string): string {
  return out
    .split('\n')
    .filter((line) => line.startsWith('失败 '))
    .join('; ');
}
