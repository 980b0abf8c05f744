import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSettings } from '../../src/config/read-settings.ts';
import { ruleSettings } from '../../src/config/rule-settings.ts';
import { CONFIGURATION } from '../../src/config/shape.ts';

const PAGE = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const [example = ''] = [...PAGE.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '');

it('the page on the configuration shows every setting, in a file that can be read', () => {
  const settings = readSettings(example, 'report.config.yaml').settings;
  expect(Object.keys(settings).sort()).toEqual(Object.keys(CONFIGURATION.fields).sort());
  expect(Object.keys(settings.words ?? {}).sort()).toEqual(
    Object.keys(CONFIGURATION.fields.words.shape.fields).sort(),
  );
  expect(() => ruleSettings({ folder: '/', settings }, '/a.yaml', false)).not.toThrow();
});
