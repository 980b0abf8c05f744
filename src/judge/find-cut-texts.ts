import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Reading } from '../facts/read-facts.ts';
import { factsTexts } from '../facts/texts-of.ts';
import { cutText } from '../rules/reading/cut-text.ts';

/**
 * Texts without quotes that a ` #` cuts short where it was hardly meant as a comment: YAML takes what follows for one, and the report loses it.
 * After prose any `#` that has no space after it counts, after a name only one that numbers something (`#1`).
 */
export async function findCutTexts({ source, facts, places }: Reading): Promise<Diagnostic[]> {
  const lines = new TextDecoder()
    .decode(source.bytes)
    .split(/\r?\n/)
    .map((line) => [...line]);
  const { file, rangeOf } = await places();
  return factsTexts(facts).flatMap(({ path, field }) => {
    const cut = CUT_PATTERNS[field.kind];
    const range = cut === undefined ? undefined : rangeOf({ path });
    if (cut === undefined || range === undefined || range.file !== undefined) return [];
    const { start, end } = range;
    const line = lines[end.line - 1] ?? [];
    const comment = cut.exec(line.slice(end.column - 1).join(''))?.groups?.comment;
    if (comment === undefined || /^["'|>]/.test(lines[start.line - 1]?.[start.column - 1] ?? '')) return [];
    const column = end.column + line.slice(end.column - 1).indexOf('#');
    return [
      {
        rule: cutText.id,
        severity: cutText.severity,
        message: `“${shortCutText(comment)}”被当成注释，没有读进来`,
        file,
        path,
        start: { line: end.line, column },
        end: { line: end.line, column: column + [...comment].length },
        hint: '空格后面的“#”开始一条注释。要写进报告的，给整段文字加上英文引号；是注释的，在“#”后面空一格。',
        related: [],
      },
    ];
  });
}

/** What is said of a comment follows its space, an ignoring one too. */
const BEHIND_PROSE = /^ +(?<comment>#(?![\s#]|忽略|ignore|report-ignore).*?)\s*$/u;
const BEHIND_NAME = /^ +(?<comment>#(?=[\d０-９]).*?)\s*$/u;

const CUT_PATTERNS: Readonly<Record<string, RegExp>> = {
  prose: BEHIND_PROSE,
  proses: BEHIND_PROSE,
  text: BEHIND_NAME,
  texts: BEHIND_NAME,
  list: BEHIND_NAME,
};

function shortCutText(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_CUT_QUOTE
    ? text
    : `${characters.slice(0, LONGEST_CUT_QUOTE).join('')}…`;
}

/** Characters of a comment that a message quotes. */
const LONGEST_CUT_QUOTE = 16;
