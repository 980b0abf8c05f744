import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { checkReport, readSources } from '../../src/use/build.ts';

const FILE = fileURLToPath(new URL('../../data-samples/with-rosters/xueqiao-township.yaml', import.meta.url));

it('the sample with rosters says what its rosters count', async () => {
  const source = { file: FILE, bytes: readFileSync(FILE) };
  const { value, diagnostics } = await checkReport(source, { isDraft: false, settings: DEFAULT_SETTINGS });
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error('the sample cannot be read');
  const { figures } = await readSources(value);
  expect(
    figures.map(({ path, item = '', value: counted }) => `${path} ${item} ${counted}`),
  ).toMatchSnapshot();
});
