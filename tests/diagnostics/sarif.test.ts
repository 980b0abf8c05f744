import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { formatSarif } from '../../src/diagnostics/format-sarif.ts';
import { FINDINGS } from './sample-findings.ts';

const SCHEMA = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);

const tool = {
  version: '1.2.3',
  titleOf: (rule: string) => (rule === 'tally-sum' ? '总数与分项' : undefined),
};
const text = formatSarif(FINDINGS, tool);
const log: Log = JSON.parse(text);

describe('formatSarif', () => {
  it('is valid against the standard’s schema', () => {
    const ajv = addFormats.default(new Ajv.default({ strict: false, unicodeRegExp: false }));
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
    expect([validate(log), validate.errors]).toEqual([true, null]);
  });

  it('points at both places, in code points', () => {
    const [run] = log.runs;
    expect(run?.columnKind).toBe('unicodeCodePoints');
    expect(run?.results?.[1]).toMatchObject({
      ruleId: 'tally-sum',
      level: 'error',
      locations: [
        { physicalLocation: { region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 10 } } },
      ],
      relatedLocations: [{ message: { text: '正式290名' }, physicalLocation: { region: { startLine: 3 } } }],
    });
  });

  it('names its rules where they have a title', () => {
    const rules = log.runs[0]?.tool.driver.rules;
    expect(rules).toEqual([
      { id: 'branch-size' },
      { id: 'tally-sum', shortDescription: { text: '总数与分项' } },
    ]);
  });

  it.each([
    ['云溪镇.yaml', '%E4%BA%91%E6%BA%AA%E9%95%87.yaml'],
    ['/县/a b.yaml', 'file:///%E5%8E%BF/a%20b.yaml'],
    ['C:\\县\\a.yaml', 'file:///C:/%E5%8E%BF/a.yaml'],
    ['<stdin>', '%3Cstdin%3E'],
  ])('writes %s as a URI', (file, uri) => {
    const diagnostics = FINDINGS.diagnostics.slice(0, 1).map((each) => ({ ...each, file }));
    const { runs }: Log = JSON.parse(formatSarif({ ...FINDINGS, diagnostics }, tool));
    expect(runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });
});
