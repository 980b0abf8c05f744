import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { KNOWN_HELPERS } from './handlebars-helpers.ts';
import { parseTemplate } from './parse-template.ts';
import type { TemplateSources, TemplateText } from './template-sources.ts';
import { PLACE_HELPER, traceStatements } from './trace-statements.ts';

/** A template as JavaScript texts that the runtime takes; what the build keeps of the built-in ones. */
export interface CompiledCode {
  readonly report: string;
  /** By name; `title` is the title's pattern. */
  readonly partials: Readonly<Record<string, string>>;
  readonly isBilingual: boolean;
}

/** Compiles a template's sources; every mistake in any of them is reported. */
export function compileTemplate(sources: TemplateSources, isTraced = false): Outcome<CompiledCode> {
  const handlebars = Handlebars.create();
  const texts = new Map<string, TemplateText>([...sources.partials, ['title', sources.title]]);
  const problems: Diagnostic[] = [];
  let isBilingual = false;
  const compile = (text: TemplateText): string => {
    const parsed = parseTemplate(text);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      return '';
    }
    isBilingual ||= parsed.isBilingual;
    if (isTraced) traceStatements(parsed.program, text.file);
    return String(handlebars.precompile(parsed.program, OPTIONS));
  };
  const report = compile(sources.report);
  const partials = Object.fromEntries([...texts].map(([name, text]) => [name, compile(text)]));
  return problems.length > 0 ? fail(problems) : succeed({ report, partials, isBilingual });
}

const OPTIONS = {
  knownHelpers: { ...KNOWN_HELPERS, [PLACE_HELPER]: true },
  knownHelpersOnly: true,
  preventIndent: true,
};
