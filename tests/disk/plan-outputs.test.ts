import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { findDuplicateOutputs, planOutputs } from '../../src/disk/plan-outputs.ts';
import { inFolder } from './in-folder.ts';

const folder = inFolder();
const outputs = (inputs: string[], target?: string) =>
  planOutputs(inputs, { target, ending: '.docx' }).map(({ output }) => output);

describe('planOutputs', () => {
  it.each([
    [['a/云溪镇.yaml'], undefined, ['a/云溪镇.docx']],
    [['云溪镇.YML'], undefined, ['云溪镇.docx']],
    [['云溪镇.2023.yaml'], undefined, ['云溪镇.2023.docx']],
    [['云溪镇'], undefined, ['云溪镇.docx']],
    [['.yaml'], undefined, ['.yaml.docx']],
    [['a.yaml'], '报告.docx', ['报告.docx']],
    [['a.yaml'], '报告', ['报告']],
    [['a.yaml'], '报告/', ['报告/a.docx']],
    [['a.yaml', 'x/b.yaml'], '报告.docx', ['报告.docx/a.docx', '报告.docx/b.docx']],
    [['-'], undefined, ['-']],
    [['-'], 'a.docx', ['a.docx']],
    [['a.yaml'], '-', ['-']],
  ])('of %j with -o %j are %j', (inputs, target, expected) => {
    expect(outputs(inputs, target)).toEqual(expected);
  });

  it('go into a folder that exists', () => {
    mkdirSync(folder.path('有'));
    expect(outputs(['a.yaml'], folder.path('有'))).toEqual([join(folder.path('有'), 'a.docx')]);
  });

  it('go where the configuration says, unless -o does', () => {
    const options = { folderOf: () => '县里', ending: '.docx' };
    expect(planOutputs(['镇/a.yaml'], options)[0]?.output).toBe('县里/a.docx');
    expect(planOutputs(['镇/a.yaml'], { ...options, target: 'b/' })[0]?.output).toBe('b/a.docx');
  });

  it.each([
    [['-'], '报告/'],
    [['a.yaml', 'b.yaml'], '-'],
  ])('of %j with -o %j have no place', (inputs, target) => {
    expect(() => outputs(inputs, target)).toThrow(UserError);
  });
});

describe('findDuplicateOutputs', () => {
  it('names the later input and points at the earlier one', () => {
    const plan = planOutputs(['x/a.yaml', 'y/b.yaml', 'y/a.yml'], { target: 'out/', ending: '.docx' });
    expect(findDuplicateOutputs(plan)).toMatchObject([
      { rule: 'duplicate-output', severity: 'error', file: 'y/a.yml', related: [{ file: 'x/a.yaml' }] },
    ]);
  });

  it('sees through different ways to write a path', () => {
    const plan = [
      { input: 'a.yaml', output: 'a.docx' },
      { input: 'x/../a.yml', output: './x/../a.docx' },
    ];
    expect(findDuplicateOutputs(plan)).toHaveLength(1);
  });
});
