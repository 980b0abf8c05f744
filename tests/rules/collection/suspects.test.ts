import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/facts/read-facts.ts';
import {
  collectedUnit,
  judgeCollection,
  judgeRemembered,
  judgeSuspects,
  rememberUnit,
} from '../../../src/judge/judge-collection.ts';
import { findSuspects } from '../../../src/prose/find-suspects.ts';
import { digestUnit } from '../../../src/prose/unit-digest.ts';
import { samples } from '../../sample-size.ts';
import { readExample, SETTINGS } from '../read-example.ts';

/** Words of which every township writes some: enough to share, too many to share by chance. */
const WORDS = Array.from({ length: 400 }, (_, at) =>
  String.fromCharCode(0x4e00 + at * 7, 0x5e00 + at * 3, 0x6c00 + at),
);
const NAMES = ['青禾县云溪镇', '青禾县石桥乡', '丰乐县柳湾街道', '丰乐县东河园区'];

const body = fc
  .array(fc.constantFrom(...WORDS), { minLength: 40, maxLength: 60 })
  .map((words) => words.join(''));
const township = fc.record({
  name: fc.constantFrom(...NAMES),
  own: body,
  shared: fc.constantFrom('', '', WORDS.slice(0, 25).join(''), WORDS.slice(100, 121).join('')),
  named: fc.constantFrom('', '', ...NAMES),
});

async function judgeInGroups(readings: readonly Reading[]) {
  const digests = readings.map(collectedUnit).map(digestUnit);
  const found = [];
  const read = async (file: string) => readings.find(({ source }) => source.file === file);
  for await (const diagnostic of judgeSuspects(
    findSuspects(() => digests),
    SETTINGS,
    read,
  ))
    found.push(diagnostic);
  return found;
}

const placeOf = ({ rule, file, start, end }: Awaited<ReturnType<typeof judgeCollection>>[number]) =>
  `${rule} ${file} ${start.line}:${start.column}-${end.column}`;

describe('a collection too large for memory', () => {
  it('is judged from digests as it is from the files themselves', () =>
    fc.assert(
      fc.asyncProperty(fc.array(township, { minLength: 2, maxLength: 6 }), async (townships) => {
        const readings = await Promise.all(
          townships.map(({ name, own, shared, named }, at) =>
            readExample(
              `单位: {名称: ${name}}\n工作:\n  - {标题: 甲, 内容: ${own}，${shared}，由${named}负责}\n`,
              `${at}`,
            ),
          ),
        );
        const [whole, groups] = [await judgeCollection(readings, SETTINGS), await judgeInGroups(readings)];
        expect(groups.map(placeOf).sort()).toEqual(whole.map(placeOf).sort());
      }),
      { seed: 7, numRuns: samples(40) },
    ));

  it('is judged from what is remembered as it is from the files, comments that ignore included', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(township, fc.constantFrom('', '', ...IGNORES)), { minLength: 2, maxLength: 6 }),
        async (townships) => {
          const readings = await Promise.all(
            townships.map(([{ name, own, shared, named }, ignore], at) =>
              readExample(
                `单位: {名称: ${name}}${ignore}\n工作:\n  - 标题: 甲\n    内容: ${own}，${shared}，由${named}负责${ignore}\n`,
                `${at}`,
              ),
            ),
          );
          const read = async (file: string) => readings.find(({ source }) => source.file === file);
          const whole = await judgeCollection(readings, SETTINGS);
          const remembered = await judgeRemembered(
            readings.map((each) => rememberUnit(each)),
            SETTINGS,
            read,
          );
          expect(remembered.map(placeOf).sort()).toEqual(whole.map(placeOf).sort());
        },
      ),
      { seed: 11, numRuns: samples(40) },
    ));
});

const IGNORES = [
  ' # 忽略 copied-passage：县里统一写的',
  ' # 忽略 foreign-name、duplicate-unit：两个单位合署办公',
];
