import { describe, expect, it } from 'vitest';
import { locate } from '../../../src/diagnostics/finding.ts';
import { passagesOf } from '../../../src/facts/read-passages.ts';
import { FACTS_RULES } from '../../../src/judge/registry.ts';
import { runFactsRules } from '../../../src/judge/run.ts';
import { countSources } from '../../../src/sources/count-sources.ts';
import { readPrevious } from '../../../src/sources/sources.ts';
import { openIn, readExample, SETTINGS, textUnder } from '../read-example.ts';

describe.each(FACTS_RULES)('$id', (rule) => {
  it.each(rule.examples)('$input', async ({ input, reports, files }) => {
    const reading = await readExample(input);
    const sources = files === undefined ? undefined : await countSources(reading.facts, openIn(files));
    const { previous: named } = reading.facts;
    const previous = named === undefined ? undefined : await readPrevious(named, openIn(files ?? {}));
    const subject = {
      facts: reading.facts,
      ...passagesOf(reading.facts, reading.written),
      ...(sources !== undefined && { sources }),
      ...(previous !== undefined && { previous }),
    };
    const findings = runFactsRules(subject, SETTINGS).filter((finding) => finding.rule === rule.id);
    const found = locate(findings, await reading.places());
    expect(found).toHaveLength(reports.length);
    for (const [index, expected] of reports.entries()) {
      const diagnostic = found[index];
      if (diagnostic === undefined) throw new Error('nothing is reported');
      expect([textUnder(input, diagnostic), diagnostic.message.slice(0, expected.length)]).toContain(
        expected,
      );
    }
  });

  it('has an example that reports and one that does not', () => {
    expect(rule.examples.some(({ reports }) => reports.length > 0)).toBe(true);
    expect(rule.examples.some(({ reports }) => reports.length === 0)).toBe(true);
  });
});
