import type { TemplateAst } from '../template/parse-template.ts';

/** The side that every condition takes: its block, or what follows {{else}}. */
export type Branch = 'block' | 'else';

/** Puts one side in the place of every condition, so that what no facts of ours bring about is printed too. */
export function takeBranches(program: TemplateAst, branch: Branch): void {
  program.body = program.body.flatMap((statement) => {
    const { path, program: block, inverse } = statement as Partial<hbs.AST.BlockStatement>;
    for (const inner of [block, inverse]) if (inner) takeBranches(inner as TemplateAst, branch);
    const name = String((path as hbs.AST.PathExpression | undefined)?.original ?? '');
    if (block === undefined || !(CONDITIONS.has(name) || (name === 'each' && branch === 'else')))
      return [statement];
    return (branch === 'block' ? block : inverse)?.body ?? [];
  });
}

const CONDITIONS: ReadonlySet<string> = new Set(['present', 'is', 'several', 'if', 'unless']);
