import { DateCell, FigureCell, GapCell, PhraseCell, TextCell } from './cell.ts';
import { Markup } from './markup.ts';
import { ProseCell } from './prose-cell.ts';
import { TallyCell } from './tally-cell.ts';

/**
 * Takes out of the JavaScript that Handlebars makes what this program's runtime does not need. It buys about 5 % of a report's
 * processor time and 107 kB of the built program; tests/template/shorten-code.test.ts holds that it prints the same.
 */
export function shortenCode(code: string, hasData: boolean): string {
  const changes = hasData ? SHORTER : [...SHORTER, MADE_ONCE];
  return changes
    .reduce((text, [long, short]) => text.replace(long, short), code)
    .replace(OWN_LOOKUP, nameDirectly);
}

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
const OWN_LOOKUP = /lookupProperty\((\w+),"([A-Za-z]\w*)"\)/g;

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
