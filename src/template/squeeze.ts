import type { Program } from './parse-template.ts';

/** Takes out of a template the line breaks that only lay out its source; between Latin words they become a space. */
export function squeeze(program: Program): void {
  for (const statement of program.body) {
    if (statement.type === 'ContentStatement') {
      const content = statement as hbs.AST.ContentStatement;
      content.value = squeezeText(content.value);
    }
    const block = statement as Partial<hbs.AST.BlockStatement>;
    for (const inner of [block.program, block.inverse]) if (inner) squeeze(inner);
  }
}

/** The same for one text. */
export function squeezeText(text: string): string {
  return text.replace(BETWEEN_WORDS, '$1 ').replace(LINE_BREAK, '');
}

const LINE_BREAK = /\s*\n\s*/g;
const BETWEEN_WORDS = /([a-z,;])\s*\n\s*(?=[a-z])/gi;
