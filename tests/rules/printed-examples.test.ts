import { describe, expect, test } from 'vitest';
import { PRINTED_RULES } from '../../src/judge/registry.ts';

describe.each(PRINTED_RULES)('$id', (rule) => {
  test.each(rule.examples)('$input', ({ input, reports }) => {
    const said: string[] = [];
    const pages = input.split('\n');
    rule.check({ pages, signatory: '中共云溪镇委员会', date: '2023年10月20日' }, ({ message }) =>
      said.push(message),
    );
    expect(said).toEqual(reports);
  });
});
