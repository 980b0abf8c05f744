import type { Diagnostic, Range, Severity } from '../diagnostics/diagnostic.ts';
import type { TemplateText } from './template-sources.ts';

/** A stretch of a template: lines from 1, columns from 0 in UTF-16 units, as Handlebars counts them. */
export interface Stretch {
  readonly text: TemplateText;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** What is wrong with a stretch. */
export interface TemplateFinding {
  readonly rule: string;
  readonly severity?: Severity;
  readonly at: Stretch;
  readonly message: string;
  readonly hint: string;
}

export type ReportFinding = (finding: TemplateFinding) => void;

/** The stretch of a node of the syntax tree. */
export function stretchOf(text: TemplateText, { loc }: Pick<hbs.AST.Node, 'loc'>): Stretch {
  return { text, start: loc.start, end: loc.end };
}

/** The finding as it is shown; its columns count characters. */
export function diagnosticOf(finding: TemplateFinding, template: string): Diagnostic {
  const { rule, severity = 'error', at, message, hint } = finding;
  const lines = at.text.text.split('\n');
  const positionOf = ({ line, column }: Stretch['start']) => ({
    line,
    column: [...(lines[line - 1] ?? '').slice(0, column)].length + 1,
  });
  return {
    rule,
    severity,
    message,
    file: at.text.file,
    path: template,
    start: positionOf(at.start),
    end: positionOf(at.end),
    hint,
    related: [],
  };
}

/** A range of a template.yaml, whose columns count from 1. */
export function ofInfoFile(text: TemplateText, { start, end }: Range): Stretch {
  const fromZero = ({ line, column }: Range['start']) => ({ line, column: column - 1 });
  return { text, start: fromZero(start), end: fromZero(end) };
}
