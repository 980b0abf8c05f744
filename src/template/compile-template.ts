import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { DateCell, FigureCell, GapCell, PhraseCell, TextCell } from './cell.ts';
import { KNOWN_HELPERS } from './handlebars-helpers.ts';
import { Markup } from './markup.ts';
import { findEndless } from './measure-template.ts';
import { findLostPartials, nameOf, type ParsedText, type Program, parseTemplate } from './parse-template.ts';
import { ProseCell } from './prose-cell.ts';
import { squeeze } from './squeeze.ts';
import { TallyCell } from './tally-cell.ts';
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
export type Transform = (program: Program, source: TemplateText) => void;

/** Compiles a template's sources; every mistake in any of them is reported. */
export function compileTemplate(sources: TemplateSources, transform?: Transform): Outcome<CompiledCode> {
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
    const needsData = transform !== undefined || withCalled(text, named).some(({ usesData }) => usesData);
    return compileText(text, needsData, transform);
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
      const called = partials.get(nameOf(name));
      if (called !== undefined) found.add(called);
    }
  }
  return [...found];
}

/** Without data frames, Handlebars makes each block once and not at every printing; most texts need none. */
function compileText({ program, source }: ParsedText, data: boolean, transform?: Transform): string {
  if (program === undefined) return '';
  transform?.(program, source);
  squeeze(program);
  const code = String(Handlebars.precompile(program, { ...OPTIONS, data }));
  const shorter = data ? SHORTER : [...SHORTER, MADE_ONCE];
  return shorter.reduce((text, [long, short]) => text.replace(long, short), code).replace(OWN, nameDirectly);
}

const OPTIONS = {
  knownHelpers: { ...KNOWN_HELPERS, [PLACE_HELPER]: true },
  knownHelpersOnly: true,
  preventIndent: true,
};

/**
 * What Handlebars writes for runtimes other than this program's: the place of each helper call, which no helper of ours asks
 * for (and which holds the path of this machine), a fallback of older runtimes, the search of helpers' own names.
 */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/,"loc":\{(?:"source":"(?:[^"\\]|\\.)*",)?"start":\{[^{}]*\},"end":\{[^{}]*\}\}/g, ''],
  [/ \|\| function\(parent, propertyName\) \{[^{}]*\{[^{}]*\}[^{}]*\}/g, ''],
  [/lookupProperty\(helpers,"(\w+)"\)/g, 'helpers.$1'],
];

/** Handlebars asks each time whether a property is the object's own, so that `{{constructor}}` finds nothing. */
const OWN = /lookupProperty\((\w+),"([A-Za-z]\w*)"\)/g;

/** What nothing inherits that a template may meet is its own wherever it is found, and is named as V8 reads it fastest. */
function nameDirectly(lookup: string, holder: string, name: string): string {
  return INHERITED.has(name) ? lookup : `${holder}.${name}`;
}

const CELLS = [FigureCell, TextCell, DateCell, GapCell, PhraseCell, ProseCell, TallyCell];
const INHERITED: ReadonlySet<string> = new Set(
  [Object, Array, String, Number, Boolean, Map, Markup, ...CELLS].flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype),
  ),
);

/** A block without data was made at the first printing; it is not looked for by its number again. */
const MADE_ONCE = [
  /container\.program\((\d+), data, 0\)/g,
  '(container.programs[$1] || container.program($1, data, 0))',
] as const;
