import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { refuse, skeletonOf } from '../../scripts/new-rule.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run new:rule', () => {
  it.each(['facts', 'prose', 'collection'] as const)('makes a %s rule that type-checks', (stage) => {
    const file = join(temporaryFolder(), 'name-length.ts');
    const source = skeletonOf('name-length', stage).replace("'../rule.ts'", `'${ROOT}src/rules/rule.ts'`);
    writeFileSync(file, source);
    expect(typeErrors(file)).toBe('');
  });

  it.each([
    ['TallySum', 'facts', '小写'],
    ['tally-sum', 'facts', '已经有了'],
    ['tally-sum', 'prose', '已经有了'],
    ['name-length', 'reading', '没有“reading”'],
  ])('refuses %s for %s', (id, stage, reason) => {
    expect(refuse(id, stage)).toContain(reason);
  });
});

function typeErrors(file: string): string {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const flags = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--types',
    'node',
    '--module',
    'nodenext',
    '--target',
    'es2023',
  ];
  try {
    execFileSync(process.execPath, [tsc, '--ignoreConfig', ...flags, '--allowImportingTsExtensions', file], {
      cwd: ROOT,
    });
    return '';
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}
