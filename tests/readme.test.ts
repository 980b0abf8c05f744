import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../src/config/read-settings.ts';
import { buildProgram } from './built-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  let program: string;
  beforeAll(async () => {
    program = await buildProgram();
  });

  it('tells people to run two commands, and CI runs them', () => {
    const commands = blocks('sh').map((block) => block.trim());
    expect(commands).toHaveLength(2);
    const steps = readFileSync(join(ROOT, '.ci/run'), 'utf8')
      .split('\n')
      .filter((line) => /^(npm|npx|git) /.test(line));
    expect(steps).toEqual([...commands, 'git diff --exit-code']);
  });

  it('builds a report with the first command of its quick start', () => {
    const [command = ''] = blocks('sh');
    const words = command.trim().replace('npm ci && npx report ', '').split(' ');
    const folder = temporaryFolder();
    const output = join(folder, words.pop() ?? '');
    execFileSync(process.execPath, [program, ...words, output], { cwd: ROOT });
    expect(readFileSync(output).subarray(0, 2).toString()).toBe('PK');
  });

  it('shows what check really says', () => {
    const [, example = ''] = /```text\n\$ npx report ([^`]*)```/.exec(README) ?? [];
    const [command = '', ...said] = example.trimEnd().split('\n');
    const options = { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } } as const;
    const { stdout, stderr } = spawnSync(process.execPath, [program, ...command.split(' ')], options);
    expect(`${stdout.trimEnd()}\n${stderr.trimEnd()}`).toBe(said.join('\n'));
  });

  it('gives a facts file that has no faults and builds', () => {
    const facts = blocks('yaml').find((text) => text.startsWith('版本')) ?? '';
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.yaml'), facts);
    const { stderr, status } = spawnSync(process.execPath, [program, 'build', join(folder, 'a.yaml')]);
    expect(`${stderr}`).toBe('');
    expect(status).toBe(0);
  });

  it('gives a configuration that can be read', () => {
    const settings = blocks('yaml').find((text) => text.startsWith('模板')) ?? '';
    expect(readSettings(settings, 'report.config.yaml').settings).toMatchObject({ template: 'self-review' });
  });

  it('links to files that exist', () => {
    const targets = [...README.matchAll(/\]\((?!http)([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });
});

/** The fenced blocks of a language, in order. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(
    (match) => match[1] ?? '',
  );
}
