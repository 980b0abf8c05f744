import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { KNOWN_HELPERS } from './handlebars-helpers.ts';
import { findEndless } from './measure-template.ts';
import {
  findLostPartials,
  type ParsedText,
  parseTemplate,
  type TemplateAst,
  writtenName,
} from './parse-template.ts';
import { shortenCode } from './shorten-code.ts';
import { squeeze } from './squeeze.ts';
import type { TemplateSources, TemplateText } from './template-sources.ts';
import { PLACE_HELPER } from './trace-statements.ts';

/** A template as JavaScript texts that the runtime takes; what the build keeps of the built-in ones. */
export interface CompiledCode {
  readonly report: string;
  /** Those that it calls, by name; `title` is the title's pattern. */
  readonly partials: Readonly<Record<string, string>>;
  readonly isBilingual: boolean;
}

/** Changes a parsed text before it is compiled, for instance to follow what it prints. */
export type Transform = (program: TemplateAst, source: TemplateText) => void;

/** What is done to a text before it is compiled, and to what it was compiled to. */
export interface Changes {
  readonly transform?: Transform | undefined;
  readonly shorten?: typeof shortenCode;
}

/** Compiles a template's sources; every mistake in any of them is reported. */
export function compileTemplate(sources: TemplateSources, changes: Changes = {}): Outcome<CompiledCode> {
  const report = parseTemplate(sources.report);
  const partials = [...sources.partials, ['title', sources.title] as const].map(
    ([name, text]) => [name, parseTemplate(text)] as const,
  );
  const texts = [report, ...partials.map(([, text]) => text)];
  const known = partials.map(([name]) => name);
  const problems: Diagnostic[] = texts.flatMap((text) => [
    ...text.problems,
    ...findLostPartials(text, known),
  ]);
  const named = new Map(partials);
  problems.push(...findEndless(texts, named));
  if (problems.length > 0) return fail(problems);
  const compile = (text: ParsedText) => {
    const needsData =
      changes.transform !== undefined || withCalled(text, named).some(({ usesData }) => usesData);
    return compileText(text, needsData, changes);
  };
  const used = withCalled(report, named);
  const usedPartials = partials.filter(([, text]) => used.includes(text));
  return succeed({
    report: compile(report),
    partials: Object.fromEntries(usedPartials.map(([name, text]) => [name, compile(text)])),
    isBilingual: used.some((text) => text.isBilingual),
  });
}

/** A text and the partials that it calls, they and those that these call. */
function withCalled(text: ParsedText, partials: ReadonlyMap<string, ParsedText>): readonly ParsedText[] {
  const found = new Set([text]);
  for (const each of found) {
    for (const { name } of each.partials) {
      const called = partials.get(writtenName(name));
      if (called !== undefined) found.add(called);
    }
  }
  return [...found];
}

/** Without data frames, Handlebars makes each block once and not at every printing; most texts need none. */
function compileText(
  { program, source }: ParsedText,
  data: boolean,
  { transform, shorten = shortenCode }: Changes,
): string {
  if (program === undefined) return '';
  transform?.(program, source);
  squeeze(program);
  return shorten(String(Handlebars.precompile(program, { ...COMPILE_OPTIONS, data })), data);
}

const COMPILE_OPTIONS = {
  knownHelpers: { ...KNOWN_HELPERS, [PLACE_HELPER]: true },
  knownHelpersOnly: true,
  preventIndent: true,
};
