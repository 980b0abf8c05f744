import { describe, expect, it } from 'vitest';
import { locate, placesAmong } from '../../../src/diagnostics/finding.ts';
import { collectedUnit } from '../../../src/judge/judge-collection.ts';
import { COLLECTION_RULES } from '../../../src/judge/registry.ts';
import { runCollectionRules } from '../../../src/judge/run.ts';
import { readExample, SETTINGS, textUnder } from '../read-example.ts';

describe.each(COLLECTION_RULES.filter(({ examples }) => examples.length > 0))('$id', (rule) => {
  it.each(rule.examples)('$input', async ({ input, others = [], reports }) => {
    const texts = [input, ...others];
    const readings = await Promise.all(texts.map((text, index) => readExample(text, `${index}`)));
    const units = readings.map(collectedUnit);
    const findings = runCollectionRules(units, SETTINGS, rule.id);
    const places = await placesAmong(findings, async (file) => {
      const reading = readings[Number(file)];
      if (reading === undefined) throw new Error(file);
      return reading.places();
    });
    const found = locate(findings, places);
    expect(found.map((diagnostic) => textUnder(texts[Number(diagnostic.file)] ?? '', diagnostic))).toEqual(
      reports,
    );
  });
});
