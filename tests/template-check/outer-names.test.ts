import { expect, it } from 'vitest';
import { writeTemplate } from '../template/write-template.ts';
import { check } from './check.ts';

it.each([
  ['{{#each work}}<p>{{unit.name}}</p>{{/each}}', '{{../unit.name}}'],
  ['{{#each work}}{{#each points}}<p>{{unit.name}}</p>{{/each}}{{/each}}', '{{../../unit.name}}'],
])('proposes the way out of a list: %s', async (template, proposed) => {
  const [finding] = await check('own', writeTemplate('own', `<title>报告</title>${template}`));
  expect(finding?.hint).toContain(`写成 ${proposed}。`);
});
