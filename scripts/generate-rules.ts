import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ruleIndex, rulePage } from './rule-pages.ts';

const FOLDER = new URL('../src/rules/', import.meta.url);
export const REGISTRY = new URL('../src/judge/registry.ts', import.meta.url);
export const PAGES = new URL('../docs/rules/', import.meta.url);

const LINE_WIDTH = 110;
const STAGES = {
  facts: 'FactsRule',
  prose: 'ProseRule',
  finished: 'FinishedRule',
  layout: 'LayoutRule',
  printed: 'PrintedRule',
  collection: 'CollectionRule',
  reading: 'ReadingRule',
  template: 'TemplateRule',
};

/** Where a stage's rules are, if not in a folder of its name. */
export const RULE_FOLDERS: Readonly<Record<string, string>> = {
  layout: 'finished',
  printed: 'finished',
  collection: 'facts',
  template: 'reading',
};

/** The registry's source, from the folders of rules: every file that exports a rule named after it. */
export function generateRegistry(): string {
  const imports: string[] = [];
  const lists: string[] = [];
  for (const [stage, type] of Object.entries(STAGES)) {
    const folder = RULE_FOLDERS[stage] ?? stage;
    const ids = ruleIds(folder, type);
    imports.push(...ids.map((id) => `import { ${constantOf(id)} } from '../rules/${folder}/${id}.ts';`));
    lists.push(
      arrayOf(`export const ${stage.toUpperCase()}_RULES: readonly ${type}[] = `, ids.map(constantOf)),
    );
  }
  imports.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const types = `import type { ${Object.values(STAGES).sort().join(', ')} } from '../rules/rule.ts';`;
  return `// Made by \`npm run generate\` from the folders of rules.\n${[...imports, types].join('\n')}\n\n${lists.join('\n')}`;
}

/** The pages of docs/rules by their file names, from the rules themselves. */
export async function generatePages(): Promise<Map<string, string>> {
  const { ALL_RULES } = await import('../src/cli/terminal/rule-list.ts');
  return new Map([
    ['README.md', ruleIndex(ALL_RULES)],
    ...ALL_RULES.map((rule): [string, string] => [`${rule.id}.md`, rulePage(rule)]),
  ]);
}

/** The ids of a folder's rules of one type in their order; a file beside them that is no rule exports none under its name. */
function ruleIds(folder: string, type: string): string[] {
  return readdirSync(new URL(`${folder}/`, FOLDER))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .filter((id) => isRule(folder, id, type))
    .sort();
}

/** `tally-sum` is exported as `tallySum`. */
export function constantOf(id: string): string {
  return id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function isRule(folder: string, id: string, type: string): boolean {
  const source = readFileSync(new URL(`${folder}/${id}.ts`, FOLDER), 'utf8');
  return source.includes(`\nexport const ${constantOf(id)}: ${type} =`);
}

/** Broken as the formatter breaks it: one a line where they do not fit on one. */
function arrayOf(head: string, names: readonly string[]): string {
  const line = `${head}[${names.join(', ')}];\n`;
  return line.length <= LINE_WIDTH + 1
    ? line
    : `${head}[\n${names.map((name) => `  ${name},\n`).join('')}];\n`;
}

function pathOf(statement: string): string {
  return statement.slice(statement.indexOf("'"));
}

async function generate(): Promise<void> {
  writeFileSync(REGISTRY, generateRegistry());
  const pages = await generatePages();
  rmSync(PAGES, { recursive: true, force: true });
  mkdirSync(PAGES, { recursive: true });
  for (const [name, page] of pages) writeFileSync(new URL(name, PAGES), page);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generate();
