import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { TemplateInfo } from './template.ts';
import { templateProblem } from './template-problem.ts';

/** What the markup reader found, as far as this room needs to know it. */
interface Problem {
  readonly message: string;
  /** The element's name; empty for text outside every element. */
  readonly tag: string;
}

/** Markup comes from templates alone (facts are escaped), so its problems stand where the template first writes the element. */
export function placeMarkupProblems(problems: readonly Problem[], info: TemplateInfo): Diagnostic[] {
  if (problems.length === 0) return [];
  const lines = readFileSync(info.body, 'utf8').split('\n');
  return problems.map(({ message, tag }) => templateProblem(info.body, placeOf(tag, lines), message, HINT));
}

const HINT = '模板里只能用文档规定的标记，写法见模板编写说明。';

function placeOf(tag: string, lines: readonly string[]): readonly [line: number, column: number] {
  const line = tag === '' ? -1 : lines.findIndex((text) => text.includes(`<${tag}`));
  return line === -1 ? [1, 1] : [line + 1, (lines[line] ?? '').indexOf(`<${tag}`) + 1];
}
