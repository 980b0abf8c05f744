import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, read } from './fixture.ts';
import { start } from './program.ts';
import { contradictoryTownship, township } from './township.ts';

const NAMES = ['云溪', '石桥', '平田', '白石', '柳湖', '松岗', '高坪', '河口'];

it('gives the same bytes, the same listing and the same summary whatever the number of jobs', async () => {
  const facts = NAMES.map((name, at) => [
    `facts/${at % 3}/${at}.yaml`,
    at === 5 ? contradictoryTownship(`青禾县${name}镇`) : township(`青禾县${name}镇`),
  ]);
  const run = async (jobs: string) => {
    const folder = makeFolder(Object.fromEntries(facts));
    const [from, to, summary] = ['facts', 'out', 'summary.json'].map((name) => join(folder, name));
    const args = ['batch', from, '-o', to, '--jobs', jobs, '--summary', summary].map(String);
    const { status, out, err } = await start(args).ended;
    const files = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }).sort();
    const bytes = files
      .filter((file) => file.endsWith('.docx'))
      .map((file) => read(join(folder, 'out', file)));
    const texts = [out, err, read(join(folder, 'summary.json')).toString()];
    return { status, files, bytes, texts: texts.map((text) => text.replaceAll(folder, '')) };
  };
  const one = await run('1');
  expect(one.bytes).toHaveLength(7);
  expect(await run('3')).toEqual(one);
});
