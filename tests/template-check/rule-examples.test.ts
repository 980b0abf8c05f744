import { describe, expect, it } from 'vitest';
import { TEMPLATE_RULES } from '../../src/judge/registry.ts';
import { writeTemplate } from '../template/write-template.ts';
import { check } from './check.ts';

const EXAMPLES = TEMPLATE_RULES.flatMap(({ id, examples }) =>
  examples.map(({ input, reports }) => [id, input, reports] as const),
);

describe('the examples of the rules', () => {
  it.each(EXAMPLES)('%s: %s', async (rule, input, reports) => {
    const found = (await check('own', writeTemplate('own', input))).filter((each) => each.rule === rule);
    const texts = found.map(({ start, message }) => [input.slice(start.column - 1), message]);
    expect(found).toHaveLength(reports.length);
    for (const [index, report] of reports.entries()) {
      expect(texts[index]?.some((text) => text.startsWith(report))).toBe(true);
    }
  });
});
