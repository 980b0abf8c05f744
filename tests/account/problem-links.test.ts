import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import { passagesOf } from '../../src/facts/read-passages.ts';
import { runFactsRules } from '../../src/judge/run.ts';
import { ledgerOf } from '../../src/sheets/ledger.ts';
import { SETTINGS } from '../rules/read-example.ts';
import { print, textOf } from '../template/print.ts';
import { MINIMAL } from '../template/sample-facts.ts';

const PROBLEMS = [{ id: 'P1', title: '一、督办不到位。' }, { title: '学习不深入' }];

/** How a clerk may call the two problems of the list. */
const NAMES: readonly (readonly [name: string, called: readonly [first: string, second: string]])[] = [
  ['the id and the title', ['P1', '学习不深入']],
  ['full-width spaces of an input method', ['P1\u3000', '\u3000学习不深入\u3000']],
  ['titles without the number ahead of them and the mark at their end', ['督办不到位', '学习不深入。']],
  ['the title of a problem that has an id', ['一、督办不到位。', '学习不深入']],
];

describe.each(NAMES)('problems called by %s', (_, [first, second]) => {
  const facts: Facts = {
    ...MINIMAL,
    problems: PROBLEMS,
    causes: [{ title: '平时抓得松', problems: [second, first] }],
    measures: [
      { title: '建立台账', problems: [first], department: '党建办', deadline: '长期坚持' },
      { title: '开好学习会', problems: [second], department: '党建办', deadline: '长期坚持' },
    ],
  };

  it('are no unknown references, and lack neither cause nor measure', () => {
    const findings = runFactsRules({ facts, ...passagesOf(facts, new Map()) }, SETTINGS);
    expect(findings.map(({ rule }) => rule)).toEqual([]);
  });

  it('have their measures in a report on rectification', async () => {
    const text = await textOf(await print('rectification-report', facts));
    expect(text).toMatch(/督办不到位[\s\S]*建立台账[\s\S]*学习不深入[\s\S]*开好学习会/);
  });

  it('have their measures in the ledger', () => {
    const rows = [...ledgerOf([{ facts, written: new Map() }]).rows];
    expect(rows.map(({ number, measure }) => [number, measure?.text])).toEqual([
      [1, '建立台账。'],
      [2, '开好学习会。'],
    ]);
  });
});
