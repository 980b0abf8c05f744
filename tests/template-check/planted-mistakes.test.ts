import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../src/template/precompiled.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { check } from './check.ts';

type Mistake = readonly [
  template: string,
  file: string,
  right: string,
  wrong: string,
  rule: string,
  at: string,
];

/** Mistakes in copies of the built-in templates: what is put in whose place, and what the finding stands at. */
const MISTAKES: readonly Mistake[] = [
  [
    'self-review',
    'report.hbs',
    '{{paragraphs leadIns.work}}',
    '{{paragraphs leadIns.wrok}}',
    'template-path',
    'leadIns.wrok',
  ],
  ['self-review', 'report.hbs', '{{#each work}}', '{{#each 工做}}', 'template-path', '工做'],
  ['self-review', 'report.hbs', '{{> problem-list}}', '{{problems}}', 'template-path', 'problems}}'],
  ['self-review', 'report.hbs', '{{#each work}}', '{{#each closing}}', 'template-path', 'closing'],
  [
    'self-review',
    'report.hbs',
    '{{entry 2 title body points}}',
    '{{entry 2 points}}',
    'template-helper',
    'points}}',
  ],
  ['self-review', 'report.hbs', '{{/present}}', '{{/if}}', 'template-syntax', '{{#present preamble}}'],
  ['self-review', 'report.hbs', '{{> figures}}', '{{> figurse}}', 'template-helper', 'figurse'],
  [
    'self-review',
    'report.hbs',
    '{{> foot}}',
    '{{> foot}}{{sentnces closing}}',
    'template-helper',
    'sentnces',
  ],
  [
    'special-report',
    'report.hbs',
    '{{paragraphs closing}}',
    '{{{closing}}}',
    'template-markup',
    '{{{closing}}}',
  ],
  [
    'special-report',
    'report.hbs',
    '{{entry 2 title body points}}',
    '{{entry 3 title body points}}',
    'template-markup',
    '{{entry 3',
  ],
  ['special-report', 'report.hbs', '{{> compliance}}', '<div>说明</div>', 'template-markup', 'div>'],
  ['special-report', 'report.hbs', '{{paragraphs closing}}', '<p>结束。<p>完</p>', 'template-markup', 'p>'],
  [
    'special-report',
    'report.hbs',
    '{{paragraphs closing}}',
    '<p class="a">结束。</p>',
    'template-markup',
    'p class',
  ],
  [
    'special-report',
    'report.hbs',
    '{{paragraphs closing}}',
    '<p>前<h2>后</h2></p>',
    'template-markup',
    'h2>后',
  ],
  [
    'inspection-briefing',
    'report.hbs',
    '{{> figures}}',
    '{{> figures}}<p>党员{{members.total}}名。</p>',
    'template-needs',
    '{{members.total}}',
  ],
  [
    'inspection-briefing',
    'report.hbs',
    '{{> figures}}',
    '{{> figures}}<p>良好，{{#present closing}}好{{/present}}。</p>',
    'template-punctuation',
    '，{{#present closing',
  ],
  [
    'inspection-briefing',
    'template.yaml',
    'problems]',
    'problems, attachments, feedback]',
    'template-needs',
    'feedback',
  ],
  [
    'inspection-briefing',
    'template.yaml',
    'work, problems]',
    'work, problems, probelms]',
    'template-needs',
    'probelms',
  ],
  ['inspection-briefing', 'template.yaml', 'audience:', 'audeince:', 'template-info', 'audeince'],
  [
    'half-year-summary',
    'report.hbs',
    '{{#is half "1"}}',
    '{{#is unit.kind "村"}}',
    'template-helper',
    '"村"',
  ],
  [
    'half-year-summary',
    'report.hbs',
    '{{> figures-others}}',
    '{{> figures-others}}{{#paragraph}}{{wan overview.villages "个"}}{{/paragraph}}',
    'template-helper',
    '{{wan',
  ],
  [
    'half-year-summary',
    'report.hbs',
    '{{> figures-others}}',
    '{{> figures-others}}{{#each work}}{{members.total}}{{/each}}',
    'template-path',
    'members.total',
  ],
  [
    'half-year-summary',
    'report.hbs',
    '{{> figures-others}}',
    '{{> figures-others}}{{sum posts "athorized"}}',
    'template-helper',
    '"athorized"',
  ],
  [
    'grassroots-briefing',
    'report.hbs',
    '{{> figures}}',
    '{{> figures}}{{#each posts as |post|}}{{post.actaul}}{{/each}}',
    'template-path',
    'post.actaul',
  ],
  [
    'grassroots-briefing',
    'report.hbs',
    '{{> figures}}',
    '{{> figures}}{{#if members.total}}<p>有</p>{{/if}}',
    'template-helper',
    'members.total',
  ],
  [
    'grassroots-briefing',
    'report.hbs',
    '{{> figures}}',
    '{{> figures}}{{> post leadershipPost}}',
    'template-path',
    'leadershipPost',
  ],
];

it.each(MISTAKES)('in %s, %s: %s → %s', async (template, file, right, wrong, rule, at) => {
  const folder = temporaryFolder();
  cpSync(join(BUILT_IN_TEMPLATES, template), join(folder, template), { recursive: true });
  const path = join(folder, template, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(right);
  const text = before.replace(right, () => wrong);
  writeFileSync(path, text);
  const [first, ...others] = await check(template, folder);
  expect(first).toMatchObject({ rule, file: path });
  expect(others).toEqual([]);
  const { line, column } = first?.start ?? { line: 0, column: 0 };
  expect(text.split('\n')[line - 1]?.slice(column - 1)).toSatisfy((rest: string) => rest.startsWith(at));
});
