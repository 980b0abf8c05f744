import type { TemplateAst } from './parse-template.ts';
import type { TemplateText } from './template-sources.ts';

/** The helper that a traced template calls before each statement. */
export const PLACE_HELPER = 'atPlace';

/** Puts a note of its place before every statement, so that a gap knows which one printed it. */
export function traceStatements(program: TemplateAst, source: TemplateText): void {
  program.body = program.body.flatMap((statement) => {
    if (!PRINTING.has(statement.type)) return [statement];
    const block = statement as hbs.AST.BlockStatement;
    for (const inner of [block.program, block.inverse]) if (inner) traceStatements(inner, source);
    const { line, column } = statement.loc.start;
    return [traceStatement(`${source.file}:${line}:${column + 1}`, statement.loc), statement];
  });
}

const PRINTING = new Set([
  'MustacheStatement',
  'BlockStatement',
  'PartialStatement',
  'PartialBlockStatement',
]);

function traceStatement(place: string, loc: hbs.AST.SourceLocation): hbs.AST.MustacheStatement {
  const path = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [PLACE_HELPER],
    original: PLACE_HELPER,
    loc,
  };
  const strip = { open: false, close: false };
  const literal = { type: 'StringLiteral', value: place, original: place, loc };
  return {
    type: 'MustacheStatement',
    path: path as hbs.AST.PathExpression,
    params: [literal as hbs.AST.StringLiteral],
    hash: { type: 'Hash', pairs: [], loc } as unknown as hbs.AST.Hash,
    escaped: true,
    strip,
    loc,
  };
}
