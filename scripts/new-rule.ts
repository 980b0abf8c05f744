import { existsSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { constantOf, RULE_FOLDERS } from './generate-rules.ts';

const FOLDER = new URL('../src/rules/', import.meta.url);
const TYPES = { facts: 'FactsRule', prose: 'ProseRule', collection: 'CollectionRule' } as const;
type Stage = keyof typeof TYPES;

/** The source of a rule that reports nothing yet; its example fails until the rule does what it says. */
export function skeletonOf(id: string, stage: Stage): string {
  const subject = { facts: '{ facts }', prose: '{ passages }', collection: '{ units }' }[stage];
  return `import type { ${TYPES[stage]} } from '../rule.ts';

export const ${constantOf(id)}: ${TYPES[stage]} = {
  id: '${id}',
  stage: '${stage}',
  severity: 'warning',
  docs: {
    title: '查什么（十几个字）',
    why: '为什么要紧。',
    fix: '怎么改。',
    basis: { source: '哪部标准、条例，或者通行做法', rank: '通常' },
  },
  examples: [{ input: '会被报告的写法', reports: ['报告的文字'] }],
  check(${subject}, report) {},
};
`;
}

/** What is wrong with the name of a new rule; undefined where nothing is. */
export function refuse(id: string, stage: string): string | undefined {
  if (!/^[a-z]+(?:-[a-z]+)+$/u.test(id)) return `规则名要用小写英文单词加连字符，例如 tally-sum：${id}`;
  if (!Object.hasOwn(TYPES, stage)) return `没有“${stage}”这一类规则，只有 ${Object.keys(TYPES).join('、')}`;
  const taken = Object.keys(TYPES).find((each) => existsSync(fileOf(id, each)));
  return taken === undefined ? undefined : `规则已经有了：src/rules/${folderOf(taken)}/${id}.ts`;
}

function fileOf(id: string, stage: string): URL {
  return new URL(`${folderOf(stage)}/${id}.ts`, FOLDER);
}

function folderOf(stage: string): string {
  return RULE_FOLDERS[stage] ?? stage;
}

function isStage(stage: string): stage is Stage {
  return Object.hasOwn(TYPES, stage);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [id = '', stage = 'facts'] = process.argv.slice(2);
  const refusal = refuse(id, stage);
  if (refusal !== undefined || !isStage(stage)) {
    console.error(refusal);
    console.error('用法：npm run new:rule <规则名> [facts|prose|collection]');
    process.exitCode = 2;
  } else {
    writeFileSync(fileOf(id, stage), skeletonOf(id, stage));
    console.log(`已生成 src/rules/${folderOf(stage)}/${id}.ts。写好以后运行 npm run generate 和 npm test。`);
  }
}
