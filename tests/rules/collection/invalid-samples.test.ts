import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectedUnit } from '../../../src/judge/judge-collection.ts';
import { judgeFacts } from '../../../src/judge/judge-facts.ts';
import { runCollectionRules } from '../../../src/judge/run.ts';
import { readExample, SETTINGS } from '../read-example.ts';

const FOLDER = new URL('../../../data-samples/invalid/', import.meta.url);

async function readFolder(name: string) {
  const folder = new URL(`${name}/`, FOLDER);
  const files = readdirSync(folder).sort();
  return Promise.all(files.map((file) => readExample(readFileSync(new URL(file, folder), 'utf8'), file)));
}

describe('data-samples/invalid', () => {
  it.each([
    ['foreign-name', ['foreign-name shiqiao.yaml work.1.points.1']],
    [
      'copied-passage',
      ['copied-passage liuwan.yaml work.1.points.0', 'copied-passage shiqiao.yaml work.1.points.0'],
    ],
  ])('%s/ fails with this rule and no other', async (name, expected) => {
    const readings = await readFolder(name);
    const found = runCollectionRules(readings.map(collectedUnit), SETTINGS);
    expect(found.map(({ rule, at }) => `${rule} ${at.file} ${at.path}`)).toEqual(expected);
    for (const reading of readings) expect(await judgeFacts(reading, SETTINGS)).toEqual([]);
  });
});
