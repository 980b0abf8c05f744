import { describe, expect, it } from 'vitest';
import { judgeFacts } from '../../src/judge/judge-facts.ts';
import { readExample, SETTINGS } from '../rules/read-example.ts';

const TEXT =
  '党支部:\n  总数: 8\n  分类: {机关: 3, 村: 6}\n问题:\n  - {标题: 公示不规范, 表现: 公示电话13900000000。}\n';

async function severities(set: Readonly<Record<string, 'error' | 'warning' | 'off'>>): Promise<string[]> {
  const found = await judgeFacts(await readExample(TEXT), { ...SETTINGS, severities: set });
  return found.filter(({ rule }) => rule !== 'schema').map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('the rules', () => {
  it('report with their own severity', async () => {
    expect(await severities({})).toEqual(['tally-sum error', 'sensitive-data warning']);
  });

  it('follow the configuration', async () => {
    expect(await severities({ 'tally-sum': 'warning', 'sensitive-data': 'error' })).toEqual([
      'tally-sum warning',
      'sensitive-data error',
    ]);
    expect(await severities({ 'tally-sum': 'off', 'sensitive-data': 'off' })).toEqual([]);
  });

  it('let a draft hold 待补', async () => {
    const reading = await readExample('党员:\n  总数: 待补\n');
    const rules = async (isDraft: boolean) =>
      (await judgeFacts(reading, { ...SETTINGS, isDraft })).map(({ rule }) => rule);
    expect(await rules(false)).toContain('pending-value');
    expect(await rules(true)).not.toContain('pending-value');
  });
});
