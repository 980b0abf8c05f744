import type { Diagnostic, Range, Severity } from '../diagnostics/diagnostic.ts';
import { type CharacterIndex, indexCharacters } from '../diagnostics/index-characters.ts';
import type { TemplateText } from './template-sources.ts';

/** A stretch of a template: lines from 1, columns from 0 in UTF-16 units, as Handlebars counts them. */
export interface TemplateStretch {
  readonly text: TemplateText;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** What is wrong with a stretch. */
export interface TemplateFinding {
  readonly rule: string;
  readonly severity?: Severity;
  readonly at: TemplateStretch;
  readonly message: string;
  readonly hint: string;
}

export type ReportFinding = (finding: TemplateFinding) => void;

/** The stretch of a node of the syntax tree. */
export function nodeStretch(text: TemplateText, { loc }: Pick<hbs.AST.Node, 'loc'>): TemplateStretch {
  return { text, start: loc.start, end: loc.end };
}

/** Shows the findings of a template: columns count characters, and each text is looked through once, however many point into it. */
export function showFindingsOf(template: string): (finding: TemplateFinding) => Diagnostic {
  const lines = new Map<TemplateText, CharacterIndex[]>();
  const linesOf = (text: TemplateText) => {
    const known = lines.get(text) ?? text.text.split('\n').map(indexCharacters);
    lines.set(text, known);
    return known;
  };
  return ({ rule, severity = 'error', at, message, hint }) => {
    const positionOf = ({ line, column }: TemplateStretch['start']) => ({
      line,
      column: (linesOf(at.text)[line - 1]?.count(0, column) ?? 0) + 1,
    });
    const [start, end] = [positionOf(at.start), positionOf(at.end)];
    return { rule, severity, message, file: at.text.file, path: template, start, end, hint, related: [] };
  };
}

/** A range of a template.yaml, whose columns count from 1. */
export function ofInfoFile(text: TemplateText, { start, end }: Range): TemplateStretch {
  const fromZero = ({ line, column }: Range['start']) => ({ line, column: column - 1 });
  return { text, start: fromZero(start), end: fromZero(end) };
}
